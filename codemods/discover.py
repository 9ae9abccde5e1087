"""Finds the files of a run, and tells which of them can matter, without parsing any.

A file matters when it names boto 2. Files that get boto 2 objects without naming it are found later, from what the
analysis of these shows (`codemods.expand`); everything else is never parsed.
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from codemods.model import Finding, Level

_SKIPPED = frozenset(
    {
        ".git",
        ".hg",
        ".svn",
        ".tox",
        ".nox",
        ".venv",
        "venv",
        "node_modules",
        "__pycache__",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".eggs",
        "build",
        "dist",
        "site-packages",
    }
)
_BOTO = re.compile(rb"\bboto\b")
_MOTO = re.compile(rb"\bmoto\b")
_IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([^#\r\n]+)|import[ \t]+([^#\r\n]+))", re.MULTILINE
)
_SHEBANG = re.compile(rb"#!.*\bpython")


@dataclass(frozen=True)
class Found:
    """A file of the run. `raw` are its bytes; `path` is as the user named it, with forward slashes."""

    path: str
    raw: bytes


@dataclass(frozen=True)
class Discovery:
    """What was found: Python files that name boto 2 and the rest of them, files around the code, and problems."""

    python: tuple[Found, ...]
    rest: tuple[Found, ...]
    others: tuple[Found, ...]
    scanned: int
    findings: tuple[Finding, ...]


def discover(
    paths: Iterable[str],
    is_dependency_file: Callable[[str], bool],
    exclude: Iterable[str] = (),
) -> Discovery:
    """All files below `paths`. A path that does not exist, or cannot be read, becomes a finding."""
    python: list[Found] = []
    others: list[Found] = []
    findings: list[Finding] = []
    scanned = 0
    patterns = tuple(exclude)
    for path, problem in _walk(paths, patterns):
        if problem:
            findings.append(Finding(path, 0, "input", problem, Level.ERROR))
            continue
        depends = is_dependency_file(path)
        if not depends and not _may_be_python(path):
            continue
        try:
            raw = Path(path).read_bytes()
        except OSError as error:
            findings.append(Finding(path, 0, "input", f"cannot be read ({error.strerror}); left alone", Level.ERROR))
            continue
        if depends:
            others.append(Found(path, raw))
        if path.endswith((".py", ".pyw")) or (not depends and _SHEBANG.match(raw)):
            scanned += 1
            python.append(Found(path, raw))
    kept = [file for file in python if names_boto(file)]
    if kept:  # one program has one moto: tests that are on boto3 already go along
        kept = [file for file in python if names_boto(file) or _MOTO.search(file.raw)]
    rest = tuple(file for file in python if file not in kept)
    return Discovery(tuple(kept), rest, tuple(others), scanned, tuple(findings))


def _may_be_python(path: str) -> bool:
    name = os.path.basename(path)
    return name.endswith((".py", ".pyw")) or "." not in name


def _walk(paths: Iterable[str], exclude: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for given in paths:
        top = given.replace(os.sep, "/")
        if not os.path.lexists(given):
            yield top, "no such file or directory; check the path"
        elif os.path.isfile(given):
            if _is_new(given, seen):
                yield top, ""
        elif os.path.isdir(given):
            yield from _walk_directory(top, exclude, seen)
        else:
            yield top, "is neither a file nor a directory that can be read; left alone"


def _walk_directory(top: str, exclude: tuple[str, ...], seen: set[str]) -> Iterator[tuple[str, str]]:
    problems: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=problems.append):
        folders[:] = sorted(
            name
            for name in folders
            if name not in _SKIPPED and not name.endswith(".egg-info") and not _excluded(f"{folder}/{name}", exclude)
        )
        for name in sorted(names):
            path = os.path.join(folder, name).replace(os.sep, "/").removeprefix("./")
            if os.path.isfile(path) and not _excluded(path, exclude) and _is_new(path, seen):
                yield path, ""
    for problem in problems:
        yield str(problem.filename), f"cannot be read ({problem.strerror}); left alone"


def _is_new(path: str, seen: set[str]) -> bool:
    """False for a file that was met already, under another path or through a link."""
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _excluded(path: str, patterns: tuple[str, ...]) -> bool:
    name = path.rsplit("/", 1)[-1]
    return any(fnmatch.fnmatch(path, pattern) or fnmatch.fnmatch(name, pattern) for pattern in patterns)


def names_boto(file: Found) -> bool:
    """True for a file that has the word `boto` in it."""
    return _BOTO.search(file.raw) is not None


def imported_names(raw: bytes) -> set[str]:
    """The last parts of everything that import statements name."""
    names: set[str] = set()
    for match in _IMPORT.finditer(raw):
        module, imported, plain = (part.decode("utf-8", "replace") if part else "" for part in match.groups())
        texts = [*module.split("."), *re.split(r"[\s,()]+", imported)] if module else []
        for part in re.split(r"[\s,]+", plain):
            texts += part.split(".")
        names.update(text for text in texts if text and text != "as")
    return names
