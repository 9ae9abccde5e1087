"""Credentials that stand in the source: found and shown masked, for they outlive every migration."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.model import Finding, Level
from codemods.source import Source

RULE = "credentials.hard-coded"
_KEY_ID = re.compile(r"(?<![A-Z0-9])(?P<value>(?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Z0-9])")
_SECRET = re.compile(
    r"(?i)secret\w*[\"']?\s*[=:,]\s*\(?[bu]?[\"'](?P<value>[A-Za-z0-9/+]{40})[\"']",
)
_ADVICE = "take it out of the source, have it replaced (history keeps it), and let boto3 find credentials by itself"


def hard_coded(source: Source) -> Iterator[Finding]:
    """The access keys and secret keys of a text, one finding for each place; never the key itself."""
    for pattern, what in ((_KEY_ID, "an access key"), (_SECRET, "a secret key")):
        for match in pattern.finditer(source.text):
            shown = match["value"][:4] + "*" * 8 if what == "an access key" else "*" * 8
            line = source.line_of(match.start("value"))
            yield Finding(source.path, line, RULE, f"{what} ({shown}) stands here: {_ADVICE}", Level.WARNING)
