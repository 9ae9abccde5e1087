"""Unified diffs, exact to the byte: line endings, encodings and missing last newlines included."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator

from codemods.model import FileResult

_NO_NEWLINE = b"\n\\ No newline at end of file\n"


def unified(path: str, before: bytes, after: bytes, *, new: bool = False) -> bytes:
    """A diff of one file that `git apply` and `patch -p1` take; empty when nothing changes."""
    if before == after:
        return b""
    name = os.fsencode(path)
    old = b"/dev/null" if new else b"a/" + name
    lines = difflib.diff_bytes(difflib.unified_diff, _lines(before), _lines(after), old, b"b/" + name, lineterm=b"\n")
    return b"".join(line if line.endswith(b"\n") else line + _NO_NEWLINE for line in lines)


def _lines(raw: bytes) -> list[bytes]:
    lines = raw.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def relative(path: str) -> str:
    """A path as a patch names it: below the current folder, where it lies there."""
    if not os.path.isabs(path):
        return path.removeprefix("./")
    inside = os.path.relpath(path)
    return path.lstrip("/") if inside.startswith("..") else inside.replace(os.sep, "/")


def diff_of(result: FileResult) -> bytes:
    """The diff of a result, from the user's file to the migrated one."""
    return unified(relative(result.path), result.before, result.after, new=result.new)


def diffs(results: Iterable[FileResult]) -> Iterator[bytes]:
    """The diffs of all files that change, in order."""
    return (diff for result in results if (diff := diff_of(result)))
