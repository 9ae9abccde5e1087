"""boto 2 took HTTP headers, boto3 takes parameters; botocore's model knows which header each becomes."""

import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote

_IDLE_HEADERS = ("accept", "cache-control", "connection", "content-", "expect", "expires", "user-agent")


def _header_text(value):
    """The value of a header as boto 2 sent it: all but printable ASCII is percent-encoded."""
    return quote(value if isinstance(value, bytes) else str(value), safe=string.punctuation + " ")


def _header_parameters(s3, operation, headers):
    """HTTP headers as the parameters of an operation that stand for them; idle ones are left out."""
    shapes = s3.meta.service_model.operation_model(operation).input_shape.members
    names = {shape.serialization.get("name", "").lower(): name for name, shape in shapes.items()}
    parameters, metadata = {}, {}
    for header, value in (headers or {}).items():
        lower = header.lower()
        name = names.get(lower)
        if value is None or lower == "content-length":
            continue
        if lower.startswith("x-amz-meta-"):
            metadata[header[len("x-amz-meta-") :]] = _header_text(value)
        elif name and shapes[name].serialization["location"] == "header":
            is_date = shapes[name].type_name == "timestamp"
            parameters[name] = parsedate_to_datetime(value) if is_date else _header_text(value)
        elif not lower.startswith(_IDLE_HEADERS):
            raise ValueError(f"boto3 has no parameter for the header {header} in {operation}")
    return {**parameters, "Metadata": metadata} if metadata and "Metadata" in shapes else parameters


def _response_parameters(response_headers):
    """Headers that the answer shall have: response-content-type becomes ResponseContentType."""
    return {name.title().replace("-", ""): value for name, value in (response_headers or {}).items()}
