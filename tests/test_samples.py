"""Every sample project: the tool's output equals `after/` byte for byte, and running it on `after/` changes nothing.

`python -m tests.test_samples` writes what the tool makes of each `before/` into `after/`, for a person to review.
That both forms do the same is shown in tests/verify/test_samples_verified.py.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from codemods.model import Run
from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.write import write_results

ROOT = Path(__file__).parents[1] / "sample_projects"
SAMPLES = sorted(path.parent for path in ROOT.glob("*/before"))


def tree(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by relative path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def migrated_copy(sample: Path, folder: Path) -> Run:
    """Copy `before/` of a sample to `folder` and migrate it there."""
    shutil.copytree(sample / "before", folder, ignore=shutil.ignore_patterns("__pycache__"))
    run = migrate([str(folder)], Settings())
    assert not write_results(run.files)
    return run


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 8


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_golden(sample: Path, tmp_path: Path) -> None:
    run = migrated_copy(sample, tmp_path / "copy")
    assert tree(tmp_path / "copy") == tree(sample / "after")
    assert not [rest for rest in run.remaining if not rest.marked]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_second_run_changes_nothing(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(sample / "after", tmp_path / "copy")
    run = migrate([str(tmp_path / "copy")], Settings())
    assert not [file.path for file in run.files if file.changed]


def accept() -> None:
    """Write the goldens."""
    for sample in SAMPLES:
        shutil.rmtree(sample / "after", ignore_errors=True)
        migrated_copy(sample, sample / "after")


if __name__ == "__main__":
    accept()
