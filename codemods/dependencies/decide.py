"""From what a file asks for to what it should ask for: the only place that knows the packages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from codemods.dependencies import bounds
from codemods.dependencies.items import Found, Item, Mention, Swap
from codemods.model import Edit, Finding, Level, Site, Span, Status

_FORK = (
    "boto comes from a URL here, which may hold changes of your own: see whether boto3 needs them, then "
    "require "
    f"boto3>={bounds.BOTO3}."
)
_KEPT = "boto stays next to boto3, because some of the code still needs it; take it out with the last use."
_MOTO = f"moto {bounds.MOTO} has mock_aws in place of one mock per service; its other mocks changed as well."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the run wants of dependency files.

    `keep_boto`: code that uses boto is left, so boto3 comes next to it. `moto`: tests were moved to
    `mock_aws`.
    """

    keep_boto: bool = False
    moto: bool = True


@dataclass
class Plan:
    """Edits, sites and findings for one file, in the making."""

    path: str
    text: str
    rule: str
    line_of: Callable[[int], int]
    column_of: Callable[[int], int]
    edits: list[Edit] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def site(
        self, span: Span, status: Status, message: str, after: str | None, rule: str = "", api: str = "boto"
    ) -> None:
        """Adds a site; without `after` it is one that stays as it is."""
        # A URL may hold a password or a token.
        before = re.sub(r"(?<=://)(?!git@)[^/@\s]+@", "********@", self.text[span.start : span.end])
        self.sites.append(
            Site(
                self.path,
                self.line_of(span.start),
                self.column_of(span.start),
                api,
                "dependencies",
                status,
                rule or self.rule,
                message,
                before,
                before if after is None else after,
            )
        )

    def replace(self, item: Item, text: str, message: str, note: str, api: str = "boto") -> None:
        """Another requirement in an item's place."""
        new = item.write(text)
        self.edits.append(Edit(item.span, new))
        if item.drop is not None:
            self.edits.append(Edit(item.drop, ""))
        status = Status.REVIEW if note else Status.REWRITTEN
        self.site(item.span, status, f"{message} {note}".strip(), new, api=api)

    def add(self, item: Item, text: str, note: str, api: str = "boto") -> None:
        """Another requirement behind an item."""
        if item.addition is None:
            self.site(item.span, Status.FLAGGED, f"Ask for {text} as well. {note}", None, api=api)
            return
        offset, before, after = item.addition
        self.edits.append(Edit(Span(offset, offset), f"{before}{item.write(text)}{after}"))
        kept = self.text[item.span.start : item.span.end]
        self.site(item.span, Status.REVIEW, note, f"{kept} {item.write(text)}", api=api)

    def remove(self, item: Item, message: str, api: str = "boto") -> None:
        """Nothing in an item's place."""
        self.edits.append(Edit(item.removal, ""))
        self.site(item.span, Status.REWRITTEN, message, "", api=api)

    def finding(self, offset: int, rule: str, message: str, level: Level) -> None:
        """Adds a finding."""
        self.findings.append(Finding(self.path, self.line_of(offset), rule, message, level))


def decide(plan: Plan, found: Iterable[Found], wanted: Wanted) -> None:
    """Plan what becomes of all that was found in a file."""
    everything = list(found)
    items = [one for one in everything if isinstance(one, Item)]
    for one in everything:
        match one:
            case Mention():
                plan.site(one.span, Status.FLAGGED, one.message, None, one.rule)
            case Swap() if wanted.keep_boto:
                plan.site(one.span, Status.FLAGGED, f"Install {one.text} as well. {one.note}", None)
            case Swap():
                plan.edits.append(Edit(one.span, one.text))
                plan.site(one.span, Status.REVIEW, one.note, one.text)
            case Item():
                _decide_item(plan, one, items, wanted)


def _decide_item(plan: Plan, item: Item, items: list[Item], wanted: Wanted) -> None:
    match item.requirement.key:
        case "boto":
            _decide_boto(plan, item, items, wanted)
        case "types-boto" | "boto-stubs":
            _decide_stubs(plan, item, items, wanted)
        case "moto" if wanted.moto:
            _decide_moto(plan, item)
        case "boto3":
            _check_boto3(plan, item)


def _others(item: Item, items: list[Item], key: str) -> bool:
    """Does the same list ask for another package wherever it asks for this one?"""
    return any(
        other.requirement.key == key
        and other.group == item.group
        and (
            not other.requirement.marker
            or item.requirement.only_old_pythons
            or other.requirement.marker == item.requirement.marker
        )
        for other in items
    )


def _decide_boto(plan: Plan, item: Item, items: list[Item], wanted: Wanted) -> None:
    requirement = item.requirement
    if requirement.is_direct:
        plan.site(item.span, Status.FLAGGED, _FORK, None)
        return
    has_boto3 = _others(item, items, "boto3")
    if wanted.keep_boto:
        if not has_boto3:
            plan.add(item, requirement.replaced("boto3", bounds.BOTO3), _KEPT)
        return
    if has_boto3:
        plan.remove(item, "boto3 is required here already, so boto goes.")
        return
    new = requirement.replaced("boto3", bounds.BOTO3)
    plan.replace(item, new, f"boto3 {bounds.BOTO3} has what the migrated code uses.", item.note)
    if requirement.only_old_pythons:
        message = (
            f"The marker `{requirement.marker}` limits this to Pythons that boto3 does not run on: it needs "
            f"{_python(bounds.PYTHON)} or later."
        )
        plan.finding(item.span.start, "dependencies.python", message, Level.WARNING)
    elif re.search(r"python(_full)?_version\s*<", requirement.marker):
        message = f"The marker `{requirement.marker}` kept boto from newer Pythons; boto3 runs there: take it out."
        plan.finding(item.span.start, "dependencies.python", message, Level.WARNING)


def _decide_stubs(plan: Plan, item: Item, items: list[Item], wanted: Wanted) -> None:
    api = item.requirement.key
    if _others(item, items, "boto3-stubs"):
        if not wanted.keep_boto:
            plan.remove(item, "boto3-stubs is required here already.", api)
        return
    new = item.requirement.replaced("boto3-stubs", bounds.BOTO3)
    if wanted.keep_boto:
        plan.add(item, new, _KEPT, api)
    else:
        plan.replace(item, new, "boto3's types come from boto3-stubs.", item.note, api)


def _decide_moto(plan: Plan, item: Item) -> None:
    requirement = item.requirement
    if requirement.is_direct or not requirement.specifier:
        return
    if not requirement.allows(bounds.MOTO):
        new = requirement.replaced("moto", bounds.MOTO, keep_extras=True)
        plan.replace(item, new, _MOTO, item.note or "Run the tests.", "moto")
    elif not requirement.guarantees(bounds.MOTO):
        message = f"`{requirement.text.strip()}` also allows a moto without mock_aws: raise it to {bounds.MOTO}."
        plan.finding(item.span.start, "dependencies.moto", message, Level.NOTE)


def _check_boto3(plan: Plan, item: Item) -> None:
    requirement = item.requirement
    if requirement.is_direct or (requirement.specifier and requirement.guarantees(bounds.BOTO3)):
        return
    if not requirement.allows(bounds.BOTO3):
        message = f"`{requirement.text.strip()}` is too old: migrated code needs boto3>={bounds.BOTO3}. Raise it."
        plan.finding(item.span.start, "dependencies.boto3", message, Level.WARNING)
    elif requirement.specifier:
        message = f"`{requirement.text.strip()}` also allows a boto3 that is too old: raise it to {bounds.BOTO3}."
        plan.finding(item.span.start, "dependencies.boto3", message, Level.NOTE)


def _python(version: tuple[int, int]) -> str:
    return f"Python {version[0]}.{version[1]}"
