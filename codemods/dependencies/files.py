"""Which files say what a project depends on, and what becomes of one of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from codemods.dependencies import bounds
from codemods.dependencies.decide import Plan, Wanted, decide
from codemods.dependencies.ini_file import read_ini
from codemods.dependencies.items import Found, Mention
from codemods.dependencies.pythons import claimed
from codemods.dependencies.requirements_file import LOCK, read_requirements
from codemods.dependencies.setup_script import read_setup_script
from codemods.dependencies.shell import read_commands, read_distribution_packages
from codemods.dependencies.toml_file import read_toml
from codemods.dependencies.yaml_file import read_yaml
from codemods.model import Edit, Finding, Level, Site, Span, Status
from codemods.source import Source

try:
    import tomllib
except ImportError:  # Python 3.10
    import tomli as tomllib  # type: ignore[import-not-found,no-redef]

Reader = Callable[[str, str], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the names that it has (a pattern for the path), its reader, and a check of what comes
    out.
    """

    name: str
    paths: re.Pattern[str]
    read: Reader
    check: Callable[[str], object] | None = None


@dataclass(frozen=True, slots=True)
class DependencyChange:
    """What becomes of one file: its new text (the old one when nothing changes), its sites and findings."""

    path: str
    text: str
    sites: tuple[Site, ...]
    findings: tuple[Finding, ...]


def _read_shell(path: str, text: str) -> Iterable[Found]:
    yield from read_commands(text)
    yield from read_distribution_packages(text)


def _read_lock(path: str, text: str) -> Iterable[Found]:
    for match in re.finditer(r"(?m)(?<![\w./-])boto(?![\w.-])", text):
        yield Mention(Span(*match.span()), *LOCK)
        return


def _nothing(path: str, text: str) -> Iterable[Found]:
    return ()


def _kind(name: str, pattern: str, read: Reader, check: Callable[[str], object] | None = None) -> Kind:
    return Kind(name, re.compile(rf"(?:^|.*/)(?:{pattern})$"), read, check)


KINDS: tuple[Kind, ...] = (
    _kind("lock", r"poetry\.lock|Pipfile\.lock|pdm\.lock|uv\.lock|conda-lock\.ya?ml|pixi\.lock", _read_lock),
    _kind("setup.py", r"setup\.py|noxfile\.py", read_setup_script, ast.parse),
    _kind("setup.cfg", r"setup\.cfg", lambda path, text: read_ini(text)),
    _kind("tox", r"tox\.ini|tox-.*\.ini", lambda path, text: read_ini(text)),
    _kind(
        "pyproject",
        r"pyproject\.toml|pixi\.toml|hatch\.toml",
        lambda path, text: read_toml(text),
        tomllib.loads,
    ),
    _kind("pipfile", r"Pipfile", lambda path, text: read_toml(text, pipfile=True), tomllib.loads),
    _kind(
        "requirements",
        r"requirements/.*\.(?:txt|in|pip)|[\w.-]*(?:requirement|require|constraint|dependencies|deps|pip-requires|test-requires)"
        r"[\w.-]*\.(?:txt|in|pip)|pip-requires|test-requires",
        lambda path, text: read_requirements(text),
    ),
    _kind("docker", r"(?:Dockerfile|Containerfile)(?:[._-][\w.-]*)?|[\w.-]+\.[Dd]ockerfile", _read_shell),
    _kind(
        "conda",
        r"[\w.-]*(?:environment|conda)[\w.-]*\.ya?ml|env\.ya?ml",
        lambda path, text: read_yaml(text, conda=True),
    ),
    _kind("yaml", r"[\w. -]+\.ya?ml", lambda path, text: read_yaml(text)),
    _kind("shell", r"[\w. -]+\.(?:sh|bash|mk|cmd|bat)|Makefile|GNUmakefile|Jenkinsfile|Vagrantfile", _read_shell),
    _kind("runtime", r"runtime\.txt|\.python-version", _nothing),
)
"""All kinds; the first whose pattern fits counts."""

_MADE = re.compile(r"\.(?:egg|dist)-info/")
"""Folders of metadata that building a package makes."""


def handles(path: str) -> bool:
    """Can a file of this name say what a project depends on?"""
    return _kind_of(path) is not None


def _kind_of(path: str) -> Kind | None:
    normal = path.replace("\\", "/")
    if _MADE.search(normal):
        return None
    return next((kind for kind in KINDS if kind.paths.match(normal)), None)


def rewrite_dependencies(path: str, text: str, wanted: Wanted | None = None) -> DependencyChange | None:
    """What becomes of a dependency file; None when there is nothing to say about it.

    `text` keeps its line endings. Two runs give what one gives.
    """
    kind = _kind_of(path)
    if kind is None:
        return None
    source = Source(path, b"", text)
    plan = Plan(path, text, f"dependencies.{kind.name}", source.line_of, source.column_of)
    decide(plan, kind.read(path, text), wanted or Wanted())
    _check_pythons(plan, kind.name)
    if not plan.sites and not plan.findings:
        return None
    after = _applied(text, plan.edits)
    if kind.check and _breaks(kind.check, text, after):
        return DependencyChange(path, text, tuple(map(_left, plan.sites)), tuple(plan.findings))
    sites = sorted(_with_lines_after(plan, source, after), key=lambda site: (site.line, site.column))
    findings = sorted(plan.findings, key=lambda finding: finding.line)
    return DependencyChange(path, after, tuple(sites), tuple(findings))


def _check_pythons(plan: Plan, kind: str) -> None:
    claims = sorted(claimed(plan.text, kind))
    if not claims:
        return
    versions = sorted(
        {version for _, version in claims}, key=lambda version: [int(part) for part in version.split(".")]
    )
    floor, current = (".".join(map(str, version)) for version in (bounds.PYTHON, bounds.CURRENT_PYTHON))
    message = (
        f"The project claims Python {', '.join(versions)}; boto3 {bounds.BOTO3} needs Python {floor} or "
        "later, and current "
        f"releases need {current}."
    )
    plan.finding(claims[0][0], "dependencies.python", message, Level.WARNING)


def _with_lines_after(plan: Plan, before: Source, after: str) -> Iterable[Site]:
    """The sites, with the lines where they stand in the new text."""
    new = Source(plan.path, b"", after)
    edits = set(plan.edits)
    for site in plan.sites:
        offset = before.line_starts[site.line - 1] + site.column - 1
        moved = sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in edits if edit.span.end <= offset)
        yield replace(site, line_after=new.line_of(min(offset + moved, len(after))))


def _applied(text: str, edits: list[Edit]) -> str:
    """The text with all edits made, the last one first so that offsets hold.

    Two elements that go next to each other may claim the same comma, so only what is left of a span goes.
    """
    untouched = len(text)
    for edit in sorted(set(edits), reverse=True):
        end = min(edit.span.end, untouched)
        text = text[: edit.span.start] + edit.text + text[end:]
        untouched = edit.span.start
    return text


def _breaks(check: Callable[[str], object], before: str, after: str) -> bool:
    """Did a file that could be parsed stop being so?"""
    try:
        check(before)
    except ValueError:
        return False
    except SyntaxError:
        return False
    try:
        check(after)
    except (ValueError, SyntaxError):
        return True
    return False


def _left(site: Site) -> Site:
    message = "The edit would have broken this file, so it was not made: ask for boto3 by hand."
    return replace(site, status=Status.FLAGGED, message=message, after=site.before)
