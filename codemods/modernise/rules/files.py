"""Ways to open a file that Python 3 refuses."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.kinds import file_mode
from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import REMOVED, UNBUFFERED, Note


def file_modes(module: Module) -> Iterator[Rewrite | Note]:
    """open(f, "rU"): universal newlines are the default. open(f, "w", 0): only bytes can go unbuffered."""
    for call in module.calls():
        if module.callee(call) not in ("open", "os.fdopen"):
            continue
        mode = next((argument for argument in _arguments(call, 1, "mode")), None)
        if isinstance(mode, ast.Constant) and isinstance(mode.value, str) and "U" in mode.value:
            text = module.code(mode).replace("U", "")
            if not any(letter in mode.value for letter in "rwa"):
                text = text.replace(text[-1], text[-1] + "r", 1)
            yield (module.replace(mode, text),)
        for buffering in _arguments(call, 2, "buffering", "bufsize"):
            if isinstance(buffering, ast.Constant) and buffering.value == 0 and "b" not in file_mode(call):
                yield (module.replace(buffering, "1"),)
                yield module.note(buffering, UNBUFFERED)


def _arguments(call: ast.Call, position: int, *names: str) -> list[ast.expr]:
    """An argument, by position or by name."""
    return call.args[position : position + 1] + [word.value for word in call.keywords if word.arg in names]


def parser_files(module: Module) -> Iterator[Rewrite | Note]:
    """parser.readfp(f) to parser.read_file(f) in files that use configparser and define no readfp
    themselves.
    """
    own = any(isinstance(node, ast.FunctionDef) and node.name == "readfp" for node in module.nodes)
    uses = any(
        "configparser" in (getattr(node, "module", None), *(alias.name for alias in node.names))
        for node in module.nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
    )
    for node in module.nodes:
        if uses and isinstance(node, ast.Attribute) and node.attr == "readfp":
            if own:
                yield module.note(node, REMOVED, "readfp")
            else:
                end = module.span(node).end
                yield (module.overwrite(end - len("readfp"), end, "read_file"),)
