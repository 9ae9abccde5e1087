"""The headline and the lines for the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_runs import broken, clean_run, full_run, inventory

from codemods.model import Finding, Level, Remaining, Run, Status
from codemods.report import headline, summary_lines


def with_remaining(run: Run, marked: bool) -> Run:
    rest = Remaining("a.py", 2, "boto", marked)
    return replace(run, files=(replace(run.files[0], remaining=(rest,)),))


def with_status(run: Run, status: Status) -> Run:
    file = run.files[0]
    return replace(run, files=(replace(file, sites=tuple(replace(site, status=status) for site in file.sites)),))


def test_nothing_left() -> None:
    assert headline(clean_run()) == "0 uses of boto 2 left: 2 of 2 rewritten."
    assert headline(with_status(clean_run(), Status.REVIEW)).endswith("2 of 2 rewritten, 2 of them to review.")


def test_nothing_there() -> None:
    assert headline(Run((), 1)) == "No use of boto 2 in 1 file."


@pytest.mark.parametrize(
    "run",
    [
        with_remaining(clean_run(), marked=True),
        with_remaining(clean_run(), marked=False),
        with_status(clean_run(), Status.FLAGGED),
        replace(clean_run(), files=(*clean_run().files, broken())),
        replace(clean_run(), findings=(Finding("gone", 0, "input", "does not exist", Level.ERROR),)),
        Run((broken(),), 1),
        full_run(),
    ],
)
def test_never_says_done_when_it_is_not(run: Run) -> None:
    said = headline(run)
    assert not said.startswith(("0 uses", "No use")), said
    assert said.endswith(".")
    assert "\n" not in said


def test_says_what_is_in_the_way() -> None:
    assert headline(with_remaining(clean_run(), marked=False)) == (
        "1 use of boto 2 is left; 1 is left without a mark; 2 rewritten."
    )
    assert headline(Run((broken(),), 1)) == "Not finished: 1 file could not be processed."
    assert headline(Run((inventory(),), 1)) == (
        "1 of 8 uses of boto 2 needs a person; 7 rewritten, 2 of them to review."
    )


def test_lines_for_the_terminal() -> None:
    lines = summary_lines(full_run())
    assert "files     12 scanned, 2 with boto 2, 2 to change, 2 failed" in lines
    assert "scan      2 uses of boto 2 in the result, 1 without a mark" in lines
    assert "failed    nowhere does not exist" in lines
    assert "flagged   ec2.Instance.stop: no client is in reach here; pass the client to this place" in lines
    assert "          inventory.py:18" in lines
    assert not [line for line in lines if "\x1b" in line or "\u202e" in line or "\n" in line]


def test_a_big_run_does_not_flood_the_terminal() -> None:
    file = with_status(clean_run(), Status.FLAGGED).files[0]
    sites = tuple(replace(file.sites[0], rule=f"rule-{number:02}", line=number) for number in range(40))
    lines = summary_lines(Run((replace(file, sites=sites),), 1))
    assert len([line for line in lines if line.startswith("flagged")]) == 12
    assert "          and 28 more rules, all of them in the report" in lines
