"""The checks that talk to the endpoint: is it there, is its certificate good, and is our clock right?"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from datetime import datetime, timezone

from codemods.doctor.check import Check, Verdict
from codemods.doctor.probe import (
    Answer,
    Certificate,
    Target,
    ask,
    target_of,
    trusting_context,
    unverified_certificate,
    verifying_context,
)

MOST_SERVICES = 300
"""Seconds that a signature may be off for most services (SignatureDoesNotMatch, "Signature expired").
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html"""

S3 = 900
"""Seconds that a signature may be off for S3 (RequestTimeTooSkewed).
https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html"""

SYNCHRONISED = 60
"""A clock that somebody keeps right is never off by more."""

EXPIRES_SOON = 14 * 24 * 3600


def check_network(
    endpoint: str, bundle: str, bundle_source: str, timeout: float, now: Callable[[], float] = time.time
) -> tuple[Check, ...]:
    """Reachability, TLS and clock, with as few connections as they need."""
    try:
        target = target_of(endpoint)
    except ValueError as error:
        return (Check("endpoint", Verdict.FAIL, f"{error}."),)
    try:
        context = verifying_context(bundle) if target.scheme == "https" else None
    except OSError:
        message = f"The certificate bundle {bundle} ({bundle_source}) cannot be read."
        return (Check("tls", Verdict.FAIL, message), *_without_tls(target, timeout, now))
    try:
        answer = ask(target, timeout, context, now)
    except ssl.SSLError as error:
        return (_bad_tls(target, error, bundle_source, timeout), *_without_tls(target, timeout, now))
    except (OSError, http.client.HTTPException) as error:
        return (_out_of_reach(target, error, timeout),)
    return (_reached(target, answer), _tls(target, answer, bundle_source, now), _clock(answer))


def _without_tls(target: Target, timeout: float, now: Callable[[], float]) -> tuple[Check, ...]:
    """What an endpoint that is not trusted still tells: a wrong clock may be why it is not."""
    try:
        answer = ask(target, timeout, trusting_context(), now)
    except (OSError, http.client.HTTPException) as error:
        return (_out_of_reach(target, error, timeout),)
    return (_reached(target, answer), _clock(answer))


def _out_of_reach(target: Target, error: Exception, timeout: float) -> Check:
    return Check("endpoint", Verdict.FAIL, f"{target.shown}: {_reason(error, target, timeout)}")


def _reason(error: Exception, target: Target, timeout: float) -> str:
    via = f" (through the proxy {target.proxy_shown})" if target.proxy else ""
    match error:
        case socket.gaierror():
            return f"the name cannot be resolved{via}."
        case TimeoutError():
            return f"no answer within {timeout:g} seconds{via}."
        case ConnectionRefusedError():
            return f"the connection was refused{via}."
        case http.client.HTTPException():
            return f"something answers that does not speak HTTP{via}."
        case _:
            return f"cannot be reached{via}: {error.strerror if isinstance(error, OSError) else error}."


def _reached(target: Target, answer: Answer) -> Check:
    milliseconds = (answer.answered - answer.asked) * 1000
    via = f" through the proxy {target.proxy_shown}" if target.proxy else ""
    message = f"{target.shown} answers{via} with status {answer.status} in {max(milliseconds, 0):.0f} ms."
    return Check("endpoint", Verdict.OK, message)


def _clock(answer: Answer) -> Check:
    if answer.date is None:
        return Check("clock", Verdict.WARN, "The endpoint sends no Date, so the clock cannot be compared.")
    theirs = answer.date if answer.date.tzinfo else answer.date.replace(tzinfo=timezone.utc)
    # A Date is the second's beginning: half a second later is the best guess.
    ours = (answer.asked + answer.answered) / 2
    skew = ours - (theirs.timestamp() + 0.5)
    seconds = abs(skew)
    where = "ahead of" if skew > 0 else "behind"
    off = f"The clock is {seconds:.0f} s {where} the endpoint's"
    if seconds > S3:
        limits = f"past the {S3 // 60} minutes that S3 allows and the {MOST_SERVICES // 60} of other services"
        return Check("clock", Verdict.FAIL, f"{off}: {limits}.")
    if seconds > MOST_SERVICES:
        limits = f"past the {MOST_SERVICES // 60} minutes that most services allow ({S3 // 60} for S3)"
        return Check("clock", Verdict.FAIL, f"{off}: {limits}.")
    if seconds > SYNCHRONISED:
        limits = f"{MOST_SERVICES // 60} minutes are the limit for most services, {S3 // 60} for S3"
        return Check("clock", Verdict.WARN, f"{off}; {limits}: synchronise it (NTP).")
    if seconds <= 2:
        return Check("clock", Verdict.OK, "The clock agrees with the endpoint's.")
    return Check("clock", Verdict.OK, f"{off}, which every service allows.")


def _bad_tls(target: Target, error: ssl.SSLError, bundle_source: str, timeout: float) -> Check:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return Check("tls", Verdict.FAIL, f"{target.shown}: no TLS connection ({error.reason or 'handshake failed'}).")
    shown = _described(unverified_certificate(target, timeout))
    reason = error.verify_message.rstrip(".")
    return Check("tls", Verdict.FAIL, f"{target.shown}: {reason}; trusted is {bundle_source}.{shown and f' {shown}'}")


def _tls(target: Target, answer: Answer, bundle_source: str, now: Callable[[], float]) -> Check:
    if target.scheme == "http":
        return Check("tls", Verdict.WARN, f"{target.shown} speaks plain HTTP: requests can be read on the way.")
    shown = _described(answer.certificate)
    expires = ssl.cert_time_to_seconds(str(answer.certificate["notAfter"]))
    message = f"Verified against {bundle_source}, {answer.tls_version}. {shown}"
    if expires - now() < EXPIRES_SOON:
        return Check("tls", Verdict.WARN, f"{message} It expires soon.")
    if answer.tls_version in ("TLSv1", "TLSv1.1"):
        return Check("tls", Verdict.WARN, f"{message} AWS wants TLS 1.2 or later.")
    return Check("tls", Verdict.OK, message)


def _described(certificate: Certificate) -> str:
    """Subject, issuer and expiry of a certificate as a sentence; empty for none."""
    if not certificate:
        return ""
    expires = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), timezone.utc)
    subject, issuer = (_name(certificate, field) for field in ("subject", "issuer"))
    return f"Certificate of {subject}, issued by {issuer}, valid until {expires:%Y-%m-%d}."


def _name(certificate: Certificate, field: str) -> str:
    """The common name of a subject or an issuer, else its organisation."""
    parts = {key: value for group in certificate.get(field, ()) for key, value in group}
    return str(parts.get("commonName") or parts.get("organizationName") or "nobody")
