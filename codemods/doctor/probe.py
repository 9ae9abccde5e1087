"""One request to an endpoint: what it answers, what its clock says, and which certificate it shows.

Nothing is signed and nothing secret is sent, so a connection that does not verify certificates may be used to
learn why a verified one failed.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

Certificate = Mapping[str, Any]
"""A certificate as `ssl.SSLSocket.getpeercert` gives it."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to send the request, and how to get there. `proxy` is a URL, empty for a direct connection."""

    scheme: str
    host: str
    port: int
    path: str
    proxy: str = ""

    @property
    def shown(self) -> str:
        """The endpoint as a report may show it: without a user's name and password."""
        default = {"http": 80, "https": 443}[self.scheme]
        return f"{self.scheme}://{self.host}{'' if self.port == default else f':{self.port}'}"

    @property
    def proxy_shown(self) -> str:
        """The proxy as a report may show it."""
        parts = urlsplit(self.proxy)
        return f"{parts.hostname}:{parts.port or 80}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `date` is the server's clock, `asked` and `answered` are ours around it."""

    status: int
    date: datetime | None
    asked: float
    answered: float
    certificate: Certificate
    tls_version: str


def target_of(endpoint: str) -> Target:
    """The parts of an endpoint's URL. Raises ValueError with a sentence when it is none."""
    parts = urlsplit(endpoint if "://" in endpoint else f"https://{endpoint}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("the endpoint has to be a URL such as https://s3.eu-west-1.amazonaws.com")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    proxies = getproxies()
    proxy = "" if proxy_bypass(parts.hostname) else proxies.get(parts.scheme, "")
    return Target(parts.scheme, parts.hostname, port, parts.path or "/", proxy)


def verifying_context(bundle: str) -> ssl.SSLContext:
    """A context that trusts the authorities in a bundle and nobody else."""
    return ssl.create_default_context(cafile=bundle)


def trusting_context() -> ssl.SSLContext:
    """A context that verifies nothing: good for reading a server's clock, and for nothing else."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def ask(target: Target, timeout: float, context: ssl.SSLContext | None, now: Callable[[], float] = time.time) -> Answer:
    """One GET. Raises OSError (ssl.SSLError among them) and http.client.HTTPException."""
    connection, url, headers = _connection(target, timeout, context)
    try:
        connection.connect()
        certificate, tls_version = _certificate(connection.sock)
        asked = now()
        connection.request("GET", url, headers=headers)
        response = connection.getresponse()
        answered = now()
        return Answer(response.status, _date(response.getheader("Date")), asked, answered, certificate, tls_version)
    finally:
        connection.close()


def _connection(
    target: Target, timeout: float, context: ssl.SSLContext | None
) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
    """A connection that is not open yet, what to ask it for, and with which headers."""
    proxy = urlsplit(target.proxy if "://" in target.proxy else f"http://{target.proxy}") if target.proxy else None
    login = {}
    if proxy and proxy.username:
        pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
        login = {"Proxy-Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
    host, port = (proxy.hostname or "", proxy.port or 80) if proxy else (target.host, target.port)
    if target.scheme == "http":
        url = f"http://{target.host}:{target.port}{target.path}" if proxy else target.path
        return http.client.HTTPConnection(host, port, timeout=timeout), url, login
    secure = http.client.HTTPSConnection(host, port, timeout=timeout, context=context)
    if proxy:
        secure.set_tunnel(target.host, target.port, login)
    return secure, target.path, {}


def _certificate(sock: socket.socket) -> tuple[Certificate, str]:
    if not isinstance(sock, ssl.SSLSocket):
        return {}, ""
    return sock.getpeercert() or {}, sock.version() or ""


def _date(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header) if header else None
    except ValueError:
        return None


def unverified_certificate(target: Target, timeout: float) -> Certificate:
    """The certificate of a server that could not be verified; empty when it cannot be read.

    Python only parses certificates that it trusts, so the server's own one is made the authority.
    """
    if target.proxy:
        return {}
    try:
        pem = ssl.get_server_certificate((target.host, target.port), timeout=timeout)
        context = ssl.create_default_context(cadata=pem)
        context.check_hostname = False
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        return ask(target, timeout, context).certificate
    except (OSError, ValueError, http.client.HTTPException):
        return {}
