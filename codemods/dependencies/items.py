"""What the readers of the file formats find: requirements with their place and their way to be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from codemods.dependencies.requirement import Requirement
from codemods.model import Span


@dataclass(frozen=True, slots=True)
class Item:
    """A requirement in a file.

    `span` is what a replacement takes the place of, `write` makes file text of a requirement's text (quotes),
    `removal` is what goes when the requirement goes, and `addition` is where a second one would go: an offset
    and the text before and after it, or None where there is room for one only. Items of one list share
    `group`.
    """

    span: Span
    requirement: Requirement
    group: str
    write: Callable[[str], str]
    removal: Span
    addition: tuple[int, str, str] | None
    note: str = ""
    """When not empty: a replacement is worth a look, and why."""
    drop: Span | None = None
    """More that has to go when the requirement is replaced: a version that stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that asks for boto in a way that is not edited, and what a person has to do there."""

    span: Span
    message: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Swap:
    """A name that is unmistakable wherever it stands (a distribution's package), and its replacement."""

    span: Span
    text: str
    note: str


Found = Item | Mention | Swap


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a text: where it starts, what it says without its ending, and the ending."""

    start: int
    text: str
    ending: str

    @property
    def end(self) -> int:
        """The offset behind the text, before the ending."""
        return self.start + len(self.text)

    @property
    def whole(self) -> Span:
        """The line with its ending."""
        return Span(self.start, self.end + len(self.ending))


def lines_of(text: str) -> Iterator[TextLine]:
    """The lines of a text, whatever their endings."""
    start = 0
    for match in re.finditer(r"\r\n|\n|\r|\Z", text):
        yield TextLine(start, text[start : match.start()], match.group())
        if not match.group():
            return
        start = match.end()


def newline_of(text: str) -> str:
    """The line ending that a text uses first."""
    match = re.search(r"\r\n|\n|\r", text)
    return match.group() if match else "\n"


def unchanged(text: str) -> str:
    """How a requirement is written where it needs no quotes."""
    return text
