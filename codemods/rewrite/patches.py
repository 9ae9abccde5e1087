"""Targets of mock.patch and its like that name boto 2: `patch("app.boto.connect_s3")`, `patch.object(boto, ...)`."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods.catalog.connections import Connector
from codemods.catalog.schema import Flag, Helped, Outcome, Rewrite
from codemods.code import Code, HelperFunction, code
from codemods.inference import facts
from codemods.inference.program import ROOT, ModuleFile
from codemods.inference.stand_ins import is_test_module
from codemods.inference.values import NOTHING, BotoName, Class, Function, Instance, Module, Value, botos, join
from codemods.rewrite.connections import connector_named
from codemods.rewrite.helpers import source_of
from codemods.rewrite.names import Names
from codemods.rewrite.render import Renderer
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted

RULE = "tests.patch"
_BY_TEXT = frozenset({"patch", "setattr", "delattr", "patch_object", "replace", "fudge", "with_patched"})
_BY_OBJECT = frozenset({"object", "setattr", "delattr", "patch_object", "stub", "StubOutWithMock"})
_OF_A_METHOD = (
    "boto3 makes the methods of clients at run time: put a double in the place of the client (boto3.client), use "
    "botocore.stub.Stubber, or patch botocore.client.BaseClient._make_api_call"
)
_GONE = "the migrated code has no such name; put the double in the place of what stands there now"


@dataclass(frozen=True)
class Target:
    """What a target names: a boto 2 name, and the module of the program that is looked into for it, if any."""

    dotted: str
    prefix: str = ""
    module: ModuleFile | None = None

    def place(self, name: str) -> str:
        """The target for a name in the same module."""
        return f"{self.prefix}.{name}" if self.prefix else name


def patched_text(node: ast.Constant, renderer: Renderer) -> Code | None:
    """A target that is written as a string."""
    call = renderer.draft.parent(node)
    if not isinstance(node.value, str) or not isinstance(call, ast.Call) or call.args[:1] != [node]:
        return None
    target = find_target(node.value, renderer) if _called(call) in _BY_TEXT else None
    if target is None:
        return None
    outcome = _outcome(target, renderer)
    return renderer.settle(node, target.dotted, "tests", RULE, outcome)


def patched_object(node: ast.Call, renderer: Renderer) -> Code | None:
    """`patch.object(boto, "connect_s3")`, `patch.object(module, "S3Connection")`: an owner and the name of a member."""
    if _called(node) not in _BY_OBJECT or len(node.args) < 2 or not isinstance(node.args[1], ast.Constant):
        return None
    target = _member_of(node.args[0], node.args[1].value, renderer)
    if target is None:
        return None
    connector = connector_named(target.dotted, renderer)
    if connector is not None:
        module = _boto3_of(node.args[0], target, renderer)
        place = [module, Code(quoted(maker_of(connector, renderer)))]
    elif target.module is not None and _is_module(target, renderer):
        place = [renderer.render(node.args[0]), Code(quoted("boto3"))]
    else:
        renderer.flag(node, target.dotted, "tests", RULE, _GONE if target.module is not None else _OF_A_METHOD)
        return _looked_up_late(node, target, renderer)
    func = renderer.render(node.func)
    parts = [*place, *(renderer.render(argument) for argument in node.args[2:])]
    named = [(keyword.arg, renderer.render(keyword.value)) for keyword in node.keywords]
    texts = [part.text for part in parts]
    texts += [f"{name}={part}" if name else f"**{part.term}" for name, part in named]
    made = code(f"{func.operand}({', '.join(texts)})", func, *parts, *(part for _, part in named))
    return renderer.settle(node, target.dotted, "tests", RULE, Rewrite(made), is_name=True)


def _looked_up_late(node: ast.Call, target: Target, renderer: Renderer) -> Code | None:
    """`patch.object(Key, "delete")` as `patch("boto.s3.key.Key.delete")`: boto 2 is needed when the test runs only."""
    is_patch = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).rpartition(".")[2] == "patch"
    if target.module is not None or not is_patch or not isinstance(node.func, ast.Attribute):
        return None
    func = renderer.render(node.func.value)
    rest = map(renderer.draft.segment, (*node.args[2:], *node.keywords))
    return code(f"{func.operand}({', '.join([quoted(target.dotted), *rest])})", func)


def _member_of(owner: ast.expr, name: object, renderer: Renderer) -> Target | None:
    """What a member of boto 2's, or of a module of the program that imports it from there, is."""
    value = renderer.type_of(owner)
    owners = [atom for atom in value if isinstance(atom, BotoName | Module)]
    if len(owners) != 1 or not isinstance(name, str):
        return None
    if isinstance(owners[0], BotoName):
        return Target(f"{owners[0].name}.{name}")
    analysis = renderer.draft.view.analysis
    module = analysis.program.modules[owners[0].key]
    held = analysis.facts.read(facts.variable(module.tree, name), None)
    names = [atom.name for atom in held if isinstance(atom, BotoName)]
    return Target(names[0], module.name, module) if len(names) == 1 == len(held) else None


def _boto3_of(owner: ast.expr, target: Target, renderer: Renderer) -> Code:
    """The module boto3, as the owner knows it where it is a module of the program."""
    if target.module is None:
        return renderer.draft.imported("boto3")
    inner = renderer.render(owner)
    return code(f"{inner.operand}.boto3", inner)


def maker_of(connector: Connector, renderer: Renderer) -> str:
    """The function of boto3 that makes what a connection becomes."""
    return "resource" if renderer.draft.view.styles.is_resource(client_service(connector.service)) else "client"


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def find_target(text: str, renderer: Renderer) -> Target | None:
    """The boto 2 name that a dotted text means, itself or through a module of the program."""
    parts = text.split(".")
    if not all(part.isidentifier() for part in parts) or len(parts) < 2:
        return None
    if parts[0] == ROOT:
        return Target(text)
    analysis = renderer.draft.view.analysis
    for count in range(len(parts) - 1, 0, -1):
        module = analysis.program.find(".".join(parts[:count]), renderer.draft.module)
        if module is None:
            continue
        value = analysis.facts.read(facts.variable(module.tree, parts[count]), None)
        names = [atom.name for atom in value if isinstance(atom, BotoName)]
        if len(names) != 1 or len(value) != 1:
            return None
        return Target(".".join([names[0], *parts[count + 1 :]]), ".".join(parts[:count]), module)
    return None


def target_of(node: ast.expr, renderer: Renderer) -> Target | None:
    """What `patch("module.name")` or `patch.object(module, "name")` names of boto 2."""
    if not isinstance(node, ast.Call) or not node.args:
        return None
    called, first = _called(node), node.args[0]
    if called in _BY_TEXT and isinstance(first, ast.Constant) and isinstance(first.value, str):
        return find_target(first.value, renderer)
    if called in _BY_OBJECT and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
        return _member_of(first, node.args[1].value, renderer)
    return None


def replaced_by(node: ast.Call) -> ast.expr | None:
    """What a `patch(...)` puts there, or calls in its place, where it says so."""
    called = _called(node)
    own = 2 if called in _BY_OBJECT and not (node.args and isinstance(node.args[0], ast.Constant)) else 1
    if called not in _BY_TEXT | _BY_OBJECT:
        return None
    named = [keyword.value for keyword in node.keywords if keyword.arg in ("new", "side_effect", "value")]
    return next(iter((*node.args[own:], *named)), None)


def gives_boto2(node: ast.expr, renderer: Renderer) -> bool:
    """True for a `patch(...)` that replaces what gives boto 2's objects in the program: a function, a variable."""
    if not isinstance(node, ast.Call) or not node.args:
        return False
    value = _replaced(node, renderer)
    read = renderer.draft.view.analysis.facts.read
    given = [read(facts.returned(atom.node), None) for atom in value if isinstance(atom, Function)]
    return any(botos(each) for each in (value, *given))


def _replaced(node: ast.Call, renderer: Renderer) -> Value:
    """What a `patch(...)` of something of the program's own takes the place of."""
    called, first = _called(node), node.args[0]
    if called in _BY_OBJECT and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
        return _members(renderer.type_of(first), str(node.args[1].value), renderer)
    if called not in _BY_TEXT or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return NOTHING
    parts = first.value.split(".")
    for count in range(len(parts) - 1, 0, -1):
        module = renderer.draft.view.analysis.program.find(".".join(parts[:count]), renderer.draft.module)
        if module is not None:
            value: Value = frozenset({Module(module.key)})
            for name in parts[count:]:
                value = _members(value, name, renderer)
            return value
    return NOTHING


def _members(owner: Value, name: str, renderer: Renderer) -> Value:
    """What a member of a module or class of the program can be."""
    analysis = renderer.draft.view.analysis
    abouts: list[facts.Key] = []
    for atom in owner:
        if isinstance(atom, Module):
            abouts.append(facts.variable(analysis.program.modules[atom.key].tree, name))
        elif isinstance(atom, Class | Instance):
            abouts += [facts.attribute(atom.node, name), facts.variable(atom.node, name)]
    return join(NOTHING, *(analysis.facts.read(about, None) for about in abouts))


def is_connection(target: Target, renderer: Renderer) -> bool:
    """True for what makes connections, or holds what does."""
    return connector_named(target.dotted, renderer) is not None or _is_module(target, renderer)


def _is_module(target: Target, renderer: Renderer) -> bool:
    catalog = renderer.draft.view.catalog
    return catalog.is_module(target.dotted) and catalog.class_named(target.dotted) is None


def _outcome(target: Target, renderer: Renderer) -> Outcome:
    if (connector := connector_named(target.dotted, renderer)) is not None:
        return Rewrite(Code(quoted(target.place(f"boto3.{maker_of(connector, renderer)}"))))
    if _is_module(target, renderer) and target.module is not None:
        return Rewrite(Code(quoted(target.place("boto3"))))
    catalog = renderer.draft.view.catalog
    found = catalog.function(target.dotted)
    if found is not None and isinstance(found[1], Helped):
        place = _helper_place(target, found[1].helper, renderer)
        return Rewrite(Code(quoted(place))) if place else Flag(_GONE)
    if catalog.class_named(target.dotted.rpartition(".")[0]) is not None:
        return Flag(_OF_A_METHOD)
    return Flag(_GONE)


def _helper_place(target: Target, helper: HelperFunction, renderer: Renderer) -> str:
    """Where the helper stands that does the work of a function of boto 2; nothing unless that is one module."""
    analysis = renderer.draft.view.analysis
    if target.module is not None:
        return target.place(Names(target.module).helper(helper, source_of(helper)))
    users = [
        module
        for module in analysis.program.modules.values()
        if not is_test_module(module)
        and any(
            isinstance(node, ast.Name | ast.Attribute) and BotoName(target.dotted) in analysis.type_of(node)
            for node in ast.walk(module.tree)
        )
    ]
    if len(users) != 1:
        return ""
    return f"{users[0].name}.{Names(users[0]).helper(helper, source_of(helper))}"
