"""Reports on disk: all or nothing, and nothing else is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from report_runs import SECRET, VERDICT, clean_run, full_run

from codemods.report import UnwritableReport, write_reports

NAMES = ["report.html", "report.json", "report.md", "report.sarif"]


def test_writes_four_files_and_leaves_others(tmp_path: Path) -> None:
    directory = tmp_path / "a" / "b"
    directory.mkdir(parents=True)
    (directory / "mine.txt").write_text("mine")
    (directory / "report.json").write_text("old")
    written = write_reports(full_run(), directory, verdict={**VERDICT, "limits": [f"key {SECRET}"]})
    assert sorted(path.name for path in written) == NAMES
    assert sorted(path.name for path in directory.iterdir()) == sorted([*NAMES, "mine.txt"])
    assert all(path.parent == directory for path in written)
    assert not [path for path in written if SECRET in path.read_text("utf-8")]


def test_twice_is_the_same(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_reports(full_run(), tmp_path / "one", verdict=VERDICT)]
    assert first == [path.read_bytes() for path in write_reports(full_run(), tmp_path / "two", verdict=VERDICT)]


def test_a_failure_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_reports(clean_run(), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    write = Path.write_bytes

    def full_disk(path: Path, content: bytes) -> int:
        if ".report.json" in path.name:
            raise OSError(28, os.strerror(28))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(UnwritableReport, match=r"cannot write the report to .*: No space left"):
        write_reports(full_run(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_in_the_place_of_the_directory(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("")
    with pytest.raises(UnwritableReport, match=r"cannot write the report to .*report: File exists"):
        write_reports(clean_run(), tmp_path / "report")


def test_a_path_that_is_no_text(tmp_path: Path) -> None:
    run = clean_run()
    odd = os.fsdecode(b"caf\xe9.py")
    file = run.files[0]
    sites = tuple(type(site)(odd, *[getattr(site, name) for name in site.__slots__[1:]]) for site in file.sites)
    run = type(run)((type(file)(odd, file.before, file.after, sites),), 1)
    assert len(write_reports(run, tmp_path)) == 4
