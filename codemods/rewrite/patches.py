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
from codemods.inference.values import BotoName
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
    """`patch.object(boto, "connect_s3")`: a module or class of boto 2 and the name of a member."""
    if _called(node) not in _BY_OBJECT or len(node.args) < 2 or not isinstance(node.args[1], ast.Constant):
        return None
    owner, name = node.args[0], node.args[1]
    owners = [atom.name for atom in renderer.type_of(owner) if isinstance(atom, BotoName)]
    if len(owners) != 1 or not isinstance(name.value, str):
        return None
    dotted = f"{owners[0]}.{name.value}"
    connector = connector_named(dotted, renderer)
    if connector is None:
        renderer.flag(node, dotted, "tests", RULE, _OF_A_METHOD)
        return None
    module = renderer.draft.imported("boto3")
    func = renderer.render(node.func)
    rest = [renderer.render(argument) for argument in node.args[2:]]
    named = [(keyword.arg, renderer.render(keyword.value)) for keyword in node.keywords]
    texts = [module.text, quoted(_maker(connector, renderer)), *(part.text for part in rest)]
    texts += [f"{name}={part}" if name else f"**{part.term}" for name, part in named]
    made = code(f"{func.operand}({', '.join(texts)})", func, module, *rest, *(part for _, part in named))
    return renderer.settle(node, dotted, "tests", RULE, Rewrite(made), is_name=True)


def _maker(connector: Connector, renderer: Renderer) -> str:
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


def is_connection(target: Target, renderer: Renderer) -> bool:
    """True for what makes connections, or holds what does."""
    return connector_named(target.dotted, renderer) is not None or _is_module(target, renderer)


def _is_module(target: Target, renderer: Renderer) -> bool:
    catalog = renderer.draft.view.catalog
    return catalog.is_module(target.dotted) and catalog.class_named(target.dotted) is None


def _outcome(target: Target, renderer: Renderer) -> Outcome:
    if (connector := connector_named(target.dotted, renderer)) is not None:
        return Rewrite(Code(quoted(target.place(f"boto3.{_maker(connector, renderer)}"))))
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
