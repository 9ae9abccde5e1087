"""What the exit codes mean, for all commands that migrate."""

from __future__ import annotations

from codemods.model import Run

OK = 0
"""Nothing is left to do."""
LEFT = 1
"""Uses of boto 2 are left for a person; or, with --check, something would change."""
FAILED = 2
"""The command was used wrongly, or a file could not be processed."""


class UsageError(Exception):
    """The command was used wrongly; the message is one sentence that says what to do."""


def outcome(run: Run, *, failed: bool, left: bool, check: bool) -> int:
    """The exit code of a run. `left`: a person has to do something."""
    if failed:
        return FAILED
    would_change = check and any(file.changed for file in run.files)
    return LEFT if left or would_change else OK
