"""Finds the files of a run, and tells which of them can matter, without parsing any.

A file matters when it names boto 2, or when it may use objects that come from such a file: it imports a module that
matters, or names one of the members that only boto 2 has. Everything else is never parsed.
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
    """What discovery found: Python files that can matter and the rest of them, files around the code, and problems."""

    python: tuple[Found, ...]
    rest: tuple[Found, ...]
    others: tuple[Found, ...]
    scanned: int
    findings: tuple[Finding, ...]


def discover(
    paths: Iterable[str],
    is_dependency_file: Callable[[str], bool],
    exclude: Iterable[str] = (),
    telling: re.Pattern[bytes] | None = None,
    everything: bool = False,
) -> Discovery:
    """All files below `paths` that can matter. A path that does not exist, or cannot be read, becomes a finding.

    With `everything`, Python files count as mattering even when they do not name boto 2.
    """
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
    kept = python if everything else matter(python, telling)
    known = {file.path for file in kept}
    rest = tuple(file for file in python if file.path not in known)
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


def matter(files: list[Found], telling: re.Pattern[bytes] | None = None) -> list[Found]:
    """The files that name boto 2, and those that can get their objects.

    That is every file that imports such a file or is imported by it; further away only files that use a `telling`
    member (one that hardly anything but boto 2 has), so that the cost does not grow with the size of a repository.
    Names of modules are compared by their last parts, which finds too much rather than too little.
    """
    kept = {index for index, file in enumerate(files) if _BOTO.search(file.raw)}
    if not kept:
        return []
    by_stem: dict[str, list[int]] = {}
    for index, file in enumerate(files):
        by_stem.setdefault(_stem(file.path), []).append(index)
    edges: dict[int, set[int]] = {index: set() for index in range(len(files))}
    for index, file in enumerate(files):
        for name in _imported_names(file.raw):
            for other in by_stem.get(name, ()):
                edges[index].add(other)
                edges[other].add(index)
    near = kept.union(*(edges[index] for index in kept))
    queue = sorted(near)
    kept = set(near)
    while queue and telling is not None:
        for other in sorted(edges[queue.pop()] - kept):
            if telling.search(files[other].raw):
                kept.add(other)
                queue.append(other)
    return [files[index] for index in sorted(kept)]


def _stem(path: str) -> str:
    parts = path.removesuffix(".py").split("/")
    return parts[-2] if parts[-1] == "__init__" and len(parts) > 1 else parts[-1]


def _imported_names(raw: bytes) -> set[str]:
    """The last parts of everything that import statements name."""
    names: set[str] = set()
    for match in _IMPORT.finditer(raw):
        module, imported, plain = (part.decode("utf-8", "replace") if part else "" for part in match.groups())
        texts = [*module.split("."), *re.split(r"[\s,()]+", imported)] if module else []
        for part in re.split(r"[\s,]+", plain):
            texts += part.split(".")
        names.update(text for text in texts if text and text != "as")
    return names
