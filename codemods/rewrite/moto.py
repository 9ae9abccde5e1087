"""moto's mocks: one for each service in moto 1 to 4, `mock_aws` for all of them since moto 5.

boto3 has outgrown every moto that knew boto 2, so tests that are migrated need moto 5. Source: moto's changelog, 5.0.0.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from codemods.catalog.schema import Rewrite
from codemods.code import Code, code
from codemods.model import Edit, Span, Status
from codemods.rewrite.draft import Decision, Draft
from codemods.rewrite.imports import remove_statement
from codemods.rewrite.render import Renderer

RULE = "tests.moto"
NEW = "mock_aws"
_OLD = re.compile(r"mock_(?!aws$|xray_client$)\w+")


def moto_mock(node: ast.Name | ast.Attribute, renderer: Renderer) -> Code | None:
    """`mock_s3`, `moto.mock_ec2_deprecated`: the mock that stands for it since moto 5."""
    dotted = _dotted(node, renderer.draft)
    if dotted is None or not isinstance(node.ctx, ast.Load):
        return None
    if isinstance(node, ast.Attribute):
        root = node.value
        while isinstance(root, ast.Attribute):
            root = root.value
        made = renderer.render(root)
        return renderer.settle(node, dotted, "tests", RULE, Rewrite(code(f"{made}.{NEW}", made)))
    name = _name_for(node.id, renderer.draft)
    return renderer.settle(node, dotted, "tests", RULE, Rewrite(Code(name))) if name != node.id else None


def moto_edits(draft: Draft) -> list[Edit]:
    """The import statements of moto's mocks, and the mocks that would stand twice in one place."""
    edits: list[Edit] = []
    imported: set[tuple[ast.AST | None, str]] = set()
    for statement in _imports(draft):
        edits += _import(statement, imported, draft)
    for node in ast.walk(draft.module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            edits += [_without_line(decorator, draft) for decorator in _repeated(node.decorator_list, draft)]
        elif isinstance(node, ast.With | ast.AsyncWith):
            edits += _without_items(node, draft)
    return edits


def _is_moto(module: str) -> bool:
    return module == "moto" or module.startswith("moto.")


def _imports(draft: Draft) -> list[ast.ImportFrom]:
    """The statements that import old mocks by name."""
    found = [
        node
        for node in ast.walk(draft.module.tree)
        if isinstance(node, ast.ImportFrom)
        and node.level == 0
        and _is_moto(node.module or "")
        and any(_OLD.fullmatch(alias.name) for alias in node.names)
    ]
    return sorted(found, key=lambda node: node.lineno)


def _name_for(local: str, draft: Draft) -> str:
    """What a name of an old mock is called now: the same where the file chose it with `as`."""
    statements = _imports(draft)
    if any(alias.asname == local for statement in statements for alias in statement.names):
        return local
    present = any(
        isinstance(node, ast.ImportFrom) and node.module == "moto" and any(alias.name == NEW for alias in node.names)
        for node in ast.walk(draft.module.tree)
    )
    return NEW if present else draft.names.free(NEW, "moto")


def _dotted(node: ast.expr, draft: Draft) -> str | None:
    """The old mock that a name means, dotted; None for everything else."""
    parts: list[str] = []
    root = node
    while isinstance(root, ast.Attribute):
        parts.insert(0, root.attr)
        root = root.value
    if not isinstance(root, ast.Name) or not _OLD.fullmatch(parts[-1] if parts else root.id):
        return None
    current: ast.AST | None = root
    while current is not None and current not in draft.view.analysis.scopes:
        current = draft.parent(current)
    owner = draft.view.analysis.scopes[current].owner(root.id)  # type: ignore[index]
    if owner is None or root.id not in owner.imported or root.id in owner.assigned:
        return None
    if parts:
        return ".".join(["moto", *parts]) if root.id in _module_names(draft) else None
    wanted = [s for s in _imports(draft) if any((alias.asname or alias.name) == root.id for alias in s.names)]
    return f"{wanted[0].module}.{root.id}" if wanted else None


def _module_names(draft: Draft) -> set[str]:
    """The names that the file has for the package moto."""
    return {
        alias.asname or "moto"
        for node in ast.walk(draft.module.tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name == "moto" or (_is_moto(alias.name) and alias.asname is None)
    }


def _import(statement: ast.ImportFrom, imported: set[tuple[ast.AST | None, str]], draft: Draft) -> list[Edit]:
    others: list[str] = []
    mocks: list[str] = []
    for alias in statement.names:
        if not _OLD.fullmatch(alias.name):
            others.append(f"{alias.name} as {alias.asname}" if alias.asname else alias.name)
            continue
        name = _name_for(alias.asname or alias.name, draft)
        if (draft.parent(statement), name) not in imported:
            mocks.append(NEW if name == NEW else f"{NEW} as {name}")
            imported.add((draft.parent(statement), name))
        after = f"moto.{NEW}"
        draft.decide(Decision(alias, f"{statement.module}.{alias.name}", "tests", Status.REWRITTEN, RULE, "", after))
    if statement.module == "moto":
        mocks = [name for name in mocks if name not in others]
        lines = [f"from moto import {', '.join(mocks + others)}"] if mocks or others else []
    else:
        lines = [f"from moto import {', '.join(mocks)}"] if mocks else []
        lines += [f"from {statement.module} import {', '.join(others)}"] if others else []
    if not lines:
        return [remove_statement(draft, statement)]
    between = draft.module.source.newline + " " * statement.col_offset
    return [Edit(draft.span(statement), between.join(lines))]


def _repeated(nodes: Iterable[ast.expr], draft: Draft) -> list[ast.expr]:
    """The old mocks among `nodes` that follow another one."""
    found = [node for node in nodes if _dotted(node.func if isinstance(node, ast.Call) else node, draft) is not None]
    return found[1:]


def _without_line(decorator: ast.expr, draft: Draft) -> Edit:
    source = draft.module.source
    start = source.line_starts[decorator.lineno - 1]
    end = source.line_starts[decorator.end_lineno or decorator.lineno]
    return Edit(Span(start, end), "")


def _without_items(node: ast.With | ast.AsyncWith, draft: Draft) -> list[Edit]:
    """`with mock_s3(), mock_ec2():` needs `mock_aws()` once."""
    edits = []
    again = _repeated((item.context_expr for item in node.items if item.optional_vars is None), draft)
    for before, item in zip(node.items, node.items[1:], strict=False):
        if item.context_expr in again and item.optional_vars is None:
            last = before.optional_vars or before.context_expr
            edits.append(Edit(Span(draft.span(last).end, draft.span(item.context_expr).end), ""))
    return edits
