"""The query and ec2 protocols: `Filter.1.Value.2=x` back into nested parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape

from codemods.verify.wire.values import scalar

# Named so by the old query form of services that speak JSON today; no model has these names any more.
# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/ (2012-11-05)
OLD_NAMES: dict[str, tuple[str, ...]] = {
    "Entries": (
        "SendMessageBatchRequestEntry",
        "DeleteMessageBatchRequestEntry",
        "ChangeMessageVisibilityBatchRequestEntry",
    ),
}

Tree = dict[str, Any]  # text, or a Tree below each name


def read(pairs: Iterable[tuple[str, str]], shape: StructureShape | None) -> tuple[dict[str, Any], dict[str, str]]:
    """The parameters of a call, and what the model has no name for (by its name on the wire)."""
    tree: Tree = {}
    for name, value in pairs:
        _plant(tree, name.split("."), value)
    params = _structure(shape, tree) if shape is not None else {}
    return params, dict(_leaves(tree, ""))


def _plant(tree: Tree, path: list[str], value: str) -> None:
    *branches, leaf = path
    for name in branches:
        below = tree.setdefault(name, {})
        if not isinstance(below, dict):
            below = tree[name] = {"": below}
        tree = below
    if isinstance(tree.get(leaf), dict):
        tree[leaf][""] = value
    else:
        tree[leaf] = value


def _read(shape: Shape, tree: Any) -> Any:
    """Read a value and take what was understood out of the tree."""
    if isinstance(shape, StructureShape):
        return _structure(shape, tree) if isinstance(tree, dict) else {}
    if isinstance(shape, ListShape):
        # An empty list is written as an empty text.
        rows = _rows(tree) if isinstance(tree, dict) else []
        if not rows:
            return [tree] if tree and isinstance(tree, str) else []
        return [_item(shape.member, below, key) for below, key in rows]
    if isinstance(shape, MapShape):
        rows = _rows(tree) if isinstance(tree, dict) else []
        return dict(_entry(shape, below.pop(key)) for below, key in rows)
    if not isinstance(tree, dict):
        return scalar(shape, tree)
    # boto 2 writes some values of attributes as X.Value, the current API takes X itself.
    inner = next((name for name in ("Value", "") if isinstance(tree.get(name), str)), None)
    return scalar(shape, tree.pop(inner)) if inner is not None else dict(_drain(tree))


def _structure(shape: StructureShape, tree: Tree) -> dict[str, Any]:
    params = {}
    for member, below in shape.members.items():
        name = _find(member, below, tree)
        if name is None:
            continue
        value = tree[name]
        params[member] = _read(below, value)
        if not isinstance(value, dict) or not any(_leaves(value, "")):
            del tree[name]
    return params


def _find(member: str, shape: Shape, tree: Tree) -> str | None:
    """Which name in the tree is this member: the model's first, then the same in other spelling or number."""
    serialization = shape.serialization
    names = [serialization.get("queryName"), serialization.get("name"), member]
    if isinstance(shape, ListShape):
        names.append(shape.member.serialization.get("name"))
        names.extend(OLD_NAMES.get(member, ()))
    if isinstance(shape, ListShape | MapShape):
        names.extend((member.removesuffix("s"), member.removesuffix("ies") + "y"))
    folded = {name.lower(): name for name in tree}
    for name in names:
        if name and name.lower() in folded:
            return folded[name.lower()]
    return None


def _item(shape: Shape, rows: Tree, key: str) -> Any:
    value = _read(shape, rows[key])
    if not isinstance(rows[key], dict) or not any(_leaves(rows[key], "")):
        del rows[key]
    return value


def _rows(tree: Tree) -> list[tuple[Tree, str]]:
    """The numbered entries of a list in order, also below a wrapper (`member`, `entry`, the item's name)."""
    numbered = sorted((name for name in tree if name.isdigit()), key=int)
    if numbered:
        return [(tree, name) for name in numbered]
    return [row for below in tree.values() if isinstance(below, dict) for row in _rows(below)]


def _entry(shape: MapShape, row: Any) -> tuple[str, Any]:
    fields = {name.lower(): value for name, value in row.items()} if isinstance(row, dict) else {}
    key = fields.get("key", fields.get("name", ""))
    value = fields.get("value", "")
    return str(key), _read(shape.value, value)


def _leaves(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(tree, dict):
        yield path, tree
        return
    for name, below in tree.items():
        yield from _leaves(below, f"{path}.{name}" if path else name)


def _drain(tree: Tree) -> Iterator[tuple[str, str]]:
    yield from list(_leaves(tree, ""))
    tree.clear()
