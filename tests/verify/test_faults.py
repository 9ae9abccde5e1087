"""The verifier is verified: right migrations are the same, planted wrong ones are found, misses are known."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from codemods.verify import Fake, Reader, Verdict, judge, run, trace
from codemods.verify.compare import Trace
from tests.verify.planted import FAULTS, PROGRAMS, Fault, Program

TIMEOUT = 60.0


class Bench:
    """One fake for all runs of the module; the run before is made once for each program."""

    def __init__(self, fake: Fake) -> None:
        self._fake = fake
        self._reader = Reader()
        self._before: dict[str, Trace] = {}

    def judge(self, program: Program, after: Path) -> Verdict:
        if program.name not in self._before:
            self._before[program.name] = self._trace(program, program.before)
        return judge(self._before[program.name], self._trace(program, after))

    def _trace(self, program: Program, tree: Path) -> Trace:
        seen = run(
            tree,
            program.command,
            self._fake,
            self._reader,
            setup=program.setup,
            timeout=TIMEOUT,
            python=sys.executable,
        )
        return trace(seen, self._reader)


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    # Pages of three keys: a listing that stops after one of them shows with seven objects.
    with Fake(page_size=3) as fake:
        yield Bench(fake)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_right_migration_is_the_same(bench: Bench, program: Program) -> None:
    verdict = bench.judge(program, program.after)
    assert (verdict.result, verdict.differences) == ("same", ())
    assert all(row.good for row in verdict.wire)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_planted_fault(bench: Bench, fault: Fault, tmp_path: Path) -> None:
    for source in fault.program.after.rglob("*"):
        target = tmp_path / source.relative_to(fault.program.after)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_file():
            target.write_bytes(source.read_bytes())
    module = tmp_path / fault.program.module
    text = module.read_text()
    assert text.count(fault.right) == 1, "the edit must say which place it means"
    module.write_text(text.replace(fault.right, fault.wrong))
    verdict = bench.judge(fault.program, tmp_path)
    assert verdict.result == ("same" if fault.missed else "differs"), verdict.reason


def test_enough_faults_are_found() -> None:
    found = [fault for fault in FAULTS if not fault.missed]
    assert len(FAULTS) >= 20
    assert len(found) >= 18
