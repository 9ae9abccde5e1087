"""Headers that are written in the source, as parameters of the call; botocore's model says which is which."""

from __future__ import annotations

import ast

from codemods import service_models
from codemods.catalog.schema import Argument, Flag, Use
from codemods.code import Code
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

    A helper is needed where a name, or whether a value is None, is known at run time only, and for dates and metadata.
    """
    if argument is None or argument.literal is None:
        return {}
    if not isinstance(argument.node, ast.Dict):
        return None
    names = header_names(operation)
    parameters: Parameters = {}
    later = False
    for key, node in zip(argument.node.keys, argument.node.values, strict=True):
        if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
            return None
        lower, value = key.value.lower(), use.argument(node)
        if lower in names and lower != "content-length":
            later = later or not _is_plain(value) or not _is_text(operation, names[lower])
            parameters[names[lower]] = value.code
        elif not lower.startswith((*s3_headers._IDLE_HEADERS, "x-amz-meta-")):
            return Flag(f"boto3 has no parameter for the header {key.value}; S3 needs it sent in another way")
        else:
            later = later or lower.startswith("x-amz-meta-")
    return None if later else parameters


def _is_plain(value: Argument) -> bool:
    """True for text that is sent as it stands: printable ASCII in the source, or a str that cannot be None."""
    if isinstance(value.literal, str):
        return value.literal.isascii() and value.literal.isprintable()
    return value.only("str") and not value.may_be_none
