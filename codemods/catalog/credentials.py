"""The credentials of a connection, as attributes of it: what boto 2 handed through to its provider.

Sources: boto/connection.py (AWSAuthConnection), boto/provider.py (Provider), botocore/signers.py (RequestSigner).
"""

from __future__ import annotations

import functools

from codemods.catalog.schema import Idiom, Outcome, Rewrite, Use
from codemods.code import Code
from codemods.emitted import connections

PARTS = {"access_key": "access_key", "secret_key": "secret_key", "security_token": "token"}
"""The attributes of a provider that hold credentials, and what they are called in botocore."""

_ALIASES = {"aws_access_key_id": "access_key", "aws_secret_access_key": "secret_key"}
_PRIVATE = (
    "boto3 has no public name for the credentials of a client; keep what you gave, or ask "
    "boto3.Session().get_credentials() for those of the default chain"
)


def read_credential(part: str, use: Use) -> Outcome:
    """`connection.aws_access_key_id`, `connection.provider.security_token`."""
    return Rewrite(use.call(connections._credential, use.client(), Code(f'"{PARTS[part]}"')), _PRIVATE)


CREDENTIALS: tuple[Idiom, ...] = tuple(
    Idiom(name, functools.partial(read_credential, part), gives="str?", attribute=True)
    for name, part in {"access_key": "access_key", "secret_key": "secret_key", **_ALIASES}.items()
)
"""What every connection has."""
