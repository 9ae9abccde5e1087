"""The stages, in order: discover, modernise, parse, infer, plan, scan again. A run touches no file."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from codemods.catalog import catalog
from codemods.discover import Discovery, Found, discover, matter
from codemods.inference.program import ModuleFile, Program
from codemods.inference.solve import analyse
from codemods.inference.usage import telling_members
from codemods.model import FileResult, Finding, Level, Run
from codemods.rescan import own_names, rescan
from codemods.rewrite.draft import ProgramView
from codemods.rewrite.hoists import plan_hoists
from codemods.rewrite.plan import Planned, plan
from codemods.rewrite.reach import Reach
from codemods.rewrite.styles import Styles
from codemods.rewrite.uses import MemberUses
from codemods.settings import Settings
from codemods.source import Source, UnreadableSource

Progress = Callable[[str, int, int], None]
"""Told the stage, and how much of it is done: `("plan", 3, 17)`."""


def migrate(paths: Iterable[str], settings: Settings, progress: Progress | None = None) -> Run:
    """Plan the migration of everything below `paths`."""
    tops = list(paths)
    found = discover(tops, lambda path: False, settings.exclude, _telling())
    return _run(found, tops, settings, progress or _silent)


def migrate_text(path: str, raw: bytes, settings: Settings) -> Run:
    """Plan the migration of one file that is given as bytes (standard input)."""
    files = matter([Found(path, raw)])
    return _run(Discovery(tuple(files), (), 1, ()), [], settings, _silent)


def _silent(stage: str, done: int, total: int) -> None:
    pass


def _telling() -> re.Pattern[bytes]:
    names = sorted(telling_members(catalog()))
    return re.compile(rb"\.(?:" + "|".join(names).encode() + rb")\b") if names else re.compile(rb"(?!)")


def _run(found: Discovery, tops: list[str], settings: Settings, progress: Progress) -> Run:
    modules: list[ModuleFile] = []
    results: list[FileResult] = []
    for number, file in enumerate(found.python):
        progress("read", number, len(found.python))
        try:
            modules.append(_parse(file))
        except UnreadableSource as error:
            results.append(_failed(file, str(error)))
    view = _view(modules, tops, settings)
    by_key = {file.path: file for file in found.python}
    planned: dict[str, Planned] = {}
    for number, module in enumerate(modules):
        progress("plan", number, len(modules))
        try:
            planned[module.key] = plan(view, module)
        except ValueError as error:
            results.append(_failed(by_key[module.key], str(error)))
    own = set().union(*(own_names(done.text) for done in planned.values()))
    for module in modules:
        if module.key in planned:
            results.append(_result(module, planned[module.key], own))
    results = [result for result in results if result.sites or result.findings or result.changed or result.remaining]
    return Run(
        tuple(sorted(results, key=lambda result: result.path)),
        found.scanned,
        found.findings,
        {service: (style.value, view.styles.reasons.get(service, "")) for service, style in view.styles.chosen.items()},
        roots=tuple(tops),
    )


def _parse(file: Found) -> ModuleFile:
    """Raises UnreadableSource with one sentence when the file cannot be parsed."""
    source = Source.decode(file.path, file.raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source.text)
    except SyntaxError as error:
        raise UnreadableSource(f"does not parse: {error.msg} (line {error.lineno}); left alone") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableSource(f"does not parse: {error}; left alone") from None
    return ModuleFile(file.path, source, tree, _package(file.path))


def _package(path: str) -> tuple[str, ...]:
    """The packages that a file lies in: the folders above it that have an `__init__.py`."""
    from pathlib import Path

    names: list[str] = []
    folder = PurePosixPath(path).parent
    while folder.name and (Path(folder) / "__init__.py").exists():
        names.insert(0, folder.name)
        folder = folder.parent
    return tuple(names)


def _view(modules: list[ModuleFile], tops: list[str], settings: Settings) -> ProgramView:
    program = Program(modules, tops)
    analysis = analyse(program, catalog(), settings.types)
    reach = Reach(analysis)
    plan_hoists(analysis, reach)
    return ProgramView(analysis, MemberUses(analysis), reach, Styles(), settings)


def _result(module: ModuleFile, planned: Planned, own: set[str]) -> FileResult:
    source = module.source
    try:
        after = source.encode(planned.text) if planned.text != source.text else source.raw
    except UnreadableSource as error:
        return _failed(Found(source.path, source.raw), str(error))
    return FileResult(
        source.path,
        source.raw,
        after,
        planned.sites,
        planned.findings,
        rescan(source.path, planned.text, own),
        None,
        source.encoding,
    )


def _failed(file: Found, problem: str) -> FileResult:
    finding = Finding(file.path, 0, "input", problem, Level.ERROR)
    return FileResult(file.path, file.raw, file.raw, findings=(finding,))
