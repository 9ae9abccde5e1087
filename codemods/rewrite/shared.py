"""`--config-module`: the `Config` constants and helpers of all files in one module, imported where they are needed."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from codemods.code import Helper, Import, Need, SharedConfig
from codemods.model import FileResult, Finding, Level
from codemods.rewrite.block import CONFIG_IMPORT, config_constants
from codemods.rewrite.draft import Draft
from codemods.rewrite.helpers import closure, imports_of
from codemods.rewrite.imports import import_lines
from codemods.settings import Settings

RULE = "config-module"
_INTRODUCTION = '"""The clients\' Config, and small helpers: what boto 2 did and boto3 leaves to its users."""\n'


def from_module(needs: Iterable[Need], draft: Draft) -> set[Need]:
    """The same needs, with helpers and constants imported from the shared module; unchanged without one."""
    module = draft.view.settings.config_module
    if not module:
        return set(needs)
    found: set[Need] = set()
    for need in needs:
        name = need.name
        match need:
            case Helper(function=function):
                given = draft.helper_name(function)
            case SharedConfig(service=service):
                given = draft.shared_config(service).text
            case _:
                found.add(need)
                continue
        found.add(Import(module, name, "" if given == name else given))
    return found


def shared_module(needs: Iterable[Need], settings: Settings, tops: list[str]) -> FileResult | None:
    """The shared module with all that the files need from it, added to what it has; None when nothing is needed."""
    wanted = {need for need in needs if isinstance(need, Helper | SharedConfig)}
    if not wanted:
        return None
    path = place_of(settings.config_module, tops)
    if not Path(path).parent.is_dir():
        message = f"there is no folder for the module {settings.config_module}; name one in a package that exists"
        return _failed(path, b"", message)
    try:
        before = Path(path).read_bytes() if Path(path).exists() else b""
        text = before.decode()
        after = _text(wanted, text, settings)
    except (OSError, ValueError, SyntaxError) as error:
        return _failed(path, b"", f"the module for Config and helpers cannot be extended: {error}")
    return FileResult(path, before, after.encode(), new=not before)


def place_of(module: str, tops: list[str]) -> str:
    """Where a module lies, seen from the first path of the run: below the folder that its top package lies in."""
    top = PurePosixPath(Path(tops[0] if tops else ".").as_posix())
    folder = top if Path(top).is_dir() else top.parent
    while (Path(folder) / "__init__.py").exists():
        folder = folder.parent
    return str(folder.joinpath(*module.split("."))) + ".py"


def _text(wanted: set[Helper | SharedConfig], text: str, settings: Settings) -> str:
    """The module's text with what is missing added at its end."""
    tree = ast.parse(text)
    present = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)} | {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    services = {need.service for need in wanted if isinstance(need, SharedConfig)} - {
        name.removesuffix("_CONFIG").lower() for name in present
    }
    sources = [
        source for source in closure(need for need in wanted if isinstance(need, Helper)) if source.name not in present
    ]
    if not sources and not services:
        return text
    imports = {need for source in sources for need in imports_of(source)} | ({CONFIG_IMPORT} if services else set())
    known = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    named = {
        (node.module, alias.name) for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    missing = {
        need for need in imports if (need.module, need.name) not in named and (need.name or need.module not in known)
    }
    constants = config_constants(sorted(services), settings.client_config)
    parts = ["\n".join(import_lines(missing)), "\n".join(constants), *(source.text for source in sources)]
    lead = text.rstrip("\n") + "\n" if text.strip() else _INTRODUCTION
    return lead + "".join(f"\n{'' if number < 2 else chr(10)}{part}\n" for number, part in enumerate(parts) if part)


def _failed(path: str, before: bytes, message: str) -> FileResult:
    return FileResult(path, before, before, findings=(Finding(path, 0, RULE, message, Level.ERROR),))
