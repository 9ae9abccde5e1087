"""The stages, in order: discover, modernise, parse, infer, plan, scan again, harden. A run touches no file."""

from __future__ import annotations

import ast
import functools
import re
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from codemods.catalog import catalog
from codemods.dependencies import Wanted
from codemods.discover import Discovery, Found, discover, names_boto
from codemods.expand import next_files
from codemods.harden import harden_results, unreadable
from codemods.inference.frame import Analysis
from codemods.inference.hints import suggest_hints
from codemods.inference.program import ModuleFile, Program
from codemods.inference.solve import analyse, complete, follow, follow_into
from codemods.inference.stand_ins import is_test_module
from codemods.inference.usage import only_boto_members
from codemods.model import FileResult, Finding, Level, Run
from codemods.modernise import CannotModernise, Modernised, modernise, needs_python2
from codemods.modernise.gone import imports_what_is_gone
from codemods.parallel import in_order
from codemods.partial import partial_program
from codemods.rescan import answered_names, own_names, rescan
from codemods.rewrite import moto
from codemods.rewrite.configured import configured, sets_credentials
from codemods.rewrite.decide import decide
from codemods.rewrite.draft import ProgramView
from codemods.rewrite.environment import changes_environment
from codemods.rewrite.guarded import guarded_calls
from codemods.rewrite.hoists import plan_hoists
from codemods.rewrite.logger_names import named_loggers
from codemods.rewrite.plan import Planned
from codemods.rewrite.raised import services_of_program
from codemods.rewrite.reach import Reach
from codemods.rewrite.run_notes import with_notes
from codemods.rewrite.shared import shared_module
from codemods.rewrite.styles import Styles
from codemods.rewrite.uses import MemberUses
from codemods.settings import Settings
from codemods.source import Source, UnreadableSource
from codemods.surroundings import is_surrounding, surroundings

Progress = Callable[[str, int, int], None]
"""Told the stage, and how much of it is done: `("plan", 3, 17)`."""


def migrate(paths: Iterable[str], settings: Settings, progress: Progress | None = None) -> Run:
    """Plan the migration of everything below `paths`."""
    tops = list(paths)
    found = discover(tops, is_surrounding, settings.exclude)
    return _run(found, tops, settings, progress or _silent)


def migrate_text(path: str, raw: bytes, settings: Settings) -> Run:
    """Plan the migration of one file that is given as bytes (standard input); the run always holds that file."""
    file = Found(path, raw)
    named, rest = ((file,), ()) if names_boto(file) else ((), (file,))
    return _holding(file, _run(Discovery(named, rest, (), 1, ()), [], settings, _silent))


def harden(paths: Iterable[str], settings: Settings, progress: Progress | None = None) -> Run:
    """Plan what the rules for boto3 would change below `paths`; boto 2 is not looked at."""
    tops = list(paths)
    found = discover(tops, lambda path: False, settings.exclude)
    return _hardened(found, tops, settings, progress or _silent)


def harden_text(path: str, raw: bytes, settings: Settings) -> Run:
    """Plan what the rules for boto3 would change in one file that is given as bytes (standard input)."""
    file = Found(path, raw)
    return _holding(file, _hardened(Discovery((), (file,), (), 1, ()), [], settings, _silent))


def _holding(file: Found, run: Run) -> Run:
    """The run over one file with that file in it, also when there is nothing to say of it."""
    return run if run.files else replace(run, files=(FileResult(file.path, file.raw, file.raw),))


def _hardened(found: Discovery, tops: list[str], settings: Settings, progress: Progress) -> Run:
    files = (*found.python, *found.rest)
    results = harden_results(files, unreadable(files), settings, progress)
    results.sort(key=lambda result: result.path)
    return Run(tuple(results), found.scanned, found.findings, roots=tuple(tops))


def _silent(stage: str, done: int, total: int) -> None:
    pass


@dataclass(frozen=True)
class _Parsed:
    """A file that parses: as a module, and what the Python 2 stage did to it before, if anything."""

    file: Found
    module: ModuleFile
    modernised: Modernised | None


def _run(found: Discovery, tops: list[str], settings: Settings, progress: Progress) -> Run:
    results: list[FileResult] = []
    names = _neighbours((*found.python, *found.rest))
    parsed, rest, analysis = _read(found, names, tops, settings, results, progress)
    modules = [each.module for each in parsed]
    by_key = {each.module.key: each.file for each in parsed}
    view, planned, failed = decide(_view(analysis, settings), modules, progress)
    results += [_failed(by_key[key], problem) for key, problem in failed.items()]
    own = set().union(*(own_names(done.text) for done in planned.values()))
    results += [_result(each, planned[each.module.key], own) for each in parsed if each.module.key in planned]
    if settings.config_module:
        needs = {need for each in planned.values() for need in each.needs}
        shared = shared_module(needs, settings, tops)
        results = [result for result in results if shared is None or result.path != shared.path]
        results += [] if shared is None else [shared]
    if settings.modernise and (any(each.modernised for each in parsed) or _beside_python2(parsed, rest, names)):
        results += _rest_of_python2(rest, names, settings.jobs)
    results = harden_results((*found.python, *found.rest), results, settings, progress)
    results = [result for result in results if result.sites or result.findings or result.changed or result.remaining]
    by_path = {result.path: result for result in with_notes(results)}
    wanted = Wanted(
        keep_boto=any(result.remaining for result in results),
        moto=any(site.rule == moto.RULE for result in results for site in result.sites),
    )
    by_path.update({result.path: result for result in surroundings(found.others, by_path, wanted)})
    return Run(
        tuple(by_path[path] for path in sorted(by_path)),
        found.scanned,
        (*found.findings, *partial_program(analysis, tops, (file.path for file in (*found.python, *found.rest)))),
        _styles(view.styles, planned.values()),
        hints=suggest_hints(analysis, view.own_names),
        roots=tuple(tops),
    )


def _styles(styles: Styles, planned: Iterable[Planned]) -> dict[str, tuple[str, str]]:
    """The style chosen for each service that the program uses, and why."""
    used = {site.service for each in planned for site in each.sites}
    return {
        service: (style.value, styles.reasons.get(service, ""))
        for service, style in styles.chosen.items()
        if service in used
    }


def _read(
    found: Discovery,
    names: Mapping[str, set[str]],
    tops: list[str],
    settings: Settings,
    results: list[FileResult],
    progress: Progress,
) -> tuple[list[_Parsed], list[Found], Analysis]:
    """The files that matter, parsed, the rest, and the analysis; files that do not parse go to `results`."""
    parsed: list[_Parsed] = []
    rest = list(found.rest)
    wanted = list(found.python)
    tried: set[str] = set()
    analysis: Analysis | None = None
    while True:
        for number, file in enumerate(wanted):
            progress("read", number, len(wanted))
            try:
                parsed.append(_parse(file, settings, names))
            except UnreadableSource as error:
                results.append(_failed(file, str(error)))
        parsed = _of_python2(parsed, settings, names, tried)
        parsed.sort(key=lambda each: each.module.key)
        program = Program((each.module for each in parsed), tops)
        is_first = analysis is None
        if analysis is None or _is_parsed_anew(parsed, analysis):
            analysis = follow(program, catalog(), settings.types)
        else:
            follow_into(analysis, program)
        wanted = next_files(analysis, rest) or next_files(complete(analysis), rest)
        if not wanted:
            return parsed, rest, analysis if is_first else analyse(program, catalog(), settings.types)
        rest = [file for file in rest if file not in wanted]


def _is_parsed_anew(parsed: list[_Parsed], analysis: Analysis) -> bool:
    """Is a file of the analysis another one now, which was moved to Python 3 because a later file is Python 2?"""
    known = analysis.program.modules
    return any(known.get(each.module.key, each.module) is not each.module for each in parsed)


def _neighbours(files: Iterable[Found]) -> dict[str, set[str]]:
    """The module names in each folder: what a Python 2 file could import without naming its package."""
    names: dict[str, set[str]] = {}
    for file in files:
        path = PurePosixPath(file.path)
        names.setdefault(str(path.parent), set()).add(path.stem)
    return names


_BOTH = re.compile(r"\bsix\b|\bversion_info\b|\bPY[23]\b|\bNameError\b")
"""What files have that run on Python 2 and on Python 3."""


def _of_python2(
    parsed: list[_Parsed], settings: Settings, names: Mapping[str, set[str]], tried: set[str]
) -> list[_Parsed]:
    """The files of a program of which one is Python 2: what only Python 2 has is so in all others, too."""
    if not settings.modernise or not any(each.modernised for each in parsed):
        return parsed
    return [_with_builtins(each, settings, names, tried) for each in parsed]


def _with_builtins(each: _Parsed, settings: Settings, names: Mapping[str, set[str]], tried: set[str]) -> _Parsed:
    """A file that Python 3 can parse, moved all the same where it uses what only Python 2 has; looked at once."""
    if each.modernised is not None or each.file.path in tried or _BOTH.search(each.module.source.text):
        return each
    tried.add(each.file.path)
    try:
        moved = _parse(each.file, settings, names, every=True)
    except UnreadableSource:
        return each
    return moved if moved.modernised is not None else each


def _parse(file: Found, settings: Settings, neighbours: Mapping[str, set[str]], every: bool = False) -> _Parsed:
    """Raises UnreadableSource with one sentence when the file cannot be parsed."""
    source = Source.decode(file.path, file.raw)
    package = _package(file.path)
    beside = neighbours.get(str(PurePosixPath(file.path).parent), set())
    siblings = beside if package else set()
    try:
        tree = _tree(source.text)
        every = every or settings.modernise_all or (settings.modernise and imports_what_is_gone(source.text, beside))
        modernised = modernise(source.text, path=file.path, every=True, siblings=siblings) if every else None
    except UnreadableSource:
        if not settings.modernise:
            raise
        try:
            modernised = modernise(source.text, path=file.path, siblings=siblings)
        except CannotModernise as error:
            raise UnreadableSource(str(error)) from None
        if modernised is None:
            raise
        tree = ast.Module([], [])
    except CannotModernise as error:
        raise UnreadableSource(str(error)) from None
    if modernised is not None:
        source = Source(source.path, source.encode(modernised.text), modernised.text, source.encoding)
        tree = _tree(source.text)
    return _Parsed(file, ModuleFile(file.path, source, tree, package, modernised is not None), modernised)


def _beside_python2(parsed: Iterable[_Parsed], rest: Iterable[Found], neighbours: Mapping[str, set[str]]) -> bool:
    """True when a module beside those that use boto 2 cannot run on Python 3: then the program is Python 2."""
    folders = {str(PurePosixPath(each.file.path).parent) for each in parsed}
    return any(
        imports_what_is_gone(file.raw.decode("latin-1"), neighbours[folder])
        for file in rest
        for folder in [str(PurePosixPath(file.path).parent)]
        if folder in folders
    )


def _rest_of_python2(files: Sequence[Found], neighbours: Mapping[str, set[str]], jobs: int) -> list[FileResult]:
    """The program's other Python 2 files: its language moves as a whole, for boto3 knows no Python 2."""
    results = in_order(functools.partial(_moved_to_python3, neighbours), files, jobs)
    return [result for result in results if result is not None]


def _moved_to_python3(neighbours: Mapping[str, set[str]], file: Found) -> FileResult | None:
    """A Python 2 file as Python 3; None for a file that is not Python 2."""
    try:
        source = Source.decode(file.path, file.raw)
        beside = neighbours.get(str(PurePosixPath(file.path).parent), set())
        every = imports_what_is_gone(source.text, beside)
        if not every and not needs_python2(source.text):
            return None
        siblings = beside if _package(file.path) else set()
        modernised = modernise(source.text, path=file.path, every=every, siblings=siblings)
        if modernised is None:
            return None
        raw = source.encode(modernised.text)
        return FileResult(file.path, file.raw, raw, findings=modernised.findings, modernised=raw)
    except (UnreadableSource, CannotModernise) as error:
        return _failed(file, str(error))


def _tree(text: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:
        raise UnreadableSource(f"does not parse: {error.msg} (line {error.lineno}); left alone") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableSource(f"does not parse: {error}; left alone") from None


def _package(path: str) -> tuple[str, ...]:
    """The packages that a file lies in: the folders above it that have an `__init__.py`."""
    names: list[str] = []
    folder = PurePosixPath(path).parent
    while folder.name and (Path(folder) / "__init__.py").exists():
        names.insert(0, folder.name)
        folder = folder.parent
    return tuple(names)


def _view(analysis: Analysis, settings: Settings) -> ProgramView:
    settings, absorbed = configured(analysis, settings)
    reach = Reach(analysis)
    plan_hoists(analysis, reach)
    own = {node.name for node in analysis.scopes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    own = own.union(*analysis.forwarded.values(), *(answered_names(node) for node in analysis.scopes))
    telling = {name: shorts[0] for name, shorts in only_boto_members(catalog()).items() if name not in own}
    return ProgramView(
        analysis,
        MemberUses(analysis),
        reach,
        Styles(),
        settings,
        telling=telling,
        own_names=frozenset(own),
        absorbed=absorbed,
        loggers=named_loggers(analysis),
        guarded=guarded_calls(analysis),
        changes_environment=sets_credentials(absorbed, analysis)
        or any(
            changes_environment(module.tree)
            for module in analysis.program.modules.values()
            if not is_test_module(module)  # tests set dummies, which are the same for all of them
        ),
        services=services_of_program(analysis),
    )


def _result(parsed: _Parsed, planned: Planned, own: set[str]) -> FileResult:
    source, modernised = parsed.module.source, parsed.modernised
    try:
        after = source.encode(planned.text) if planned.text != source.text else source.raw
    except UnreadableSource as error:
        return _failed(parsed.file, str(error))
    sites, findings = planned.sites, planned.findings
    if modernised is not None:
        sites = tuple(replace(site, line=modernised.original_line(site.line)) for site in sites)
        findings = (*modernised.findings, *(replace(f, line=modernised.original_line(f.line)) for f in findings))
    return FileResult(
        source.path,
        parsed.file.raw,
        after,
        sites,
        findings,
        rescan(source.path, planned.text, own),
        source.raw if modernised is not None else None,
        source.encoding,
    )


def _failed(file: Found, problem: str) -> FileResult:
    finding = Finding(file.path, 0, "input", problem, Level.ERROR)
    return FileResult(file.path, file.raw, file.raw, findings=(finding,))
