"""Headers that are written in the source, as parameters of the call; botocore's model says which is which."""

from __future__ import annotations

import ast

from codemods import service_models
from codemods.catalog.schema import Argument, Flag, Use
from codemods.code import Code, code
from codemods.emitted import s3_headers

Parameters = dict[str, Code]


def header_names(operation: str) -> dict[str, str]:
    """The parameter of an S3 operation for each header that stands for one, by the header's name in lower case."""
    shape = service_models.input_shape("s3", operation, "")
    members = getattr(shape, "members", {})
    return {
        member.serialization["name"].lower(): name
        for name, member in members.items()
        if member.serialization.get("location") == "header"
    }


def _is_text(operation: str, parameter: str) -> bool:
    shape = service_models.input_shape("s3", operation, parameter)
    return shape is not None and shape.type_name == "string"


def header_parameters(argument: Argument | None, operation: str, use: Use) -> Parameters | Flag | None:
    """The parameters for a dict of headers; None when it takes a helper, a flag when boto3 cannot send one of them.

    A helper is needed where a name, or whether a value is None, is known at run time only, for dates, and for metadata
    whose text is not written here.
    """
    if argument is None or argument.literal is None:
        return {}
    if not isinstance(argument.node, ast.Dict):
        return None
    names = header_names(operation)
    parameters: Parameters = {}
    metadata: list[Code] = []
    takes_metadata = service_models.input_shape("s3", operation, "Metadata") is not None
    later = False
    for key, node in zip(argument.node.keys, argument.node.values, strict=True):
        if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
            return None
        lower, value = key.value.lower(), use.argument(node)
        if lower in names and lower != "content-length":
            later = later or not _is_plain(value) or not _is_text(operation, names[lower])
            parameters[names[lower]] = value.code
        elif lower.startswith(_META):
            # boto 2 quoted what is not ASCII, which only a helper can see in a value that is not written here.
            later = later or not (isinstance(value.literal, str) and _is_plain(value)) or not takes_metadata
            metadata.append(code(f'"{lower.removeprefix(_META)}": {value.code}', value.code))
        elif not lower.startswith(s3_headers._IDLE_HEADERS):
            return Flag(f"boto3 has no parameter for the header {key.value}; S3 needs it sent in another way")
    if metadata:
        parameters["Metadata"] = code(f"{{{', '.join(map(str, metadata))}}}", *metadata)
    return None if later else parameters


_META = "x-amz-meta-"


def _is_plain(value: Argument) -> bool:
    """True for text that is sent as it stands: printable ASCII in the source, or a str that cannot be None."""
    if isinstance(value.literal, str):
        return value.literal.isascii() and value.literal.isprintable()
    return value.only("str") and not value.may_be_none
