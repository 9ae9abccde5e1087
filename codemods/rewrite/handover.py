"""Hands the client to private functions that need it: one more parameter, and one more argument at every call.

boto 2's objects carried their connection, so a function could act on a volume without ever seeing the connection.
Only functions all of whose callers are known are changed: private ones, and those of scripts (modules outside of any
package, which nobody imports by name from elsewhere); never one that is used as a value.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace

from codemods.catalog.schema import BotoClass
from codemods.inference.attributes import decorators
from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.scopes import parameters
from codemods.inference.values import Boto, Function, Value
from codemods.rewrite.reach import Failure, Reach, given_to
from codemods.rewrite.styles import client_service

FunctionDef = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Handover:
    """What is handed where: a new first parameter by function, new first arguments by call."""

    parameters: dict[FunctionDef, list[str]] = field(default_factory=dict)
    arguments: dict[ast.Call, list[str]] = field(default_factory=dict)


def plan_handover(analysis: Analysis, reach: Reach, failures: list[Failure]) -> Handover:
    """Choose parameters for the places where no client could be named; places that stay out of reach are left."""
    handover = Handover()
    for failure in failures:
        _hand(failure, analysis, reach, handover, 3)
    return handover


def _hand(failure: Failure, analysis: Analysis, reach: Reach, handover: Handover, depth: int) -> bool:
    """Make the client reachable at the place of a failure; False when that cannot be done for every caller."""
    service, wanted = failure.service, failure.connections
    function = _function(failure.place, failure.module)
    if function is None or depth == 0 or not _is_private(function, analysis):
        return False
    if (function, service) in reach.handed:
        return True
    parameter = reach.parameter_of(failure.receiver, function, failure.module)
    found: dict[ast.Call, str] = {}
    for call in analysis.callers.get(function, {}):
        caller_module = _module_of(call, analysis)
        if caller_module is None or not _calls_only(call, function, analysis):
            return False
        subject = given_to(call, function, parameter) if parameter is not None else None
        text = reach.at_call(call, subject, service, wanted, caller_module)
        further = replace(failure, place=call, receiver=subject or failure.receiver, module=caller_module)
        if text is None and _hand(further, analysis, reach, handover, depth - 1):
            text = reach.at_call(call, subject, service, wanted, caller_module)
        if text is None:
            return False
        found[call] = text
    if not found:
        return False
    name = _name(function, service, list(found.values()))
    reach.handed[function, service] = (name, _connections(service, wanted, analysis))
    handover.parameters.setdefault(function, []).append(name)
    for call, text in found.items():
        handover.arguments.setdefault(call, []).append(text)
    return True


def _connections(service: str, wanted: frozenset[ast.AST | None], analysis: Analysis) -> Value:
    cls = _connection_class(service, analysis)
    return frozenset(Boto(cls.short, node, f"{cls.short}.__init__", node) for node in wanted)


def _connection_class(service: str, analysis: Analysis) -> BotoClass:
    return next(
        cls
        for cls in analysis.catalog.classes.values()
        if cls.short.endswith(".Connection") and client_service(cls.service) == service
    )


def _is_private(function: FunctionDef, analysis: Analysis) -> bool:
    is_nested = not isinstance(analysis.scopes[function].outer, type(None)) and isinstance(
        getattr(analysis.scopes[function].outer, "node", None), FunctionDef
    )
    named = function.name.startswith("_") and not function.name.endswith("__")
    is_special = function.name.startswith("__") and function.name.endswith("__")
    in_script = not analysis.module_of[function].package and not is_special
    has_property = decorators(function) & {"property", "setter", "cached_property"}
    return (named or is_nested or in_script) and function not in analysis.aliased and not has_property


def _calls_only(call: ast.Call, function: FunctionDef, analysis: Analysis) -> bool:
    """True when the call can enter nothing but `function`, by its own name and with plain arguments."""
    value = analysis.type_of(call.func)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return (
        bool(value)
        and all(isinstance(atom, Function) and atom.node is function for atom in value)
        and name == function.name
        and not any(isinstance(argument, ast.Starred) for argument in call.args)
    )


def _name(function: FunctionDef, service: str, texts: list[str]) -> str:
    """The name that the callers have for it, when they agree and it is free; else the service's."""
    taken = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    taken |= {arg.arg for arg in parameters(function.args)}
    candidates = [texts[0].rpartition(".")[2]] if len(set(texts)) == 1 else []
    for name in (*candidates, service, f"{service}_client"):
        if name.isidentifier() and name not in taken:
            return name
    return f"{service}_connection"


def _function(place: ast.AST, module: ModuleFile) -> FunctionDef | None:
    node = module.parents.get(place)
    while node is not None and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        node = module.parents.get(node)
    return node


def _module_of(node: ast.AST, analysis: Analysis) -> ModuleFile | None:
    return next((module for module in analysis.program.modules.values() if node in module.parents), None)
