"""cmp(), sort(cmp), sorted(x, cmp), and order between values of different types."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.kinds import Kind, kind
from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import MIXED_ORDER, Note

NUMBERS = frozenset({Kind.INT, Kind.FLOAT})


def sort_functions(module: Module) -> Iterator[Rewrite]:
    """A comparison function becomes key=functools.cmp_to_key(function); cmp itself is the usual order."""
    for call in module.calls():
        is_sorted = module.builtin(call.func, "sorted")
        if not is_sorted and getattr(call.func, "attr", "") != "sort":
            continue
        position = 1 if is_sorted else 0
        keyword = next((keyword for keyword in call.keywords if keyword.arg == "cmp"), None)
        positional = call.args[position] if len(call.args) == position + 1 else None
        function = keyword.value if keyword else positional
        if function is None or any(keyword.arg == "key" for keyword in call.keywords):
            continue
        none = isinstance(function, ast.Constant) and function.value is None
        if not keyword and not is_sorted and not none and not _compares(module, function):
            continue  # sort() of something that is no list: cursor.sort("name")
        where: ast.AST = keyword or function
        key = _key(module, function)
        if none:
            yield (module.replace(where, "key=None"),)
        elif key:
            yield (module.replace(where, f"key={key}"),)
        elif not module.builtin(function, "cmp"):
            text = f"key=functools.cmp_to_key({module.code(function)})"
            yield (module.replace(where, text), *module.importing("functools"))
        elif len(call.args) + len(call.keywords) == position + 1:
            start = module.span(call.args[0]).end if is_sorted else module.span(call.func).end + 1
            yield (module.overwrite(start, module.span(where).end, ""),)


def _key(module: Module, function: ast.expr) -> str:
    """`lambda a: f(a)` for a comparison `lambda a, b: cmp(f(a), f(b))`, nothing for any other."""
    if not isinstance(function, ast.Lambda) or len(function.args.args) != 2 or not isinstance(function.body, ast.Call):
        return ""
    first, second = (argument.arg for argument in function.args.args)
    call = function.body
    if not module.builtin(call.func, "cmp") or len(call.args) != 2:
        return ""
    one, other = (ast.dump(side) for side in call.args)
    names = [node.id for side in call.args for node in ast.walk(side) if isinstance(node, ast.Name)]
    if one.replace(f"id='{first}'", f"id='{second}'") != other or names.count(first) != names.count(second):
        return ""
    return f"lambda {first}: {module.code(call.args[0])}"


def _compares(module: Module, function: ast.expr) -> bool:
    """True for a lambda or a function of this file with two parameters, and for cmp."""
    if isinstance(function, ast.Lambda):
        return len(function.args.args) == 2
    if not isinstance(function, ast.Name):
        return False
    scope = module.scopes.meaning(function)
    if scope is None:
        return function.id == "cmp"
    bound = scope.bound[function.id]
    return any(isinstance(node, ast.FunctionDef) and len(node.args.args) == 2 for node in bound)


LAMBDA = "lambda a, b: (a > b) - (a < b)"


def comparisons(module: Module) -> Iterator[Rewrite | Note]:
    """cmp(a, b) to (a > b) - (a < b), and cmp as a value to a lambda; notes where different types are
    ordered.
    """
    for load in module.scopes.loads:
        if load.id != "cmp" or module.scopes.meaning(load) is not None:
            continue
        call = module.parents[load]
        if not isinstance(call, ast.Call) or call.func is not load:
            in_call = isinstance(call, ast.Call | ast.keyword | ast.Assign | ast.Return)
            yield (module.replace(load, LAMBDA if in_call else f"({LAMBDA})"),)
        elif len(call.args) == 2 and all(_readable_twice(side) for side in call.args):
            one, other = map(module.code, call.args)
            text = f"({one} > {other}) - ({one} < {other})"
            alone = isinstance(module.parents[call], ast.Return | ast.Assign | ast.Lambda | ast.Call | ast.keyword)
            yield (module.replace(call, text if alone else f"({text})"),)
        else:
            yield (module.replace(load, f"({LAMBDA})"),)
    for node in module.nodes:
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE):
            kinds = {_family(module, node.left), _family(module, node.comparators[0])}
            if len(kinds - {None}) == 2:
                yield module.note(node, MIXED_ORDER, module.brief(node))


def _readable_twice(node: ast.expr) -> bool:
    """True for names, attributes, constants, and subscripts and len() of those."""
    if isinstance(node, ast.Subscript):
        return _readable_twice(node.value) and _readable_twice(node.slice)
    if isinstance(node, ast.Attribute):
        return _readable_twice(node.value)
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("len", "int", "float", "str")
    ):
        return len(node.args) == 1 and not node.keywords and _readable_twice(node.args[0])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("lower", "upper"):
        return not node.args and _readable_twice(node.func.value)
    return isinstance(node, ast.Name | ast.Constant)


def _family(module: Module, node: ast.expr) -> str | None:
    """Values of one family can be ordered; None for a value that is not known."""
    if isinstance(node, ast.Constant) and node.value is None:
        return "none"
    found = kind(module, node)
    if found in NUMBERS:
        return "number"
    return found.value if found in (Kind.TEXT, Kind.BYTES) else None
