"""Lexical scopes: which names does each module, class, function and lambda bind?"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
ScopeNode = ast.Module | ast.ClassDef | FunctionNode


@dataclass(eq=False)
class Scope:
    """One scope: `names` are bound here, `global_names` and `nonlocal_names` are bound further out.

    `shared` are names of this scope that functions inside of it, or of its module, bind with `global` and `nonlocal`;
    `imported` are the names that import statements bind, `assigned` those that anything else does.
    """

    node: ScopeNode
    outer: Scope | None
    names: set[str] = field(default_factory=set)
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)
    imported: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    is_generator: bool = False

    @property
    def module(self) -> Scope:
        """The module's own scope."""
        scope = self
        while scope.outer is not None:
            scope = scope.outer
        return scope

    def owner(self, name: str) -> Scope | None:
        """The scope in which a `name` that is used here is bound, as Python resolves it; None for builtins."""
        if name in self.global_names:
            return self.module if name in self.module.names else None
        scope: Scope | None = self
        while scope is not None:
            visible = scope is self or not isinstance(scope.node, ast.ClassDef)
            if visible and name in scope.names and name not in scope.nonlocal_names:
                return scope
            scope = scope.outer
        return None

    def around_class(self, name: str) -> Scope | None:
        """Where the body of a class finds a `name` that it binds itself, but not yet: `Key = Key`."""
        scope = self.outer
        while scope is not None and isinstance(scope.node, ast.ClassDef):
            scope = scope.outer
        return scope.owner(name) if scope is not None else None


class _Collector(ast.NodeVisitor):
    def __init__(self) -> None:
        self.scopes: dict[ScopeNode, Scope] = {}
        self.current: Scope | None = None

    def _enter(self, node: ScopeNode) -> Scope:
        scope = Scope(node, self.current)
        self.scopes[node] = scope
        return scope

    def _bind(self, name: str, *, imported: bool = False) -> None:
        scope = self.current
        assert scope is not None
        if name in scope.nonlocal_names:
            return
        if name in scope.global_names:
            scope = scope.module
        scope.names.add(name)
        (scope.imported if imported else scope.assigned).add(name)

    def visit_Module(self, node: ast.Module) -> None:
        self.current = self._enter(node)
        self._body(node.body)

    def _body(self, body: list[ast.stmt]) -> None:
        # `global` binds for the whole scope, wherever it stands.
        for statement in body:
            for inner in _own_statements(statement):
                if isinstance(inner, ast.Global):
                    assert self.current is not None
                    self.current.global_names.update(inner.names)
                    self.current.module.shared.update(inner.names)
                elif isinstance(inner, ast.Nonlocal):
                    assert self.current is not None
                    self.current.nonlocal_names.update(inner.names)
                    outer = self.current.outer
                    while outer is not None:
                        outer.shared.update(inner.names)
                        outer = outer.outer
        for statement in body:
            self.visit(statement)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._bind(node.name)
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(part)
        outer, self.current = self.current, self._enter(node)
        self._body(node.body)
        self.current = outer

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._bind(node.name)
        for decorator in node.decorator_list:
            self.visit(decorator)
        self._arguments(node.args)
        outer, self.current = self.current, self._enter(node)
        self._parameters(node.args)
        self._body(node.body)
        self.current = outer

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._arguments(node.args)
        outer, self.current = self.current, self._enter(node)
        self._parameters(node.args)
        self.visit(node.body)
        self.current = outer

    def _arguments(self, args: ast.arguments) -> None:
        for default in (*args.defaults, *args.kw_defaults):
            if default is not None:
                self.visit(default)

    def _parameters(self, args: ast.arguments) -> None:
        assert self.current is not None
        self.current.names.update(arg.arg for arg in parameters(args))

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self._bind(node.id)

    def visit_Assign(self, node: ast.Assign) -> None:
        if isinstance(node.value, ast.Constant) and node.value.value is None:
            # `boto = None` beside an import that failed does not make `boto` a variable.
            assert self.current is not None
            before = set(self.current.assigned)
            self.generic_visit(node)
            self.current.assigned &= before
            return
        self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._bind(alias.asname or alias.name.partition(".")[0], imported=True)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if alias.name != "*":
                self._bind(alias.asname or alias.name, imported=True)

    def visit_Try(self, node: ast.Try) -> None:
        # Neither does what a handler binds to a name that the body tried to import: `S3ResponseError = Exception`.
        assert self.current is not None
        imported = {
            alias.asname or alias.name.partition(".")[0]
            for statement in node.body
            if isinstance(statement, ast.Import | ast.ImportFrom)
            for alias in statement.names
        }
        before = imported & self.current.assigned
        self.generic_visit(node)
        self.current.assigned -= imported - before

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._bind(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        if node.name:
            self._bind(node.name)
        self.generic_visit(node)

    def visit_Yield(self, node: ast.Yield) -> None:
        self._generator(node)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> None:
        self._generator(node)

    def _generator(self, node: ast.Yield | ast.YieldFrom) -> None:
        assert self.current is not None
        self.current.is_generator = True
        self.generic_visit(node)


def _own_statements(statement: ast.stmt) -> list[ast.stmt]:
    """`statement` and what it nests, without entering definitions."""
    found = [statement]
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return found
    for node in ast.iter_child_nodes(statement):
        if isinstance(node, ast.stmt):
            found += _own_statements(node)
        elif isinstance(node, ast.ExceptHandler | ast.match_case):
            for inner in node.body:
                found += _own_statements(inner)
    return found


def parameters(args: ast.arguments) -> list[ast.arg]:
    """All parameters of a signature: positional, `*args`, keyword-only, `**kwargs`."""
    named = [*args.posonlyargs, *args.args]
    if args.vararg:
        named.append(args.vararg)
    named += args.kwonlyargs
    if args.kwarg:
        named.append(args.kwarg)
    return named


def scopes_of(tree: ast.Module) -> dict[ScopeNode, Scope]:
    """The scopes of a module by the node that opens them.

    Comprehension variables count as names of the scope around them: nothing here depends on the difference.
    """
    collector = _Collector()
    collector.visit(tree)
    return collector.scopes
