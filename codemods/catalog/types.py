"""The small language in which the catalog writes types: `[ec2.Volume]`, `{str: str}?`, `iter s3.Key | s3.Prefix`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A builtin type (`str`), a boto 2 class (`s3.Key`), `none`, `any` or `true`."""

    name: str


@dataclass(frozen=True, slots=True)
class Of:
    """A container: `kind` is `list`, `iter`, `dict` or `tuple`; a dict has a key and a value."""

    kind: str
    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several types."""

    options: tuple[Type, ...]


Type = Named | Of | Either

_TOKEN = re.compile(r"\s*(?:([\w.]+)|(.))")


@functools.cache
def parse_type(text: str) -> Type:
    """The type that `text` writes. Raises ValueError, with the text, when it is not in the language."""
    tokens = [name or sign for name, sign in _TOKEN.findall(text)]
    parsed, rest = _either(tokens, 0, text)
    if rest != len(tokens):
        raise ValueError(f"not a type of the catalog: {text!r}")
    return parsed


def _either(tokens: list[str], at: int, text: str) -> tuple[Type, int]:
    options = []
    while True:
        option, at = _one(tokens, at, text)
        options.append(option)
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        return (options[0] if len(options) == 1 else Either(tuple(options))), at


def _one(tokens: list[str], at: int, text: str) -> tuple[Type, int]:
    if at >= len(tokens):
        raise ValueError(f"not a type of the catalog: {text!r}")
    token = tokens[at]
    result: Type
    if token == "iter":
        item, at = _either(tokens, at + 1, text)
        return Of("iter", (item,)), at
    if token == "[":
        items, at = _sequence(tokens, at + 1, "]", ",", text)
        result = Of("list", items)
    elif token == "(":
        items, at = _sequence(tokens, at + 1, ")", ",", text)
        result = Of("tuple", items)
    elif token == "{":
        items, at = _sequence(tokens, at + 1, "}", ":", text)
        result = Of("dict", items)
    elif re.fullmatch(r"[\w.]+", token):
        result, at = Named(token), at + 1
    else:
        raise ValueError(f"not a type of the catalog: {text!r}")
    if at < len(tokens) and tokens[at] == "?":
        return Either((result, Named("none"))), at + 1
    return result, at


def _sequence(tokens: list[str], at: int, close: str, separator: str, text: str) -> tuple[tuple[Type, ...], int]:
    items = []
    while True:
        item, at = _either(tokens, at, text)
        items.append(item)
        if at < len(tokens) and tokens[at] == separator:
            at += 1
            continue
        if at < len(tokens) and tokens[at] == close:
            return tuple(items), at + 1
        raise ValueError(f"not a type of the catalog: {text!r}")


def names_in(parsed: Type) -> frozenset[str]:
    """Every name that stands in a type."""
    if isinstance(parsed, Named):
        return frozenset({parsed.name})
    parts = parsed.items if isinstance(parsed, Of) else parsed.options
    return frozenset().union(*(names_in(part) for part in parts))
