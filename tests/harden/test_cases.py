"""Every case file below tests/harden/cases/<rule>/: before becomes after, and a second run changes nothing.

A case whose halves are equal is one in which the rules are silent. `python -m tests.harden.test_cases FILE...` writes
what the tool makes of each before half into the after half.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from codemods.model import Run
from codemods.pipeline import harden_text, migrate_text
from codemods.settings import Settings
from tests.helpers import MARKER, read_case

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*/*.py"))


def hardened(text: str, settings: Settings | None = None) -> str:
    """What the rules make of a text."""
    return _text(harden_text("case.py", text.encode(), settings or Settings()), text)


def _text(run: Run, text: str) -> str:
    return run.files[0].after.decode() if run.files else text


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    before, after = read_case(path)
    result = hardened(before)
    assert result == after
    ast.parse(result)
    assert hardened(result) == result


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_migrate_does_the_same(path: Path) -> None:
    """`migrate` runs these rules as well, and its second run changes nothing."""
    before, after = read_case(path)
    result = _text(migrate_text("case.py", before.encode(), Settings()), before)
    assert result == after
    assert _text(migrate_text("case.py", result.encode(), Settings()), result) == result


def accept(paths: list[str]) -> None:
    """Write what the tool makes of each case into the case."""
    for name in paths:
        path = Path(name)
        before, _ = read_case(path)
        path.write_text(before + MARKER + hardened(before))


if __name__ == "__main__":
    accept(sys.argv[1:])
