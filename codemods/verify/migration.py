"""A migration verified as a whole: each of its sites, its Python 2 files, and whatever was changed by hand since.

A run of the migration knows the sites and both texts of every file. The trees are made from it where they do not
exist: the program before as Python 3 that is still on boto 2, and the program after.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from codemods.model import FileResult, Run, Site
from codemods.report.diff import line_map
from codemods.rescan import own_names, rescan
from codemods.verify import TIMEOUT, Fake, Reader, verify
from codemods.verify.model import Note, Verdict
from codemods.verify.sandbox import LEFT_OUT

Progress = Callable[[str, int, int], None]

PYTHON_2 = "{} is Python 2: it ran as Python 3 that is still on boto 2, the first step of the migration."


def root_of(paths: Sequence[str]) -> Path:
    """The folder that holds all the given paths: where the command of a verification runs."""
    common = Path(os.path.commonpath([os.path.abspath(path) for path in paths]))
    return common if common.is_dir() else common.parent


def verify_run(
    run: Run,
    root: Path,
    command: Sequence[str],
    *,
    after: Path | None = None,
    setup: Path | None = None,
    timeout: float = TIMEOUT,
    python: str = sys.executable,
    progress: Progress | None = None,
    using: tuple[Fake, Reader] | None = None,
) -> Verdict:
    """Run `command` in the tree `root` as it is and as `run` migrates it, and judge every site of `run`.

    `after` is a tree that holds the results of the run already (see `with_after`); without it, one is made. Nothing is
    written to either tree. Sites in the verdict have the paths and lines that they have in `run`.
    """
    programs = [file for file in run.files if _is_program(file)]
    changed = [file for file in run.files if file.changed]
    modernised = {_inside(file, root): file.modernised for file in changed if file.modernised is not None}
    with tempfile.TemporaryDirectory(prefix="boto3ify-trees-") as directory:
        before = _copy(root, Path(directory, "before"), modernised) if modernised else root
        if after is None:
            after = _copy(root, Path(directory, "after"), {_inside(file, root): file.after for file in changed})
        verdict = verify(
            before,
            after,
            command,
            setup=setup,
            timeout=timeout,
            python=python,
            sites=[site for file in programs for site in _sites(file, root)],
            progress=progress,
            using=using,
        )
    notes = tuple(Note(PYTHON_2.format(path)) for path in sorted(modernised))
    judged = [site for file in programs for site in file.sites]
    proofs = tuple(
        replace(proof, path=site.path, line=site.line) for proof, site in zip(verdict.sites, judged, strict=False)
    )
    return replace(verdict, sites=proofs, notes=(*notes, *verdict.notes))


def with_after(run: Run, root: Path, after: Path) -> Run:
    """The run with the files of `after` as its results: what people changed since is shown and scanned as it is."""
    texts = {file.path: _read(after / _inside(file, root)) for file in run.files}
    programs = {file.path: _text(file, texts[file.path] or file.after) for file in run.files if _is_program(file)}
    own = {name for text in programs.values() for name in own_names(text)}
    files = []
    for file in run.files:
        text = texts[file.path]
        if text is not None and text != file.after:
            there = line_map(_text(file, file.after), _text(file, text))
            sites = tuple(replace(site, line_after=there.get(site.line_after, 0)) for site in file.sites)
            remaining = rescan(file.path, programs[file.path], own) if _is_program(file) else file.remaining
            file = replace(file, after=text, sites=sites, remaining=remaining)
        files.append(file)
    return replace(run, files=tuple(files))


def _is_program(file: FileResult) -> bool:
    return file.path.endswith(".py")


def _sites(file: FileResult, root: Path) -> Iterator[Site]:
    """The sites of a file, with the lines that they have in the tree that runs before."""
    lines = {} if file.modernised is None else line_map(_text(file, file.before), _text(file, file.modernised))
    for site in file.sites:
        yield replace(site, path=_inside(file, root), line=lines.get(site.line, site.line))


def _text(file: FileResult, raw: bytes) -> str:
    return raw.decode(file.encoding, "replace")


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _inside(file: FileResult, root: Path) -> str:
    return Path(os.path.relpath(file.path, root)).as_posix()


def _copy(root: Path, target: Path, contents: Mapping[str, bytes]) -> Path:
    """A copy of the tree in which some files have other contents."""
    shutil.copytree(root, target, symlinks=True, ignore=LEFT_OUT)
    for path, content in contents.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return target
