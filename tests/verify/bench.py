"""Two programs, run and judged with one fake: what `verify` does, without starting it each time."""

from __future__ import annotations

import sys
from pathlib import Path

from codemods.model import Site, Status
from codemods.verify import Fake, Reader, Verdict, judge, run, trace
from codemods.verify.compare import Trace
from codemods.verify.sites import Lines, watched


class Bench:
    """Runs sources as app.py. The result of a source is kept, so that many can be compared with one."""

    def __init__(self, fake: Fake, reader: Reader, folder: Path) -> None:
        self._fake = fake
        self._reader = reader
        self._folder = folder
        self._count = 0

    def judge(
        self,
        before: str,
        after: str,
        sites: tuple[Site, ...] = (),
        timeout: float = 60.0,
        setup: Path | None = None,
    ) -> Verdict:
        """The verdict on two sources."""
        trees = self._tree(before), self._tree(after)
        lines = Lines(trees[0]), Lines(trees[1])
        one = self.trace(trees[0], watched(sites, lines[0], False), timeout, setup)
        other = self.trace(trees[1], watched(sites, lines[1], True), timeout, setup)
        return judge(one, other, sites, lines)

    def trace(
        self,
        tree: Path,
        lines: dict[str, list[int]] | None = None,
        timeout: float = 60.0,
        setup: Path | None = None,
        command: tuple[str, ...] = ("python", "app.py"),
    ) -> Trace:
        """One run."""
        seen = run(
            tree,
            command,
            self._fake,
            self._reader,
            setup=setup,
            timeout=timeout,
            python=sys.executable,
            lines=lines,
        )
        return trace(seen, self._reader)

    def _tree(self, source: str) -> Path:
        self._count += 1
        tree = self._folder / str(self._count)
        tree.mkdir()
        (tree / "app.py").write_text(source)
        return tree


def site(line: int, line_after: int, api: str) -> Site:
    """A migrated call site of app.py."""
    return Site(
        path="app.py",
        line=line,
        column=1,
        api=api,
        service="s3",
        status=Status.REWRITTEN,
        rule="test",
        message="",
        before="",
        after="",
        line_after=line_after,
    )


def runs(process: int) -> bool:
    """Whether a process is alive; one that only waits to be collected is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
