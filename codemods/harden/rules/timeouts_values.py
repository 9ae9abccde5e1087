"""Timeouts that cannot be meant: none at all, zero, milliseconds, hours."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.clients import client_calls
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_SLOW = frozenset(
    {"lambda", "bedrock-runtime", "bedrock-agent-runtime", "sagemaker-runtime", "stepfunctions", "rds-data"}
)
"""Services of which one call may run for many minutes: Lambda's own limit is 900 s."""
_LONGEST = {"connect_timeout": 120, "read_timeout": 900}
_MILLISECONDS = 2000


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    slow = _slow_configs(subject)
    for call in subject.calls:
        if subject.flow.dotted(call.func) not in ("botocore.config.Config", "botocore.client.Config"):
            continue
        for keyword in call.keywords:
            if keyword.arg in _LONGEST:
                message = _problem(subject, keyword.arg, keyword.value, call in slow)
                if message:
                    yield Hit(keyword.value, "botocore.config.Config", "boto3", message)


def _slow_configs(subject: Subject) -> set[ast.AST | None]:
    """The Configs that clients of slow services get."""
    given = [call.given("config") for call in client_calls(subject) if call.service in _SLOW]
    return {made.node for config in given if config is not None for made in subject.flow.values(config)}


def _problem(subject: Subject, name: str, node: ast.expr, slow: bool) -> str:
    value = subject.flow.literal(node)
    if isinstance(node, ast.Constant) and node.value is None:
        return f"{name}=None waits for ever: give it a number of seconds"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if value <= 0:
        return f"{name}={value} makes every call fail with a ValueError: give it a number of seconds above 0"
    if value >= _MILLISECONDS and value % 100 == 0:
        seconds = value / 1000
        return f"{name}={value} is in seconds ({value / 60:.0f} minutes): write {seconds:g} if milliseconds were meant"
    if value > _LONGEST[name] and not slow:
        return f"{name}={value} holds a thread for {value / 60:.0f} minutes: {_LONGEST[name]} s or less will do"
    return ""


RULE = Rule(
    "harden.timeouts.values",
    "A timeout is none, zero, in milliseconds or far too long",
    "botocore's timeouts are in seconds. 10000, meant as milliseconds, lets a call hang for nearly three hours; None "
    "lets it hang for ever; 0 is refused by urllib3 when the first call is made.",
    "from botocore.config import Config\n"
    "\n"
    'CONFIG = Config(connect_timeout=5000, read_timeout=60000, retries={"mode": "standard"})\n',
    "Config(connect_timeout=5, read_timeout=60)",
    _check,
)
