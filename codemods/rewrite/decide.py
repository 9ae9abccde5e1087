"""Plans the whole program, and plans again once it is known where clients have to be handed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from codemods.inference.program import ModuleFile
from codemods.rewrite.draft import ProgramView
from codemods.rewrite.handover import plan_handover
from codemods.rewrite.plan import Planned, plan

Progress = Callable[[str, int, int], None]
Plans = tuple[dict[str, Planned], dict[str, str]]


def decide(
    view: ProgramView, modules: Sequence[ModuleFile], progress: Progress
) -> tuple[ProgramView, dict[str, Planned], dict[str, str]]:
    """The plans of all files by key, the problems of those that have none, and the view they were made in."""
    planned, failed = _plan_all(view, modules, progress)
    if view.reach.failures:
        handover = plan_handover(view.analysis, view.reach, list(view.reach.failures))
        if handover.parameters:
            view = replace(view, handover=handover)
            view.reach.failures.clear()
            planned, failed = _plan_all(view, modules, progress)
    return view, planned, failed


def _plan_all(view: ProgramView, modules: Sequence[ModuleFile], progress: Progress) -> Plans:
    planned: dict[str, Planned] = {}
    failed: dict[str, str] = {}
    for number, module in enumerate(modules):
        progress("plan", number, len(modules))
        try:
            planned[module.key] = plan(view, module)
        except ValueError as error:
            failed[module.key] = str(error)
    return planned, failed
