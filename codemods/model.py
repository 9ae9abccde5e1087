"""What every stage of the pipeline hands to the next one: plain, frozen data, and nothing but the standard library.

Positions in text are character offsets or 1-based lines of the file *as the user has it*; for a file that was
modernised from Python 2 first, the pipeline maps lines back before a `Site` or a `Finding` leaves it.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Status(str, enum.Enum):
    """What became of one use of boto 2."""

    REWRITTEN = "rewritten"  # safe: nothing to look at
    REVIEW = "review"  # rewritten and right, but a default or a type changed that a person should know of
    FLAGGED = "flagged"  # left as it was, marked in the code, and a person has to act


class Level(str, enum.Enum):
    """How much a finding matters."""

    NOTE = "note"  # good to know
    WARNING = "warning"  # worth a look before the merge
    ERROR = "error"  # a file could not be processed


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets in a text."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """True when `other` lies in this span, borders included."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the text at `span` by `text`; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Site:
    """One place that uses boto 2, and what became of it.

    `api` is the dotted boto 2 name (`boto.s3.bucket.Bucket.get_key`); `before` and `after` are source text, equal
    when the site is flagged; `rule` is an id that `boto3ify rules` explains; `message` is one sentence.
    `line` and `column` are 1-based and lie in the original file; `line_after` lies in the migrated one.
    """

    path: str
    line: int
    column: int
    api: str
    service: str
    status: Status
    rule: str
    message: str
    before: str
    after: str
    line_after: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know that is not the fate of one site: a file that does not parse, a choice of style, a risk."""

    path: str
    line: int
    rule: str
    message: str
    level: Level = Level.NOTE


@dataclass(frozen=True, slots=True)
class Remaining:
    """A use of boto 2 that the scan of the output still sees. `marked`: a TODO(boto3ify) stands above it."""

    path: str
    line: int
    what: str
    marked: bool


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file of the run: its bytes before and after, and all that was found in it.

    `new`: there is no such file yet. `modernised` is the text between the two steps when the file was Python 2 (Python
    3, still on boto 2), else None.
    """

    path: str
    before: bytes
    after: bytes
    sites: tuple[Site, ...] = ()
    findings: tuple[Finding, ...] = ()
    remaining: tuple[Remaining, ...] = ()
    modernised: bytes | None = None
    encoding: str = "utf-8"
    new: bool = False

    @property
    def changed(self) -> bool:
        """True when writing the result would change the file."""
        return self.before != self.after

    @property
    def failed(self) -> bool:
        """True when the file could not be processed (it does not parse, cannot be read, ...)."""
        return any(finding.level is Level.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run knows: the reports, the headline and the exit code are made from this and nothing else.

    `files` holds the files that matter, in path order; `scanned` counts all that were looked at. `styles` maps a
    service to the style chosen for it and the reason. `hints` are type hints that would unlock sites, ready to paste.
    `roots` are the paths that the user gave: what an absolute path is shown relative to.
    """

    files: tuple[FileResult, ...]
    scanned: int
    findings: tuple[Finding, ...] = ()
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    hints: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()

    @property
    def sites(self) -> tuple[Site, ...]:
        """Every site of the run, in the order of files and lines."""
        return tuple(site for file in self.files for site in file.sites)

    @property
    def remaining(self) -> tuple[Remaining, ...]:
        """What the scan of the output still found."""
        return tuple(rest for file in self.files for rest in file.remaining)

    def count(self, status: Status) -> int:
        """How many sites ended with `status`."""
        return sum(site.status is status for site in self.sites)
