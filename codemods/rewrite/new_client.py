"""A client on its way: the keyword arguments and the Config that a boto 2 connection becomes."""

from __future__ import annotations

from dataclasses import dataclass, field

from codemods.code import Code

DEFAULT_REGION = "us-east-1"
"""Where boto 2 connects when nothing is said (EC2Connection.DefaultRegionName, S3's classic endpoint)."""


class Refused(Exception):
    """The connection cannot be converted; the message is the advice."""


@dataclass
class NewClient:
    """A client on its way: keyword arguments, parts of its Config, and what a person should know."""

    keywords: dict[str, Code] = field(default_factory=dict)
    spread: list[Code] = field(default_factory=list)
    config: dict[str, Code] = field(default_factory=dict)
    s3: dict[str, Code] = field(default_factory=dict)
    session: Code | None = None
    notes: list[str] = field(default_factory=list)
    custom_host: bool = False
