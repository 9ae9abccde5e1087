"""Text of a run cut into what must be equal and what may only correspond: ids of the fake, and times.

The same cut serves request parameters, output, files and the final state.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# Members of answers whose values are opaque: AWS chooses them, a program can only hand them on.
OPAQUE_MEMBERS = frozenset(
    [
        "VersionId",
        "UploadId",
        "DeleteMarkerVersionId",
        "NextToken",
        "NextContinuationToken",
        "NextVersionIdMarker",
        "AccessKeyId",
        "SecretAccessKey",
        "SessionToken",
        "UserId",
        "RoleId",
        "GroupId",
        "PublicIp",
        "PublicIpAddress",
        "PrivateIpAddress",
        "PrivateDnsName",
        "PublicDnsName",
        "DNSName",
        "MacAddress",
        "KeyFingerprint",
        "KeyMaterial",
        "MessageId",
        "ReceiptHandle",
        "SubscriptionArn",
    ]
)
SHORTEST_OPAQUE = 6
MOST_OPAQUE = 3000  # one regular expression holds them all

ID = r"(?<![\w-])[a-z]{1,10}(?:-[a-z]{1,10}){0,2}-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![\w-])"
UUID = r"(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"

# Forms of a point in time, and how to read them; a form without a format is not read.
TIMES: tuple[tuple[str, str], ...] = (
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?", "iso"),
    (
        rf"[A-Z][a-z]{{2}}, \d\d {MONTH} \d{{4}} \d\d:\d\d:\d\d (?:GMT|[+-]\d{{4}})",
        "%a, %d %b %Y %H:%M:%S GMT",
    ),
    (rf"[A-Z][a-z]{{2}} {MONTH} [ \d]\d \d\d:\d\d:\d\d \d{{4}}", "%a %b %d %H:%M:%S %Y"),
    (r"20\d{12}", "%Y%m%d%H%M%S"),
    (r"20\d{6}T\d{6}Z", "%Y%m%dT%H%M%SZ"),
    (r"20\d{6}-\d{6}", "%Y%m%d-%H%M%S"),
    (r"20\d{6}_\d{6}", "%Y%m%d_%H%M%S"),
    (r"20\d\d-\d\d-\d\d-\d\d-\d\d-\d\d", "%Y-%m-%d-%H-%M-%S"),
    (r"20\d\d-\d\d-\d\d_\d\d-\d\d-\d\d", "%Y-%m-%d_%H-%M-%S"),
    (r"20\d\d-\d\d-\d\d-\d\d-\d\d", "%Y-%m-%d-%H-%M"),
    (r"20\d\d-\d\d-\d\d", "%Y-%m-%d"),
    (r"1[4-9]\d{8}(?:\.\d+)?", "epoch"),
    (r"datetime\.datetime\((?:[^()]|\([^()]*\))*\)", ""),
)
DURATION = r"\d+\.\d+ ?s(?:ec(?:ond)?s?)?\b"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text. `kind` is '' for text that must be equal, else what sort of thing it names."""

    kind: str
    text: str
    moment: float | None = None  # seconds since the epoch, for times that could be read

    @property
    def masked(self) -> str:
        """The text with what may differ blotted out."""
        return f"<{self.kind}>" if self.kind else self.text


class Cutter:
    """Cuts the texts of one run; `opaque` maps values that the fake made up to what they are."""

    def __init__(self, opaque: Mapping[str, str] | None = None) -> None:
        self._opaque = opaque or {}
        longest_first = sorted(self._opaque, key=lambda value: (-len(value), value))[:MOST_OPAQUE]
        groups = [f"(?P<t{i}>(?<![\\w.]){form}(?![\\w-]))" for i, (form, _) in enumerate(TIMES)]
        known = "|".join(re.escape(value) for value in longest_first)
        # Opaque values first: one may contain what looks like an id or a time.
        parts = [f"(?P<opaque>{known})"] if known else []
        self._pattern = re.compile(
            "|".join([*parts, f"(?P<uuid>{UUID})", f"(?P<id>{ID})", *groups, f"(?P<duration>{DURATION})"])
        )

    def cut(self, text: str) -> list[Token]:
        """The pieces of a text, in order."""
        tokens: list[Token] = []
        end = 0
        for match in self._pattern.finditer(text):
            if match.start() > end:
                tokens.append(Token("", text[end : match.start()]))
            tokens.append(self._token(match))
            end = match.end()
        if end < len(text):
            tokens.append(Token("", text[end:]))
        return tokens

    def mask(self, text: str) -> str:
        """The text with everything that may differ blotted out."""
        return "".join(token.masked for token in self.cut(text))

    def _token(self, match: re.Match[str]) -> Token:
        text, group = match[0], match.lastgroup or ""
        if group == "opaque":
            return Token(self._opaque[text], text)
        if group == "uuid":
            return Token("uuid", text)
        if group == "id":
            return Token(text.rpartition("-")[0], text)
        if group == "duration":
            return Token("duration", text)
        form = TIMES[int(group[1:])][1]
        return Token(f"time {_skeleton(text)}", text, _read(text, form))


def opaque_values(results: Iterable[Any]) -> dict[str, str]:
    """The opaque values in parsed answers, with the name of the member that held them."""
    found: dict[str, str] = {}

    def walk(value: Any) -> None:
        if isinstance(value, Mapping):
            for name, item in value.items():
                if name in OPAQUE_MEMBERS and isinstance(item, str) and len(item) >= SHORTEST_OPAQUE:
                    found.setdefault(item, name)
                elif name != "ResponseMetadata":
                    walk(item)
        elif isinstance(value, list | tuple):
            for item in value:
                walk(item)

    for result in results:
        walk(result)
    # Values with a form of their own need no entry, and keep the kind that the form gives them.
    own_form = re.compile(f"{ID}|{UUID}")
    return {value: name for value, name in found.items() if not own_form.fullmatch(value)}


def _skeleton(text: str) -> str:
    """The form of a time: a changed format must be seen although the value may move."""
    text = re.sub(MONTH, "Mon", re.sub(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b", "Day", text))
    if text.startswith("datetime"):
        return "datetime"
    return re.sub(r"\d+", lambda m: "d" * min(len(m[0]), 4), re.sub(r"([.,])(?!0+\b)\d+", r"\1d", text))


def _read(text: str, form: str) -> float | None:
    try:
        if form == "epoch":
            return float(text)
        if form == "iso":
            moment = datetime.datetime.fromisoformat(_six_digits(text.replace("Z", "+00:00")))
        elif form:
            moment = datetime.datetime.strptime(text, form)
        else:
            return None
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.timezone.utc)
    return moment.timestamp()


def _six_digits(text: str) -> str:
    """Python 3.10 reads a fraction of three or six digits only."""
    return re.sub(r"[.,](\d+)", lambda m: "." + m[1][:6].ljust(6, "0"), text)
