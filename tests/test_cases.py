"""Every case file: before becomes after, after parses, a second run changes nothing, nothing is silent.

A new case is one file below tests/cases/<topic>/. To see (or accept) what the tool makes of a before half, run
`python -m tests.test_cases FILE...`: it rewrites the after halves.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.helpers import CASES, MARKER, brief, migrated, read_case, run_text

OTHERS = {"dependencies", "modernise"}  # their cases have tests of their own
FILES = [path for path in sorted(CASES.glob("*/*.py")) if path.parent.name not in OTHERS]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    before, after = read_case(path)
    result = migrated(before)
    assert brief(result) == after
    ast.parse(result)
    assert migrated(result) == result
    assert not [rest for rest in run_text(before).remaining if not rest.marked]


def accept(paths: list[str]) -> None:
    """Write what the tool makes of each case into the case."""
    for name in paths:
        path = Path(name)
        before, _ = read_case(path)
        path.write_text(before + MARKER + brief(migrated(before)))


if __name__ == "__main__":
    accept(sys.argv[1:])
