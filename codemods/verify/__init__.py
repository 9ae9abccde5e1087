"""Proof that a program still does the same: run before on boto 2 and after on boto3, against one fake AWS.

    before, after --run--> recordings --wire--> calls --steps--> steps --align, compare--> verdict

`verify` does it all. `run`, `trace` and `judge` are its stages for those who compare one run with several
others.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, nullcontext
from pathlib import Path

from codemods.model import Site
from codemods.verify.compare import Trace, compare
from codemods.verify.conditions import check, not_comparable
from codemods.verify.fake import PAGE_SIZE, Fake, FakeError
from codemods.verify.limits import limits
from codemods.verify.model import Difference, Outcome, SiteProof, Verdict
from codemods.verify.noise import only_text, without_noise
from codemods.verify.run import NotCompared, run, trace
from codemods.verify.show import call_row
from codemods.verify.sites import Lines, prove, watched
from codemods.verify.wire import Reader
from codemods.verify.wirecheck import findings, table

__all__ = ["Fake", "FakeError", "NotCompared", "Reader", "Verdict", "judge", "run", "trace", "verify"]

TIMEOUT = 300.0


def verify(
    before: Path,
    after: Path,
    command: Sequence[str],
    *,
    setup: Path | None = None,
    timeout: float = TIMEOUT,
    sites: Sequence[Site] = (),
    python: str = sys.executable,
    page_size: int = PAGE_SIZE,
    progress: Callable[[str, int, int], None] | None = None,
    using: tuple[Fake, Reader] | None = None,
) -> Verdict:
    """Run `command` with each tree as the working directory, and compare what the two runs did.

    `setup` is a Python file that prepares the fake with boto3 before each run. `timeout` is in seconds, for
    each command. `sites` are the migrated call sites to be judged one by one. `page_size` is how many keys S3
    lists at once: a small one shows with few objects whether all pages are read. `progress` is told how many
    of the two runs are through. With `using`, the two runs share a fake that is running already, one after the other.
    """
    lines = Lines(before), Lines(after)
    cancelled = threading.Event()

    def side(tree: Path, watch: dict[str, list[int]]) -> Trace:
        with nullcontext(using) if using is not None else _started(page_size) as (fake, reader):
            seen = run(
                tree,
                command,
                fake,
                reader,
                setup=setup,
                timeout=timeout,
                python=python,
                lines=watch,
                cancelled=cancelled,
            )
            return trace(seen, reader)

    try:
        check(before, after, command, setup, python)
        with ThreadPoolExecutor(1 if using is not None else 2) as pool:
            one = pool.submit(side, before, watched(sites, lines[0], False))
            other = pool.submit(side, after, watched(sites, lines[1], True))
            try:
                if progress is not None:
                    for done, _ in enumerate(as_completed((one, other)), 1):
                        progress("verify", done, 2)
                traces = one.result(), other.result()
            finally:
                cancelled.set()  # nothing to stop unless one side failed or the user interrupts
        verdict = judge(*traces, sites, lines)
        if only_text(verdict.differences):
            cancelled.clear()
            verdict = judge(*traces, sites, lines, again=side(before, {}))
        return verdict
    except (NotCompared, FakeError) as error:
        return Verdict("not compared", str(error))


@contextmanager
def _started(page_size: int) -> Iterator[tuple[Fake, Reader]]:
    with Fake(page_size) as fake:
        yield fake, Reader()


def judge(
    before: Trace,
    after: Trace,
    sites: Sequence[Site] = (),
    lines: tuple[Lines, Lines] | None = None,
    again: Trace | None = None,
) -> Verdict:
    """Compare two runs. `again` is a second run before: what is not steady there proves nothing."""
    reason = not_comparable(before, after)
    outcomes = [Outcome(side.ended.code, side.ended.seconds, len(side.calls)) for side in (before, after)]
    if reason:
        return Verdict("not compared", reason, before=outcomes[0], after=outcomes[1])
    compared = compare(before, after)
    if again is not None:
        compared = without_noise(compared, compare(before, again).differences)
    wire_differences, wire_notes = findings(after.calls)
    differences = (*compared.differences, *wire_differences)
    proofs: tuple[SiteProof, ...] = ()
    if lines is not None:
        proofs = prove(sites, compared, *lines, before.ended.ran, after.ended.ran)
    return Verdict(
        result="differs" if differences else "same",
        reason=_reason(differences, len(after.steps)),
        differences=differences,
        notes=(*compared.notes, *wire_notes),
        sites=proofs,
        calls=tuple(call_row(pair, difference) for pair, difference in compared.pairs),
        wire=table(after.calls),
        limits=limits((*before.calls, *after.calls)),
        before=outcomes[0],
        after=outcomes[1],
    )


def _reason(differences: Sequence[Difference], calls: int) -> str:
    if not differences:
        made = f"{calls} call{'s' if calls != 1 else ''}"
        return f"{made}, the end, the output and the state are the same."
    more = f" and {len(differences) - 1} more" if len(differences) > 1 else ""
    return f"{differences[0].summary.rstrip('.')}{more}."
