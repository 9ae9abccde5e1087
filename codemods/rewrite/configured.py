"""Settings that the program made in boto 2's own configuration: `boto.config.set("Boto", "num_retries", "5")`.

They held for every connection, so the Config of every client takes them over, where all such calls of a program agree.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeGuard

from codemods.catalog.config import set_option
from codemods.catalog.schema import Remove, Rewrite
from codemods.code import Code
from codemods.inference.frame import Analysis
from codemods.inference.values import Atom, BotoMethod
from codemods.rewrite.render import Renderer
from codemods.settings import ClientConfig, Settings

RULE = "config.Config.set"
_NOTE = "boto3 reads no such setting: the Config of every client has it now"


def configured(analysis: Analysis, settings: Settings) -> tuple[Settings, frozenset[ast.Call]]:
    """The settings with what the program sets itself, and the calls that have nothing to do any more."""
    found: defaultdict[str, list[tuple[ast.Call, int]]] = defaultdict(list)
    for call, option, value in _calls(analysis):
        found[option].append((call, value))
    agreed = {option: calls for option, calls in found.items() if len({value for _, value in calls}) == 1}
    config = settings.client_config
    for option, calls in agreed.items():
        config = _with(config, option, calls[0][1])
    absorbed = frozenset(call for calls in agreed.values() for call, _ in calls)
    return (replace(settings, client_config=config) if absorbed else settings), absorbed


def absorbed_setting(node: ast.Call, renderer: Renderer) -> Code | None:
    """A call whose value the Config of every client has taken over."""
    if node not in renderer.draft.view.absorbed:
        return None
    if not _is_read(node, renderer.draft.view.analysis):
        return renderer.settle(node, "boto.config.set", "config", RULE, Remove(note=_NOTE), is_name=True)
    assert isinstance(node.func, ast.Attribute)
    use = renderer.use(node, "set", node.func.value, renderer.draft.view.catalog.classes["config.Config"])
    given = [renderer.render(argument) for argument in node.args]
    made = set_option(use, *given)
    return renderer.settle(node, "boto.config.set", "config", RULE, Rewrite(made, _NOTE), is_name=True)


def _is_read(call: ast.Call, analysis: Analysis) -> bool:
    """Does the program ask its configuration for what a call sets, or for what is known only at run time?"""
    option = call.args[1]
    assert isinstance(option, ast.Constant)
    for module in analysis.program.modules.values():
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            methods = {atom.name for atom in analysis.type_of(node.func) if _is_config(atom)}
            name = node.args[1]
            if methods - {"set"} and not (isinstance(name, ast.Constant) and name.value != option.value):
                return True
    return False


def _is_config(atom: Atom) -> TypeGuard[BotoMethod]:
    return isinstance(atom, BotoMethod) and atom.owner.cls == "config.Config"


def _with(config: ClientConfig, option: str, value: int) -> ClientConfig:
    if option == "num_retries":  # boto 2 counted the attempts after the first one
        return replace(config, total_max_attempts=value + 1)
    return replace(config, connect_timeout=value, read_timeout=value)


def _calls(analysis: Analysis) -> Iterator[tuple[ast.Call, str, int]]:
    """The calls that set a number that boto 2 obeyed, with the option and the number."""
    for module in analysis.program.modules.values():
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or not isinstance(module.parents.get(node), ast.Expr):
                continue
            methods = [atom for atom in analysis.type_of(node.func) if isinstance(atom, BotoMethod)]
            if not methods or any((one.owner.cls, one.name) != ("config.Config", "set") for one in methods):
                continue
            literals = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            if len(literals) != 3 or literals[0] != "Boto" or literals[1] not in ("num_retries", "http_socket_timeout"):
                continue
            if str(literals[2]).isdigit():
                yield node, str(literals[1]), int(str(literals[2]))
