"""Exchanges made by hand, and parameters made from a model, for tests of the reader."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode

import botocore.serialize
from botocore.model import OperationModel, Shape

from codemods.verify.model import Exchange, Origin
from codemods.verify.wire.values import blob

MOMENT = datetime.datetime(2026, 11, 22, 5, 20, 31, tzinfo=datetime.timezone.utc)


def exchange(
    method: str = "GET",
    host: str = "s3.amazonaws.com",
    target: str = "/",
    headers: dict[str, str] | None = None,
    body: bytes = b"",
    status: int = 200,
    answer: bytes = b"",
    origin: Origin | None = None,
    scheme: str = "https",
) -> Exchange:
    """One exchange, with defaults for what a test does not care about."""
    known = blob(body)
    return Exchange(
        index=0,
        method=method,
        scheme=scheme,
        host=host,
        target=target,
        headers=tuple((headers or {}).items()),
        body=body,
        body_size=known.size,
        body_sha256=known.sha256,
        origin=origin or Origin(),
        started=0.0,
        ended=0.0,
        status=status,
        response_headers=(),
        response_body=answer,
    )


def sample(shape: Shape | None, depth: int = 0) -> Any:
    """A value for a shape with every member set; recursion ends early and leaves nothing empty behind."""
    if shape is None:
        return {}
    kind = shape.type_name
    if kind == "structure":
        values = {n: sample(m, depth + 1) for n, m in shape.members.items() if depth < 5 and _plain(m)}
        return {name: value for name, value in values.items() if value not in ({}, [])}
    if kind == "list":
        item = sample(shape.member, depth + 1)
        return [] if item in ({}, []) else [item]
    if kind == "map":
        value = sample(shape.value, depth + 1)
        return {} if value in ({}, []) else {"key": value}
    return {
        "string": (shape.enum or ["te xt/+ü"])[0] if kind == "string" else "",
        "character": "c",
        "integer": 7,
        "long": 7,
        "float": 1.5,
        "double": 1.5,
        "boolean": True,
        "blob": b"bytes",
        "timestamp": MOMENT,
    }[kind]


def _plain(shape: Shape) -> bool:
    return not (shape.serialization.get("eventstream") or getattr(shape, "is_document_type", False))


def sent(operation: OperationModel, params: dict[str, Any]) -> Exchange:
    """The request that botocore makes of these parameters."""
    service = operation.service_model
    serializer = botocore.serialize.create_serializer(service.protocol, include_validation=False)
    request = serializer.serialize_to_request(params, operation)
    headers = {str(k): str(v) for k, v in request["headers"].items()}
    body = request["body"]
    if isinstance(body, dict):
        body = urlencode(body).encode()
    elif isinstance(body, str):
        body = body.encode()
    query = request["query_string"] or {}
    pairs = [(k, v) for k, vs in query.items() for v in (vs if isinstance(vs, list) else [vs])]
    target = request["url_path"]
    if pairs:
        target += ("&" if "?" in target else "?") + urlencode(pairs)
    host = f"{service.endpoint_prefix}.us-east-1.amazonaws.com"
    return exchange(request["method"], host, target, headers, body or b"")
