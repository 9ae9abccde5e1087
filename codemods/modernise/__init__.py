"""draft"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from codemods.model import Finding, Level
from codemods.modernise.lines import LineMap, composed, edited, split_endings, unchanged, with_endings
from codemods.modernise.module import Module, Rule, compatible, parse
from codemods.modernise.risks import Note
from codemods.modernise.rules import MARKERS, RULES

__all__ = ["CannotModernise", "Modernised", "modernise", "needs_python2"]

PASSES = 25
"""How often a rule may find more work in what it changed: calls nest, but not that deep."""


class CannotModernise(ValueError):
    """A file that does not become Python 3; the message is one sentence without the path, `line` is in the user's file."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line

    def finding(self, path: str) -> Finding:
        """This failure as the file's finding."""
        return Finding(path, self.line, "py2.syntax", str(self), Level.ERROR)


@dataclass(frozen=True, slots=True)
class Modernised:
    """A file as Python 3. `line_map[n - 1]` is the line of the user's file that line n of `text` came from."""

    text: str
    line_map: LineMap
    findings: tuple[Finding, ...]

    def original_line(self, line: int) -> int:
        """The user's line for a 1-based line of `text`."""
        return self.line_map[min(max(line, 1), len(self.line_map)) - 1]


@dataclass(frozen=True, slots=True)
class _Step:
    """A text on its way, with `\\n` line endings."""

    text: str
    line_map: LineMap
    notes: tuple[Note, ...] = ()


def needs_python2(text: str) -> bool:
    """True when Python 3 cannot parse `text` but Python 2's grammar can."""
    return _syntax_error(text) is not None and _refactored(split_endings(text)[0], (), parses=False) is not None


def modernise(text: str, *, path: str, every: bool = False, siblings: Collection[str] = ()) -> Modernised | None:
    """`text` as Python 3, or None when it is that already.

    `siblings` names the modules beside the file when it lies in a package. With `every`, a file that Python 3 can
    parse is moved as well when it uses what only Python 2 has. Raises CannotModernise.
    """
    error = _syntax_error(text)
    if error is None and not every:
        return None
    plain, endings = split_endings(text)
    if error is None:
        step = _parsing(plain, siblings)
    else:
        step = _python2(plain, error, siblings)
    if step is None:
        return None
    found = {(note.line, note.risk.id): note for note in reversed(step.notes)}
    findings = [note.finding(path, note.line) for _key, note in sorted(found.items(), key=lambda item: item[0])]
    return Modernised(with_endings(step.text, step.line_map, endings), step.line_map, tuple(findings))


def _syntax_error(text: str) -> SyntaxError | None:
    """Why Python 3 cannot parse `text`."""
    try:
        parse(text)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error), ("", 1, 0, ""))
    return None


def _refactored(text, fixers, *, parses):
    from codemods.modernise import engine

    try:
        return engine.refactor(text, fixers, {"parses": parses})
    except engine.Unparsable:
        return None


def _python2(text: str, error: SyntaxError, siblings: Collection[str]) -> _Step | None:
    from codemods.modernise import engine
    from codemods.modernise.syntax import FIXERS
    from codemods.modernise.tabs import consistent

    text, _same_lines = edited(text, consistent(text))
    refactored = engine.refactor(text, FIXERS, {"parses": False})
    step = _Step(refactored.text, refactored.line_map, refactored.notes)
    return _ruled(step, siblings)


def _parsing(text: str, siblings: Collection[str]) -> _Step | None:
    from codemods.modernise.syntax import FIXERS
    r = _refactored(text, FIXERS, parses=True)
    if r is None:
        return None
    module = Module(r.text, siblings)
    if r.text == text and not any(isinstance(item, tuple) for rule in MARKERS for item in rule(module)):
        return None
    return _ruled(_Step(r.text, r.line_map, r.notes), siblings)


def _ruled(step: _Step, siblings: Collection[str]) -> _Step:
    text, line_map, notes = step.text, step.line_map, list(step.notes)
    module = Module(text, siblings)
    for rule in RULES:
        for _ in range(PASSES):
            items = list(rule(module))
            notes += [Note(line_map[item.line - 1], item.risk, item.subject) for item in items if isinstance(item, Note)]
            edits = compatible(item for item in items if isinstance(item, tuple))
            if not edits:
                break
            text, step_map = edited(text, edits)
            line_map = composed(step_map, line_map)
            module = Module(text, siblings)
    return _Step(text, line_map, tuple(notes))
