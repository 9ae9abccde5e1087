"""Which binding a name refers to, by Python 3's rules, on Python's own tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Block = ast.Module | ast.ClassDef | Function | Comprehension


@dataclass(eq=False)
class Scope:
    """A block with names of its own. `bound` lists the nodes that bind each name, in their order."""

    node: Block
    parent: Scope | None = None
    bound: dict[str, list[ast.AST]] = field(default_factory=dict)
    elsewhere: dict[str, Scope] = field(default_factory=dict)  # names that `global` and `nonlocal` put elsewhere

    def bind(self, name: str, node: ast.AST) -> None:
        """`node` binds `name` in this block."""
        self.elsewhere.get(name, self).bound.setdefault(name, []).append(node)

    def find(self, name: str) -> Scope | None:
        """The block whose `name` is meant here; None for a builtin or a name that nothing binds."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.elsewhere:
                return scope.elsewhere[name]
            if name in scope.bound and (scope is self or not isinstance(scope.node, ast.ClassDef)):
                return scope
            scope = scope.parent
        return None

    @property
    def function(self) -> Scope:
        """The block whose local variables Python 2 would use here: comprehensions belong to what is around
        them.
        """
        scope = self
        while isinstance(scope.node, Comprehension) and scope.parent is not None:
            scope = scope.parent
        return scope


class Scopes:
    """All blocks of a module, and the block in which each name is used."""

    def __init__(self, tree: ast.Module) -> None:
        self.module = Scope(tree)
        self.of: dict[ast.AST, Scope] = {}
        self.loads: list[ast.Name] = []
        # A stack, not recursion: a long chain of `+` is a deep tree.
        self._waiting: list[tuple[ast.AST, Scope]] = [(node, self.module) for node in reversed(tree.body)]
        while self._waiting:
            self._visit(*self._waiting.pop())

    def meaning(self, name: ast.Name) -> Scope | None:
        """The block that binds `name`; None for a builtin."""
        return self.of[name].find(name.id)

    def loads_of(self, name: str, scope: Scope) -> Iterator[ast.Name]:
        """The places that read `name` as bound in `scope`."""
        return (load for load in self.loads if load.id == name and self.meaning(load) is scope)

    def _visit(self, node: ast.AST, scope: Scope) -> None:
        self.of[node] = scope
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                self.loads.append(node)
            else:
                scope.bind(node.id, node)
            return
        if isinstance(node, ast.alias):
            scope.bind(node.asname or node.name.partition(".")[0], node)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            scope.bind(node.name, node)
        elif isinstance(node, ast.Global):
            scope.elsewhere.update(dict.fromkeys(node.names, self.module))
        elif isinstance(node, ast.Nonlocal):
            for name in node.names:
                around = scope.parent.find(name) if scope.parent else None
                scope.elsewhere[name] = around or self.module
        elif isinstance(node, Function | ast.ClassDef):
            self._definition(node, scope)
            return
        elif isinstance(node, Comprehension):
            self._comprehension(node, scope)
            return
        self._later([(child, scope) for child in ast.iter_child_nodes(node)])

    def _later(self, children: list[tuple[ast.AST, Scope]]) -> None:
        """Visit `children` next, in this order."""
        self._waiting += reversed(children)

    def _definition(self, node: Function | ast.ClassDef, scope: Scope) -> None:
        """Defaults, decorators, bases and annotations belong to the block around, parameters and body to
        the new one.
        """
        if not isinstance(node, ast.Lambda):
            scope.bind(node.name, node)
        inner = Scope(node, scope)
        body = [node.body] if isinstance(node, ast.Lambda) else node.body
        inside = set[ast.AST](body)
        outer: list[tuple[ast.AST, Scope]] = []
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.arguments):
                self.of[child] = scope
                for part in ast.iter_child_nodes(child):
                    outer.append((part, scope))
                    if isinstance(part, ast.arg):
                        inner.bind(part.arg, part)
            elif child not in inside:
                outer.append((child, scope))
        self._later([*outer, *((child, inner) for child in body)])

    def _comprehension(self, node: Comprehension, scope: Scope) -> None:
        """The first iterable belongs to the block around."""
        inner = Scope(node, scope)
        parts: list[tuple[ast.AST, Scope]] = []
        for index, loop in enumerate(node.generators):
            self.of[loop] = inner
            parts.append((loop.iter, inner if index else scope))
            parts += [(part, inner) for part in (loop.target, *loop.ifs)]
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._later(parts + [(result, inner) for result in results])
