"""Imports of modules and names that moved, and the uses of what they bind.

A name that another import or assignment may bind as well (`try: import json`, `except ImportError: ...`) is
left to that code. A variable that has the new module's name (`queue = Queue.Queue()`) makes the import an
alias instead: `import queue as Queue`.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator

from codemods.model import Edit, Span
from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import EXIT_STATUS, STRING_IO, URLOPEN, Note, Risk
from codemods.modernise.rules.moved import DOTTED, MEMBERS, MODULES, successor
from codemods.modernise.scopes import Scope

GONE = frozenset({"sets"})
"""Modules of which nothing is left to import."""

NOTES: dict[str, Risk] = {
    "StringIO.StringIO": STRING_IO,
    "cStringIO.StringIO": STRING_IO,
    "urllib.urlopen": URLOPEN,
    "commands.getstatusoutput": EXIT_STATUS,
}
"""What to tell where a moved name is used."""


def moved_modules(module: Module) -> Iterator[Rewrite | Note]:
    """Import from where things are now."""
    planned: dict[ast.AST, set[str]] = {}
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and not node.level and not _is_sibling(module, node.module or ""):
            yield from _from_import(module, node)
        elif isinstance(node, ast.Import):
            yield from _plain_import(module, node, planned.setdefault(module.parents[node], set()))
    yield from _star_names(module)
    yield from _notes(module)


def _notes(module: Module) -> Iterator[Note]:
    """One note for each kind of change in behaviour, where the first use is."""
    first: dict[Risk, ast.expr] = {}
    for node in module.nodes:
        name = module.imported(node) if isinstance(node, ast.Attribute | ast.Name) else None
        if name in NOTES and isinstance(node, ast.expr):
            risk = NOTES[name]
            first[risk] = min(first.get(risk, node), node, key=lambda use: (use.lineno, use.col_offset))
    for risk, node in first.items():
        yield module.note(node, risk)


def _is_sibling(module: Module, name: str) -> bool:
    return "absolute_import" not in module.futures and name.partition(".")[0] in module.siblings


def _home(name: str) -> str:
    """The module to import for `name`, empty for a builtin or another expression."""
    owner = name.rpartition(".")[0] if DOTTED.fullmatch(name) else ""
    return "" if hasattr(builtins, owner) else owner


def _only_moved(module: Module, name: str, scope: Scope) -> bool:
    """True when whatever binds `name` in `scope` is an import that has to change."""
    for binding in scope.bound[name]:
        if not isinstance(binding, ast.alias):
            return False
        statement = module.parents[binding]
        if isinstance(statement, ast.ImportFrom):
            if statement.level or successor(f"{statement.module}.{binding.name}") is None:
                return False
        elif binding.name not in MODULES and not _moved_uses(module, binding, scope) and binding.name not in GONE:
            return False
    return True


def _moved_uses(module: Module, alias: ast.alias, scope: Scope) -> list[tuple[ast.expr, str, str]]:
    """The uses of what `alias` imports: the node to replace, its old dotted name and its new one."""
    found = []
    bound = alias.asname or alias.name.partition(".")[0]
    for load in module.scopes.loads_of(bound, scope):
        node: ast.expr = load
        old = alias.name if alias.asname else bound
        best = (node, old, MODULES[old]) if old in MODULES else None
        while isinstance(outer := module.parents[node], ast.Attribute):
            node, old = outer, f"{old}.{outer.attr}"
            if old in MEMBERS or (best is None and old in MODULES):
                best = (node, old, successor(old) or "")
        if best:
            found.append(best)
    return found


def _plain_import(module: Module, node: ast.Import, planned: set[str]) -> Iterator[Rewrite | Note]:
    """`import a, b as c`. `planned` is what the block imports down to here."""
    edits: list[Edit] = []
    names: list[str] = []
    for alias in node.names:
        scope = module.binding_scope(node, alias.asname or alias.name.partition(".")[0])
        parts = _renamed(module, alias, scope, edits) if _concerns(module, alias, scope) else None
        names += [module.code(alias)] if parts is None else parts
    names = list(dict.fromkeys(names))
    if names != [module.code(alias) for alias in node.names]:
        present = planned | _imported_below(module, node)
        names = [name for name in names if name not in present]
        edits.append(module.replace(node, f"import {', '.join(names)}") if names else module.removal(node))
    planned.update(names)
    if edits:
        yield tuple(edits)


def _concerns(module: Module, alias: ast.alias, scope: Scope) -> bool:
    """True when `alias` has to change and may."""
    bound = alias.asname or alias.name.partition(".")[0]
    if _is_sibling(module, alias.name):
        return False
    if alias.name in MODULES or alias.name in GONE:
        return _only_moved(module, bound, scope)
    same = {module.target(binding) for binding in scope.bound[bound]} == {module.target(alias)}
    return same and bool(_moved_uses(module, alias, scope))


def _renamed(module: Module, alias: ast.alias, scope: Scope, edits: list[Edit]) -> list[str] | None:
    """What to import in the place of `alias`; adds the edits of its uses. None to leave it as it is."""
    bound = alias.asname or alias.name.partition(".")[0]
    uses = _moved_uses(module, alias, scope)
    home = MODULES.get(alias.name) or ("" if alias.name in GONE else alias.name)
    others = {module.target(binding) for binding in scope.bound[bound]} - {module.target(alias)}
    homes = [_home(new) if old in MEMBERS else new for _node, old, new in uses]
    needed = list(dict.fromkeys(name for name in homes if name))
    taken = home and any(_is_variable(module, name.partition(".")[0]) for name in needed or [home])
    if others or (taken and not alias.asname and alias.name in MODULES and set(needed) <= {home}):
        return [_aliased(home, bound)] if home else None
    for (node, _old, new), where in zip(uses, homes, strict=True):
        if alias.asname and where == home:
            if isinstance(node, ast.Attribute) and new.rpartition(".")[2] != node.attr:
                edits.append(module.replace(node, f"{bound}.{new.rpartition('.')[2]}"))
        else:
            edits.append(module.replace(node, new))
    if alias.asname:
        return [_aliased(home, bound), *(name for name in needed if name != home)] if home else needed
    if alias.name in MODULES:
        return needed if needed and "." not in alias.name else [home]
    if any(name.startswith(alias.name + ".") for name in needed):
        return needed
    return [alias.name, *(name for name in needed if name != alias.name)] if home else needed


def _aliased(name: str, bound: str) -> str:
    return name if name == bound else f"{name} as {bound}"


def _is_variable(module: Module, name: str) -> bool:
    """True when anything but an import binds `name` anywhere in the file."""
    scopes = {module.scopes.module, *module.scopes.of.values()}
    return any(not isinstance(node, ast.alias) for scope in scopes for node in scope.bound.get(name, []))


def _imported_below(module: Module, node: ast.stmt) -> set[str]:
    """What the import statements right below `node` import."""
    found: set[str] = set()
    block = module.block(node)
    for statement in block[block.index(node) + 1 :]:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        if isinstance(statement, ast.Import):
            found |= {alias.name for alias in statement.names if not alias.asname}
    return found


def _from_import(module: Module, node: ast.ImportFrom) -> Iterator[Rewrite | Note]:
    """`from a import b, c as d`."""
    old_home = node.module or ""
    if node.names[0].name == "*":
        if old_home in MODULES:
            yield (_module_edit(module, node, MODULES[old_home]),)
        return
    groups: dict[str, list[str]] = {}
    edits: list[Edit] = []
    renames: list[Edit] = []
    for alias in node.names:
        bound = alias.asname or alias.name
        scope = module.binding_scope(node, bound)
        new = successor(f"{old_home}.{alias.name}")
        if new is not None and not _only_moved(module, bound, scope):
            return
        home = _home(new) if new else old_home
        if new and not home:
            uses = module.scopes.loads_of(bound, scope)
            edits += [module.replace(use, new) for use in uses]
            groups.setdefault("", []).append(alias.name)
            continue
        name = new.rpartition(".")[2] if new else alias.name
        text = name if name == bound else f"{name} as {bound}"
        if name != alias.name:
            renames.append(module.replace(alias, text))
        groups.setdefault(home, []).append(text)
    if list(groups) == [old_home] and not renames:
        return
    if len(groups) == 1 and "" not in groups:
        yield (_module_edit(module, node, next(iter(groups))), *renames)
        return
    groups.pop("", None)
    comments = re.findall(r"#[^\n]*", module.code(node))
    lines = comments + [_wrapped(f"from {home} import ", names, node.col_offset) for home, names in groups.items()]
    yield (*edits, module.replace(node, module.statements(node, lines)) if groups else module.removal(node))


def _module_edit(module: Module, node: ast.ImportFrom, new: str) -> Edit:
    """The edit of the module's name in a from-import."""
    start = module.span(node).start
    match = re.compile(r"from[\s\\]+([\w.]+)").match(module.text, start)
    assert match is not None
    return Edit(Span(*match.span(1)), new)


def _wrapped(start: str, names: Iterable[str], indent: int) -> str:
    """A from-import, in parentheses and on several lines when it is long."""
    lines = [start]
    for name in names:
        piece = name if lines[-1] == start else f", {name}"
        if indent + len(lines[-1]) + len(piece) > 100:
            lines[-1] += ","
            lines.append(" " * (indent + 4) + name)
        else:
            lines[-1] += piece
    return lines[0] if len(lines) == 1 else f"{start}({lines[0][len(start) :]}\n" + "\n".join(lines[1:]) + ")"


def _star_names(module: Module) -> Iterator[Rewrite]:
    """Names that `from types import *` and the like brought in."""
    stars = [
        node.module
        for node in module.tree.body
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*" and node.module
    ]
    for load in module.scopes.loads if stars else ():
        if module.scopes.meaning(load) is None and not hasattr(builtins, load.id):
            new = next((MEMBERS[f"{star}.{load.id}"] for star in stars if f"{star}.{load.id}" in MEMBERS), None)
            if new is not None:
                home = _home(new)
                yield (module.replace(load, new), *(module.importing(home) if home else ()))
