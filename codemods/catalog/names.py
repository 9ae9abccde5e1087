"""Rows for names that boto 2 only handed on from the standard library, and for plain constants."""

from __future__ import annotations

from codemods.catalog.schema import Constant, Idiom, Outcome, Rewrite, Use
from codemods.code import Code, Import, code


def name_from(name: str, module: str, attribute: str = "", note: str = "") -> Idiom:
    """A name that boto 2 took from `module`: one of its names, or the module itself."""

    def expand(use: Use) -> Outcome:
        return Rewrite(use.imported(module, attribute), note)

    return Idiom(name, expand, attribute=True)


def names_from(module: str, *names: str, note: str = "") -> tuple[Idiom, ...]:
    """Names that boto 2 took from `module` without changing them."""
    return tuple(name_from(name, module, name, note) for name in names)


def modules(*names: str) -> tuple[Idiom, ...]:
    """Modules of the standard library that boto 2's module had imported."""
    return tuple(name_from(name, name) for name in names)


def builtins(*names: str) -> tuple[Constant, ...]:
    """Names of Python itself."""
    return tuple(Constant(name, Code(name), "any") for name in names)


def text(name: str, value: str) -> Constant:
    """A constant string."""
    return Constant(name, Code('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'))


def pattern(name: str, expression: str) -> Constant:
    """A compiled regular expression."""
    return Constant(name, Code(f're.compile(r"{expression}")', frozenset({Import("re")})), "any")


def _urllib(use: Use) -> Outcome:
    parts = [use.imported(f"urllib.{part}") for part in ("error", "parse", "request")]
    return Rewrite(code("urllib", *parts))


URLLIB = Idiom("urllib", _urllib, attribute=True)
"""six's urllib is a package with error, parse and request in it; Python's is that once the three are
imported.
"""

SIX = name_from(
    "six",
    "six",
    note="six comes with boto3 today (python-dateutil needs it); name it in your own requirements.",
)
