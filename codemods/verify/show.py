"""Calls and values as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codemods.verify.align import Pair
from codemods.verify.matching import ABSENT, Bag
from codemods.verify.model import Blob, CallRow, Difference
from codemods.verify.steps import Step

LONGEST = 400


def call_text(step: Step) -> str:
    """`s3.PutObject(Bucket='b', Key='k', Body=<5 bytes b'hello'>)`, with the answer when it is an error."""
    params = ", ".join(f"{name}={value_text(value)}" for name, value in step.params.items())
    pages = f" [{len(step.calls)} pages, {step.items} items]" if len(step.calls) > 1 and step.items is not None else ""
    failed = f" -> {step.status} {step.calls[-1].error}" if step.failed else ""
    return f"{step.service}.{step.operation}({params}) in {step.call.region}{pages}{failed}"


def call_row(pair: Pair, difference: Difference | None) -> CallRow:
    """Two calls side by side."""
    one, other = pair.before, pair.after
    return CallRow(
        call_text(one) if one else "",
        call_text(other) if other else "",
        one.origin.place if one else None,
        other.origin.place if other else None,
        difference is None,
    )


def value_text(value: Any) -> str:
    """A value on one line, shortened."""
    text = _text(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."


def _text(value: Any) -> str:
    if value is None or value is ABSENT:
        return ABSENT
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_text(item)}" for name, item in value.items()) + "}"
    if isinstance(value, Bag | list):
        return "[" + ", ".join(_text(item) for item in value) + "]"
    return str(value) if isinstance(value, Blob) else repr(value)
