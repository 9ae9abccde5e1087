"""The plain data of a verification: what was sent, what it meant, what differed."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of the program's own source; `path` is relative to the tree, with forward slashes."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made a request: the program's own frames (innermost first) and the library function they called."""

    frames: tuple[Place, ...] = ()
    via: str = ""
    process: int = 0
    worker: bool = False  # made in a thread that the program started

    @property
    def place(self) -> Place | None:
        """The innermost line of the program."""
        return self.frames[0] if self.frames else None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One HTTP request as it arrived and what the fake answered. A body too long to keep is None."""

    index: int
    method: str
    scheme: str
    host: str
    target: str  # path and query as sent
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    body_size: int
    body_sha256: str
    origin: Origin
    started: float  # seconds of a clock that only goes on; says nothing about the date
    ended: float
    status: int
    response_headers: tuple[tuple[str, str], ...]
    response_body: bytes | None
    failure: str = ""  # the fake could not answer: why

    def header(self, name: str) -> str:
        """The value of a request header, '' when it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A host that is not AWS and that the program tried to reach through the proxy."""

    host: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Recording:
    """All that the proxy saw since it was last asked."""

    exchanges: tuple[Exchange, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes in a call: equal when the content is, shown by its beginning."""

    size: int
    sha256: str
    start: bytes = field(default=b"", compare=False)
    text: str | None = field(default=None, compare=False)  # of short texts: ids, times and URLs are compared in it

    def __str__(self) -> str:
        more = "..." if self.size > len(self.start) else ""
        return f"<{self.size} bytes {self.start!r}{more}>" if self.size else "<0 bytes>"


@dataclass(frozen=True, slots=True)
class Wire:
    """What can be seen of one request without reading its meaning."""

    scheme: str
    host: str
    signature: str  # "v4", "v2", "v3", or "" when unsigned
    in_query: bool  # signed in the URL (presigned) and not in a header
    scope_region: str  # what SigV4 was made for; "" otherwise
    scope_service: str
    endpoint_region: str  # what the host name stands for
    library: str  # "boto", "boto3" or "other", as the user agent says


@dataclass(frozen=True, slots=True)
class Call:
    """One request read back into an AWS call. `unknown` holds what was sent and the model has no name for."""

    exchange: Exchange
    service: str
    operation: str
    params: Mapping[str, Any]
    unknown: Mapping[str, str]
    error: str  # the error code of the answer, "" when it succeeded
    result: Mapping[str, Any]
    wire: Wire

    @property
    def region(self) -> str:
        """Where the call went."""
        return self.wire.endpoint_region

    @property
    def origin(self) -> Origin:
        """Who made it."""
        return self.exchange.origin


class Kind(str, enum.Enum):
    """What sort of difference."""

    CHANGED = "call changed"
    MISSING = "call missing"
    EXTRA = "call added"
    ORDER = "order of calls"
    WIRE = "wire"
    END = "end"
    STDOUT = "stdout"
    STDERR = "stderr"
    FILE = "file"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Detail:
    """One value that differs inside of a difference."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same. `before` and `after` show both sides; places are lines of each tree.

    `times` counts the same difference made again by the same lines: the first stands for all.
    """

    kind: Kind
    summary: str
    before: str
    after: str
    before_at: Place | None = None
    after_at: Place | None = None
    details: tuple[Detail, ...] = ()
    times: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """Something that is not a difference, and that a person may want to know."""

    text: str
    at: Place | None = None


class Proof(str, enum.Enum):
    """What a run shows about one call site."""

    PROVED = "proved"
    DIFFERS = "differs"
    NOT_EXERCISED = "not exercised"


@dataclass(frozen=True, slots=True)
class SiteProof:
    """The result for one call site: its lines in both trees, how many calls it made, and the reason."""

    path: str
    line: int
    line_after: int
    api: str
    proof: Proof
    calls: int
    reason: str


@dataclass(frozen=True, slots=True)
class WireRow:
    """The requests of the run on boto3 to one endpoint; the counts say how many of `calls` are in order."""

    service: str
    region: str
    host: str
    calls: int
    signed_v4: int
    scope_matches: int
    tls: int

    @property
    def good(self) -> bool:
        """True when nothing in the row is out of order."""
        return self.signed_v4 == self.scope_matches == self.tls == self.calls


@dataclass(frozen=True, slots=True)
class CallRow:
    """One row of the comparison of calls, as text; a side is empty where the call has no partner."""

    before: str
    after: str
    before_at: Place | None
    after_at: Place | None
    same: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one side ended."""

    code: int | None
    seconds: float
    calls: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a verification, plain enough for a report. `reason` is one sentence."""

    result: str  # "same", "differs" or "not compared"
    reason: str
    differences: tuple[Difference, ...] = ()
    notes: tuple[Note, ...] = ()
    sites: tuple[SiteProof, ...] = ()
    calls: tuple[CallRow, ...] = ()
    wire: tuple[WireRow, ...] = ()
    limits: tuple[str, ...] = ()
    before: Outcome | None = None
    after: Outcome | None = None

    @property
    def exit_code(self) -> int:
        """0 same, 1 differs, 2 could not be compared."""
        return {"same": 0, "differs": 1}.get(self.result, 2)

    def as_dict(self) -> dict[str, Any]:
        """The verdict for JSON and templates: dicts, lists, text and numbers only."""
        plain: dict[str, Any] = _plain(self)
        return plain | {"exit_code": self.exit_code}


def _plain(value: Any) -> Any:
    if isinstance(value, Place):
        return {"path": value.path, "line": value.line}
    if isinstance(value, enum.Enum):
        return value.value
    if is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
