"""The names that emitted code may use in a file without hiding anything of the user's."""

from __future__ import annotations

import ast
import builtins
from collections import defaultdict
from dataclasses import replace

from codemods.code import HelperFunction, Import
from codemods.inference.program import ModuleFile


class Names:
    """Free names of one file. Deterministic: they depend on the original file alone."""

    def __init__(self, module: ModuleFile) -> None:
        self._taken = _names_in(module.tree)
        self._module_names = _module_names(module.tree)
        self._imports = _bindings(module.tree)
        self._given: dict[str, str] = {}
        self.existing_helpers = {
            statement.name: ast.get_source_segment(module.source.text, statement) or ""
            for statement in module.tree.body
            if isinstance(statement, ast.FunctionDef)
        }

    def hides_builtin(self, name: str) -> bool:
        """True when the module gives a builtin's name another meaning: emitted code must say which it means."""
        return name in self._module_names and hasattr(builtins, name)

    def means(self, name: str, need: Import) -> bool:
        """True when a name is bound by this import, and nothing else binds it."""
        return self._imports.get(name) == {need}

    def imported(self, need: Import) -> Import:
        """The import, under another name where the file gives its own name another meaning."""
        meanings = self._imports.get(need.bound, set())
        if not need.name:  # `import a.b` binds `a` to the same package as `import a`
            meanings = {one for one in meanings if one is None or one.name or one.alias or one.bound != need.bound}
        return need if meanings <= {need} else replace(need, alias=self.free(f"_{need.bound}", "aws"))

    def helper(self, function: HelperFunction, source: str) -> str:
        """The name of an emitted helper: its own, unless the file uses that name for something else."""
        name = function.__name__
        present = self.existing_helpers.get(name)
        if present is not None and present.strip() == source.strip():
            return name
        return self.free(name, "aws")

    def free(self, wanted: str, suffix: str) -> str:
        """`wanted`, or a variant of it, such that the file does not use it."""
        if wanted not in self._given:
            name, count = wanted, 1
            while name in self._taken or (name != wanted and name in self._given.values()):
                name = f"{wanted}_{suffix}" if count == 1 else f"{wanted}_{suffix}{count}"
                count += 1
            self._given[wanted] = name
        return self._given[wanted]


_HANDED_ON = frozenset(
    "BytesIO StringIO encodebytes expanduser json os parse_qs quote six unquote unquote_plus urllib urlparse urlsplit"
    " urlencode".split()
)


def _bindings(tree: ast.Module) -> dict[str, set[Import | None]]:
    """What each name that is bound anywhere in a file can mean: an import, or None for anything else."""
    found: defaultdict[str, set[Import | None]] = defaultdict(set)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[(alias.asname or alias.name).partition(".")[0]].add(
                    Import(alias.name) if not alias.asname else None
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                module = node.module or ""
                # boto 2's own names go, and what boto.compat has comes from where it had it from; but what a person has
                # to decide stays imported.
                if node.level or module != "boto.compat" or alias.name not in _HANDED_ON:
                    same = not node.level and alias.asname in (None, alias.name)
                    found[alias.asname or alias.name].add(Import(module, alias.name) if same else None)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id].add(None)
        elif isinstance(node, ast.arg):
            found[node.arg].add(None)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found[node.name].add(None)
    return found


def _module_names(tree: ast.Module) -> set[str]:
    """What the module's own top level binds, other than inside functions and classes."""
    found: set[str] = set()
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(statement.name)
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif isinstance(node, ast.alias):
                found.add(node.asname or node.name.partition(".")[0])
    return found


def _names_in(tree: ast.Module) -> set[str]:
    taken: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.arg(arg=name):
                taken.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                taken.add(name)
            case ast.alias(name=name, asname=asname):
                taken.add((asname or name).partition(".")[0])
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                taken.add(name)
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                taken.update(names)
            case _:
                pass
    return taken
