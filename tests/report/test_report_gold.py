"""Whole reports, compared with those in tests/gold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from report_runs import VERDICT, clean_run, full_run

from codemods import __version__
from codemods.report import write_reports

GOLD = Path(__file__).parents[1] / "gold"
RUNS = {"full": (full_run, VERDICT), "clean": (clean_run, None)}


def scrub(text: str) -> str:
    """What may change without the report changing: the version, looks and behaviour of the page."""
    version = re.escape(__version__)
    text = re.sub(rf'(boto3ify |"version": "){version}', r"\1VERSION", text)
    return re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", RUNS)
def test_reports_are_as_agreed(name: str, tmp_path: Path) -> None:
    run, verdict = RUNS[name]
    written = write_reports(run(), tmp_path, verdict=verdict)
    for path in written:
        path.write_text(scrub(path.read_text("utf-8")), "utf-8")
    differ = [path.name for path in written if _gold(name, path) != path.read_text("utf-8")]
    assert not differ, f"{', '.join(differ)} differ; if that is wanted: cp {tmp_path}/report.* {GOLD / name}/"


def _gold(name: str, path: Path) -> str:
    gold = GOLD / name / path.name
    return gold.read_text("utf-8") if gold.exists() else ""
