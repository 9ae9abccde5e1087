"""The Config constants and helper functions that a migrated file gets, and where they stand."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from codemods.code import Helper, Import, Need, SharedConfig
from codemods.inference.program import HasModule
from codemods.model import Edit, Span
from codemods.rewrite.draft import Draft
from codemods.rewrite.helpers import HelperSource, closure, imports_of, renamed
from codemods.rewrite.slim import slim
from codemods.settings import ClientConfig

CONFIG_IMPORT = Import("botocore.config", "Config")


def config_lines(needs: Iterable[Need], draft: Draft) -> list[str]:
    """The `Config` constants of the services in `needs`, as lines; what S3 adds is merged into the general one."""
    services = sorted({need.service for need in needs if isinstance(need, SharedConfig)})
    lines: list[str] = []
    config = draft.imported(CONFIG_IMPORT.module, CONFIG_IMPORT.name).text
    general = ""
    for service in services:
        name = draft.shared_config(service).text
        if general:
            lines.append(f'{name} = {general}.merge({config}(signature_version="s3v4"))' if service == "s3" else "")
            continue
        lines += _constant(name, config, service, draft.view.settings.client_config)
        general = name
    return [line for line in lines if line]


def config_constants(services: Iterable[str], config: ClientConfig) -> list[str]:
    """The `Config` constants of services for a module of their own."""
    lines: list[str] = []
    for service in services:
        if lines:
            lines += [""]
        lines += _constant(SharedConfig(service).name, CONFIG_IMPORT.bound, service, config)
    return lines


def _constant(name: str, maker: str, service: str, config: ClientConfig) -> list[str]:
    return [
        f"{name} = {maker}(",
        *(['    signature_version="s3v4",'] if service == "s3" else []),
        f"    connect_timeout={config.connect_timeout},",
        f"    read_timeout={config.read_timeout},",
        f'    retries={{"total_max_attempts": {config.total_max_attempts}, "mode": "{config.retry_mode}"}},',
        ")",
    ]


def helper_block(needs: Iterable[Need], draft: Draft, file: ast.Module) -> tuple[list[str], set[Import]]:
    """The texts of all helpers, named as this file has them, and the imports that they need.

    `file` is what the file will be without them: how it calls them decides how short they can be.
    """
    sources = closure(need for need in needs if isinstance(need, Helper))
    names = {source.name: _name_of(source, draft) for source in sources}
    there = {source.name for source in sources if names[source.name] in draft.names.existing_helpers}
    sources = [source for source in slim(sources, file, names) if source.name not in there]
    hidden = {name for source in sources for name in source.uses if draft.names.hides_builtin(name)}
    names.update({name: f"builtins.{name}" for name in hidden})
    imports = {need.bound: draft.names.imported(need) for source in sources for need in imports_of(source)}
    names.update({name: need.bound for name, need in imports.items()})
    builtin = {Import("builtins")} if hidden else set()
    return [renamed(source, names) for source in sources], {*imports.values(), *builtin}


def _name_of(source: HelperSource, draft: Draft) -> str:
    present = draft.names.existing_helpers.get(source.name)
    if present is not None and present.strip() == source.text.strip():
        return source.name
    return draft.names.free(source.name, "aws")


def with_local_imports(text: str, imports: Iterable[Import]) -> str:
    """A helper that imports what it uses when it is called: for files that import boto 2 only inside functions."""
    tree = ast.parse(text)
    definition = tree.body[0]
    if not isinstance(definition, ast.FunctionDef):
        return text
    used = {node.id for node in ast.walk(definition) if isinstance(node, ast.Name)}
    wanted = sorted(need.statement for need in imports if need.bound in used)
    first = definition.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    after = (first.end_lineno or first.lineno) if is_docstring else first.lineno - 1
    lines = text.splitlines()
    return "\n".join([*lines[:after], *(f"    {statement}" for statement in wanted), *lines[after:]])


def section_end(draft: HasModule, anchor: ast.stmt | None) -> int:
    """The offset after the imports that `anchor` belongs to (or that lead the file), at the start of a line."""
    body = draft.module.tree.body
    source = draft.module.source
    last: ast.stmt | None = None
    for statement in body:
        if anchor is not None and statement.lineno < anchor.lineno:
            last = statement
            continue
        if statement is anchor or _is_import_like(statement) or (last is None and _is_docstring(statement)):
            last = statement
        else:
            break
    if last is None:
        return _after_comments(draft)
    line = last.end_lineno or last.lineno
    return source.line_starts[line] if line < len(source.line_starts) else len(source.text)


def _after_comments(draft: HasModule) -> int:
    """Past a shebang line and a coding cookie, for a file that starts with code."""
    source = draft.module.source
    offset = 0
    for number, start in enumerate(source.line_starts[:2], 1):
        content = source.line_text(number)
        if content.startswith("#!") or ("coding" in content and content.startswith("#")):
            offset = source.line_starts[number] if number < len(source.line_starts) else start + len(content)
    return offset


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_import_like(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return True
    if isinstance(statement, ast.Try | ast.If):
        return any(isinstance(node, ast.Import | ast.ImportFrom) for node in statement.body)
    return False


def insertion(draft: HasModule, offset: int, imports: list[str], config: list[str], helpers: list[str]) -> Edit | None:
    """One edit that puts imports, constants and helpers at `offset`, with the blank lines of PEP 8 around them."""
    newline = draft.module.source.newline
    before, after = draft.text[:offset], draft.text[offset:]
    sections = ["\n".join(config)] if config else []
    sections += helpers
    if not imports and not sections:
        return None
    start = "" if not before or before.endswith(("\n", "\r")) else newline
    text = "".join(f"{line}{newline}" for line in imports)
    if sections:
        gap = newline * 2 if helpers else newline
        parts = [part.replace("\n", newline) + newline for part in sections]
        if config and len(parts) > 1:
            text += newline + parts[0] + "".join(newline * 2 + part for part in parts[1:])
        else:
            text += "".join(gap + part for part in parts)
        following = after[: len(after) - len(after.lstrip("\r\n"))].count("\n")
        wanted = 2 if helpers else 1
        if after.strip():
            text += newline * max(0, wanted - following)
    elif after.strip() and not before.strip():
        text += newline
    return Edit(Span(offset, offset), start + text)
