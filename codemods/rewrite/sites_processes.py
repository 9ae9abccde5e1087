"""Boto 2 objects on their way to another process: keys could be pickled, clients and resource objects cannot."""

from __future__ import annotations

import ast

from codemods.catalog.schema import BotoClass, Form
from codemods.code import Code
from codemods.inference import facts
from codemods.inference.values import Boto, BotoMethod, BoundExternal, Container, External, Partial, Value
from codemods.rewrite.render import Renderer
from codemods.rewrite.sites_calls import describe

_CALLS = ("multiprocessing.Process", "multiprocessing.Pool()", "multiprocessing.pool.Pool()", "billiard.", "joblib.")
_EXECUTORS = ("ProcessPoolExecutor()", "celery.")
_MOST_LEVELS = 3


def to_process(node: ast.Call, renderer: Renderer) -> Code | None:
    """Tasks for processes, and what is put into queues between them; the rule of arguments sees single objects."""
    if not _leaves(renderer.type_of(node.func)):
        return None
    arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
    catalog, styles = renderer.draft.view.catalog, renderer.draft.view.styles
    for argument in arguments:
        for atom in _inside(renderer.type_of(argument), renderer, _MOST_LEVELS):
            cls: BotoClass | None = catalog.classes.get(atom.cls)
            if cls is not None and (cls.form is Form.CLIENT or styles.carries_client(cls)):
                api, service, _ = describe([atom], "__reduce__", renderer)
                advice = f"a {cls.short} is a boto3 client or resource now and cannot go to another process"
                renderer.flag(node, api, service, "crosses-process", f"{advice}; hand over names")
                return None
    return None


def _leaves(callee: Value) -> bool:
    for atom in callee:
        if isinstance(atom, External) and (
            atom.name.startswith(_CALLS) or any(part in atom.name for part in _EXECUTORS)
        ):
            return True
        if isinstance(atom, BoundExternal) and isinstance(atom.owner, Container):
            return atom.owner.kind == "process queue" and atom.name.startswith("put")
    return False


def _inside(value: Value, renderer: Renderer, levels: int) -> list[Boto]:
    """The boto 2 objects that a value is, holds, or gives when it is iterated."""
    read = renderer.draft.view.analysis.facts.read
    found: list[Boto] = []
    for atom in value:
        if isinstance(atom, Boto):
            found.append(atom)
        elif isinstance(atom, BotoMethod):
            found.append(atom.owner)
        elif isinstance(atom, Container) and levels:
            found += _inside(read(facts.item(atom.site, atom.level), None), renderer, levels - 1)
        elif isinstance(atom, Partial) and levels:
            for argument in (*atom.site.args, *(keyword.value for keyword in atom.site.keywords)):
                found += _inside(renderer.type_of(argument), renderer, levels - 1)
    return sorted(found, key=lambda atom: (atom.cls, getattr(atom.birth, "lineno", 0)))
