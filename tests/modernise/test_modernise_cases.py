"""Every case file of the Python 2 stage, and what must hold for all of them."""

from __future__ import annotations

import ast
import re

import pytest

from tests.modernise.modernise_cases import CASES, Case

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_text_and_findings(case: Case) -> None:
    result = case.run()
    assert result is not None
    assert result.text == case.after
    assert tuple((finding.line, finding.rule) for finding in result.findings) == case.findings


@every_case
def test_after_parses(case: Case) -> None:
    ast.parse(case.after)


@every_case
@pytest.mark.parametrize("every", [False, True])
def test_second_run_changes_nothing(case: Case, every: bool) -> None:
    assert case.run(case.after, every=every) is None


@every_case
def test_comments_survive(case: Case) -> None:
    pattern = re.compile(r"#[ :].*")
    assert sorted(pattern.findall(case.before)) == sorted(pattern.findall(case.after))


@every_case
def test_lines_map_back(case: Case) -> None:
    result = case.run()
    assert result is not None
    before, after = case.before.split("\n"), result.text.split("\n")
    assert len(result.line_map) == len(after)
    for line, original in zip(after, result.line_map, strict=True):
        if before.count(line) == after.count(line) == 1 and line.strip():
            assert before[original - 1] == line


@every_case
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_survive(case: Case, ending: str) -> None:
    result = case.run(case.before.replace("\n", ending))
    assert result is not None
    assert result.text == case.after.replace("\n", ending)
