"""What a user can choose, with the defaults and the reasons for them."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Style(str, enum.Enum):
    """How boto 2 objects are represented in migrated code."""

    AUTO = "auto"
    CLIENT = "client"
    RESOURCE = "resource"


@dataclass(frozen=True, slots=True)
class ClientConfig:
    """The values of the `Config(...)` that every emitted client gets.

    boto 2 made up to 7 attempts (`num_retries` 6 in boto/connection.py) and waited 70 s on a socket
    (`http_socket_timeout`); a migrated program must not give up sooner, nor hang for ever. Connecting either works
    quickly or not at all, so 10 s are enough for that.
    """

    connect_timeout: int = 10
    read_timeout: int = 70
    total_max_attempts: int = 7
    retry_mode: str = "standard"


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's choices. `types` are a user's type hints: `pkg.mod.func.param` to a class name."""

    style: Style = Style.AUTO
    client_config: ClientConfig = field(default_factory=ClientConfig)
    config_module: str = ""
    only: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)
    modernise: bool = True
    modernise_all: bool = False
    jobs: int = 0

    def enabled(self, rule: str) -> bool:
        """True when a rule is to be applied: named (or its group is) by `only`, if given, and not by `skip`."""
        parts = rule.split(".")
        names = {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
        return (not self.only or bool(names & self.only)) and not names & self.skip
