"""Which names say that what they hold is a credential."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = frozenset("password passwd passwrd pwd passphrase passcode secret secrets credential credentials".split())
"""A name whose last word is one of these holds a secret, however short."""

_PAIRS = frozenset(
    """
    secret_key secret_access_key access_secret access_key access_key_id key_secret aws_key aws_id private_key api_key
    apikey auth_key signing_key encryption_key secret_id client_secret customer_key
    """.split()
)
"""The same for last words that only say so together."""

_TOKENS = frozenset(
    "token security_token session_token auth_token access_token bearer_token api_token x_amz_security_token".split()
)
"""Names that also stand for things that are no secret (a word of a parser): only a long value is one."""

_HARMLESS = frozenset(
    "next_token client_token page_token continuation_token pagination_token marker_token idempotency_token".split()
)
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+")


@lru_cache(maxsize=65536)
def names_a_secret(name: str) -> bool:
    """True for `AWS_SECRET`, `db-password2`, `secretAccessKey`, `session_token`; not for `password_file`.

    >>> [names_a_secret(name) for name in ("awsSecretKey", "MYSQL_PWD", "secret_name", "key", "next_token")]
    [True, True, False, False, False]
    """
    ends = _endings(name)
    return bool(ends & (_WORDS | _PAIRS | _TOKENS)) and not ends & _HARMLESS


def may_be_harmless(name: str) -> bool:
    """True for a name that only sometimes holds a secret: a `token` is a word as often as a credential."""
    return bool(_endings(name) & _TOKENS)


def is_setting_name(value: str) -> bool:
    """True for a value that is itself a name (`"aws_secret_access_key"`); `"secret"` is a bad password."""
    return names_a_secret(value) and len(_WORD.findall(value)) > 1


def _endings(name: str) -> set[str]:
    """The last one to four words of a name, in lower case and joined by underscores."""
    if not re.fullmatch(r"[\w.-]{1,80}", name):
        return set()
    words = [word.lower() for word in _WORD.findall(name)]
    return {"_".join(words[-count:]) for count in range(1, 5)}
