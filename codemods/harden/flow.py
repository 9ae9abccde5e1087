"""What boto3 objects the expressions of one file can hold: a small flow analysis, per name and not per path.

It follows assignments (also to `self` and through `global`), `with`, returns of the file's own functions, arguments
of calls inside the file, and aliases. What comes from outside is UNKNOWN, and a rule that edits wants none of it.
"""

from __future__ import annotations

import ast
import functools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import botocore.session

from codemods.harden.given import argument, default_of, fits, is_static
from codemods.harden.made import ANYTHING, NOTHING, UNKNOWN, Made, Values
from codemods.harden.makers import MAKERS, METHODS, TELLING
from codemods.inference.program import ModuleFile
from codemods.inference.scopes import Scope, ScopeNode, parameters, scopes_of

_DEPTH = 12
_STEPS = 2000  # of one question; what takes more is taken for unknown


@dataclass(frozen=True)
class _Binding:
    """One way in which a name gets its value: an expression, a parameter, an import, a definition, or else."""

    kind: str
    node: ast.AST | None = None
    text: str = ""


class Flow:
    """The analysis of one file."""

    def __init__(self, module: ModuleFile) -> None:
        self._module = module
        self.scopes: dict[ScopeNode, Scope] = scopes_of(module.tree)
        self._bindings: defaultdict[tuple[ast.AST, str], list[_Binding]] = defaultdict(list)
        self._attributes: defaultdict[tuple[ast.ClassDef, str], list[ast.expr]] = defaultdict(list)
        self._calls: defaultdict[str, list[ast.Call]] = defaultdict(list)
        self._active: set[ast.AST] = set()
        self._known: dict[ast.AST, Values] = {}
        self._dotted: dict[ast.AST, str] = {}
        self._steps = 0
        self.imported_packages: set[str] = set()
        for node in ast.walk(module.tree):
            self._bind(node)

    # -- reading the tree

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.Import(names=names):
                for alias in names:
                    self.imported_packages.add(alias.name.partition(".")[0])
                    bound = alias.asname or alias.name.partition(".")[0]
                    path = alias.name if alias.asname else bound
                    self._add(node, bound, _Binding("import", node, path))
            case ast.ImportFrom(module=source, names=names, level=level):
                self.imported_packages.add((source or "").partition(".")[0] if not level else "")
                for alias in names:
                    dotted = f"{'.' * level}{source or ''}.{alias.name}"
                    self._add(node, alias.asname or alias.name, _Binding("import", node, dotted))
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._assign(target, value)
            case ast.NamedExpr(target=target, value=value):
                self._assign(target, value)
            case ast.AugAssign(target=target):
                self._assign(target, None)
            case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
                self._assign(target, value)
            case ast.For(target=target) | ast.AsyncFor(target=target) | ast.comprehension(target=target):
                self._assign(target, None)
            case ast.ExceptHandler(name=str(name)):
                self._add(node, name, _Binding("other"))
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                self._add(node, name, _Binding("definition", node))
                if not isinstance(node, ast.ClassDef):
                    for arg in parameters(node.args):
                        self._bindings[node, arg.arg].append(_Binding("parameter", node, arg.arg))
            case ast.Lambda(args=args):
                for arg in parameters(args):
                    self._bindings[node, arg.arg].append(_Binding("other"))
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                self._calls[name].append(node)
            case _:
                pass

    def _assign(self, target: ast.expr, value: ast.expr | None) -> None:
        match target:
            case ast.Name(id=name):
                self._add(target, name, _Binding("value", value) if value is not None else _Binding("other"))
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=attr) if value is not None:
                owner = self._class_around(target)
                if owner is not None:
                    self._attributes[owner, attr].append(value)
            case ast.Tuple(elts=targets) | ast.List(elts=targets):
                given = value.elts if isinstance(value, ast.Tuple | ast.List) else []
                for number, each in enumerate(targets):
                    self._assign(each, given[number] if len(given) == len(targets) else None)
            case ast.Starred(value=inner):
                self._assign(inner, None)
            case _:
                pass

    def _add(self, node: ast.AST, name: str, binding: _Binding) -> None:
        scope = self.scope_of(node).owner(name)
        if scope is not None:
            self._bindings[scope.node, name].append(binding)

    def scope_of(self, node: ast.AST) -> Scope:
        """The scope that `node` stands in; a definition stands in the one around it."""
        current = self._module.parents.get(node)
        child = node
        while current is not None:
            inside = not isinstance(current, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or (
                child in current.body
            )
            if isinstance(current, ScopeNode) and inside:
                return self.scopes[current]
            child, current = current, self._module.parents.get(current)
        return self.scopes[self._module.tree]

    def _class_around(self, node: ast.AST) -> ast.ClassDef | None:
        current = self._module.parents.get(node)
        while current is not None and not isinstance(current, ast.ClassDef):
            current = self._module.parents.get(current)
        return current

    def bindings(self, name: ast.Name) -> list[_Binding]:
        """All that a name is bound to, wherever in its scope."""
        scope = self.scope_of(name).owner(name.id)
        return self._bindings[scope.node, name.id] if scope is not None else []

    def meanings(self, name: str, node: ast.AST) -> set[str]:
        """What a name means at `node`, as dotted names of imports; other meanings are shown as `other`."""
        scope = self.scope_of(node).owner(name)
        bindings = self._bindings[scope.node, name] if scope is not None else []
        return {binding.text if binding.kind == "import" else "other" for binding in bindings}

    def home(self, name: ast.Name) -> ast.AST | None:
        """The node whose scope a name lives in: the module, a function, a class."""
        scope = self.scope_of(name).owner(name.id)
        return scope.node if scope is not None else None

    # -- questions

    def dotted(self, node: ast.expr) -> str:
        """The full dotted name of an expression that leads to an import: `boto3.client`; "" for others."""
        if node in self._dotted:
            return self._dotted[node]
        self._dotted[node] = found = self._find_dotted(node)
        return found

    def _find_dotted(self, node: ast.expr) -> str:
        match node:
            case ast.Name():
                found = {binding.text for binding in self.bindings(node) if binding.kind == "import"}
                return found.pop() if len(found) == 1 else ""
            case ast.Attribute(value=value, attr=attr):
                base = self.dotted(value)
                return f"{base}.{attr}" if base else ""
            case _:
                return ""

    def literal(self, node: ast.expr | None) -> object:
        """The constant that an expression is, directly or through names that are only ever given that; else None."""
        for _ in range(_DEPTH):
            if isinstance(node, ast.Constant):
                return node.value
            if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
                inner = self.literal(node.operand)
                return -inner if isinstance(inner, int | float) else None
            if isinstance(node, ast.BinOp):
                left, right = self.literal(node.left), self.literal(node.right)
                if isinstance(node.op, ast.Mult) and isinstance(left, int | float) and isinstance(right, int | float):
                    return left * right
                return None
            if not isinstance(node, ast.Name):
                return None
            bindings = self.bindings(node)
            if len(bindings) != 1 or bindings[0].kind != "value" or not isinstance(bindings[0].node, ast.expr):
                return None
            node = bindings[0].node
        return None

    def values(self, node: ast.expr) -> Values:
        """All that an expression can hold. A None beside it does not count."""
        if node in self._known:
            return self._known[node]
        if node in self._active:
            return NOTHING
        outermost = not self._active
        self._steps = 0 if outermost else self._steps + 1
        if self._steps > _STEPS:
            return ANYTHING
        self._active.add(node)
        try:
            found = self._values(node)
        finally:
            self._active.discard(node)
        if outermost:
            self._known[node] = found
        return found

    def only(self, node: ast.expr, *kinds: str) -> frozenset[Made]:
        """What an expression holds when all of it is of these kinds; nothing otherwise."""
        found = self.values(node)
        return found if found and all(made.kind in kinds for made in found) else NOTHING

    def service(self, node: ast.expr, *kinds: str) -> str:
        """The one service whose client (or resource, ...) an expression holds; "" when that is not certain."""
        services = {made.service for made in self.only(node, *(kinds or ("client",)))}
        return services.pop() if len(services) == 1 else ""

    def own_functions(self, node: ast.expr) -> list[ast.AST]:
        """The definitions of this file that an expression names: by name, or as a method of any class."""
        match node:
            case ast.Name():
                return [b.node for b in self.bindings(node) if b.kind == "definition" and b.node is not None]
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=attr):
                owner = self._class_around(node)
                methods = owner.body if owner is not None else []
                return [m for m in methods if isinstance(m, ast.FunctionDef | ast.AsyncFunctionDef) and m.name == attr]
            case _:
                return []

    def calls_of(self, name: str) -> list[ast.Call]:
        """All calls of something with this name."""
        return self._calls[name]

    def _values(self, node: ast.expr) -> Values:
        match node:
            case ast.Constant(value=None):
                return NOTHING
            case ast.Name():
                return self._of_name(node)
            case ast.Attribute():
                return self._of_attribute(node)
            case ast.Call():
                return self._of_call(node)
            case ast.IfExp(body=body, orelse=orelse):
                return self.values(body) | self.values(orelse)
            case ast.BoolOp(values=parts):
                return self._join(parts)
            case ast.NamedExpr(value=value):
                return self.values(value)
            case ast.Await():
                return ANYTHING
            case _:
                return ANYTHING

    def _join(self, nodes: Iterable[ast.expr]) -> Values:
        found: Values = NOTHING
        for node in nodes:
            found |= self.values(node)
        return found

    def _of_name(self, node: ast.Name) -> Values:
        bindings = self.bindings(node)
        found: Values = NOTHING if bindings else ANYTHING
        for binding in bindings:
            if binding.kind == "value" and isinstance(binding.node, ast.expr):
                found |= self.values(binding.node)
            elif binding.kind == "parameter" and isinstance(binding.node, ast.FunctionDef | ast.AsyncFunctionDef):
                found |= self._of_parameter(binding.node, binding.text)
            elif binding.kind == "definition" and isinstance(binding.node, ast.ClassDef):
                found |= frozenset({Made("class", node=binding.node)})
            else:
                found |= ANYTHING
        return found

    def _of_parameter(self, function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Values:
        """What the file's own calls hand to a parameter, with its default."""
        positional = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
        owner = self._module.parents.get(function)
        if isinstance(owner, ast.ClassDef) and positional[:1] == [name]:
            return frozenset({Made("instance", node=owner)})
        shift = 1 if isinstance(owner, ast.ClassDef) and not is_static(function) else 0
        called = owner.name if isinstance(owner, ast.ClassDef) and function.name == "__init__" else function.name
        calls = self._calls[called]
        annotated = self._annotated(function, name)
        if annotated:
            return annotated
        default = default_of(function, name)
        found = self.values(default) if default is not None else NOTHING
        if not calls:
            return found | ANYTHING
        for call in calls:
            given = argument(call, name, positional.index(name) - shift if name in positional else -1)
            found |= self.values(given) if given is not None else NOTHING
            if any(isinstance(arg, ast.Starred) for arg in call.args) or any(k.arg is None for k in call.keywords):
                found |= ANYTHING
        return found

    def _annotated(self, function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Values:
        """What a hint of mypy-boto3 says: `client: S3Client`."""
        hint = next((arg.annotation for arg in parameters(function.args) if arg.arg == name), None)
        if hint is None:
            return NOTHING
        dotted = self.dotted(hint)
        if dotted.startswith(("mypy_boto3_", "types_boto3_")) and dotted.endswith("Client"):
            service = dotted.partition(".")[0].removeprefix("mypy_boto3_").removeprefix("types_boto3_")
            return frozenset({Made("client", service.replace("_", "-"))})
        return NOTHING

    def _of_attribute(self, node: ast.Attribute) -> Values:
        if node.attr == "client" and isinstance(node.value, ast.Attribute) and node.value.attr == "meta":
            bases = self.values(node.value.value)
            if all(base.kind in ("resource", "resource_object", "client") for base in bases) and bases:
                return frozenset(Made("client", base.service, base.node) for base in bases)
            return ANYTHING
        found: Values = NOTHING
        for base in self.values(node.value):
            if base.kind in ("instance", "class") and isinstance(base.node, ast.ClassDef):
                found |= self._of_class_attribute(base.node, node.attr)
            else:
                found |= ANYTHING
        return found

    def _of_class_attribute(self, owner: ast.ClassDef, attr: str) -> Values:
        expressions = [
            *self._attributes[owner, attr],
            *(b.node for b in self._bindings[owner, attr] if b.kind == "value" and isinstance(b.node, ast.expr)),
        ]
        prop = [b.node for b in self._bindings[owner, attr] if b.kind == "definition"]
        found = self._join(expressions) if expressions or prop else ANYTHING
        for node in prop:
            if isinstance(node, ast.FunctionDef) and any("property" in ast.unparse(d) for d in node.decorator_list):
                found |= self._returned(node)
            else:
                found |= ANYTHING
        return found

    def _of_call(self, node: ast.Call) -> Values:
        dotted = self.dotted(node.func)
        if dotted in MAKERS:
            kind = MAKERS[dotted]
            service = self._service_argument(node) if kind in ("client", "resource") else ""
            return frozenset({Made(kind, service, node)})
        if isinstance(node.func, ast.Attribute) and not dotted:
            found: Values = NOTHING
            for base in self.values(node.func.value):
                found |= self._of_method(base, node, node.func.attr)
            return found
        found = NOTHING
        for definition in self.own_functions(node.func):
            if isinstance(definition, ast.ClassDef):
                found |= frozenset({Made("instance", node=definition)})
            else:
                found |= self._returned(definition)
        return found or ANYTHING

    def _of_method(self, base: Made, node: ast.Call, method: str) -> Values:
        kind = METHODS.get((base.kind, method))
        if kind in ("client", "resource"):
            return frozenset({Made(kind, self._service_argument(node), node)})
        if kind is not None:
            return frozenset({Made(kind, base.service, node)})
        if base.kind == "client":
            return frozenset({Made("response", base.service, node, method)})
        if base.kind in ("resource", "resource_object") and method[:1].isupper():
            return frozenset({Made("resource_object", base.service, node, method)})
        if base.kind == "likely_client":
            return frozenset({Made("likely_response", base.service, node, method)})
        if base is UNKNOWN and method == "client" and self._service_argument(node) in _services():
            return frozenset({Made("likely_client", self._service_argument(node), node)})
        if base is UNKNOWN and method in TELLING and fits(node, TELLING[method], method):
            return frozenset({Made("likely_response", TELLING[method], node, method)})
        if base.kind in ("instance", "class") and isinstance(base.node, ast.ClassDef):
            found: Values = NOTHING
            for binding in self._bindings[base.node, method]:
                found |= self._returned(binding.node) if binding.kind == "definition" else ANYTHING
            return found or ANYTHING
        return ANYTHING

    def _returned(self, node: ast.AST | None) -> Values:
        if not isinstance(node, ast.FunctionDef):
            return ANYTHING
        if self.scopes[node].is_generator:
            return ANYTHING
        found: Values = NOTHING
        for inner in ast.walk(node):
            own = isinstance(inner, ast.Return) and self.scope_of(inner).node is node
            if own and isinstance(inner, ast.Return) and inner.value is not None:
                found |= self.values(inner.value)
        return found

    def _service_argument(self, node: ast.Call) -> str:
        given = argument(node, "service_name", 0)
        service = self.literal(given)
        return service if isinstance(service, str) else ""


@functools.cache
def _services() -> frozenset[str]:
    return frozenset(botocore.session.get_session().get_available_services())
