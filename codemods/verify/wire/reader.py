"""One recorded exchange -> one AWS call, with its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, quote
from xml.etree import ElementTree

import botocore.loaders
import botocore.parsers
import botocore.session
from botocore.awsrequest import HeadersDict
from botocore.model import OperationModel, ServiceModel, Shape, StructureShape
from botocore.paginate import PaginatorModel

from codemods.verify.model import Blob, Call, Exchange, Wire
from codemods.verify.wire import flat, routes, signatures, values, xml
from codemods.verify.wire.endpoints import Endpoint, locate
from codemods.verify.wire.signatures import Signature

# What S3 requests carry beside the parameters of the call.
TRANSPORT = (
    "x-amz-date",
    "x-amz-content-sha256",
    "x-amz-security-token",
    "x-amz-user-agent",
    "x-amz-trailer",
    "x-amz-decoded-content-length",
    "x-amz-te",
    "x-amz-sdk-checksum-algorithm",
    "x-amz-target",
    "x-amzn-authorization",
    "x-amzn-query-mode",
)
# Stored or obeyed by S3 although its model has no member for them.
PLAIN = ("x-robots-tag",)


class Reader:
    """Reads exchanges. Holds the models that it has loaded: EC2's alone is several megabytes."""

    def __init__(self) -> None:
        self._session = botocore.session.Session()
        self._available = frozenset(self._session.get_available_services())
        self._models: dict[str, ServiceModel] = {}
        self._routes: dict[str, Sequence[routes.Route]] = {}

    def read(self, exchange: Exchange) -> Call:
        """Read a request and its answer. What no model explains is a call by its method and path."""
        request = _Request(exchange)
        found = self._operation(request)
        if found is None:
            service = request.endpoint.services[0]
            return _call(request, service, f"{exchange.method} {request.path}", request.raw_params(), {}, "", {})
        operation, protocol, params, unknown = found
        error, result = _answer(exchange, operation, protocol)
        service = operation.service_model.service_name
        return _call(request, service, operation.name, params, unknown, error, result)

    def model(self, service: str) -> ServiceModel:
        """botocore's model of a service."""
        if service not in self._models:
            self._models[service] = self._session.get_service_model(service)
        return self._models[service]

    def pagination(self, service: str, operation: str) -> Mapping[str, Any] | None:
        """How botocore pages through an operation: input_token, output_token, limit_key, result_key."""
        try:
            model: PaginatorModel = self._session.get_paginator_model(service)
            config: Mapping[str, Any] = model.get_paginator(operation)
        except (ValueError, botocore.exceptions.DataNotFoundError):
            return None
        return config

    def _candidates(self, request: _Request) -> list[ServiceModel]:
        names = dict.fromkeys((*request.endpoint.services, request.signature.service))
        return [self.model(name) for name in names if name in self._available]

    def _operation(self, request: _Request) -> tuple[OperationModel, str, dict[str, Any], dict[str, str]] | None:
        for model in self._candidates(request):
            name, protocol = request.named_operation(model)
            if name in model.operation_names:
                operation = model.operation_model(name)
                return operation, protocol, *request.named_params(operation, protocol)
            if model.protocol.startswith("rest-") and not name:
                found = self._routed(model, request)
                if found is not None:
                    return found
        return None

    def _routed(
        self, model: ServiceModel, request: _Request
    ) -> tuple[OperationModel, str, dict[str, Any], dict[str, str]] | None:
        if model.service_name not in self._routes:
            self._routes[model.service_name] = routes.routes(model)
        path = request.path
        if request.endpoint.bucket:
            path = f"/{quote(request.endpoint.bucket)}{path}"
        exchange = request.exchange
        found = routes.find(self._routes[model.service_name], exchange.method, path, request.query, request.headers)
        if found is None:
            return None
        route, labels = found
        operation = route.operation
        params: dict[str, Any] = {}
        if operation.input_shape is not None:
            params = routes.located(operation.input_shape, labels, request.pairs, request.headers)
            params |= _body(operation, exchange)
        return operation, model.protocol, params, request.unknown_headers(operation)


class _Request:
    """The parts of an exchange that several steps need."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.endpoint: Endpoint = locate(exchange.host)
        self.path, _, query = exchange.target.partition("?")
        self.pairs = parse_qsl(query, keep_blank_values=True)
        self.query = dict(self.pairs)
        self.headers = {key.lower(): value for key, value in exchange.headers}
        self.form: list[tuple[str, str]] = []
        if self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            self.form = parse_qsl((exchange.body or b"").decode("utf-8", "replace"), keep_blank_values=True)
        self.signature: Signature = signatures.read(self.headers, self.query, dict(self.form))

    def named_operation(self, model: ServiceModel) -> tuple[str, str]:
        """The operation that the request names itself, and the protocol it was sent in; '' for REST."""
        target = self.headers.get("x-amz-target", "")
        if target:
            prefix, _, name = target.rpartition(".")
            mine = model.metadata.get("targetPrefix", prefix)
            return (name if prefix == mine else "", "json")
        if self.headers.get("smithy-protocol") == "rpc-v2-cbor":
            return self.path.rpartition("/")[2], "smithy-rpc-v2-cbor"
        fields = dict(self.form) | self.query
        if "Action" in fields and model.protocol not in ("rest-xml", "rest-json"):
            same = len(self.endpoint.services) == 1 or fields.get("Version") in (None, model.api_version)
            return (fields["Action"] if same else "", "ec2" if model.protocol == "ec2" else "query")
        return "", ""

    def named_params(self, operation: OperationModel, protocol: str) -> tuple[dict[str, Any], dict[str, str]]:
        """The parameters of a request that names its operation."""
        shape = operation.input_shape
        body = self.exchange.body or b""
        if protocol in ("json", "smithy-rpc-v2-cbor"):
            content = json.loads(body or b"{}") if protocol == "json" else _cbor(body)
            return (values.from_json(shape, content) if shape is not None else {}), {}
        pairs = [
            (name, value)
            for name, value in (*self.pairs, *self.form)
            if name not in ("Action", "Version") and not signatures.IN_QUERY.fullmatch(name)
        ]
        params, unknown = flat.read(pairs, shape)
        if operation.service_model.service_name == "sqs" and self.path != "/" and "QueueUrl" not in params:
            # The query form of SQS is sent to the queue itself.
            params["QueueUrl"] = f"{self.exchange.scheme}://{self.exchange.host}{self.path}"
        return params, unknown

    def raw_params(self) -> dict[str, Any]:
        """A request that no model explains, as it is."""
        query = {name: value for name, value in self.pairs if not signatures.IN_QUERY.fullmatch(name)}
        return {"host": self.exchange.host, "query": query, "body": _content(self.exchange)}

    def unknown_headers(self, operation: OperationModel) -> dict[str, str]:
        """Headers that mean something to AWS and that the operation's model has no member for."""
        shape = operation.input_shape
        members = shape.members.items() if shape is not None else ()
        names = [(m.serialization.get("location"), m.serialization.get("name", name)) for name, m in members]
        known = {name.lower() for location, name in names if location == "header"}
        prefixes = tuple(name.lower() for location, name in names if location == "headers")
        return {
            name: value
            for name, value in self.headers.items()
            if (name.startswith("x-amz-") or name in PLAIN)
            and name not in known
            and name not in TRANSPORT
            and not (prefixes and name.startswith(prefixes))
        }


def _call(
    request: _Request,
    service: str,
    operation: str,
    params: Mapping[str, Any],
    unknown: Mapping[str, str],
    error: str,
    result: Mapping[str, Any],
) -> Call:
    exchange, signature = request.exchange, request.signature
    agent = request.headers.get("user-agent", "")
    library = "boto" if agent.startswith("Boto/2") else "boto3" if "otocore" in agent else "other"
    wire = Wire(
        scheme=exchange.scheme,
        host=exchange.host,
        signature=signature.version,
        in_query=signature.in_query,
        scope_region=signature.region,
        scope_service=signature.service,
        endpoint_region=request.endpoint.region,
        library=library,
    )
    return Call(
        exchange=exchange,
        service=service,
        operation=operation,
        params=params,
        unknown=unknown,
        error=error or (str(exchange.status) if exchange.status >= 400 else ""),
        result=result,
        wire=wire,
    )


def _content(exchange: Exchange) -> Blob:
    if exchange.body is not None:
        return values.blob(exchange.body)
    return Blob(exchange.body_size, exchange.body_sha256)


def _body(operation: OperationModel, exchange: Exchange) -> dict[str, Any]:
    """The parameters in the body of a REST request."""
    shape: Shape | None = operation.input_shape
    payload = shape.serialization.get("payload") if shape is not None else None
    if isinstance(shape, StructureShape) and payload is not None:
        member = shape.members[payload]
        if member.type_name in ("blob", "string"):
            text = (exchange.body or b"").decode("utf-8", "replace")
            return {payload: text if member.type_name == "string" else _content(exchange)}
        shape = member
    body = exchange.body or b""
    if not isinstance(shape, StructureShape) or not body.strip():
        return {}
    if payload is None and all(member.serialization.get("location") for member in shape.members.values()):
        return {}  # nobody reads a body here: boto 2 sent `/?policy` as the body of DELETE /?policy
    try:
        if operation.service_model.protocol == "rest-json":
            content = values.from_json(shape, json.loads(body))
        else:
            content = xml.read(body, shape)
    except (ValueError, ElementTree.ParseError):
        # Not what the operation takes: AWS would refuse it, and the comparison shall see it.
        return {payload or "body": _content(exchange)}
    return {payload: content} if payload is not None else content


def _cbor(body: bytes) -> Any:
    # Only botocore versions that speak CBOR have the class, and only they send it.
    parser: Any = vars(botocore.parsers)["BaseCBORParser"]()
    return parser.parse_data_item(parser.get_peekable_stream_from_bytes(body)) if body else {}


def _answer(exchange: Exchange, operation: OperationModel, protocol: str) -> tuple[str, Mapping[str, Any]]:
    """The error code and the parsed result of an answer."""
    shape = operation.output_shape
    body = exchange.response_body or b""
    if shape is not None and shape.serialization.get("payload"):
        payload = shape.members[shape.serialization["payload"]]
        if payload.type_name == "blob" and exchange.status < 300:
            body = b""  # the content of an object is compared elsewhere
    response = {
        "status_code": exchange.status,
        "headers": HeadersDict(exchange.response_headers),
        "body": body,
    }
    try:
        parser: Any = botocore.parsers.create_parser(protocol)
        result = parser.parse(response, shape)
    except (botocore.parsers.ResponseParserError, ValueError, KeyError, AttributeError):
        return "", {}
    return str(result.pop("Error", {}).get("Code", "")), result
