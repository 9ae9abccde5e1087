"""Certificates that nobody looks at."""

from __future__ import annotations

from collections.abc import Iterator

from codemods.harden.clients import client_calls, is_local
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_MESSAGE = (
    "verify=False lets anybody on the way read and change requests: drop it, or give the path of your CA bundle "
    "(verify=path, or AWS_CA_BUNDLE)"
)


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in client_calls(subject):
        value = call.given("verify")
        endpoint = subject.flow.literal(call.given("endpoint_url"))
        here = isinstance(endpoint, str) and is_local(endpoint)
        if not here and value is not None and subject.flow.literal(value) is False:
            yield Hit(call.node, f"boto3.{call.kind}", call.service or "boto3", _MESSAGE)


RULE = Rule(
    "harden.tls.verify",
    "The server's certificate is not checked",
    "With verify=False a client takes any certificate, so TLS keeps out nobody who can reach the connection. A proxy "
    "or a private endpoint with a CA of its own needs that CA's bundle, not verify=False.",
    'import boto3\n\ns3 = boto3.client("s3", verify=False)\n',
    'boto3.client("s3", verify="/etc/ssl/company-ca.pem")',
    _check,
)
