"""The numbers of a run and the sentences made from them: the headline, and the lines for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from codemods.harden.model import GROUP
from codemods.model import Finding, Level, Run, Site, Status
from codemods.report.redact import redact
from codemods.report.visible import visible

_RULES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a run comes to. `silent` are uses that the scan of the output found and that nothing marks.

    `hardened` and `risks` count what the rules for boto3 changed and what they leave to a person; the numbers before
    them are about boto 2 only.
    """

    scanned: int
    with_boto2: int
    changed: int
    failed: int
    total: int
    rewritten: int
    review: int
    flagged: int
    remaining: int
    silent: int
    hardened: int = 0
    risks: int = 0

    @property
    def done(self) -> bool:
        """True when nothing of boto 2 is left, as far as every single file could be looked at."""
        return not (self.flagged or self.remaining or self.failed)


@dataclass(frozen=True, slots=True)
class Group:
    """What one rule found: each sentence once, with the places under it."""

    rule: str
    sentences: tuple[tuple[str, tuple[Site, ...]], ...]

    @property
    def sites(self) -> tuple[Site, ...]:
        """All places of the rule."""
        return tuple(site for _, sites in self.sentences for site in sites)


def numbers(run: Run) -> Numbers:
    """Counts a run."""
    ours = [site for site in run.sites if is_hardening(site)]
    boto2 = Counter(site.status for site in run.sites if not is_hardening(site))
    risks = sum(site.status is Status.FLAGGED for site in ours)
    return Numbers(
        scanned=run.scanned,
        with_boto2=sum(any(not is_hardening(s) for s in file.sites) or bool(file.remaining) for file in run.files),
        changed=sum(file.changed for file in run.files),
        failed=len({finding.path for finding in failures(run)}),
        total=boto2.total(),
        rewritten=boto2[Status.REWRITTEN],
        review=boto2[Status.REVIEW],
        flagged=boto2[Status.FLAGGED],
        remaining=len(run.remaining),
        silent=sum(not rest.marked for rest in run.remaining),
        hardened=len(ours) - risks,
        risks=risks,
    )


def is_hardening(site: Site) -> bool:
    """True for a site of the rules for code that is already on boto3."""
    return site.rule.startswith(f"{GROUP}.")


def failures(run: Run) -> tuple[Finding, ...]:
    """What could not be processed, files and paths, in order."""
    return tuple(finding for finding in findings(run) if finding.level is Level.ERROR)


def findings(run: Run) -> tuple[Finding, ...]:
    """All findings, of the run and of its files, in the order of paths and lines."""
    every = [*run.findings, *(finding for file in run.files for finding in file.findings)]
    return tuple(sorted(every, key=lambda finding: (finding.path, finding.line, finding.rule, finding.message)))


def sites(run: Run, *statuses: Status) -> tuple[Site, ...]:
    """The sites with one of `statuses` (all, when none is named), in the order of paths and lines."""
    chosen = (site for site in run.sites if not statuses or site.status in statuses)
    return tuple(sorted(chosen, key=lambda site: (site.path, site.line, site.column, site.api, site.rule)))


def groups(chosen: Iterable[Site]) -> tuple[Group, ...]:
    """Sites by rule, then by message; what has most places comes first."""
    found: dict[str, dict[str, list[Site]]] = {}
    for site in chosen:
        found.setdefault(site.rule, {}).setdefault(site.message, []).append(site)
    every = [
        Group(rule, tuple((message, tuple(places)) for message, places in sorted(messages.items(), key=_by_size)))
        for rule, messages in found.items()
    ]
    return tuple(sorted(every, key=lambda group: (-len(group.sites), group.rule)))


def _by_size(item: tuple[str, list[Site]]) -> tuple[int, str]:
    return -len(item[1]), item[0]


def headline(run: Run) -> str:
    """One sentence that says where the migration stands.

    That nothing is left is only said when the scan of the output found nothing, nothing is flagged and every file
    could be processed.
    """
    count = numbers(run)
    risks = f"{_many(count.risks, 'place')} of its boto3 code {_verb(count.risks, 'need')} a person"
    if count.done:
        if not count.total and not count.hardened and not count.risks:
            return f"No use of boto 2 in {_many(count.scanned, 'file')}."
        if not count.total:
            made = f"{_many(count.hardened, 'place')} of boto3 code made resilient"
            return f"{made}; {risks}." if count.risks else f"{made}."
        review = f", {count.review} of them to review" if count.review else ""
        left = f"0 uses of boto 2 left: {count.total} of {count.total} rewritten{review}"
        return f"{left}; {risks}." if count.risks else f"{left}."
    if count.flagged:
        lead = f"{count.flagged} of {_many(count.total, 'use')} of boto 2 {_verb(count.flagged, 'need')} a person"
    elif count.remaining:
        lead = f"{_many(count.remaining, 'use')} of boto 2 {_is(count.remaining)} left"
    else:
        lead = f"Not finished: {_many(count.failed, 'file')} could not be processed"
    parts = [lead]
    if count.silent:
        parts.append(f"{count.silent} {_is(count.silent)} left without a mark")
    if count.failed and (count.flagged or count.remaining):
        parts.append(f"{_many(count.failed, 'file')} could not be processed")
    if count.total > count.flagged:
        done = count.rewritten + count.review
        parts.append(f"{done} rewritten" + (f", {count.review} of them to review" if count.review else ""))
    return "; ".join(parts) + "."


def summary_lines(run: Run) -> list[str]:
    """The numbers, the choices and what is left to do, for a terminal; the headline is not among them."""
    run = redact(run)
    count = numbers(run)
    lines = [
        f"files     {count.scanned} scanned, {count.with_boto2} with boto 2, {count.changed} to change"
        + (f", {count.failed} failed" if count.failed else ""),
        f"uses      {count.rewritten} rewritten, {count.review} to review, {count.flagged} flagged",
        f"scan      {_many(count.remaining, 'use')} of boto 2 in the result, {count.silent} without a mark",
    ]
    if count.hardened or count.risks:
        lines.append(f"boto3     {_many(count.hardened, 'place')} made resilient, {_many(count.risks, 'risk')} flagged")
    lines += [f"style     {name}: {style}{_because(reason)}" for name, (style, reason) in sorted(run.styles.items())]
    lines += [f"failed    {_place(finding)}{finding.message}" for finding in failures(run)]
    lines += [f"unmarked  {rest.path}:{rest.line}: {rest.what}" for rest in run.remaining if not rest.marked]
    for title, status in (("flagged", Status.FLAGGED), ("review", Status.REVIEW)):
        found = groups(sites(run, status))
        for group in found[:_RULES_SHOWN]:
            first, more = group.sites[0], len(group.sites) - 1
            lines.append(f"{title:<9} {group.rule}: {first.message or 'see the rule'}")
            others = f" and {_many(more, 'other place')}" if more else ""
            lines.append(f"          {first.path}:{first.line}{others}")
        if len(found) > _RULES_SHOWN:
            lines.append(f"          and {_many(len(found) - _RULES_SHOWN, 'more rule')}, all of them in the report")
    return [visible(" ".join(line.splitlines())) for line in lines]


def _place(finding: Finding) -> str:
    where = f"{finding.path}:{finding.line}" if finding.line else finding.path
    return f"{where} " if where else ""


def _because(reason: str) -> str:
    return f" ({reason})" if reason else ""


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _verb(count: int, verb: str) -> str:
    return f"{verb}s" if count == 1 else verb
