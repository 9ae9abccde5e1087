"""boto 2 took HTTP headers, boto3 takes parameters; botocore's model knows which header each becomes."""

import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote

IDLE_HEADERS = (
    "accept",
    "cache-control",
    "connection",
    "content-",
    "expect",
    "expires",
    "user-agent",
)


def _header_text(value):
    """The value of a header as boto 2 sent it: all but printable ASCII is percent-encoded."""
    return quote(value if isinstance(value, bytes) else str(value), safe=string.punctuation + " ")


def _header_value(shape, value):
    """The value of a header in the type that its parameter wants."""
    if shape.type_name == "timestamp":
        return parsedate_to_datetime(value)
    if shape.type_name == "boolean":
        return str(value).lower() == "true"
    return _header_text(value)


def _header_parameters(s3, operation, headers):
    """HTTP headers as parameters of an operation; ValueError for a header that no parameter stands for."""
    shapes = s3.meta.service_model.operation_model(operation).input_shape.members
    names = {
        shape.serialization["name"].lower(): name
        for name, shape in shapes.items()
        if shape.serialization.get("location") == "header"
    }
    parameters, metadata = {}, {}
    for header, value in (headers or {}).items():
        lower = header.lower()
        if value is None or lower == "content-length":
            continue
        if lower in names:
            parameters[names[lower]] = _header_value(shapes[names[lower]], value)
        elif lower.startswith("x-amz-meta-"):
            metadata[header[len("x-amz-meta-") :]] = _header_text(value)
        elif not lower.startswith(IDLE_HEADERS):
            raise ValueError(f"boto3 has no parameter for the header {header} in {operation}")
    if metadata and "Metadata" in shapes:
        parameters["Metadata"] = metadata
    return parameters


def _response_parameters(response_headers):
    """Headers that the answer shall have: response-content-type becomes ResponseContentType."""
    return {name.title().replace("-", ""): value for name, value in (response_headers or {}).items()}
