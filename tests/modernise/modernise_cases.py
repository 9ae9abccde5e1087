"""Case files of the Python 2 stage: before, after and findings in one file, split by marker lines.

A first line `# flags: every` or `# flags: siblings=a,b` sets arguments; `# findings` is followed by lines
`# <line> <id>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from codemods.modernise import Modernised, modernise

FOLDER = Path(__file__).parent.parent / "cases" / "modernise"
AFTER, FINDINGS, FLAGS = "# after\n", "# findings\n", "# flags: "


@dataclass(frozen=True)
class Case:
    """One case file."""

    name: str
    before: str
    after: str
    findings: tuple[tuple[int, str], ...]
    every: bool = False
    siblings: tuple[str, ...] = ()

    def run(self, text: str | None = None, *, every: bool | None = None) -> Modernised | None:
        """Modernise the case's text (or another one) with the case's flags."""
        wanted = self.every if every is None else every
        return modernise(self.before if text is None else text, path=self.name, every=wanted, siblings=self.siblings)


def read(path: Path) -> Case:
    """The case in a file."""
    text = path.read_text(encoding="utf-8")
    flags: list[str] = []
    if text.startswith(FLAGS):
        first, text = text.split("\n", 1)
        flags = first.removeprefix(FLAGS).split()
    before, rest = text.split(AFTER)
    after, _, findings = rest.partition(FINDINGS)
    expected = [line.lstrip("# ").split() for line in findings.splitlines()]
    siblings = [name for flag in flags if flag.startswith("siblings=") for name in flag[9:].split(",")]
    return Case(
        path.stem,
        before,
        after,
        tuple((int(line), rule) for line, rule in expected),
        "every" in flags,
        tuple(siblings),
    )


CASES = tuple(read(path) for path in sorted(FOLDER.glob("*.py")))
