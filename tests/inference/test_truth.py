"""The table of classes that may be false holds all that have a length in boto 2."""

from __future__ import annotations

import importlib

from codemods.catalog import catalog
from codemods.inference.truth import MAY_BE_EMPTY


def test_all_other_classes_of_boto_are_always_true() -> None:
    lengthy = set()
    for short, known in catalog().classes.items():
        module, _, name = known.name.rpartition(".")
        try:
            cls = getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError):
            continue
        if hasattr(cls, "__len__") or hasattr(cls, "__bool__") or hasattr(cls, "__nonzero__"):
            lengthy.add(short)
    assert lengthy == MAY_BE_EMPTY
