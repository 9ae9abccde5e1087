"""Run -> one plain dict: all that a template sees. Nothing is decided in a template.

Texts are those of the run (which has no secrets any more); escaping is for the page that shows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from codemods import __version__
from codemods.model import FileResult, Finding, Level, Run, Site, Status
from codemods.report.diff_view import FileView, anchors, file_view, short
from codemods.report.paths import common_root, relative
from codemods.report.summary import Group, Numbers, failures, findings, groups, headline, numbers, sites
from codemods.report.verdict import Results, VerdictView, verdict_view

_OPEN_ALL = 12  # so many files are shown unfolded; in a bigger run only those that need somebody

LIMITS = (
    "Only files below the given paths were read. Other programs that import this code may still expect boto 2 objects "
    "from it.",
    "boto.cfg, ~/.boto and the environment of your machines were not read. boto 2 took retries, timeouts, proxies and "
    "certificates from there; boto3 takes at most the credentials.",
    "A name that is only built while the program runs (getattr, exec, templates, plug-ins) is seen where it is written "
    "out, and nowhere else.",
    "No request was sent. Whether your policies allow the new calls, and how large accounts and odd data behave, only "
    "AWS can tell.",
    "Data that the old program stored (pickled objects, times as strings, caches) was not looked at.",
    "Services that imitate AWS may not accept Signature Version 4 or newer checksums; try them before the merge.",
)
"""What no reading of source code can know, in every report."""


class PlaceView(TypedDict):
    """One place of a group; `anchor` is the id of its note in the diff."""

    path: str
    line: int
    line_after: int
    anchor: str
    code: str


class SentenceView(TypedDict):
    """What to do or to know, and where."""

    message: str
    places: list[PlaceView]


class GroupView(TypedDict):
    """What one rule found: each sentence once, the places under it."""

    rule: str
    count: int
    sentences: list[SentenceView]


class HandlerView(TypedDict):
    """What an error handler named or read, and what it does now."""

    before: str
    after: str
    status: str
    message: str
    places: list[PlaceView]


class FindingView(TypedDict):
    """Something to know; `places` are paths, with lines where there are any."""

    rule: str
    level: str
    message: str
    places: list[str]


class RuleView(TypedDict):
    """How often a rule came to which end."""

    rule: str
    service: str
    rewritten: int
    review: int
    flagged: int


class StyleView(TypedDict):
    """The style of a service, and why."""

    service: str
    style: str
    reason: str


class View(TypedDict):
    """A whole report."""

    tool: str
    version: str
    root: str
    headline: str
    done: bool
    numbers: dict[str, int]
    failures: list[FindingView]
    silent: list[PlaceView]
    flagged: list[GroupView]
    review: list[GroupView]
    verdict: VerdictView | None
    files: list[FileView]
    handlers: list[HandlerView]
    styles: list[StyleView]
    findings: list[FindingView]
    hints: list[str]
    rules: list[RuleView]
    services: list[str]
    limits: tuple[str, ...]


def view(run: Run, verdict: Mapping[str, object] | None = None) -> View:
    """Everything that a page shows of a run, and of what verify said about it. Both must be free of secrets."""
    count = numbers(run)
    root = common_root(run.roots)
    shown = _named_files(run)
    places = _Places(root, {site: anchor for name, file in shown for site, anchor in anchors(file, name).items()})
    return View(
        tool="boto3ify",
        version=__version__,
        root=root,
        headline=headline(run),
        done=count.done,
        numbers=counted(count),
        failures=_findings(failures(run), root),
        silent=[
            PlaceView(path=_shown(rest.path, root), line=0, line_after=rest.line, anchor="", code=short(rest.what))
            for rest in run.remaining
            if not rest.marked
        ],
        flagged=[places.group(group) for group in groups(sites(run, Status.FLAGGED))],
        review=[places.group(group) for group in groups(sites(run, Status.REVIEW))],
        verdict=verdict_view(verdict),
        files=_files(shown, root, Results(verdict)),
        handlers=_handlers(run, places),
        styles=[
            StyleView(service=service, style=style, reason=reason)
            for service, (style, reason) in sorted(run.styles.items())
        ],
        findings=_findings((finding for finding in findings(run) if finding.level is not Level.ERROR), root),
        hints=list(run.hints),
        rules=_rules(run),
        services=sorted({site.service for site in run.sites}),
        limits=LIMITS,
    )


def counted(count: Numbers) -> dict[str, int]:
    """The numbers under the names that templates use."""
    return {name: getattr(count, name) for name in Numbers.__slots__}


class _Places:
    """Knows how a site is named and where in the page it is shown."""

    def __init__(self, root: str, anchors: Mapping[Site, str]) -> None:
        self._root = root
        self._anchors = anchors

    def group(self, group: Group) -> GroupView:
        return GroupView(
            rule=group.rule,
            count=len(group.sites),
            sentences=[SentenceView(message=message, places=self.of(sites)) for message, sites in group.sentences],
        )

    def of(self, chosen: Iterable[Site]) -> list[PlaceView]:
        return [
            PlaceView(
                path=_shown(site.path, self._root),
                line=site.line,
                line_after=site.line_after,
                anchor=self._anchors.get(site, ""),
                code=short(site.before),
            )
            for site in chosen
        ]


def _named_files(run: Run) -> list[tuple[str, FileResult]]:
    """The files that have something to show, each with its id in the page."""
    shown = [file for file in run.files if file.sites or file.changed]
    ordered = sorted(shown, key=lambda file: file.path)
    return [(f"f{number}", file) for number, file in enumerate(ordered, start=1)]


def _files(shown: Sequence[tuple[str, FileResult]], root: str, results: Results) -> list[FileView]:
    few = len(shown) <= _OPEN_ALL
    return [
        file_view(file, name, _shown(file.path, root), few or _needs_somebody(file), results) for name, file in shown
    ]


def _needs_somebody(file: FileResult) -> bool:
    return any(site.status is not Status.REWRITTEN for site in file.sites)


def _handlers(run: Run, places: _Places) -> list[HandlerView]:
    found: dict[tuple[str, str, str, str], list[Site]] = {}
    for site in sites(run):
        if site.service == "errors":
            after = "" if site.status is Status.FLAGGED else site.after
            found.setdefault((site.before, after, site.status.value, site.message), []).append(site)
    return [
        HandlerView(before=before, after=after, status=status, message=message, places=places.of(chosen))
        for (before, after, status, message), chosen in found.items()
    ]


def _findings(chosen: Iterable[Finding], root: str) -> list[FindingView]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for finding in chosen:
        path = _shown(finding.path, root) if finding.path else ""
        place = f"{path}:{finding.line}" if finding.line else path
        found.setdefault((finding.rule, finding.level.value, finding.message), []).append(place)
    return [
        FindingView(rule=rule, level=level, message=message, places=[place for place in places if place])
        for (rule, level, message), places in found.items()
    ]


def _rules(run: Run) -> list[RuleView]:
    counts: dict[str, Counter[Status]] = {}
    services: dict[str, str] = {}
    for site in sites(run):
        counts.setdefault(site.rule, Counter())[site.status] += 1
        services.setdefault(site.rule, site.service)
    return [
        RuleView(
            rule=rule,
            service=services[rule],
            rewritten=counts[rule][Status.REWRITTEN],
            review=counts[rule][Status.REVIEW],
            flagged=counts[rule][Status.FLAGGED],
        )
        for rule in sorted(counts)
    ]


def _shown(path: str, root: str) -> str:
    return relative(path, [root] if root else [])
