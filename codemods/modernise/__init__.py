"""The Python 2 stage: text that only Python 2 reads becomes text that Python 3 reads, and does the same.

    modernise(text, path=..., every=False, siblings=()) -> Modernised | None

Two halves, because they need to know different things:

1. *Syntax* (`syntax/`, driven by `engine.py`, the one module that imports Bowler and fissix): what Python 3
   cannot even parse, plus `has_key`. Form alone decides there, so fissix's fixers do it, and fixers of ours
   in fissix's form where fissix has none, changes behaviour or loses a comment. `tabs.py` evens out
   indentation that Python 3 refuses.
2. *Meaning* (`rules/`): once the text parses, Python's own tree and a table of bindings (`scopes.py`) say
   whether `unicode` is the builtin or a variable, what `urllib` was imported as, and whether a list is
   needed where dict.keys() stands. Edits are spans of text, so whatever is not edited keeps its bytes.

What it promises
- Nothing is touched in a file that needs nothing. A file that Python 3 can parse is left alone, unless
  `every` is set and it uses what only Python 2 has (the rules in `rules.MARKERS`, print without
  parentheses, has_key). So a second run finds nothing to do, with `every` as without.
- Behaviour stays as Python 2 had it: `//` for the division of integers, `list(...)` where a list may be
  needed and only there, exceptions that outlive their except block, `eval(input())`, the spaces of print.
  Where it cannot be kept, or nobody can tell, there is a finding (`risks.py`: one row each) on the line in
  the user's file.
- Imports of moved modules are renamed with their uses (`urllib2.urlopen` to `urllib.request.urlopen`);
  where a variable has the new name (`queue`, `http`), the import gets an alias instead. `try: import a /
  except ImportError: ...` is the author's own way to support both and stays.
- `from __future__` imports stay: all of them are legal and without effect in Python 3, and to remove them
  would only make the diff longer. (The stage reads them: with `division` no division changes.)
- Comments, layout, line endings (also mixed ones), form feeds and the coding line survive.
- Everything happens in memory: no file, process, log line or print, and no state is kept between calls.

Not reported, because nearly every line would be: the order of dicts, text that was bytes from the outside,
and `u''`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codemods.model import Finding, Level
from codemods.modernise.lines import LineMap, composed, edited, split_endings, unchanged, with_endings
from codemods.modernise.module import Module, compatible, parse
from codemods.modernise.risks import RISKS, Note, Risk
from codemods.modernise.rules import MARKERS, RULES

if TYPE_CHECKING:
    from codemods.modernise.engine import Refactored

__all__ = ["RISKS", "SYNTAX", "CannotModernise", "Modernised", "modernise", "needs_python2"]

PASSES = 25
"""How often a rule may find more work in what it changed: calls nest, but not that deep."""

SYNTAX = Risk("py2.syntax", Level.ERROR, "{}")
"""The finding of a file that does not become Python 3."""


class CannotModernise(ValueError):
    """A file that does not become Python 3.

    The message is one sentence about the file, without its path; `line` is a line of the user's file.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line

    def finding(self, path: str) -> Finding:
        """This failure as the finding of its file."""
        return Note(self.line, SYNTAX, str(self)).finding(path, self.line)


@dataclass(frozen=True, slots=True)
class Modernised:
    """A file as Python 3. `line_map[n - 1]` is the line of the old file that line n of `text` came from."""

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
    """True when Python 3 cannot parse `text` but Python 2 can."""
    from codemods.modernise.engine import Unparsable, refactor

    if _syntax_error(text) is None:
        return False
    try:
        refactor(split_endings(text)[0], (), {})
    except (Unparsable, RecursionError):
        return False
    return True


def modernise(text: str, *, path: str, every: bool = False, siblings: Collection[str] = ()) -> Modernised | None:
    """`text` as Python 3, or None when it is that already. Raises CannotModernise.

    `siblings` names the modules beside the file when it lies in a package: imports of them become explicit.
    With `every`, a file that Python 3 can parse is moved as well when it uses what only Python 2 has.
    """
    error = _syntax_error(text)
    if error is None and not every:
        return None
    plain, endings = split_endings(text)
    try:
        step = _from_python2(plain, error) if error else _from_either(plain, siblings)
        if step is not None:
            step = _ruled(step, siblings)
    except CannotModernise:
        raise
    except Exception as failure:  # a bug in a fixer or rule must not stop the run: it is this file's finding
        raise CannotModernise(1, f"could not be moved to Python 3 ({type(failure).__name__}: {failure})") from failure
    if step is None:
        return None
    first = {(note.line, note.risk.id): note for note in reversed(step.notes)}
    findings = tuple(first[key].finding(path, first[key].line) for key in sorted(first))
    return Modernised(with_endings(step.text, step.line_map, endings), step.line_map, findings)


def _syntax_error(text: str) -> SyntaxError | None:
    """Why Python 3 cannot parse `text`, None when it can."""
    try:
        parse(text)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error) or type(error).__name__, ("", 1, 0, ""))
    return None


def _refactored(text: str, *, parses: bool) -> Refactored:
    """The syntax half. Imported late: Bowler takes a tenth of a second, and most runs have no Python 2."""
    from codemods.modernise.engine import refactor
    from codemods.modernise.syntax import FIXERS

    return refactor(text, FIXERS, {"parses": parses})


def _from_python2(text: str, error: SyntaxError) -> _Step:
    """A text that Python 3 cannot parse, as one that it can."""
    from codemods.modernise.engine import Unparsable
    from codemods.modernise.tabs import consistent

    try:
        even, _same_lines = edited(text, consistent(text))
        result = _refactored(even, parses=False)
    except Unparsable as unparsable:
        reason = f"Python 3 stops at line {error.lineno or 1} ({error.msg}), Python 2 at line {unparsable.line}"
        raise CannotModernise(unparsable.line, f"is neither Python 3 nor Python 2: {reason}") from None
    left = _syntax_error(result.text)
    if left is not None:
        line = result.line_map[min(left.lineno or 1, len(result.line_map)) - 1]
        message = f"is Python 2, and line {line} has no form that Python 3 can parse ({left.msg})"
        raise CannotModernise(line, message)
    new = Module(result.text).new_syntax
    if new:
        line = result.line_map[new - 1]
        reason = f"Python 3 stops at line {error.lineno or 1} ({error.msg}), Python 2 at line {line}"
        raise CannotModernise(line, f"is neither Python 3 nor Python 2: {reason}")
    return _Step(result.text, result.line_map, result.notes)


def _from_either(text: str, siblings: Collection[str]) -> _Step | None:
    """A text that Python 3 can parse, when it is Python 2 all the same; else None."""
    from codemods.modernise.engine import Unparsable

    module = Module(text, siblings)
    if module.is_python3_only:
        return None
    step = _Step(text, unchanged(text))
    if module.has_old_syntax:
        try:
            result = _refactored(text, parses=True)
        except Unparsable:
            return None
        step = _Step(result.text, result.line_map, result.notes)
        if step.text != text:
            return step
    return step if any(isinstance(item, tuple) for rule in MARKERS for item in rule(module)) else None


def _ruled(step: _Step, siblings: Collection[str]) -> _Step:
    """The meaning half: each rule in turn, as long as it changes anything."""
    text, line_map, notes = step.text, step.line_map, list(step.notes)
    module = Module(text, siblings)
    for rule in RULES:
        for _ in range(PASSES):
            items = list(rule(module))
            for item in items:
                if isinstance(item, Note):
                    notes.append(Note(line_map[item.line - 1], item.risk, item.subject))
            edits = compatible(item for item in items if isinstance(item, tuple))
            if not edits:
                break
            text, step_map = edited(text, edits)
            line_map = composed(step_map, line_map)
            module = Module(text, siblings)
    return _Step(text, line_map, tuple(notes))
