"""Which services' errors can come out of a block: boto3 raises one class for all of them, boto 2 one for each."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from codemods.inference import facts
from codemods.inference.frame import Analysis
from codemods.inference.values import Boto, BotoMethod, Class, Function
from codemods.rewrite.styles import client_service


def services_called(body: Iterable[ast.AST], analysis: Analysis) -> frozenset[str]:
    """The services whose requests some code makes, itself or through the program's functions that it calls."""
    found = {
        _service(atom.owner.cls, analysis)
        for node in run_by(body, analysis)
        if isinstance(node, ast.Call)
        for atom in analysis.type_of(node.func)
        if isinstance(atom, BotoMethod) and isinstance(atom.owner, Boto)
    }
    return frozenset(found - {""})


def run_by(body: Iterable[ast.AST], analysis: Analysis) -> Iterator[ast.AST]:
    """All that some code consists of, with the functions of the program that it calls."""
    seen: set[ast.AST] = set()
    ahead = list(body)
    while ahead:
        for node in ast.walk(ahead.pop()):
            yield node
            for atom in analysis.type_of(node.func) if isinstance(node, ast.Call) else ():
                called = _code_of(atom, analysis)
                if called is not None and called not in seen:
                    seen.add(called)
                    ahead.append(called)


def services_of_program(analysis: Analysis) -> frozenset[str]:
    """The services that any module of the program makes requests of."""
    return services_called((module.tree for module in analysis.program.modules.values()), analysis)


def _service(short: str, analysis: Analysis) -> str:
    cls = analysis.catalog.classes.get(short)
    return client_service(cls.service) if cls is not None else ""


def _code_of(atom: object, analysis: Analysis) -> ast.AST | None:
    """The function of the program that a call of this value runs."""
    if isinstance(atom, Function):
        return atom.node
    if isinstance(atom, Class):
        made = analysis.facts.read(facts.attribute(atom.node, "__init__"), None)
        return next((one.node for one in made if isinstance(one, Function)), None)
    return None
