"""boto 2 where a program can do without it: `except ImportError: boto = None`, and the tests of that name."""

from __future__ import annotations

import ast

from codemods.catalog.errors import error_row
from codemods.catalog.schema import Rewrite
from codemods.code import Code, code
from codemods.inference.fallbacks import boto_names, is_fallback
from codemods.inference.values import BotoName
from codemods.model import Edit, Span
from codemods.rewrite.draft import Draft
from codemods.rewrite.errors import class_code
from codemods.rewrite.imports import boto_imports, is_import_path
from codemods.rewrite.render import Renderer

_SKIPS = frozenset({"skipIf", "skipUnless", "skipif"})


def tested_import(node: ast.Name | ast.Attribute, renderer: Renderer) -> Code | None:
    """`if boto is None`, `not Key`: what is asked is whether the import worked, and boto3 is what is imported now."""
    if not isinstance(node.ctx, ast.Load) or not _is_tested(node, renderer) or not is_import_path(node, renderer.draft):
        return None
    names = [atom.name for atom in renderer.type_of(node) if isinstance(atom, BotoName)]
    if len(names) != 1 or error_row(names[0]) is not None or not _is_importable(names[0], renderer):
        return None
    made = renderer.draft.imported("boto3")
    return renderer.settle(node, names[0], "imports", "imports", Rewrite(made), is_name=True)


def stand_in(statement: ast.stmt, renderer: Renderer) -> Code | None:
    """`boto = Key = None` where their import failed: the same for what is imported in their place.

    A statement that would only say again what one before it says is taken out of the file.
    """
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Constant):
        return None
    targets = [target for target in statement.targets if isinstance(target, ast.Name)]
    handler = renderer.draft.parent(statement)
    if not isinstance(handler, ast.ExceptHandler):
        return None
    imported = _imported_before(handler, renderer)
    if len(targets) != len(statement.targets) or not any(target.id in imported for target in targets):
        return None
    said = _said_before(statement, handler, imported, renderer)
    parts: list[Code] = []
    for target in targets:
        dotted = imported.get(target.id)
        part = Code(target.id) if dotted is None else _in_its_place(dotted, renderer)
        if dotted is not None:
            renderer.settle(target, dotted, "imports", "imports", Rewrite(part), is_name=True)
        if part.text not in said and (dotted is None or _imports_boto3(handler, renderer)):
            said.add(part.text)
            parts.append(part)
    if not parts:
        renderer.draft.removed.add(statement)
        return None
    names = " = ".join(part.text for part in parts)
    return code(f"{names} = {renderer.draft.segment(statement.value)}", *parts)


def edit_fallbacks(draft: Draft, rewritten: ast.Module) -> list[Edit]:
    """What stands in for a class of boto 2: for an exception that is caught under a new name it gets that name.

    For all else nothing has to stand in any more, unless the rewritten file still uses it.
    """
    uses = {node.id for node in ast.walk(rewritten) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    edits: list[Edit] = []
    for block in [node for node in ast.walk(draft.module.tree) if isinstance(node, ast.Try)]:
        names = boto_names(block.body)
        for statement in [one for clause in block.handlers for one in clause.body if is_fallback(one, names)]:
            bound = _bound_by(statement)
            if any(name.id in uses for name in bound) or statement in draft.removed:
                continue
            edits += _renamed(statement, bound, names, uses, draft)
    return edits


def _bound_by(statement: ast.stmt) -> list[ast.Name]:
    if isinstance(statement, ast.Assign):
        return [target for target in statement.targets if isinstance(target, ast.Name)]
    assert isinstance(statement, ast.ClassDef | ast.FunctionDef)
    return [ast.Name(statement.name)]


def _renamed(
    statement: ast.stmt, bound: list[ast.Name], names: dict[str, str], uses: set[str], draft: Draft
) -> list[Edit]:
    rows = [error_row(names[name.id]) for name in bound]
    if len(rows) == 1 and rows[0] is not None and len(rows[0].becomes) == 1:
        need = draft.names.imported(rows[0].becomes[0])
        new = need.alias or need.bound
        if new in uses:
            start = draft.text.index(bound[0].id, draft.span(statement).start)
            return [Edit(Span(start, start + len(bound[0].id)), new)]
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
        return []
    draft.removed.add(statement)
    return []


def _is_importable(dotted: str, renderer: Renderer) -> bool:
    """True for modules, classes and functions; a constant such as `Key.DefaultContentType` is a value."""
    catalog = renderer.draft.view.catalog
    return catalog.is_module(dotted) or catalog.class_named(dotted.rpartition(".")[0]) is None


def _is_tested(node: ast.expr, renderer: Renderer) -> bool:
    parent = renderer.draft.parent(node)
    match parent:
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot() | ast.Eq() | ast.NotEq()], comparators=[other]):
            return any(isinstance(side, ast.Constant) and side.value is None for side in (left, other))
        case ast.UnaryOp(op=ast.Not()) | ast.Expr():
            return True
        case ast.BoolOp(values=values):
            return node is not values[-1] or _is_tested(parent, renderer)
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) | ast.Assert(test=test):
            return test is node
        case ast.Call(func=func, args=[first, *_]) if first is node:
            name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
            return name == "bool" or name in _SKIPS
        case _:
            return False


def _imported_before(handler: ast.ExceptHandler, renderer: Renderer) -> dict[str, str]:
    """The names of boto 2 that the block tried to import which an except clause is for, with what they are."""
    block = renderer.draft.parent(handler)
    return boto_names(block.body) if isinstance(block, ast.Try) else {}


def _said_before(
    statement: ast.Assign, handler: ast.ExceptHandler, imported: dict[str, str], renderer: Renderer
) -> set[str]:
    """The names that statements before this one in the clause give the same value to, as they are called now."""
    names: set[str] = set()
    for other in handler.body[: handler.body.index(statement)]:
        if isinstance(other, ast.Assign) and ast.dump(other.value) == ast.dump(statement.value):
            targets = [target.id for target in other.targets if isinstance(target, ast.Name)]
            names |= {_in_its_place(imported[name], renderer).text for name in targets if name in imported}
    return names


def _imports_boto3(handler: ast.AST, renderer: Renderer) -> bool:
    """Will the block of a clause import boto3? The first that imported boto 2 does."""
    first = boto_imports(renderer.draft.module)[0]
    return renderer.draft.parent(first) is renderer.draft.parent(handler)


def _in_its_place(dotted: str, renderer: Renderer) -> Code:
    row = error_row(dotted)
    if row is not None and len(row.becomes) == 1:
        return class_code(row.becomes[0], renderer)
    return renderer.draft.imported("boto3")
