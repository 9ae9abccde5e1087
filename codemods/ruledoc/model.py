"""What is known of one rule, for a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule: its id as sites, markers and settings name it, what it is about, and what it does.

    `before` is code that it applies to. What becomes of it is written in `after`, or else the tool is run on it.
    """

    id: str
    about: str
    does: str
    before: str = ""
    after: str = ""

    def is_below(self, name: str) -> bool:
        """True for the rule of that name, and for those of a group: `s3`, `s3.Key`."""
        return self.id == name or self.id.startswith(f"{name}.")
