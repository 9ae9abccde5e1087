"""Plans the whole program, and plans again once it is known where clients have to be handed on."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from codemods.inference.program import ModuleFile
from codemods.inference.values import Boto, BotoMethod, BotoName, Caught
from codemods.model import Status
from codemods.rewrite.draft import ProgramView
from codemods.rewrite.handover import plan_handover
from codemods.rewrite.plan import Planned, plan
from codemods.rewrite.styles import Styles, client_service
from codemods.settings import Style

Progress = Callable[[str, int, int], None]
_MIXED = "objects cannot reach a client, and some places know those of several services"
_NAMED = re.compile("[bm]oto")
Plans = tuple[dict[str, Planned], dict[str, str]]


def decide(
    view: ProgramView, modules: Sequence[ModuleFile], progress: Progress
) -> tuple[ProgramView, dict[str, Planned], dict[str, str]]:
    """The plans of all files by key, the problems of those that have none, and the view they were made in."""
    wanted = view.settings.style
    if wanted is Style.RESOURCE:
        view = replace(view, styles=_uniform(view, Style.RESOURCE, "asked for with --style"))
        return view, *_plan_all(view, modules, progress)
    reason = "asked for with --style" if wanted is Style.CLIENT else "every use can reach a client"
    view = replace(view, styles=_uniform(view, Style.CLIENT, reason))
    planned, failed = _plan_all(view, modules, progress)
    if view.reach.failures:
        handover = plan_handover(view.analysis, view.reach, list(view.reach.failures))
        if handover.parameters:
            view = replace(view, handover=handover)
            view.reach.failures.clear()
            planned, failed = _plan_all(view, modules, progress)
    if wanted is Style.CLIENT or not view.reach.failures:
        return view, planned, failed
    others = [_with_resources(view)]
    if len(view.services) > 1:
        others.append(replace(view, styles=_uniform(view, Style.RESOURCE, _MIXED)))
    for other in others:
        other_planned, other_failed = _plan_all(other, modules, progress)
        if _left(other_planned) < _left(planned) and len(other_failed) <= len(failed):
            return other, other_planned, other_failed
    return view, planned, failed


def _uniform(view: ProgramView, style: Style, reason: str) -> Styles:
    services = sorted({client_service(cls.service) for cls in view.catalog.classes.values() if cls.resource})
    return Styles(dict.fromkeys(services, style), dict.fromkeys(services, reason))


def _with_resources(view: ProgramView) -> ProgramView:
    """The view with style `resource` for the services whose objects travel without their connection."""
    counts = Counter(failure.service for failure in view.reach.failures)
    chosen = {service: Style.RESOURCE if counts[service] else style for service, style in view.styles.chosen.items()}
    reasons = {
        service: _too_far(counts[service]) if counts[service] else reason
        for service, reason in view.styles.reasons.items()
    }
    return replace(view, styles=Styles(chosen, reasons))


def _left(planned: dict[str, Planned]) -> int:
    return sum(site.status is Status.FLAGGED for plan in planned.values() for site in plan.sites)


def _plan_all(view: ProgramView, modules: Sequence[ModuleFile], progress: Progress) -> Plans:
    planned: dict[str, Planned] = {}
    failed: dict[str, str] = {}
    for number, module in enumerate(modules):
        progress("plan", number, len(modules))
        if not _may_change(view, module):
            planned[module.key] = Planned(module.source.text, (), ())
            continue
        try:
            planned[module.key] = plan(view, module)
        except ValueError as error:
            failed[module.key] = str(error)
    return planned, failed


def _too_far(count: int) -> str:
    return f"{count} use{'' if count == 1 else 's'} of objects cannot reach a client"


def _may_change(view: ProgramView, module: ModuleFile) -> bool:
    """False for a module that was read for what others make of it, and that neither names nor holds boto 2's things."""
    if _NAMED.search(module.source.text):
        return True
    for node in module.parents:
        if node in view.analysis.stand_ins:
            return True
        if isinstance(node, ast.Attribute) and node.attr in view.telling:
            return True
        if any(isinstance(atom, Boto | BotoName | BotoMethod | Caught) for atom in view.analysis.type_of(node)):
            return True
    return False
