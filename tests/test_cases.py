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

TOPICS = ("connections", "ec2", "errors", "s3", "shape", "vpc")
FILES = [path for topic in TOPICS for path in sorted((CASES / topic).glob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    before, after = read_case(path)
    result = migrated(before)
    assert brief(result) == after
    ast.parse(result)
    assert migrated(result) == result
    assert not [rest for rest in run_text(before).remaining if not rest.marked]


def test_every_topic_has_cases() -> None:
    assert {path.parent.name for path in FILES} == set(TOPICS)


def accept(paths: list[str]) -> None:
    """Write what the tool makes of each case into the case."""
    for name in paths:
        path = Path(name)
        before, _ = read_case(path)
        path.write_text(before + MARKER + brief(migrated(before)))


if __name__ == "__main__":
    accept(sys.argv[1:])
