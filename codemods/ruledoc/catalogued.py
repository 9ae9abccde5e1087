"""The rows of the catalog as rules: what each stands for, in one sentence."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from codemods.catalog.index import Catalog
from codemods.catalog.schema import Constant, Field, Helped, HelpedField, Idiom, Manual, Member, Operation
from codemods.code import HelperFunction
from codemods.ruledoc.model import RuleDoc


def catalogued_rules(catalog: Catalog) -> Iterator[RuleDoc]:
    """Every row, by the id that its sites have."""
    for short, cls in catalog.classes.items():
        for row in cls.members:
            yield RuleDoc(f"{short}.{row.name}", f"{cls.name}.{row.name}", _does(row))
        yield RuleDoc(
            f"{short}.isinstance", f"isinstance(..., {cls.name})", "becomes a test for what stands for it now"
        )
    for name, module in catalog.modules.items():
        for row in module.members:
            yield RuleDoc(f"{name}.{row.name}", f"{name}.{row.name}", _does(row))


def _does(row: Member) -> str:
    match row:
        case Operation(calls=calls, note=note):
            return _with(f"becomes the call {calls}", note)
        case Helped(helper=helper, note=note) | HelpedField(helper=helper, note=note):
            return _with(f"becomes a small helper in your file: {_brief(helper)}", note)
        case Field(member=member, note=note):
            return _with(f"becomes the member {member}", note)
        case Constant(value=value):
            return f"is written out: {value}"
        case Manual(advice=advice):
            return f"left and marked: {advice}"
        case Idiom(expand=expand):
            return f"depends on how it is used: {_brief(expand)}"


def _brief(function: HelperFunction) -> str:
    text = inspect.getdoc(function) or function.__name__.strip("_").replace("_", " ")
    first = text.split("\n\n")[0].replace("\n", " ").rstrip(".")
    return first[:1].lower() + first[1:]


def _with(sentence: str, note: str) -> str:
    return f"{sentence}; {note}" if note else sentence
