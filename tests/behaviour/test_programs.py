"""Every legacy program below `programs/`, migrated once and run on both libraries against the fake AWS.

`expected.txt` in a program's folder says what `verify` has to find and how many sites may stay flagged; without it
that is "same" and 0. `pending.txt` lists the programs that are not there yet, each with the reason: they have to be
whole and marked at least, and their test fails as soon as they do what is expected, so that the list only shrinks.
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from codemods.model import Run, Status
from codemods.pipeline import migrate
from codemods.settings import Settings, Style
from codemods.verify import Fake, Reader, Verdict, verify
from codemods.write import write_results

HERE = Path(__file__).parent
PROGRAMS = sorted(folder.name for folder in (HERE / "programs").iterdir() if folder.is_dir())
BESIDE = ("setup_aws.py", "command.txt", "expected.txt", "__pycache__")
SECONDS = 60.0


def _pending() -> dict[str, str]:
    lines = (HERE / "pending.txt").read_text().splitlines()
    return {name: reason.strip() for name, _, reason in (line.partition(":") for line in lines if line.strip())}


PENDING = _pending()


def _expected(folder: Path) -> tuple[str, int]:
    """What `verify` says, and how many sites stay flagged."""
    file = folder / "expected.txt"
    result, flagged = file.read_text().split(", ") if file.exists() else ("same", "0 flagged")
    return result, int(flagged.split()[0])


def _migrated(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: Style = Style.AUTO) -> Run:
    for side in ("before", "after"):
        shutil.copytree(folder, tmp_path / side, ignore=shutil.ignore_patterns(*BESIDE))
    monkeypatch.chdir(tmp_path)
    run = migrate(["after"], Settings(style=style))
    write_results(run.files)
    return run


def _verified(folder: Path, tmp_path: Path, using: tuple[Fake, Reader]) -> Verdict:
    command = folder / "command.txt"
    words = command.read_text().split() if command.exists() else ["python", "main.py"]
    setup = folder / "setup_aws.py"
    before, after = tmp_path / "before", tmp_path / "after"
    return verify(before, after, words, setup=setup if setup.exists() else None, timeout=SECONDS, using=using)


@pytest.fixture(scope="module")
def using() -> Iterator[tuple[Fake, Reader]]:
    """One fake AWS for all programs of a worker: starting it costs more than using it."""
    with Fake() as fake:
        yield fake, Reader()


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, using: tuple[Fake, Reader]) -> None:
    folder = HERE / "programs" / name
    run = _migrated(folder, tmp_path, monkeypatch)
    for file in (tmp_path / "after").rglob("*.py"):
        ast.parse(file.read_bytes())
    assert not [rest for rest in run.remaining if not rest.marked], "uses of boto 2 that are neither moved nor marked"
    assert not [result for result in run.files if result.failed]

    verdict = _verified(folder, tmp_path, using)
    result, flagged = _expected(folder)
    as_expected = verdict.result == result and run.count(Status.FLAGGED) == flagged
    if name in PENDING:
        assert not as_expected, f"{name} does what is expected now: take it out of pending.txt"
    else:
        assert as_expected, f"{verdict.result}, {run.count(Status.FLAGGED)} flagged: {verdict.reason}"


@pytest.mark.parametrize("name", ["ec2_group_export", "ec2_attributes"])
def test_style_resource_where_client_would_do(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, using: tuple[Fake, Reader]
) -> None:
    folder = HERE / "programs" / name
    run = _migrated(folder, tmp_path, monkeypatch, Style.RESOURCE)
    assert (run.styles["ec2"][0], run.count(Status.FLAGGED)) == ("resource", 0)
    verdict = _verified(folder, tmp_path, using)
    assert verdict.result == "same", verdict.reason


def test_style_client_where_objects_travel_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no client can be named the object's use is flagged, and the rest converts."""
    folder = HERE / "programs" / "ec2_snapshot_retention"
    run = _migrated(folder, tmp_path, monkeypatch, Style.CLIENT)
    flagged = [site for site in run.sites if site.status is Status.FLAGGED]
    assert run.styles["ec2"][0] == "client"
    assert len(flagged) < len(run.sites) / 10
    assert all("is in reach here" in site.message for site in flagged)
    assert not [rest for rest in run.remaining if not rest.marked]


def test_pending_programs_exist() -> None:
    assert set(PENDING) <= set(PROGRAMS)
    assert all(PENDING.values()), "each has a reason"
