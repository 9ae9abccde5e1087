"""Settings that the program made in boto 2's own configuration: `boto.config.set("Boto", "num_retries", "5")`.

They held for every connection, so the Config of every client takes them over, where all such calls of a program agree.
Credentials that it set once go to the environment, which boto 2 asked before its configuration (boto/provider.py).
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from codemods.catalog.config import set_option
from codemods.catalog.schema import Remove, Rewrite
from codemods.code import Code, code
from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.values import Atom, BotoMethod, literals_of
from codemods.rewrite.origins import Origins
from codemods.rewrite.render import Renderer
from codemods.settings import ClientConfig, Settings

RULE = "config.Config.set"
_NOTE = "boto3 reads no such setting: the Config of every client has it now"
_NUMBERS = frozenset({"num_retries", "http_socket_timeout"})
_VARIABLES = {"aws_access_key_id": "AWS_ACCESS_KEY_ID", "aws_secret_access_key": "AWS_SECRET_ACCESS_KEY"}
_IN_ENVIRONMENT = (
    "boto3 takes credentials from the environment, which had the first word in boto 2, too; now it also wins over "
    "~/.aws/credentials"
)


@dataclass(frozen=True)
class _Setting:
    """A call of `boto.config.set` as a statement: what it sets, and to which number where one is known."""

    call: ast.Call
    module: ModuleFile
    option: str
    value: ast.expr
    number: int | None = None


def configured(analysis: Analysis, settings: Settings) -> tuple[Settings, frozenset[ast.Call]]:
    """The settings with what the program sets itself, and the calls that have nothing to do any more."""
    found: defaultdict[str, list[_Setting]] = defaultdict(list)
    for one in _settings(analysis):
        found[one.option].append(one)
    agreed = [made for option, made in found.items() if option in _NUMBERS and len({one.number for one in made}) == 1]
    config = settings.client_config
    for made in agreed:
        if made[0].number is not None:
            config = _with(config, made[0].option, made[0].number)
    absorbed = {one.call for made in agreed for one in made if one.number is not None}
    credentials = [found[option] for option in _VARIABLES if option in found]
    if all(len(made) == 1 and _is_done_once(made[0]) and not _is_read(made[0].call, analysis) for made in credentials):
        absorbed |= {made[0].call for made in credentials}
    return (replace(settings, client_config=config) if absorbed else settings), frozenset(absorbed)


def sets_credentials(absorbed: frozenset[ast.Call], analysis: Analysis) -> bool:
    """Do some of the calls that were taken over put credentials into the environment?"""
    return any(one.call in absorbed and one.option in _VARIABLES for one in _settings(analysis))


def absorbed_setting(node: ast.Call, renderer: Renderer) -> Code | None:
    """A call whose value the Config of every client has taken over, or the environment."""
    if node not in renderer.draft.view.absorbed:
        return None
    option, value = _argument(node, 1, "option"), _argument(node, 2, "value")
    assert option is not None and value is not None
    variable = next((_VARIABLES[name] for name in literals_of(renderer.type_of(option)) if name in _VARIABLES), None)
    if variable is not None:
        module, given = renderer.draft.imported("os"), renderer.render(value)
        made = code(f'{module}.environ.setdefault("{variable}", {given})', module, given)
        outcome = Rewrite(made, _IN_ENVIRONMENT)
        return renderer.settle(node, "boto.config.set", "config", RULE, outcome, is_name=True)
    if not _is_read(node, renderer.draft.view.analysis):
        return renderer.settle(node, "boto.config.set", "config", RULE, Remove(note=_NOTE), is_name=True)
    assert isinstance(node.func, ast.Attribute)
    use = renderer.use(node, "set", node.func.value, renderer.draft.view.catalog.classes["config.Config"])
    given_all = [renderer.render(argument) for argument in (*node.args, *(one.value for one in node.keywords))]
    made = set_option(use, *given_all)
    return renderer.settle(node, "boto.config.set", "config", RULE, Rewrite(made, _NOTE), is_name=True)


def _is_done_once(one: _Setting) -> bool:
    """Is this at the top of a module, in no loop?"""
    node: ast.AST | None = one.call
    while node is not None:
        node = one.module.parents.get(node)
        if isinstance(node, ast.For | ast.While | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            return False
    return True


def _is_read(call: ast.Call, analysis: Analysis) -> bool:
    """Does the program ask its configuration for what a call sets, or for what is known only at run time?"""
    option = _argument(call, 1, "option")
    assert option is not None
    names = literals_of(analysis.type_of(option))
    for module in analysis.program.modules.values():
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call):
                continue
            methods = {atom.name for atom in analysis.type_of(node.func) if _is_config(atom)}
            if methods & {"items", "options", "write", "dump"}:
                return True
            if len(node.args) < 2:
                continue
            name = node.args[1]
            if methods - {"set"} and not (isinstance(name, ast.Constant) and name.value not in names):
                return True
    return False


def _is_config(atom: Atom) -> TypeGuard[BotoMethod]:
    return isinstance(atom, BotoMethod) and atom.owner.cls == "config.Config"


def _with(config: ClientConfig, option: str, value: int) -> ClientConfig:
    if option == "num_retries":  # boto 2 counted the attempts after the first one
        return replace(config, total_max_attempts=value + 1)
    return replace(config, connect_timeout=value, read_timeout=value)


def _settings(analysis: Analysis) -> Iterator[_Setting]:
    """The calls that set what boto 2 obeyed and boto3 can be told."""
    origins = Origins(analysis)
    for module in analysis.program.modules.values():
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or not isinstance(module.parents.get(node), ast.Expr):
                continue
            methods = [atom for atom in analysis.type_of(node.func) if isinstance(atom, BotoMethod)]
            if not methods or any((one.owner.cls, one.name) != ("config.Config", "set") for one in methods):
                continue
            given = [_argument(node, index, name) for index, name in enumerate(("section", "option", "value"))]
            if len(node.args) + len(node.keywords) != 3 or None in given:
                continue
            texts = [_constant(part, module, origins) for part in given if part is not None]
            value = given[2]
            assert value is not None
            if texts[0] == "Boto" and texts[1] in _NUMBERS:
                number = int(str(texts[2])) if str(texts[2]).isdigit() else None
                yield _Setting(node, module, str(texts[1]), value, number)
            elif texts[0] == "Credentials" and texts[1] in _VARIABLES:
                yield _Setting(node, module, str(texts[1]), value)


def _argument(call: ast.Call, index: int, name: str) -> ast.expr | None:
    if index < len(call.args):
        return None if isinstance(call.args[index], ast.Starred) else call.args[index]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _constant(node: ast.expr, module: ModuleFile, origins: Origins) -> object:
    """The constant that an expression is, as it stands or by a name; None for anything else."""
    values = {
        one.node.value if isinstance(one.node, ast.Constant) and not one.way else None
        for one in origins.of(node, module)
    }
    return values.pop() if len(values) == 1 else None
