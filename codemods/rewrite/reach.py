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
from codemods.rewrite.order import (
    around,
    bound_before,
    derives_from,
    dominates,
    enclosing_function,
    enclosing_scope,
    in_loop,
    is_path,
    rebound_between,
)
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
    made: str = ""  # "property" or "method": what gives the connection also makes it when it is not there yet

    @property
    def doubt(self) -> int:
        """How much speaks against it: an attribute that is None until a property or a method has made it."""
        if self.made != "property" and Other.NONE in self.value:
            return 1 if self.made else 2
        return 1 if self.made == "method" else 0


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
        fitting.sort(key=lambda candidate: candidate.doubt)
        for candidate in fitting:
            if self._is_certain(candidate, value, wanted, place, module):
                return self._reached(candidate, True, service)
        if fitting:
            return self._reached(fitting[0], False, service)
        known = [c for c in near if self._connections(c.value, service)]
        if None in wanted and known and len({frozenset(self._connections(c.value, service)) for c in known}) == 1:
            return self._reached(known[0], False, service)
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
        return min(fitting, key=lambda candidate: candidate.doubt).text

    def _reached(self, candidate: _Candidate, certain: bool, service: str) -> Reached:
        cls = next(atom.cls for atom in botos(candidate.value) if self._is_client(atom.cls, service))
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
            if isinstance(node, ast.Name | ast.Attribute) and is_path(node):
                atoms = self._analysis.type_of(node)
                if self._connections(atoms, service) and _only_boto(atoms):
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
        return bool(found) and found == wanted and _only_boto(value)

    def _is_certain(
        self, candidate: _Candidate, value: Value, wanted: set[ast.AST | None], place: ast.AST, module: ModuleFile
    ) -> bool:
        if len(wanted) == 1 and all(self._is_fixed(connection) for connection in wanted):
            return True
        if candidate.text.startswith("self."):
            return True
        function = enclosing_function(place, module)
        births = [atom.birth for atom in botos(value)]
        return bool(births) and all(
            birth is not None
            and enclosing_function(birth, module) is function
            and derives_from(birth, candidate.text, module)
            and not rebound_between(candidate.text, birth, place, module)
            for birth in births
        )

    def _is_fixed(self, connection: ast.AST | None) -> bool:
        """True when every connection made at this place is as good as any other made there."""
        if not isinstance(connection, ast.Call):
            return False
        module = self._module_of(connection)
        if module is not None and enclosing_function(connection, module) is None and not in_loop(connection, module):
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
            blocks = around(place, module)
            if client_service(atom.cls.partition(".")[0]) == service and (
                statement in blocks or dominates(statement, place, module)
            ):
                yield _Candidate(name, frozenset({atom}))
        scope: Scope | None = self._analysis.scopes[enclosing_scope(place, module)]
        innermost = True
        while scope is not None:
            handed = self.handed.get((scope.node, service))
            if handed is not None:
                yield _Candidate(*handed)
            names = {} if isinstance(scope.node, ast.ClassDef) and not innermost else self._names(scope)
            visible = [
                (name, value)
                for name, value in names.items()
                if not innermost or bound_before(name, scope, place, module)
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
        for name, inner, made in self._attributes_of(atom):
            if self._connections(inner, service):
                yield _Candidate(f"{text}.{name}", inner, made)
        if depth > 1:
            for name, inner, _ in self._attributes_of(atom):
                if any(isinstance(deeper, Instance) for deeper in inner):
                    yield from self._members(f"{text}.{name}", inner, service, depth - 1)

    def _attributes_of(self, atom: object) -> Iterator[tuple[str, Value, str]]:
        if isinstance(atom, Module):
            module = self._analysis.program.modules[atom.key]
            for name, value in self._names(self._analysis.scopes[module.tree]).items():
                yield name, value, ""
            return
        if not isinstance(atom, Instance):
            return
        for cls in self._family(atom.node):
            for name, value in sorted(self._attributes[cls].items()):
                methods = [inner for inner in value if isinstance(inner, Function)]
                if not methods:
                    yield name, value, ""
                for method in methods:
                    if isinstance(method.node, ast.Lambda):
                        continue
                    given = self._analysis.facts.read(facts.returned(method.node), None)
                    if decorators(method.node) & {"property", "cached_property"}:
                        yield name, given, "property"
                    elif self._is_lazy(method.node, cls):
                        yield f"{name}()", given, "method"

    def _is_lazy(self, method: ast.FunctionDef | ast.AsyncFunctionDef, cls: ast.ClassDef) -> bool:
        """True for a method without arguments that keeps what it makes in an attribute: `def conn(self): ...`."""
        keeps = any(
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and any(isinstance(atom, Boto) for atom in self._attributes[cls].get(node.attr, frozenset()))
            for node in ast.walk(method)
        )
        plain = not method.decorator_list and isinstance(method, ast.FunctionDef)
        return plain and keeps and len(parameters(method.args)) == 1

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


def _only_boto(value: Value) -> bool:
    """True when nothing can arrive but boto 2 objects, as far as it is known."""
    return all(isinstance(atom, Boto | Other) for atom in value)
