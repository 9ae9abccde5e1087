"""REST protocols: which operation a method, a path and a query stand for, and the parameters in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote

from botocore.model import ListShape, OperationModel, ServiceModel, Shape, StructureShape

from codemods.verify.wire.values import scalar


@dataclass(frozen=True, slots=True)
class Route:
    """One operation's address: the path as a pattern, and what must be in the query and the headers."""

    operation: OperationModel
    method: str
    path: re.Pattern[str]
    literals: Mapping[str, str]
    query: frozenset[str]
    headers: frozenset[str]

    def rank(self, query: Mapping[str, str], headers: Mapping[str, str]) -> tuple[int, int, int] | None:
        """How well a request fits, more is better; None when it does not."""
        if any(query.get(name) != value for name, value in self.literals.items()):
            return None
        if not self.query <= query.keys() or not self.headers <= headers.keys():
            return None
        return len(self.literals), len(self.query) + len(self.headers), int(not self.operation.deprecated)


def routes(model: ServiceModel) -> Sequence[Route]:
    """The addresses of all operations of a service."""
    return [_route(model.operation_model(name)) for name in model.operation_names]


def _route(operation: OperationModel) -> Route:
    path, _, query = operation.http["requestUri"].partition("?")
    shape = operation.input_shape
    required: dict[str, set[str]] = {"querystring": set(), "header": set()}
    for name, member in _required(shape):
        location = member.serialization.get("location", "")
        if location in required:
            required[location].add(member.serialization.get("name", name))
    return Route(
        operation,
        operation.http["method"],
        _pattern(path),
        dict(parse_qsl(query, keep_blank_values=True)),
        frozenset(required["querystring"]),
        frozenset(name.lower() for name in required["header"]),
    )


def _required(shape: StructureShape | None) -> list[tuple[str, Shape]]:
    return [(name, shape.members[name]) for name in shape.required_members] if shape is not None else []


def _pattern(path: str) -> re.Pattern[str]:
    # /{Bucket}/{Key+}: a greedy label may hold slashes, and a trailing slash after a plain one means nothing.
    parts = re.split(r"\{(\w+)(\+?)\}", path)
    pattern = re.escape(parts[0])
    for label, greedy, literal in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        pattern += f"(?P<{label}>.+)" if greedy else f"(?P<{label}>[^/]+)"
        pattern += re.escape(literal)
    return re.compile(pattern if path.endswith("+}") else pattern.rstrip("/") + "/?", re.DOTALL)


def find(
    candidates: Sequence[Route], method: str, path: str, query: Mapping[str, str], headers: Mapping[str, str]
) -> tuple[Route, Mapping[str, str]] | None:
    """The operation that fits best, and the labels in its path, decoded."""
    best: tuple[tuple[int, int, int], Route, Mapping[str, str]] | None = None
    for route in candidates:
        match = route.path.fullmatch(path) if route.method == method else None
        rank = route.rank(query, headers) if match else None
        if match and rank is not None and (best is None or rank > best[0]):
            best = (rank, route, {name: unquote(text) for name, text in match.groupdict().items()})
    return (best[1], best[2]) if best else None


def located(
    shape: StructureShape,
    labels: Mapping[str, str],
    query: Sequence[tuple[str, str]],
    headers: Mapping[str, str],
) -> dict[str, Any]:
    """The parameters that stand in the path, the query and the headers (`headers` has lower-case names)."""
    params: dict[str, Any] = {}
    for member, below in shape.members.items():
        name = below.serialization.get("name", member)
        match below.serialization.get("location"):
            case "uri" if name in labels:
                params[member] = scalar(below, labels[name])
            case "querystring":
                values = [value for key, value in query if key == name]
                if isinstance(below, ListShape) and values:
                    params[member] = [scalar(below.member, value) for value in values]
                elif values:
                    params[member] = scalar(below, values[0])
            case "header" if name.lower() in headers:
                params[member] = _header(below, headers[name.lower()])
            case "headers":
                prefix = name.lower()
                found = {k.removeprefix(prefix): v for k, v in headers.items() if k.startswith(prefix)}
                if found:
                    params[member] = found
    return params


def _header(shape: Shape, text: str) -> Any:
    if isinstance(shape, ListShape):
        return [scalar(shape.member, part.strip()) for part in text.split(",")]
    return scalar(shape, text)
