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
from codemods.inference.values import Boto, Descriptor, Function, Instance, Module, Other, Value, botos, join
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
    is_handed: bool = False
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
    receiver: ast.expr
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
            if (
                self._is_certain(candidate, value, wanted, place, module)
                or self._made_with(receiver, candidate.text, place, module)
                or self._comes_along(candidate.text, receiver, place, module)
            ):
                return self._reached(candidate, True, service)
        if fitting and not any(self._varies(connection) for connection in wanted):
            return self._reached(fitting[0], False, service)
        known = [c for c in near if self._connections(c.value, service)]
        if None in wanted and known and len({frozenset(self._connections(c.value, service)) for c in known}) == 1:
            return self._reached(known[0], False, service)
        self.failures.append(Failure(place, receiver, service, frozenset(wanted), module))
        raise OutOfReach(
            "several connections are in reach here, and it is not clear which one this object came from"
            if known
            else "no client of this object's connection is in reach here"
        )

    def at_call(
        self,
        call: ast.Call,
        subject: ast.expr | None,
        service: str,
        wanted: frozenset[ast.AST | None],
        module: ModuleFile,
    ) -> str | None:
        """The one expression at a call for a connection among `wanted`; None when there is none, or more than one.

        `subject` is the argument that came from the connection, as far as that is known.
        """
        fitting = [
            candidate
            for candidate in self._candidates(call, service, module)
            if (found := self._connections(candidate.value, service)) and (found <= wanted or None in wanted)
        ]
        if any(self._varies(connection) for connection in wanted):
            fitting = [c for c in fitting if subject is not None and self._made_with(subject, c.text, call, module)]
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
        """The connections of a value, none if it can be anything else of boto 2 as well (as in a cache for all)."""
        found = botos(value)
        return (
            {atom.connection for atom in found} if all(self._is_client(atom.cls, service) for atom in found) else set()
        )

    def _holds_only(self, value: Value, wanted: set[ast.AST | None], service: str) -> bool:
        found = self._connections(value, service)
        return bool(found) and found == wanted and _only_boto(value)

    def _is_certain(
        self, candidate: _Candidate, value: Value, wanted: set[ast.AST | None], place: ast.AST, module: ModuleFile
    ) -> bool:
        if len(wanted) == 1 and all(self._is_fixed(connection) for connection in wanted):
            return True
        if candidate.text.startswith("self.") or candidate.is_handed:
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

    def _varies(self, connection: ast.AST | None, depth: int = 4) -> bool:
        """Can this place make connections that differ: in a loop over regions, in a function of the region's name?

        Then a name that holds one of them may hold another one than the object came from.
        """
        module = self._module_of(connection) if connection is not None else None
        if module is None or not isinstance(connection, ast.Call) or depth == 0:
            return False
        parts = [connection.func, *connection.args, *(keyword.value for keyword in connection.keywords)]
        used = {node.id for part in parts for node in ast.walk(part) if isinstance(node, ast.Name)}
        for outer in around(connection, module)[1:]:
            if isinstance(outer, ast.For | ast.AsyncFor | ast.comprehension) and used & _stored(outer.target):
                return True
            if isinstance(outer, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) and any(
                used & _stored(generator.target) for generator in outer.generators
            ):
                return True
        function = enclosing_function(connection, module)
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            return False
        if not used & {arg.arg for arg in parameters(function.args)} - {"self", "cls"}:
            return False
        calls = list(self._analysis.callers.get(function, {}))
        if len({(*map(ast.dump, call.args), *map(ast.dump, call.keywords)) for call in calls}) > 1:
            return True
        return any(self._varies(call, depth - 1) for call in calls)

    def _comes_along(self, text: str, receiver: ast.expr, place: ast.AST, module: ModuleFile, depth: int = 3) -> bool:
        """True when all callers give the connection `text` together with an object that they got from it."""
        function = enclosing_function(place, module)
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) or depth == 0:
            return False
        calls = list(self._analysis.callers.get(function, {}))
        names = [arg.arg for arg in parameters(function.args)]
        given = self.parameter_of(receiver, function, module, besides=text)
        if not calls or text not in names or given is None or function in self._analysis.aliased:
            return False
        for call in calls:
            caller = self._module_of(call)
            connection, subject = (given_to(call, function, name) for name in (text, given))
            if caller is None or connection is None or subject is None or not is_path(connection):
                return False
            path = ast.unparse(connection)
            if not self._made_with(subject, path, call, caller) and not self._comes_along(
                path, subject, call, caller, depth - 1
            ):
                return False
        return True

    def _made_with(self, subject: ast.expr, path: str, place: ast.AST, module: ModuleFile) -> bool:
        """True when an object came from the connection that `path` names at `place`, in the same function."""
        here = enclosing_function(place, module)
        births = [atom.birth for atom in botos(self._analysis.type_of(subject))]
        return derives_from(subject, path, module) and not any(
            rebound_between(path, birth, place, module)
            for birth in births
            if birth is not None and birth in module.parents and enclosing_function(birth, module) is here
        )

    @staticmethod
    def parameter_of(
        receiver: ast.expr, function: ast.FunctionDef | ast.AsyncFunctionDef, module: ModuleFile, besides: str = ""
    ) -> str | None:
        """The parameter of `function` that an object came in with."""
        names = [arg.arg for arg in parameters(function.args) if arg.arg != besides]
        return next((name for name in names if derives_from(receiver, name, module)), None)

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
                yield _Candidate(*handed, is_handed=True)
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
                yield _Candidate(f"{text}.{name}", inner, made=made)
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
            yield from self._answered(cls)
            # A property that makes the connection when it is first asked for comes before the attribute that it fills.
            by_use = sorted(self._attributes[cls].items(), key=lambda pair: (Other.NONE in pair[1], pair[0]))
            for name, value in by_use:
                methods = [inner for inner in value if isinstance(inner, Function)]
                if not methods:
                    got = self._got(value)
                    yield (name, got, "property") if got else (name, value, "")
                for method in methods:
                    if isinstance(method.node, ast.Lambda):
                        continue
                    given = self._analysis.facts.read(facts.returned(method.node), None)
                    if decorators(method.node) & {"property", "cached_property"}:
                        yield name, given, "property"
                    elif self._is_lazy(method.node, cls):
                        yield f"{name}()", given, "method"

    def _answered(self, cls: ast.ClassDef) -> Iterator[tuple[str, Value, str]]:
        """What the program gets from the `__getattr__` of a class, by the names that it asks for."""
        for name, value in sorted(self._analysis.answered.get(cls, {}).items()):
            yield name, value, "property"

    def _got(self, value: Value) -> Value:
        """What reading an attribute gives where a decorator of the program's own made it of a method."""
        read = self._analysis.facts.read
        made = join(*(read(facts.called(atom.site), None) for atom in value if isinstance(atom, Descriptor)))
        methods = [atom.node for atom in made if isinstance(atom, Function)]
        return join(*(read(facts.returned(method), None) for method in methods))

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


def _stored(target: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def given_to(call: ast.Call, function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    """What a call gives for a parameter; None for what is not written there."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    names = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    if names[:1] == [name] and name in ("self", "cls"):
        return call.func.value if isinstance(call.func, ast.Attribute) else None
    position = names.index(name) if name in names else len(call.args)
    if names[:1] in (["self"], ["cls"]) and isinstance(call.func, ast.Attribute):
        position -= 1
    plain = not any(isinstance(argument, ast.Starred) for argument in call.args)
    return call.args[position] if plain and position < len(call.args) else None
