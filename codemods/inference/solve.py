"""Evaluates units until nothing new is found out."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from codemods.catalog.index import Catalog
from codemods.inference import facts
from codemods.inference.attributes import decorators, first_parameter
from codemods.inference.calls import packs
from codemods.inference.copies import generic_functions
from codemods.inference.declared import declare
from codemods.inference.exceptions import ANY_ERROR
from codemods.inference.expressions import evaluate
from codemods.inference.facts import Unit
from codemods.inference.fixtures import fixture_value
from codemods.inference.frame import Analysis, Env, Frame
from codemods.inference.hints import apply_hints
from codemods.inference.program import Program
from codemods.inference.receivers import family_bases, uncovered
from codemods.inference.scopes import Scope, parameters
from codemods.inference.stand_ins import is_test_module
from codemods.inference.statements import execute
from codemods.inference.usage import infer_from_usage
from codemods.inference.values import (
    NONE,
    UNKNOWN,
    Caught,
    Class,
    Copy,
    FunctionNode,
    Instance,
    Other,
    Plain,
    Value,
    join,
)

_MOST_EVALUATIONS = 60
"""How often one unit may be evaluated: never reached by real code, but a promise that the analysis ends."""


def analyse(program: Program, catalog: Catalog, hints: Mapping[str, str] | None = None) -> Analysis:
    """What every expression of the program can hold.

    First only what flows from constructions, with parameters of unknown origin holding nothing; then what authors
    declare for what is still empty; then what usage proves; at last the rest becomes unknown. In
    this order no better evidence is ever diluted by worse.
    """
    return complete(follow(program, catalog, hints or {}))


def follow(program: Program, catalog: Catalog, hints: Mapping[str, str]) -> Analysis:
    """Only what flows from constructions: the first part of `analyse`."""
    analysis = Analysis(program, catalog)
    _begin(analysis, analysis.scopes.values())
    apply_hints(analysis, hints)
    solve(analysis)
    _cover(analysis)
    return analysis


def follow_into(analysis: Analysis, program: Program) -> None:
    """Take in the modules by which `program` is larger, at the cost of these.

    What the rest held while they were missing (an unseen function, something unknown) it holds still, beside what is
    known now: good enough to find out which files matter, not to rewrite by.
    """
    new = [module for key, module in program.modules.items() if key not in analysis.program.modules]
    analysis.program = program
    before = set(analysis.scopes)
    for module in new:
        analysis.admit(module)
    _begin(analysis, [scope for node, scope in analysis.scopes.items() if node not in before])
    names = {module.name.rpartition(".")[2] for module in new}
    importers = {m.tree for m in program.modules.values() if any(name in m.source.text for name in names)}
    analysis.facts.wait(node for node in before if analysis.module_of[node].tree in importers and _is_unit(node))
    solve(analysis)
    _cover(analysis)


def _cover(analysis: Analysis) -> None:
    """Evaluate the methods of base classes that no subclass inherits for the base itself."""
    for method in uncovered(analysis):
        _seed_self(method, analysis.class_of[method], analysis)
        analysis.facts.wait([method])
    solve(analysis)


def _begin(analysis: Analysis, scopes: Iterable[Scope]) -> None:
    scopes = list(scopes)
    analysis.generic |= generic_functions(scopes)
    tests = {module.tree for module in analysis.program.modules.values() if is_test_module(module)}
    analysis.family_bases = family_bases(scope for scope in analysis.scopes.values() if scope.module.node not in tests)
    for scope in scopes:
        cls = analysis.class_of.get(scope.node)
        if cls is not None and isinstance(scope.node, ast.FunctionDef | ast.AsyncFunctionDef):
            if cls not in analysis.family_bases:
                _seed_self(scope.node, cls, analysis)
            _seed_exit(scope.node, analysis)
    analysis.facts.wait(scope.node for scope in scopes if isinstance(scope.node, ast.Module))
    analysis.facts.wait(scope.node for scope in scopes if _is_unit(scope.node))


def _is_unit(node: ast.AST) -> bool:
    return not isinstance(node, ast.ClassDef)


def complete(analysis: Analysis) -> Analysis:
    """What else is known: the rest of `analyse`."""
    declare(analysis)
    solve(analysis)
    infer_from_usage(analysis)
    solve(analysis)
    _admit_unknown(analysis)
    solve(analysis)
    return analysis


def _admit_unknown(analysis: Analysis) -> None:
    """Parameters that no known call fills hold something that the inference cannot see."""
    for node in analysis.scopes:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for arg in parameters(node.args):
            if arg in (node.args.vararg, node.args.kwarg):
                continue
            about = facts.parameter(node, arg.arg)
            known = analysis.facts.read(about, None)
            only_default = not analysis.callers.get(node) and all(isinstance(atom, Plain) for atom in known)
            if not known - {Other.NONE} or only_default:
                analysis.give(node, arg.arg, UNKNOWN)


_COMPARISONS = frozenset("__lt__ __le__ __gt__ __ge__ __eq__ __ne__ __cmp__".split())
"""Python calls them, mostly with another object of the same class."""


def _seed_self(function: ast.FunctionDef | ast.AsyncFunctionDef, cls: ast.ClassDef, analysis: Analysis) -> None:
    kinds = decorators(function)
    first = first_parameter(function)
    if first is None or "staticmethod" in kinds:
        return
    owner: Value = frozenset({Class(cls)} if "classmethod" in kinds or first == "cls" else {Instance(cls)})
    analysis.give(function, first, owner)
    names = [arg.arg for arg in function.args.args]
    if function.name in _COMPARISONS and len(names) == 2:
        analysis.give(function, names[1], owner)


def _seed_exit(function: ast.FunctionDef | ast.AsyncFunctionDef, analysis: Analysis) -> None:
    """`__exit__(self, kind, error, trace)` gets whatever was raised inside, boto 2's errors among it."""
    names = [arg.arg for arg in function.args.args]
    if function.name not in ("__exit__", "__aexit__") or len(names) != 4:
        return
    if "boto.exception" in analysis.module_of[function].source.text:
        analysis.give(function, names[2], UNKNOWN | {Caught(frozenset({ANY_ERROR}))})


def solve(analysis: Analysis) -> None:
    """Evaluate what waits until nothing does."""
    counts: dict[Unit, int] = {}
    while (unit := analysis.facts.next_unit()) is not None:
        counts[unit] = counts.get(unit, 0) + 1
        if counts[unit] <= _MOST_EVALUATIONS:
            _evaluate(unit, analysis)


def _evaluate(unit: Unit, analysis: Analysis) -> None:
    node = unit.node if isinstance(unit, Copy) else unit
    if node is unit and analysis.copies.get(node):
        return  # evaluated for each of its calls apart
    module = analysis.module_of[node]
    scope = analysis.scopes[node]  # type: ignore[index]
    frame = Frame(analysis, unit, module, scope, {}, unit if isinstance(unit, Copy) else None)
    if isinstance(node, ast.Module):
        execute(node.body, frame)
        return
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    frame.env = _parameters(node, frame)
    if isinstance(node, ast.Lambda):
        frame.add(facts.returned(unit), evaluate(node.body, frame))
        return
    execute(node.body, frame)
    if frame.env is not None:
        frame.add(facts.returned(unit), NONE)


def _parameters(node: FunctionNode, frame: Frame) -> Env:
    env: Env = {}
    packed, extra = packs(frame.unit)
    for arg in parameters(node.args):
        if not isinstance(node, ast.Lambda):
            frame.add(facts.parameter(frame.unit, arg.arg), fixture_value(node, arg.arg, frame))
        value = frame.read(facts.parameter(frame.unit, arg.arg))
        if frame.copy is not None and not value - {Other.UNKNOWN, Other.MANY}:
            value = join(value, frame.read(facts.given(node, arg.arg)))
        if arg is node.args.vararg and packed is not None:
            value = value | {packed}
        elif arg is node.args.kwarg and extra is not None:
            value = value | {extra}
        value = frame.analysis.hinted.get((node, arg.arg), value)
        env[arg.arg] = value
        frame.add(facts.variable(frame.unit, arg.arg), value)
        frame.note(arg, env[arg.arg])
    return env
