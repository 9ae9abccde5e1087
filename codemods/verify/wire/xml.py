"""The XML bodies of rest-xml requests (S3, Route 53, CloudFront) back into parameters."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from botocore.model import ListShape, MapShape, Shape, StructureShape

from codemods.verify.wire.values import scalar

INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"


def read(body: bytes, shape: Shape) -> Any:
    """The value of an XML document. The name of its root is not looked at: boto 2 has its own for some."""
    return _read(shape, ElementTree.fromstring(body))


def _read(shape: Shape, node: ElementTree.Element) -> Any:
    if isinstance(shape, StructureShape):
        return _structure(shape, node)
    if isinstance(shape, ListShape):
        return [_read(shape.member, child) for child in node]
    if isinstance(shape, MapShape):
        key = shape.key.serialization.get("name", "key")
        value = shape.value.serialization.get("name", "value")
        return {_child_text(entry, key): _read(shape.value, _child(entry, value)) for entry in node}
    return scalar(shape, node.text or "")


def _structure(shape: StructureShape, node: ElementTree.Element) -> dict[str, Any]:
    params: dict[str, Any] = {}
    for member, below in shape.members.items():
        serialization = below.serialization
        name = serialization.get("name", member)
        if serialization.get("xmlAttribute"):
            text = node.get(name.replace("xsi:", INSTANCE))
            if text is not None:
                params[member] = scalar(below, text)
            continue
        if isinstance(below, ListShape) and serialization.get("flattened"):
            name = serialization.get("name") or below.member.serialization.get("name") or member
            children = [child for child in node if _local(child) == name]
            if children:
                params[member] = [_read(below.member, child) for child in children]
            continue
        found = next((child for child in node if _local(child) == name), None)
        if found is not None:
            params[member] = _read(below, found)
    return params


def _local(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _child(node: ElementTree.Element, name: str) -> ElementTree.Element:
    return next((child for child in node if _local(child) == name), ElementTree.Element(name))


def _child_text(node: ElementTree.Element, name: str) -> str:
    return _child(node, name).text or ""
