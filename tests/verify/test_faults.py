"""The verifier is verified: right migrations are the same, planted wrong ones are found, misses are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods.verify import Verdict, judge
from codemods.verify.compare import Trace
from tests.verify.bench import Bench
from tests.verify.planted import FAULTS, PROGRAMS, Fault, Program

BEFORE: dict[str, Trace] = {}


def verdict_on(bench: Bench, program: Program, after: Path) -> Verdict:
    """Compare a tree with the program before; that one is run once in a worker."""
    if program.name not in BEFORE:
        BEFORE[program.name] = bench.trace(program.before, setup=program.setup, command=program.command)
    return judge(BEFORE[program.name], bench.trace(after, setup=program.setup, command=program.command))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_right_migration_is_the_same(bench: Bench, program: Program) -> None:
    verdict = verdict_on(bench, program, program.after)
    assert (verdict.result, verdict.differences) == ("same", ())
    assert all(row.good for row in verdict.wire)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_planted_fault(bench: Bench, fault: Fault, tmp_path: Path) -> None:
    tree = tmp_path / "faulty"
    for source in fault.program.after.rglob("*"):
        target = tree / source.relative_to(fault.program.after)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_file():
            target.write_bytes(source.read_bytes())
    module = tree / fault.program.module
    text = module.read_text()
    assert text.count(fault.right) == 1, "the edit must say which place it means"
    module.write_text(text.replace(fault.right, fault.wrong))
    verdict = verdict_on(bench, fault.program, tree)
    first = verdict.differences[0].summary if verdict.differences else ""
    assert (verdict.result, first) == ("differs" if fault.seen else "same", fault.seen)


def test_enough_faults_are_found() -> None:
    found = [fault for fault in FAULTS if fault.seen]
    assert len(FAULTS) >= 20
    assert len(found) >= 18
