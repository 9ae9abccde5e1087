"""Retries without a mode, no retries at all, and attempts counted in a place where nothing counts them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.arguments import keyword
from codemods.harden.clients import client_calls
from codemods.harden.configs import literal_entries
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_CONFIG = ("botocore.config.Config", "botocore.client.Config")
_RETRY_LIBRARIES = frozenset({"tenacity", "backoff", "retrying", "retry", "stamina"})
_MISPLACED = frozenset({"max_attempts", "total_max_attempts", "max_retries", "retry_mode"})
_HIGH = 20
_HASTY = 5
_NO_MODE = 'retries without a "mode" are the legacy mode, which misses errors that pass: add "mode": "standard"'


def _configs(subject: Subject) -> Iterator[ast.Call]:
    for call in subject.calls:
        if subject.flow.dotted(call.func) in _CONFIG:
            yield call


def _mode(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in _configs(subject):
        retries = keyword(call, "retries")
        entries = literal_entries(subject.flow, retries.value) if retries is not None else None
        if retries is None or entries is None or "mode" in entries or _count(entries) == 1:
            continue
        yield Hit(retries.value, "botocore.config.Config", "boto3", _NO_MODE)


def _attempts(subject: Subject, settings: Settings) -> Iterator[Hit]:
    own = bool(_RETRY_LIBRARIES & subject.flow.imported_packages)
    for call in _configs(subject):
        for each in call.keywords:
            if each.arg in _MISPLACED:
                message = f'{each.arg}= is no argument of Config: write retries={{"total_max_attempts": ...}}'
                yield Hit(each.value, "botocore.config.Config", "boto3", message)
        retries = keyword(call, "retries")
        entries = literal_entries(subject.flow, retries.value) if retries is not None else None
        if retries is not None and entries is not None:
            message = _problem(entries, own or _is_hasty(subject, call))
            if message:
                yield Hit(retries.value, "botocore.config.Config", "boto3", message)
    for made in client_calls(subject):
        for each in made.node.keywords:
            if each.arg in _MISPLACED:
                message = f"boto3.{made.kind} knows no {each.arg}=: give it config=Config(retries=...)"
                yield Hit(each.value, f"boto3.{made.kind}", made.service, message)


def _count(entries: dict[str, object]) -> int:
    """The attempts that are asked for, the first one included; 0 where nothing is said."""
    total, retries = entries.get("total_max_attempts"), entries.get("max_attempts")
    return total if isinstance(total, int) else retries + 1 if isinstance(retries, int) else 0


def _is_hasty(subject: Subject, call: ast.Call) -> bool:
    """True for a Config whose timeouts are short as well: somebody wants to fail fast."""
    given = keyword(call, "read_timeout")
    seconds = subject.flow.literal(given.value) if given is not None else None
    return isinstance(seconds, int | float) and seconds <= _HASTY


def _problem(entries: dict[str, object], own: bool) -> str:
    total = entries.get("total_max_attempts")
    if isinstance(total, int) and total < 1:
        return f'"total_max_attempts": {total} is refused by botocore: the first attempt counts, so 1 is the least'
    attempts = _count(entries)
    if attempts == 1 and not own:
        return "no retries at all: one throttled or dropped request fails the call; leave it out, or retry around it"
    if attempts > _HIGH:
        return f"{attempts} attempts keep a caller waiting for minutes when AWS is down: 10 or fewer will do"
    return ""


MODE = Rule(
    "harden.retries.mode",
    "Retries have no mode",
    "Without a mode botocore retries in its legacy mode (unless AWS_RETRY_MODE says otherwise): fewer errors are "
    "retried, without a quota that keeps a fleet from making an outage worse. `standard` is what AWS's other SDKs do.",
    "from botocore.config import Config\n"
    "\n"
    'CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"max_attempts": 5})\n',
    'Config(retries={"max_attempts": 5, "mode": "standard"})',
    _mode,
)
ATTEMPTS = Rule(
    "harden.retries.attempts",
    "There are no retries, or far too many",
    "`max_attempts` in a Config counts the retries after the first attempt, `total_max_attempts` counts the first one "
    "as well. 0 retries turn each throttled request into an error; very many hide an outage from the caller.",
    "from botocore.config import Config\n"
    "\n"
    'CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"max_attempts": 0, "mode": "standard"})\n',
    'Config(retries={"total_max_attempts": 5, "mode": "standard"})',
    _attempts,
)
