"""Import statements: which of boto 2's can go, and where those of boto3, the Config and the helpers are put."""

from __future__ import annotations

import ast
import contextlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from codemods.catalog.errors import error_row
from codemods.code import Import
from codemods.inference import facts
from codemods.inference.program import ROOT, ModuleFile
from codemods.inference.scopes import Scope
from codemods.inference.values import NONE, BotoName, Module
from codemods.marked import MARKER, markers_above
from codemods.model import Edit, Span, Status
from codemods.rescan import class_attributes
from codemods.rewrite.draft import Decision, Draft
from codemods.rewrite.guards import guarded
from codemods.rewrite.imported_late import late_imports
from codemods.rewrite.layout import LONGEST_LIMIT


def is_import_path(node: ast.expr, draft: Draft) -> bool:
    """True for a dotted path that starts at a name which only import statements bind: `boto.s3.key.Key`, `Key`.

    The name may be another module's: `compat.boto.s3`, where the program's own `compat` imports boto.
    """
    type_of, scopes = draft.view.analysis.type_of, draft.view.analysis.scopes
    root = node
    while isinstance(root, ast.Attribute):
        owners = [atom for atom in type_of(root.value) if isinstance(atom, Module)]
        if owners:
            homes = [scopes[draft.view.analysis.program.modules[atom.key].tree] for atom in owners]
            return _is_boto_name(root, draft) and all(_only_imported(root.attr, home) for home in homes)
        root = root.value
    if not isinstance(root, ast.Name) or isinstance(root.ctx, ast.Store) or not _is_boto_name(root, draft):
        return False
    current: ast.AST | None = root
    while current is not None and current not in scopes:
        current = draft.parent(current)
    scope = scopes[current]  # type: ignore[index]
    owner = scope.owner(root.id)
    if owner is scope and isinstance(owner.node, ast.ClassDef):
        owner = owner.around_class(root.id) or owner
    return owner is None or _only_imported(root.id, owner)


def _is_boto_name(node: ast.expr, draft: Draft) -> bool:
    return any(isinstance(atom, BotoName) for atom in draft.view.analysis.type_of(node))


def _only_imported(name: str, scope: Scope) -> bool:
    return name in scope.imported and name not in scope.assigned


STILL_NEEDED = "still needed by what is left to do below; drop it when that is done"


def boto_imports(module: ModuleFile) -> list[ast.Import | ast.ImportFrom]:
    """The statements of a module that import from boto 2, in order."""
    found = [
        node
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Import) and any(_is_boto(alias.name) for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and node.level == 0 and _is_boto(node.module or ""))
    ]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def _is_boto(dotted: str) -> bool:
    return dotted == ROOT or dotted.startswith(f"{ROOT}.")


@dataclass(frozen=True)
class Leftovers:
    """What the rewritten text still uses: plain names, and dotted paths from `boto`."""

    names: frozenset[str]
    paths: frozenset[str]


def leftovers(tree: ast.Module) -> Leftovers:
    """The names and dotted paths that a file loads."""
    names: set[str] = set()
    paths: set[str] = set()
    others = set(class_attributes(tree))
    for node in [*ast.walk(tree), *_in_annotations(tree)]:
        if isinstance(node, ast.Name) and node not in others:
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            paths.add(ast.unparse(node))
    return Leftovers(frozenset(names), frozenset(paths))


def _in_annotations(tree: ast.Module) -> list[ast.AST]:
    """What stands in annotations that are written as strings."""
    found: list[ast.AST] = []
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            annotation = getattr(node, name, None)
            if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
                with contextlib.suppress(SyntaxError, ValueError):
                    found += ast.walk(ast.parse(annotation.value, mode="eval"))
    return found


def edit_imports(
    draft: Draft, rest: Leftovers, wanted: Mapping[ast.stmt, list[str]], rewritten: ast.Module
) -> list[Edit]:
    """Edits that drop what is not used any more; `wanted` are lines to put in the place of a statement.

    `rewritten` is what the file becomes, but for its imports.
    """
    edits: list[Edit] = []
    kept = {
        statement: [alias for alias in statement.names if _needed(statement, alias, rest, draft)]
        for statement in boto_imports(draft.module)
    }
    wanted = {**_still_tried(kept, wanted, draft), **wanted}
    left = {each: (_with(each, names), _bound(names)) for each, names in kept.items() if names}
    late, inside = late_imports(left, rewritten, STILL_NEEDED, draft)
    gone = {statement for statement, names in kept.items() if not names or statement in late}
    draft.removed.update(statement for statement in gone if not wanted.get(statement))
    for statement, names in kept.items():
        _decide(draft, statement, names)
        edits.append(_replace(draft, statement, [] if statement in late else names, wanted.get(statement, [])))
    return edits + inside


def _bound(names: list[ast.alias]) -> frozenset[str]:
    return frozenset(alias.asname or alias.name.partition(".")[0] for alias in names)


def _still_tried(
    kept: Mapping[ast.Import | ast.ImportFrom, list[ast.alias]], wanted: Mapping[ast.stmt, list[str]], draft: Draft
) -> dict[ast.stmt, list[str]]:
    """What takes the place of imports that only found out whether boto 2 is there."""
    tried: dict[ast.Try, ast.stmt] = {}
    busy = {guarded(statement, draft) for statement, names in kept.items() if names or wanted.get(statement)}
    for statement in kept:
        guard = guarded(statement, draft)
        if guard is not None and guard not in busy:
            tried.setdefault(guard, statement)
    return {statement: ["import boto3"] for statement in tried.values()}


def edit_reexports(draft: Draft, rest: Leftovers) -> list[Edit]:
    """Edits that drop names of boto 2 which a file imports from another module of the program.

    That module imports what it uses itself, so a name that is still needed here comes from boto 2 directly.
    """
    edits: list[Edit] = []
    for statement in draft.module.tree.body:
        if not isinstance(statement, ast.ImportFrom) or (not statement.level and _is_boto(statement.module or "")):
            continue
        handed_on = {alias: dotted for alias in statement.names if (dotted := _handed_on(alias, draft))}
        for alias in handed_on:
            api = f"{statement.module or ''}.{alias.name}"
            left = (alias.asname or alias.name) in rest.names
            status, message = (Status.FLAGGED, STILL_NEEDED) if left else (Status.REWRITTEN, "")
            draft.decide(Decision(alias, api, "imports", status, "imports", message))
        if not handed_on:
            continue
        kept = [alias for alias in statement.names if alias not in handed_on]
        needed = [
            _import_of(dotted, alias.asname or alias.name)
            for alias, dotted in handed_on.items()
            if (alias.asname or alias.name) in rest.names
        ]
        if not kept and not needed:
            draft.removed.add(statement)
            continue
        names = ", ".join(f"{alias.name} as {alias.asname}" if alias.asname else alias.name for alias in kept)
        lines = [f"from {'.' * statement.level}{statement.module or ''} import {names}"] if kept else []
        lines += [f"{MARKER} imports {STILL_NEEDED}", *needed] if needed else []
        edits.append(Edit(draft.span(statement), draft.module.source.newline.join(lines)))
    return edits


def _handed_on(alias: ast.alias, draft: Draft) -> str:
    """The dotted name of what another module of the program imports from boto 2; empty for anything else."""
    value = draft.view.analysis.facts.read(facts.variable(draft.module.tree, alias.asname or alias.name), None)
    names = {atom.name for atom in value if isinstance(atom, BotoName)}
    return names.pop() if len(names) == 1 and len(value - NONE) == 1 else ""


def _import_of(dotted: str, name: str) -> str:
    module, _, last = dotted.rpartition(".")
    if not module:
        return f"import {dotted}" if name == dotted else f"import {dotted} as {name}"
    return f"from {module} import {last}" if name == last else f"from {module} import {last} as {name}"


def _needed(statement: ast.Import | ast.ImportFrom, alias: ast.alias, rest: Leftovers, draft: Draft) -> bool:
    if isinstance(statement, ast.Import):
        if not _is_boto(alias.name):
            return True
        if alias.asname:
            return alias.asname in rest.names
        if alias.name == ROOT:
            return ROOT in rest.names
        return any(path == alias.name or path.startswith(f"{alias.name}.") for path in rest.paths)
    if alias.name == "*":
        return any(_is_from_star(name, statement.module or "", draft) for name in rest.names)
    return (alias.asname or alias.name) in rest.names


def _is_from_star(name: str, module: str, draft: Draft) -> bool:
    """True for a name that a module of boto 2 has, and that no import statement spells out."""
    spelled = {alias.asname or alias.name for node in boto_imports(draft.module) for alias in node.names}
    catalog, dotted = draft.view.catalog, f"{module}.{name}"
    known = catalog.class_named(dotted) or catalog.function(dotted) or error_row(dotted)
    return known is not None and name not in spelled


def _decide(draft: Draft, statement: ast.Import | ast.ImportFrom, kept: list[ast.alias]) -> None:
    for alias in statement.names:
        module = statement.module if isinstance(statement, ast.ImportFrom) else None
        api = f"{module}.{alias.name}" if module else alias.name
        if not _is_boto(api):
            continue
        left = alias in kept
        draft.decide(
            Decision(
                alias,
                api,
                "imports",
                Status.FLAGGED if left else Status.REWRITTEN,
                "imports",
                STILL_NEEDED if left else "",
            )
        )


def _replace(draft: Draft, statement: ast.Import | ast.ImportFrom, kept: list[ast.alias], new: list[str]) -> Edit:
    """The statement with the aliases that stay, after the new lines; nothing at all removes its line."""
    span = draft.span(statement)
    indent = " " * statement.col_offset
    newline = draft.module.source.newline
    lines = list(new)
    of_boto = isinstance(statement, ast.ImportFrom) or any(_is_boto(alias.name) for alias in kept)
    if kept and of_boto and (new or not markers_above(draft.module.source, statement)):
        lines.append(f"{MARKER} imports {STILL_NEEDED}")
    if kept:
        lines.append(draft.segment(statement) if len(kept) == len(statement.names) else _with(statement, kept))
    if lines:
        return Edit(span, f"{newline}{indent}".join(lines))
    return remove_statement(draft, statement)


def _with(statement: ast.Import | ast.ImportFrom, kept: list[ast.alias]) -> str:
    names = ", ".join(f"{alias.name} as {alias.asname}" if alias.asname else alias.name for alias in kept)
    return f"from {statement.module} import {names}" if isinstance(statement, ast.ImportFrom) else f"import {names}"


def remove_statement(draft: Draft, statement: ast.stmt) -> Edit:
    """Take a statement out with its line; `pass` where a block would become empty or the line holds more."""
    span = draft.span(statement)
    text = draft.text
    parent = draft.parent(statement)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end == -1 else end + 1
    alone = not text[start : span.start].strip() and text[span.end : end].strip() in ("", "#")
    comment = text[span.end : end].strip()
    blocks = [getattr(parent, name, None) for name in ("body", "orelse", "finalbody")]
    block = next((block for block in blocks if isinstance(block, list) and statement in block), [statement])
    others = [other for other in block if other is not statement and other not in draft.removed]
    if not others and not isinstance(parent, ast.Module) and block[0] is statement:
        return Edit(span, "pass")
    if not alone or comment:
        return Edit(span, "pass")
    return Edit(Span(start, end), "")


def import_lines(needs: set[Import]) -> list[str]:
    """Import statements for `needs` in the usual order: those of the standard library first."""
    ours = {need for need in needs if is_standard_library(need)}
    return [*_statements(ours), *_statements(needs - ours)]


def _statements(needs: set[Import]) -> list[str]:
    lines = [need.statement for need in sorted(needs) if not need.name]
    grouped: dict[str, list[str]] = {}
    for need in sorted(needs):
        if need.name:
            grouped.setdefault(need.module, []).append(need.statement.partition(" import ")[2])
    return lines + [_from(module, sorted(names)) for module, names in sorted(grouped.items())]


def _from(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= LONGEST_LIMIT:
        return line
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


def is_standard_library(need: Import) -> bool:
    """True for a module that comes with Python."""
    return need.module.partition(".")[0] in sys.stdlib_module_names


def standard_library_imports(draft: Draft, imports: set[Import]) -> Edit | None:
    """Imports from the standard library, beside those that the file has; None when it has none at its top."""
    wanted = {need for need in imports if is_standard_library(need)}
    leading = [statement for statement in _leading_imports(draft) if _imports_standard_library(statement)]
    if not wanted or not leading:
        return None
    source = draft.module.source
    line = leading[-1].end_lineno or leading[-1].lineno
    offset = source.line_starts[line] if line < len(source.line_starts) else len(source.text)
    return Edit(Span(offset, offset), "".join(f"{text}{source.newline}" for text in import_lines(wanted)))


def _leading_imports(draft: Draft) -> list[ast.Import | ast.ImportFrom]:
    """The imports before the first other statement, docstrings and `try` around imports not counted."""
    found: list[ast.Import | ast.ImportFrom] = []
    for statement in draft.module.tree.body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            found.append(statement)
        elif not isinstance(statement, ast.Try) and not (
            isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        ):
            break
    return found


def _imports_standard_library(statement: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(statement, ast.Import):
        return statement.names[0].name.partition(".")[0] in sys.stdlib_module_names
    module = statement.module or ""
    return statement.level == 0 and module != "__future__" and module.partition(".")[0] in sys.stdlib_module_names


def already_imported(module: ModuleFile) -> set[Import]:
    """What the module imports at its top level, under the name that it has."""
    found: set[Import] = set()
    for statement in module.tree.body:
        if isinstance(statement, ast.Import):
            found |= {Import(alias.name) for alias in statement.names if alias.asname in (None, alias.name)}
        elif isinstance(statement, ast.ImportFrom) and statement.level == 0:
            found |= {
                Import(statement.module or "", alias.name)
                for alias in statement.names
                if alias.asname in (None, alias.name)
            }
    return found


__all__ = ["Leftovers", "already_imported", "boto_imports", "edit_imports", "import_lines", "is_import_path"]
