"""Proof that a program still does the same: run before on boto 2 and after on boto3, against one fake AWS.

    before, after --run--> recordings --wire--> calls --steps--> steps --align, compare--> verdict

`verify` does it all. `run`, `trace` and `judge` are its stages for those who compare one run with several others.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from codemods.model import Site
from codemods.verify.compare import Trace, compare
from codemods.verify.fake import PAGE_SIZE, Fake, FakeError
from codemods.verify.limits import limits
from codemods.verify.model import Outcome, SiteProof, Verdict
from codemods.verify.run import NotCompared, last_line, run, trace
from codemods.verify.sites import Lines, prove, watched
from codemods.verify.wire import Reader
from codemods.verify.wirecheck import findings, table

__all__ = ["Fake", "NotCompared", "Reader", "Verdict", "judge", "run", "trace", "verify"]

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
) -> Verdict:
    """Run `command` with each tree as the working directory, and compare what the two runs did.

    `setup` is a Python file that prepares the fake with boto3 before each run. `timeout` is in seconds, for each
    command. `sites` are the migrated call sites to be judged one by one. `page_size` is how many keys S3 lists at once: a
    small one shows with few objects whether all pages are read.
    """
    lines = Lines(before), Lines(after)
    reader = Reader()

    cancelled = threading.Event()

    def side(tree: Path, watch: dict[str, list[int]]) -> Trace:
        reader = Reader()
        with Fake(page_size) as fake:
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
        _check(before, after, command, setup, python)
        with ThreadPoolExecutor(2) as pool:
            one = pool.submit(side, before, watched(sites, lines[0], False))
            other = pool.submit(side, after, watched(sites, lines[1], True))
            try:
                traces = one.result(), other.result()
            finally:
                cancelled.set()  # nothing to stop unless one side failed or the user interrupts
        return judge(*traces, sites, lines)
    except (NotCompared, FakeError) as error:
        return Verdict("not compared", str(error))


def judge(
    before: Trace, after: Trace, sites: Sequence[Site] = (), lines: tuple[Lines, Lines] | None = None
) -> Verdict:
    """Compare two runs that were recorded."""
    reason = _not_comparable(before, after)
    outcomes = [Outcome(side.ended.code, side.ended.seconds, len(side.calls)) for side in (before, after)]
    if reason:
        return Verdict("not compared", reason, before=outcomes[0], after=outcomes[1])
    compared = compare(before, after)
    wire_differences, wire_notes = findings(after.calls)
    differences = (*compared.differences, *wire_differences)
    if differences:
        more = f" and {len(differences) - 1} more" if len(differences) > 1 else ""
        result, reason = "differs", f"{differences[0].summary.rstrip('.')}{more}."
    else:
        calls = len(after.steps)
        result, reason = (
            "same",
            f"{calls} call{'s' if calls != 1 else ''}, the end, the output and the state are the same.",
        )
    proofs: tuple[SiteProof, ...] = ()
    if lines is not None:
        proofs = prove(sites, compared, *lines, before.ended.ran, after.ended.ran)
    return Verdict(
        result=result,
        reason=reason,
        differences=differences,
        notes=(*compared.notes, *wire_notes),
        sites=proofs,
        wire=table(after.calls),
        limits=limits((*before.calls, *after.calls)),
        before=outcomes[0],
        after=outcomes[1],
    )


def _check(before: Path, after: Path, command: Sequence[str], setup: Path | None, python: str) -> None:
    """What can be known to fail before anything runs."""
    for tree in (before, after):
        if not tree.is_dir():
            raise NotCompared(f"{tree} is not a directory.")
    if setup is not None and not setup.is_file():
        raise NotCompared(f"The setup file {setup} does not exist.")
    if not command:
        raise NotCompared("There is no command to run.")
    probe = "import sys, importlib.util as u; print(*sys.version_info[:2], *(bool(u.find_spec(n)) for n in ('boto', 'boto3')))"
    try:
        answer = subprocess.run(
            [python, "-c", probe], capture_output=True, text=True, timeout=60, check=False
        )
    except OSError as error:
        raise NotCompared(f"{python} cannot be started: {error.strerror}.") from error
    if answer.returncode:
        raise NotCompared(f"{python} does not work: {last_line(answer.stderr)}")
    major, minor, boto, boto3 = answer.stdout.split()
    if (int(major), int(minor)) >= (3, 12):
        raise NotCompared(
            f"boto 2 does not import on Python {major}.{minor}: install boto3ify[verify] on Python 3.10 or 3.11 and run it there."
        )
    for name, found in (("boto", boto), ("boto3", boto3)):
        if found != "True":
            raise NotCompared(f"{name} is not installed for {python}: pip install 'boto3ify[verify]'.")


def _not_comparable(before: Trace, after: Trace) -> str:
    """Why two runs say nothing about the migration, in a sentence; '' when they do."""
    for name, side in (("before", before), ("after", after)):
        if side.ended.code == 127 and not side.calls:
            return f"The command cannot be started: {last_line(side.stderr)}"
        if not side.ended.loaded:
            return f"The command did not start a Python that lets itself be watched ({name})."
    if before.ended.code is None:
        return f"The program before does not end within {before.ended.seconds:.0f} s."
    gap = next((call for call in before.calls if call.exchange.failure), None)
    if gap is not None:
        return f"The fake AWS cannot answer {gap.service}.{gap.operation}: {last_line(gap.exchange.failure)}"
    if not before.calls and not after.calls:
        said = f" It ended with: {last_line(before.stderr)}" if before.ended.code else ""
        return f"The command makes no AWS call, so there is nothing to compare.{said}"
    for name, side in (("before", before), ("after", after)):
        if side.calls and not any(call.origin.frames for call in side.calls):
            return f"No call comes from the tree {name}: the command seems to run an installed copy of the program."
    return ""
