"""What a `Config` that a client gets says, as far as the file shows it, and what a good one says."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, fields

from codemods.harden.arguments import has_spread
from codemods.harden.flow import Flow
from codemods.settings import ClientConfig, Settings

CONNECT_TIMEOUT = 5
ATTEMPTS = 5
"""What botocore's legacy mode makes, a first one and 4 retries (its standard mode: 3); nobody should give up sooner."""
_SERVICE_ATTEMPTS = {"dynamodb": 10}
"""botocore/data/_retry.json: DynamoDB alone makes more, in legacy mode."""
READ_TIMEOUT = 60
"""botocore's own default: long enough for the body of an object, and for a long poll of SQS (20 s)."""
_READ_TIMEOUTS = {
    **dict.fromkeys(("kms", "sts", "secretsmanager", "ssm", "sns"), 10),
    **dict.fromkeys(("stepfunctions", "swf"), 70),
}
"""Small answers come at once or not at all; activity and decision polls hang for up to 60 s before they answer."""


@dataclass(frozen=True)
class Good:
    """The values that a client of a service gets where it has none."""

    read_timeout: int
    attempts: int
    connect_timeout: int = CONNECT_TIMEOUT
    mode: str = "standard"

    @property
    def retries(self) -> str:
        """As it is written in a Config."""
        return f'{{"mode": "{self.mode}", "total_max_attempts": {self.attempts}}}'

    def keywords(self) -> dict[str, str]:
        """The arguments of a Config, as text."""
        return {
            "connect_timeout": str(self.connect_timeout),
            "read_timeout": str(self.read_timeout),
            "retries": self.retries,
        }


def good(service: str, settings: Settings) -> Good:
    """The values for a service; what the user's settings say for all clients wins."""
    chosen = _chosen(settings.client_config)
    return Good(
        int(chosen.get("read_timeout", _READ_TIMEOUTS.get(service, READ_TIMEOUT))),
        int(chosen.get("total_max_attempts", _SERVICE_ATTEMPTS.get(service, ATTEMPTS))),
        int(chosen.get("connect_timeout", CONNECT_TIMEOUT)),
        settings.client_config.retry_mode,
    )


def _chosen(config: ClientConfig) -> Mapping[str, int]:
    usual = ClientConfig()
    names = [each.name for each in fields(ClientConfig) if each.name != "retry_mode"]
    return {name: getattr(config, name) for name in names if getattr(config, name) != getattr(usual, name)}


@dataclass(frozen=True)
class Known:
    """All that a Config says: the expressions by keyword, and the `Config(...)` calls that it is made of."""

    keywords: Mapping[str, ast.expr]
    calls: tuple[ast.Call, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What a resilient client needs that is not said."""
        return tuple(name for name in ("connect_timeout", "read_timeout", "retries") if name not in self.keywords)


def known(flow: Flow, node: ast.expr) -> Known | None:
    """What an expression says as a Config; None where that cannot be told."""
    made = flow.only(node, "config")
    if len(made) != 1:
        return None
    call = next(iter(made)).node
    if not isinstance(call, ast.Call) or has_spread(call):
        return None
    if isinstance(call.func, ast.Attribute) and call.func.attr == "merge" and not flow.dotted(call.func):
        base = known(flow, call.func.value)
        other = known(flow, call.args[0]) if call.args else None
        if base is None or other is None:
            return None
        return Known({**base.keywords, **other.keywords}, (*base.calls, *other.calls))
    if call.args:
        return None
    return Known({each.arg: each.value for each in call.keywords if each.arg}, (call,))


def literal_entries(flow: Flow, node: ast.expr | None) -> dict[str, object] | None:
    """A dictionary display with constant keys as a plain dict (values that are not constant are None)."""
    if isinstance(node, ast.Name):
        bindings = flow.bindings(node)
        if len(bindings) == 1 and isinstance(bindings[0].node, ast.Dict):
            node = bindings[0].node
    if isinstance(node, ast.Call) and flow.dotted(node.func) == "" and ast.unparse(node.func) == "dict":
        if node.args or has_spread(node):
            return None
        return {str(each.arg): flow.literal(each.value) for each in node.keywords}
    if not isinstance(node, ast.Dict) or not all(isinstance(key, ast.Constant) for key in node.keys):
        return None
    pairs = zip(node.keys, node.values, strict=True)
    return {str(key.value): flow.literal(value) for key, value in pairs if isinstance(key, ast.Constant)}
