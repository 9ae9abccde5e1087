"""The string module's functions, which are methods since Python 2.0 and nothing else since 3.0."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite

METHODS = frozenset(
    """capitalize center count expandtabs find index ljust lower lstrip replace rfind rindex rjust rsplit
    rstrip split
    strip swapcase translate upper zfill""".split()
)
RENAMED = {"splitfields": "split", "joinfields": "join"}


def string_functions(module: Module) -> Iterator[Rewrite]:
    """string.upper(s) to s.upper(), string.join(words, sep) to sep.join(words)."""
    for call in module.calls():
        owner, _, name = (module.imported(call.func) or "").rpartition(".")
        name = RENAMED.get(name, name)
        if owner != "string" or call.keywords or any(isinstance(argument, ast.Starred) for argument in call.args):
            continue
        if name == "join" and 1 <= len(call.args) <= 2:
            separator = module.operand(call.args[1]) if len(call.args) == 2 else '" "'
            yield (module.replace(call, f"{separator}.join({module.code(call.args[0])})"),)
        elif name in METHODS and call.args:
            rest = ", ".join(map(module.code, call.args[1:]))
            yield (module.replace(call, f"{module.operand(call.args[0])}.{name}({rest})"),)
