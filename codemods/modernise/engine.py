"""Bowler and fissix, in process and on text. No other module imports them; the fixers take fissix's nodes
from here.

Bowler's `Query` reads paths, prints diffs and starts processes, and its `fixer()` step throws away what a
fissix fixer keeps beside its pattern (its own `match`, `start_tree`, new names). So `Tool` is the object
behind a Query, `BowlerTool`, set up as `Query(..., python_version=2)` sets it up (the print statement is in
the grammar), without the queues and semaphores that its constructor makes, and with everything silent.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import fissix  # noqa: F401  (its import replaces pgen2's grammar loader, so it has to come first)
from fissix.pgen2 import driver, pgen

# fissix keeps pickled grammar tables in the user's cache directory and does not even import where that
# cannot be written. Generating them takes 15 ms, so this process does that and leaves no trace.
driver.load_grammar = lambda path, *_args, **_options: pgen.generate_grammar(path)

from bowler.tool import BowlerTool  # noqa: E402
from fissix.fixer_base import BaseFix  # noqa: E402
from fissix.fixer_util import ArgList, Call, Comma, Name, Number, is_list, is_tuple, parenthesize, syms  # noqa: E402
from fissix.fixes.fix_exec import FixExec  # noqa: E402
from fissix.fixes.fix_has_key import FixHasKey  # noqa: E402
from fissix.fixes.fix_ne import FixNe  # noqa: E402
from fissix.fixes.fix_numliterals import FixNumliterals  # noqa: E402
from fissix.fixes.fix_print import FixPrint  # noqa: E402
from fissix.fixes.fix_raise import FixRaise  # noqa: E402
from fissix.fixes.fix_repr import FixRepr  # noqa: E402
from fissix.pgen2 import token, tokenize  # noqa: E402
from fissix.pgen2.parse import ParseError  # noqa: E402
from fissix.pytree import Leaf, Node  # noqa: E402
from fissix.refactor import RefactoringTool  # noqa: E402

from codemods.modernise.lines import LineMap, filled  # noqa: E402
from codemods.modernise.risks import Note, Risk  # noqa: E402

__all__ = [
    "ArgList",
    "Call",
    "Comma",
    "FixExec",
    "FixHasKey",
    "FixNe",
    "FixNumliterals",
    "FixPrint",
    "FixRaise",
    "FixRepr",
    "Fixer",
    "Leaf",
    "Name",
    "Node",
    "Number",
    "Unparsable",
    "is_list",
    "is_tuple",
    "logical_lines",
    "parenthesize",
    "refactor",
    "syms",
    "token",
]


class Unparsable(ValueError):
    """The text is not in fissix's grammar, which is Python 2 and 3 together; `line` is where that shows."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is not Python 2 either")
        self.line = line


class Fixer(BaseFix):  # type: ignore[misc]
    """A fixer in fissix's form: `PATTERN` finds, `transform` changes, `note` tells the user."""

    BM_compatible = True
    PATTERN = ""

    def note(self, node: Any, risk: Risk, subject: str = "") -> None:
        """Record `risk` at the line where `node` began in the text as it was read."""
        self.log.append(Note(node.get_lineno(), risk, subject))


class Tool(BowlerTool):  # type: ignore[misc]
    """Bowler's tool for one text in memory."""

    def __init__(self, fixers: Sequence[type[Any]], options: dict[str, Any]) -> None:
        # Not BowlerTool's constructor: its queues start a helper process where processes are spawned.
        RefactoringTool.__init__(self, list(fixers), options=options)

    def log_error(self, msg: str, *args: Any, **kwds: Any) -> None:
        """Called in an except block: let the caller have the exception instead of a log line."""
        raise

    def log_message(self, msg: str, *args: Any) -> None:
        """Silent."""

    def log_debug(self, msg: str, *args: Any) -> None:
        """Silent."""


@dataclass(frozen=True, slots=True)
class Refactored:
    """A text after the fixers, which original line each of its lines came from, and what they noted."""

    text: str
    line_map: LineMap
    notes: tuple[Note, ...]


def refactor(text: str, fixers: Sequence[type[Any]], options: dict[str, Any]) -> Refactored:
    """Run `fixers` over `text`, whose lines end in `\\n`. Raises Unparsable."""
    tool = Tool(fixers, options)
    complete = text if text.endswith("\n") else text + "\n"
    try:
        tree = tool.refactor_string(complete, "<text>")
    except (ParseError, tokenize.TokenError, IndentationError) as error:
        raise Unparsable(_line_of(error)) from None
    changed = str(tree)
    notes = tuple(note for note in tool.fixer_log if isinstance(note, Note))
    return Refactored(changed if complete is text else changed.removesuffix("\n"), _line_map(tree, changed), notes)


def logical_lines(text: str) -> Iterator[int]:
    """The 1-based lines on which statements (and further `;` parts of none) begin. Raises Unparsable."""
    fresh = True
    try:
        for kind, _value, (line, _column), _end, _source in tokenize.generate_tokens(io.StringIO(text).readline):
            if kind in (tokenize.COMMENT, tokenize.NL, token.INDENT, token.DEDENT):
                continue
            if fresh and kind != token.ENDMARKER:
                yield line
            fresh = kind == token.NEWLINE
    except (tokenize.TokenError, IndentationError) as error:
        raise Unparsable(_line_of(error)) from None


def _line_of(error: Exception) -> int:
    """Where fissix's parser or tokenizer gave up."""
    if isinstance(error, ParseError):
        return int(error.context[1][0])
    if isinstance(error, IndentationError):
        return int(error.args[1][1])
    return int(error.args[1][0])


def _line_map(tree: Any, text: str) -> LineMap:
    """Original lines by new line: fissix's leaves know where they were read, new ones say 0."""
    known: dict[int, int] = {}
    line = 1
    for leaf in tree.leaves():
        above = leaf.prefix.count("\n")
        line += above
        inside = 0 if leaf.type == token.NEWLINE else leaf.value.count("\n")
        if leaf.lineno:
            for offset in range(-above, inside + 1):
                known.setdefault(line + offset, leaf.lineno + offset)
        line += leaf.value.count("\n")
    return filled(known, text.count("\n") + 1)
