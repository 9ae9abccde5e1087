"""Writes results: each file whole or not at all, with its mode bits, through links to where it really lies."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from codemods.model import FileResult, Finding, Level


def write_results(results: Iterable[FileResult]) -> list[Finding]:
    """Write every file that changes. A file that cannot be written stays as it is and becomes a finding."""
    findings = []
    for result in results:
        if not result.changed:
            continue
        try:
            replace_file(Path(result.path), None if result.new else result.before, result.after)
        except ChangedMeanwhile:
            message = "was changed by somebody else during the run and is left alone; run again"
            findings.append(Finding(result.path, 0, "output", message, Level.ERROR))
        except OSError as error:
            message = f"cannot be written ({error.strerror}); it is as it was"
            findings.append(Finding(result.path, 0, "output", message, Level.ERROR))
    return findings


class ChangedMeanwhile(Exception):
    """The file is not what was planned for."""


def replace_file(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace a file's content atomically; `before`, if given, must be what it holds.

    Raises ChangedMeanwhile, or OSError; in both cases the file is untouched.
    """
    real = Path(os.path.realpath(path))
    if before is not None and real.read_bytes() != before:
        raise ChangedMeanwhile(str(path))
    descriptor, temporary = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.", suffix=".boto3ify")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        mode = real.stat().st_mode if real.exists() else 0o644
        os.chmod(temporary, mode & 0o7777)
        os.replace(temporary, real)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def write_file(path: Path, content: bytes) -> None:
    """Write a file of ours, whole or not at all; a device or a pipe is written to. Raises OSError."""
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.write(content)
    else:
        replace_file(path, None, content)
