"""Every case file: before becomes after, after parses, a second run changes nothing, nothing is silent.

A new case is one file below tests/cases/<topic>/. To see (or accept) what the tool makes of a before half, run
`python -m tests.test_cases FILE...`: it rewrites the after halves.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from codemods.ruledoc import rules_below
from tests.helpers import CASES, MARKER, brief, migrated, read_case, run_text

OTHERS = {"dependencies", "modernise"}  # their cases have tests of their own
FILES = [path for path in sorted(CASES.glob("*/*.py")) if path.parent.name not in OTHERS]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    before, after = read_case(path)
    run = run_text(before)
    result = run.files[0].after.decode()
    assert brief(result) == after
    ast.parse(result)
    assert migrated(result) == result
    assert not [rest for rest in run.remaining if not rest.marked]
    assert not [site.rule for site in run.sites if not rules_below(site.rule)]


def test_no_name_is_undefined(tmp_path: Path) -> None:
    """What is written is complete: every name in it is defined or imported, unless it was undefined before."""
    for path in FILES:
        before, _ = read_case(path)
        name = f"{path.parent.name}_{path.stem}.py"
        (tmp_path / "before").mkdir(exist_ok=True)
        (tmp_path / "after").mkdir(exist_ok=True)
        (tmp_path / "before" / name).write_text(before)
        (tmp_path / "after" / name).write_text(migrated(before))
    assert not undefined(tmp_path / "after") - undefined(tmp_path / "before")


def undefined(folder: Path) -> set[tuple[str, str]]:
    """The undefined names in the files of a folder, with their files."""
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "F821"]
    found = subprocess.run(
        [*command, "--output-format", "json", str(folder)], capture_output=True, text=True, check=False
    )
    return {(Path(each["filename"]).name, each["message"]) for each in json.loads(found.stdout)}


def accept(paths: list[str]) -> None:
    """Write what the tool makes of each case into the case."""
    for name in paths:
        path = Path(name)
        before, _ = read_case(path)
        path.write_text(before + MARKER + brief(migrated(before)))


if __name__ == "__main__":
    accept(sys.argv[1:])
