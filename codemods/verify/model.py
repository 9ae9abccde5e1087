"""The plain data of a verification: what was sent, what it meant, what differed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    started: float
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

    index: int
    service: str
    operation: str
    params: Mapping[str, Any]
    unknown: Mapping[str, str]
    status: int
    error: str  # the error code of the answer, "" when it succeeded
    result: Mapping[str, Any]
    origin: Origin
    wire: Wire
    started: float
    ended: float
    failure: str = ""

    @property
    def region(self) -> str:
        """Where the call went."""
        return self.wire.endpoint_region
