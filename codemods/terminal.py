"""What goes to the terminal: colour and progress only where a person is looking."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import BinaryIO, TextIO

_RED, _GREEN, _CYAN, _BOLD, _PLAIN = b"\x1b[31m", b"\x1b[32m", b"\x1b[36m", b"\x1b[1m", b"\x1b[0m"


def wants_colour(stream: TextIO) -> bool:
    """True for a terminal, unless NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write_diffs(diffs: Iterable[bytes], stream: TextIO) -> None:
    """Diffs as bytes, so that files in any encoding come through; in colour on a terminal."""
    colour = wants_colour(stream)
    raw: BinaryIO | None = getattr(stream, "buffer", None)
    for diff in diffs:
        shown = _coloured(diff) if colour else diff
        if raw is None:
            stream.write(shown.decode("utf-8", "replace"))
        else:
            stream.flush()
            raw.write(shown)
    if raw is not None:
        raw.flush()


def _coloured(diff: bytes) -> bytes:
    lines = []
    for line in diff.split(b"\n"):
        if line.startswith((b"+++", b"---")):
            lines.append(_BOLD + line + _PLAIN)
        elif line.startswith(b"@@"):
            lines.append(_CYAN + line + _PLAIN)
        elif line.startswith(b"+"):
            lines.append(_GREEN + line + _PLAIN)
        elif line.startswith(b"-"):
            lines.append(_RED + line + _PLAIN)
        else:
            lines.append(line)
    return b"\n".join(lines)


class Progress:
    """One line on stderr that tells how far the run is, on a terminal only."""

    def __init__(self, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` are through `stage`."""
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}")
            sys.stderr.flush()

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
