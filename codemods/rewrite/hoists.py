"""Connections that are made and used in one expression get a name when a later use needs their client.

`bucket = boto.connect_s3().get_bucket("x")` becomes two statements: the client, then the bucket.
"""

from __future__ import annotations

import ast

from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.values import Boto, botos
from codemods.rewrite.names import Names
from codemods.rewrite.reach import Reach
from codemods.rewrite.styles import client_service

_ONCE = (
    ast.Assign
    | ast.AnnAssign
    | ast.AugAssign
    | ast.Expr
    | ast.Return
    | ast.Raise
    | ast.Assert
    | ast.Delete
    | ast.For
    | ast.With
    | ast.If
)
"""Statements whose own expressions are evaluated once, before anything inside them."""


def plan_hoists(analysis: Analysis, reach: Reach) -> None:
    """Choose names for unnamed connections, where a use of their objects would otherwise reach no client."""
    used = {
        atom.connection
        for module in analysis.program.modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        for atom in botos(analysis.type_of(node.value))
        if atom.birth is not atom.connection
    }
    for module in analysis.program.modules.values():
        names = Names(module)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and node in used:
                _hoist(node, module, names, analysis, reach)


def _hoist(node: ast.Call, module: ModuleFile, names: Names, analysis: Analysis, reach: Reach) -> None:
    made = [atom for atom in botos(analysis.type_of(node)) if atom.birth is node]
    if len(made) != 1 or not isinstance(module.parents.get(node), ast.Attribute):
        return
    statement = _statement(node, module)
    if statement is None:
        return
    service = client_service(made[0].cls.partition(".")[0])
    reach.hoisted[node] = (statement, names.free(service, "client"), _as_connection(made[0]))


def _as_connection(atom: Boto) -> Boto:
    return atom


def _statement(node: ast.AST, module: ModuleFile) -> ast.stmt | None:
    """The statement before which the connection can be made; None where that would change when or whether it is."""
    current: ast.AST | None = node
    while current is not None:
        parent = module.parents.get(current)
        if isinstance(current, ast.stmt):
            return current if isinstance(current, _ONCE) else None
        if isinstance(
            parent, ast.Lambda | ast.comprehension | ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp
        ):
            first = isinstance(parent, ast.comprehension) and current is parent.iter
            owner = module.parents.get(parent) if first else None
            generators = getattr(owner, "generators", [])
            if not (first and generators and generators[0] is parent):
                return None
        if isinstance(parent, ast.IfExp | ast.BoolOp) and current is not getattr(parent, "test", None):
            return None
        current = parent
    return None
