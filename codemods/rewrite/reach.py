"""Which expression names the client of an object's own connection, at a given place in the program?

Candidates are local names, attributes of `self` and of other objects, names of enclosing functions and of modules.
A candidate counts only when it can hold nothing but the connection that the object came from; two connections
(regions, accounts) are never mixed up.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.catalog.schema import Form, OutOfReach
from codemods.inference import facts
from codemods.inference.attributes import decorators
from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.scopes import Scope, parameters
from codemods.inference.values import Boto, Function, Instance, Module, Other, Value, botos
from codemods.rewrite.styles import client_service

_FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True)
class Reached:
    """An expression for a connection. `certain` is False when it is the only candidate, but not proved to be it."""

    text: str
    cls: str
    certain: bool


@dataclass(frozen=True)
class _Candidate:
    text: str
    value: Value
    name: ast.AST | None = None


@dataclass(frozen=True)
class Failure:
    """A place where the client of some objects could not be named."""

    place: ast.AST
    service: str
    connections: frozenset[ast.AST | None]
    module: ModuleFile


class Reach:
    """Finds connections.

    `hoisted` are names that the rewrite itself gives to connections that had none; `handed` are parameters that it
    adds to private functions; `failures` are the places where nothing was found.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._attributes: defaultdict[ast.AST, dict[str, Value]] = defaultdict(dict)
        for about, value in analysis.facts.everything():
            if about[0] == "attribute":
                self._attributes[about[1]][about[2]] = value  # type: ignore[index]
        self.hoisted: dict[ast.AST, tuple[ast.stmt, str, Boto]] = {}
        self.handed: dict[tuple[ast.AST, str], tuple[str, Value]] = {}
        self.failures: list[Failure] = []

    def find(self, place: ast.AST, receiver: ast.expr, value: Value, module: ModuleFile) -> Reached:
        """The connection of the object `receiver` (with type `value`) at `place`. Raises OutOfReach."""
        services = {client_service(atom.cls.partition(".")[0]) for atom in botos(value)}
        if len(services) != 1:
            raise OutOfReach("the object may belong to several services")
        (service,) = services
        root = self._root(receiver, service)
        if root is not None:
            return root
        wanted = {atom.connection for atom in botos(value)}
        near = list(self._candidates(place, service, module))
        fitting = [candidate for candidate in near if self._holds_only(candidate.value, wanted, service)]
        for candidate in fitting:
            if self._is_certain(candidate, value, wanted, place, module):
                return self._reached(candidate, True)
        if fitting:
            return self._reached(fitting[0], False)
        known = [c for c in near if self._connections(c.value, service)]
        if None in wanted and known and len({frozenset(self._connections(c.value, service)) for c in known}) == 1:
            return self._reached(known[0], False)
        self.failures.append(Failure(place, service, frozenset(wanted), module))
        raise OutOfReach(
            "several connections are in reach here, and it is not clear which one this object came from"
            if known
            else "no client of this object's connection is in reach here"
        )

    def at_call(
        self, call: ast.Call, service: str, wanted: frozenset[ast.AST | None], module: ModuleFile
    ) -> str | None:
        """The one expression at a call for a connection among `wanted`; None when there is none, or more than one."""
        fitting = [
            candidate
            for candidate in self._candidates(call, service, module)
            if (found := self._connections(candidate.value, service)) and (found <= wanted or None in wanted)
        ]
        if len({frozenset(self._connections(candidate.value, service)) for candidate in fitting}) != 1:
            return None
        return fitting[0].text

    def _reached(self, candidate: _Candidate, certain: bool) -> Reached:
        cls = next(atom.cls for atom in botos(candidate.value))
        return Reached(candidate.text, cls, certain)

    def _root(self, receiver: ast.expr, service: str) -> Reached | None:
        """The connection that a chain of calls starts from: `conn` in `conn.get_bucket(x).get_key(y)`."""
        node: ast.AST = receiver
        while True:
            if isinstance(node, ast.Call):
                if node in self.hoisted:
                    _, name, atom = self.hoisted[node]
                    return Reached(name, atom.cls, True)
                node = node.func
            elif isinstance(node, ast.Attribute | ast.Subscript):
                node = node.value
            else:
                return None
            if isinstance(node, ast.Name | ast.Attribute) and _is_path(node):
                atoms = self._analysis.type_of(node)
                if self._connections(atoms, service) and len(atoms - {Other.NONE, Other.UNKNOWN}) == len(botos(atoms)):
                    cls = next(atom.cls for atom in botos(atoms))
                    if self._is_client(cls, service):
                        return Reached(ast.unparse(node), cls, True)

    def _is_client(self, cls: str, service: str) -> bool:
        known = self._analysis.catalog.classes.get(cls)
        return known is not None and known.form is Form.CLIENT and client_service(known.service) == service

    def _connections(self, value: Value, service: str) -> set[ast.AST | None]:
        return {atom.connection for atom in botos(value) if self._is_client(atom.cls, service)}

    def _holds_only(self, value: Value, wanted: set[ast.AST | None], service: str) -> bool:
        found = self._connections(value, service)
        return bool(found) and found == wanted and len(botos(value)) == len(value - {Other.NONE, Other.UNKNOWN})

    def _is_certain(
        self, candidate: _Candidate, value: Value, wanted: set[ast.AST | None], place: ast.AST, module: ModuleFile
    ) -> bool:
        if len(wanted) == 1 and all(self._is_fixed(connection) for connection in wanted):
            return True
        if candidate.text.startswith("self."):
            return True
        function = _enclosing_function(place, module)
        births = [atom.birth for atom in botos(value)]
        return bool(births) and all(
            birth is not None
            and _enclosing_function(birth, module) is function
            and _starts_with(birth, candidate.text)
            and not _rebound_between(candidate.text, birth, place, module)
            for birth in births
        )

    def _is_fixed(self, connection: ast.AST | None) -> bool:
        """True when every connection made at this place is as good as any other made there."""
        if not isinstance(connection, ast.Call):
            return False
        module = self._module_of(connection)
        if module is not None and _enclosing_function(connection, module) is None and not _in_loop(connection, module):
            return True
        arguments = [*connection.args, *(keyword.value for keyword in connection.keywords)]
        return all(isinstance(argument, ast.Constant) for argument in arguments)

    def _module_of(self, node: ast.AST) -> ModuleFile | None:
        for module in self._analysis.program.modules.values():
            if node in module.parents:
                return module
        return None

    def _candidates(self, place: ast.AST, service: str, module: ModuleFile) -> Iterator[_Candidate]:
        """Expressions that may hold a connection of `service`, the nearest first."""
        for statement, name, atom in self.hoisted.values():
            around = _chain_of_blocks(place, module)
            if client_service(atom.cls.partition(".")[0]) == service and (
                statement in around or _dominates(statement, place, module)
            ):
                yield _Candidate(name, frozenset({atom}))
        scope: Scope | None = self._analysis.scopes[_enclosing_scope(place, module)]
        innermost = True
        while scope is not None:
            handed = self.handed.get((scope.node, service))
            if handed is not None:
                yield _Candidate(*handed)
            names = {} if isinstance(scope.node, ast.ClassDef) and not innermost else self._names(scope)
            visible = [
                (name, value)
                for name, value in names.items()
                if not innermost or _bound_before(name, scope, place, module)
            ]
            for name, value in visible:
                if self._connections(value, service):
                    yield _Candidate(name, value)
            for name, value in sorted(visible, key=lambda pair: pair[0] != "self"):
                yield from self._members(name, value, service, 2)
            scope, innermost = scope.outer, False

    def _names(self, scope: Scope) -> dict[str, Value]:
        own = [arg.arg for arg in parameters(scope.node.args)] if isinstance(scope.node, _FunctionNode) else []
        ordered = [*own, *sorted(scope.names - set(own))]
        return {name: self._analysis.facts.read(facts.variable(scope.node, name), None) for name in ordered}

    def _members(self, text: str, value: Value, service: str, depth: int) -> Iterator[_Candidate]:
        objects = [atom for atom in value if not isinstance(atom, Other)]
        if len(objects) != 1:
            return
        (atom,) = objects
        for name, inner in self._attributes_of(atom):
            if self._connections(inner, service):
                yield _Candidate(f"{text}.{name}", inner)
        if depth > 1:
            for name, inner in self._attributes_of(atom):
                if any(isinstance(deeper, Instance) for deeper in inner):
                    yield from self._members(f"{text}.{name}", inner, service, depth - 1)

    def _attributes_of(self, atom: object) -> Iterator[tuple[str, Value]]:
        if isinstance(atom, Module):
            module = self._analysis.program.modules[atom.key]
            yield from self._names(self._analysis.scopes[module.tree]).items()
            return
        if not isinstance(atom, Instance):
            return
        for cls in self._family(atom.node):
            for name, value in sorted(self._attributes[cls].items()):
                methods = [inner for inner in value if isinstance(inner, Function)]
                if not methods:
                    yield name, value
                for method in methods:
                    if not isinstance(method.node, ast.Lambda) and decorators(method.node) & {
                        "property",
                        "cached_property",
                    }:
                        yield name, self._analysis.facts.read(facts.returned(method.node), None)

    def _family(self, cls: ast.ClassDef) -> Iterator[ast.ClassDef]:
        seen: set[ast.AST] = set()
        queue = [cls]
        while queue:
            current = queue.pop(0)
            if current in seen:
                continue
            seen.add(current)
            yield current
            for atom in self._analysis.facts.read(facts.bases(current), None):
                node = getattr(atom, "node", None)
                if isinstance(node, ast.ClassDef):
                    queue.append(node)


def _is_path(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def _enclosing_scope(place: ast.AST, module: ModuleFile) -> ast.Module | ast.ClassDef | _FunctionNode:
    node: ast.AST | None = module.parents.get(place)
    while node is not None:
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return node
        node = module.parents.get(node)
    return module.tree


def _enclosing_function(place: ast.AST, module: ModuleFile) -> ast.AST | None:
    scope = _enclosing_scope(place, module)
    while isinstance(scope, ast.Lambda):
        scope = _enclosing_scope(scope, module)
    return None if isinstance(scope, ast.Module) else scope


def _chain_of_blocks(node: ast.AST, module: ModuleFile) -> list[ast.AST]:
    chain = [node]
    while (parent := module.parents.get(chain[-1])) is not None:
        chain.append(parent)
    return chain


def _dominates(statement: ast.AST, place: ast.AST, module: ModuleFile) -> bool:
    """True when `statement` surely ran before `place`: it stands before it in one of the blocks around it."""
    around = _chain_of_blocks(place, module)
    if statement in around:
        return False
    parent = module.parents.get(statement)
    if parent not in around:
        return False
    inside = around[around.index(parent) - 1]
    for block in ("body", "orelse", "finalbody"):
        statements = getattr(parent, block, [])
        if isinstance(statements, list) and statement in statements and inside in statements:
            return bool(statements.index(statement) < statements.index(inside))
    # `with`, `for` and `except` bind what their bodies see; a `try` body has run when its `else` runs.
    return False


def _bound_before(name: str, scope: Scope, place: ast.AST, module: ModuleFile) -> bool:
    """True when `name` is surely bound when `place` runs: a parameter, or by a statement that ran before."""
    if isinstance(scope.node, _FunctionNode) and any(arg.arg == name for arg in parameters(scope.node.args)):
        return True
    around = _chain_of_blocks(place, module)
    for ancestor in around:
        if isinstance(ancestor, ast.For | ast.AsyncFor) and _binds(ancestor.target, name):
            if place not in _nodes(ancestor.iter):
                return True
            continue
        if isinstance(ancestor, ast.With | ast.AsyncWith) and any(
            item.optional_vars is not None and _binds(item.optional_vars, name) for item in ancestor.items
        ):
            return True
        if isinstance(ancestor, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) and any(
            _binds(generator.target, name) for generator in ancestor.generators
        ):
            return True
    own_body = ast.walk(scope.node)
    binders = [node for node in own_body if isinstance(node, ast.stmt) and _statement_binds(node, name)]
    if any(_dominates(binder, place, module) for binder in binders):
        return True
    return _bound_on_all_ways(name, binders, place, module)


def _bound_on_all_ways(name: str, binders: list[ast.stmt], place: ast.AST, module: ModuleFile) -> bool:
    """True when an `if` before `place` binds the name on each of its ways, or a `try` does."""
    for binder in binders:
        compound: ast.AST | None = module.parents.get(binder)
        while isinstance(compound, ast.If | ast.Try | ast.With | ast.ExceptHandler):
            if _dominates(compound, place, module) and _always_binds(compound, name):
                return True
            compound = module.parents.get(compound)
    return False


def _always_binds(statement: ast.AST, name: str) -> bool:
    if isinstance(statement, ast.stmt) and _statement_binds(statement, name):
        return True
    if isinstance(statement, ast.If):
        return _block_binds(statement.body, name) and _block_binds(statement.orelse, name)
    if isinstance(statement, ast.With):
        return _block_binds(statement.body, name)
    if isinstance(statement, ast.Try):
        handled = all(_block_binds(handler.body, name) for handler in statement.handlers)
        return _block_binds(statement.finalbody, name) or (_block_binds(statement.body, name) and handled)
    return False


def _block_binds(block: list[ast.stmt], name: str) -> bool:
    """True when the block binds the name, or never gets to its end."""
    return any(
        _always_binds(statement, name)
        or isinstance(statement, ast.Return | ast.Raise | ast.Continue | ast.Break)
        or _is_exit(statement)
        for statement in block
    )


def _is_exit(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and ast.unparse(statement.value.func) in ("sys.exit", "exit", "quit", "os._exit")
    )


def _statement_binds(statement: ast.stmt, name: str) -> bool:
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets = [statement.target]
    elif isinstance(statement, ast.Import | ast.ImportFrom):
        return any((alias.asname or alias.name.partition(".")[0]) == name for alias in statement.names)
    elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return statement.name == name
    return any(_binds(target, name) for target in targets)


def _binds(target: ast.AST, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(target))


def _nodes(tree: ast.AST) -> set[ast.AST]:
    return set(ast.walk(tree))


def _in_loop(node: ast.AST, module: ModuleFile) -> bool:
    return any(
        isinstance(ancestor, ast.For | ast.While | ast.AsyncFor | ast.comprehension)
        for ancestor in _chain_of_blocks(node, module)
    )


def _starts_with(birth: ast.AST, text: str) -> bool:
    node: ast.AST | None = birth
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        if not isinstance(node, ast.Call) and ast.unparse(node) == text:
            return True
        arguments = [*node.args, *(k.value for k in node.keywords)] if isinstance(node, ast.Call) else []
        if any(isinstance(a, ast.Name | ast.Attribute) and ast.unparse(a) == text for a in arguments):
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    return isinstance(node, ast.Name) and node.id == text


def _rebound_between(text: str, birth: ast.AST, place: ast.AST, module: ModuleFile) -> bool:
    """True when the name may hold another connection at `place` than it held at `birth`."""
    name = text.partition(".")[0]
    function = _enclosing_scope(birth, module)
    binders = [
        node
        for node in ast.walk(function)
        if (isinstance(node, ast.stmt) and _statement_binds(node, name))
        or (isinstance(node, ast.For | ast.AsyncFor | ast.comprehension) and _binds(node.target, name))
    ]
    if len(binders) > 1:
        return True
    for binder in binders:
        loops = [
            ancestor
            for ancestor in _chain_of_blocks(binder, module)
            if isinstance(ancestor, ast.For | ast.While | ast.AsyncFor)
        ]
        around_place = _chain_of_blocks(place, module)
        if any(loop not in around_place for loop in loops):
            return True
    return False
