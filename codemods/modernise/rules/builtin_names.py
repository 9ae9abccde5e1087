"""Builtins that were renamed or moved: unicode, basestring, long, xrange, raw_input, file, reduce, ..."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import DECODED_TEXT, ENCODED_TEXT, REMOVED, Note

RENAMED: dict[str, str] = {
    "StandardError": "Exception",
    "basestring": "str",
    "buffer": "memoryview",
    "intern": "sys.intern",
    "long": "int",
    "raw_input": "input",
    "reduce": "functools.reduce",
    "reload": "importlib.reload",
    "unichr": "chr",
    "unicode": "str",
    "xrange": "range",
}
"""Old name, and what stands for it. A dotted one is imported."""


def builtin_names(module: Module) -> Iterator[Rewrite | Note]:
    """Rename builtins where no variable has their name."""
    for load in module.scopes.loads:
        if module.scopes.meaning(load) is not None:
            continue
        if load.id in RENAMED:
            yield from _renamed(module, load)
        elif load.id == "file":
            yield from _file(module, load)
        elif load.id in ("coerce", "execfile", "apply") and not _is_callee(module, load):
            yield module.note(load, REMOVED, load.id)
    for call in module.calls():
        if module.builtin(call.func, "apply"):
            yield from _apply(module, call)
        elif module.builtin(call.func, "execfile"):
            yield from _execfile(module, call)
        elif module.builtin(call.func, "coerce"):
            yield module.note(call, REMOVED, "coerce")


def _renamed(module: Module, load: ast.Name) -> Iterator[Rewrite | Note]:
    """One use of a renamed builtin."""
    new = RENAMED[load.id]
    around = module.parents[load]
    if isinstance(around, ast.Tuple) and load in around.elts and _type_tuple(module, around):
        yield from _types(module, around)
        return
    owner = new.partition(".")[0] if "." in new else ""
    if not owner and module.scope(load).find(new) is not None:
        new, owner = f"builtins.{new}", "builtins"  # a variable has the name: def f(str): ...
    yield (module.replace(load, new), *(module.importing(owner) if owner else ()))
    if load.id == "unicode" and isinstance(around, ast.Call):
        if around.func is load and len(around.args) + len(around.keywords) > 1 and not _guarded(module, around):
            yield module.note(around, DECODED_TEXT, module.brief(around))
        yield from _encodes(module, around)


def _type_tuple(module: Module, node: ast.Tuple) -> bool:
    """True for a tuple of plain names, at least two of which will be the same builtin: (str, unicode)."""
    if not all(isinstance(item, ast.Name) for item in node.elts) or "#" in module.code(node):
        return False
    names = [RENAMED.get(item.id, item.id) for item in node.elts if isinstance(item, ast.Name)]
    return len(set(names)) < len(names) and not any("." in name or module.scope(node).find(name) for name in names)


def _types(module: Module, node: ast.Tuple) -> Iterator[Rewrite]:
    """(str, unicode) is str for isinstance, and (str,) anywhere else."""
    names = list(dict.fromkeys(RENAMED.get(item.id, item.id) for item in node.elts if isinstance(item, ast.Name)))
    call = module.parents[node]
    check = isinstance(call, ast.Call) and module.builtin(call.func, "isinstance", "issubclass")
    text = ", ".join(names)
    if len(names) > 1 or not check:
        text = f"({text})" if len(names) > 1 else f"({text},)"
    yield (module.replace(node, text),)


def _guarded(module: Module, call: ast.Call) -> bool:
    """True when an `if` around the call asks for the type of what is decoded."""
    tests = [module.code(node.test) for node in module.ancestors(call) if isinstance(node, ast.If | ast.IfExp)]
    return bool(call.args) and any(f"isinstance({module.code(call.args[0])}" in test for test in tests)


def _encodes(module: Module, check: ast.Call) -> Iterator[Note]:
    """`if isinstance(x, unicode): x = x.encode(...)`: the test is true for every text now."""
    branch = module.parents[check]
    if not module.builtin(check.func, "isinstance") or not isinstance(branch, ast.If | ast.IfExp):
        return
    name = module.code(check.args[0])
    body = branch.body if isinstance(branch.body, list) else [branch.body]
    for node in (inner for statement in body for inner in ast.walk(statement)):
        if isinstance(node, ast.Attribute) and node.attr == "encode" and module.code(node.value) == name:
            yield module.note(node, ENCODED_TEXT, f"{name}.encode()")


def _file(module: Module, load: ast.Name) -> Iterator[Rewrite]:
    """file(...) opens, isinstance(x, file) asks for any file object."""
    around = module.parents[load]
    if isinstance(around, ast.Call) and around.func is load:
        if module.scope(load).find("open") is None:
            yield (module.replace(load, "open"),)
    elif not isinstance(around, ast.Attribute):
        yield (module.replace(load, "io.IOBase"), *module.importing("io"))


def _is_callee(module: Module, load: ast.Name) -> bool:
    around = module.parents[load]
    return isinstance(around, ast.Call) and around.func is load


def _apply(module: Module, call: ast.Call) -> Iterator[Rewrite]:
    """apply(f, a, k) to f(*a, **k)."""
    if call.keywords or any(isinstance(arg, ast.Starred) for arg in call.args) or not 1 <= len(call.args) <= 3:
        return
    function, *rest = call.args
    parts = [f"{stars}{module.code(arg)}" for stars, arg in zip(("*", "**"), rest, strict=False)]
    yield (module.replace(call, f"{module.operand(function)}({', '.join(parts)})"),)


def _execfile(module: Module, call: ast.Call) -> Iterator[Rewrite]:
    """execfile(f, g) to exec(compile(open(f, "rb").read(), f, "exec"), g); bytes, so that a coding line
    counts.
    """
    if call.keywords or not call.args:
        return
    name, *spaces = map(module.code, call.args)
    arguments = "".join(f", {space}" for space in spaces)
    yield (module.replace(call, f'exec(compile(open({name}, "rb").read(), {name}, "exec"){arguments})'),)
