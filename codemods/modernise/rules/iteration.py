"""What gave lists in Python 2: dict.keys() and friends, map, filter, zip, range; and dict.iteritems() and
friends.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import FILTER_TYPE, MAP_PADDING, REMOVED, Note
from codemods.modernise.rules.consumption import Shape, needs_list

VIEWS = frozenset({"keys", "values", "items"})
VIEW_OF = {f"{kind}{name}": name for kind in ("iter", "view") for name in VIEWS}


def dict_iterators(module: Module) -> Iterator[Rewrite | Note]:
    """d.iteritems() to d.items(), in iter() where the iterator itself is wanted (`.next()`, a variable)."""
    own = {node.name for node in module.nodes if isinstance(node, ast.FunctionDef)}
    for node in module.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in VIEW_OF or not isinstance(node.ctx, ast.Load):
            continue
        new, around = VIEW_OF[node.attr], module.parents[node]
        call = around if isinstance(around, ast.Call) and around.func is node else None
        if (call and (call.args or call.keywords)) or (node.attr in own and new not in own):
            continue
        if _defines(module, node, new):  # def items(self): return list(self.iteritems())
            if node.attr not in own:
                yield module.note(node, REMOVED, module.brief(node))
            continue
        end = module.span(node).end
        rename = module.overwrite(end - len(node.attr), end, new)
        if call and node.attr.startswith("iter") and _is_kept(module, call):
            yield (rename, *module.wrap(call, "iter("))
        else:
            yield (rename,)


def _defines(module: Module, node: ast.Attribute, name: str) -> bool:
    """True when `node` stands in the method `name` of the same object."""
    function = module.scope(node).function.node
    is_self = isinstance(node.value, ast.Name) and node.value.id == "self"
    return is_self and isinstance(function, ast.FunctionDef) and function.name == name


def _is_kept(module: Module, call: ast.expr) -> bool:
    """True when the iterator is not simply gone through where it stands."""
    around = module.parents[call]
    if isinstance(around, ast.For | ast.comprehension | ast.Starred):
        return False
    if isinstance(around, ast.Call) and call in around.args:
        return isinstance(around.func, ast.Name) and around.func.id == "next"
    return True


def lists(module: Module) -> Iterator[Rewrite | Note]:
    """list(...) around what gave a list, where the code around it may need one."""
    for call in module.calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr in VIEWS and not call.args and not call.keywords:
            shape = Shape.VIEW
        elif module.builtin(call.func, "map", "filter", "zip"):
            if _is_constructor(module, call):
                continue
            yield from _notes(module, call)
            shape = Shape.ITERATOR
            if module.builtin(call.func, "map") and isinstance(call.args[0], ast.Constant):
                yield from _map_none(module, call)
                continue
        elif module.builtin(call.func, "range"):
            shape = Shape.RANGE
        else:
            continue
        if needs_list(module, call, shape):
            yield module.wrap(call, "list(")


def _is_constructor(module: Module, call: ast.Call) -> bool:
    """True for a call that Python 2's function would refuse."""
    return not call.args and not module.builtin(call.func, "zip")


def _map_none(module: Module, call: ast.Call) -> Iterator[Rewrite]:
    """map(None, x) copied x; with several sequences it was zip to the longest."""
    rest = ", ".join(map(module.code, call.args[1:]))
    if len(call.args) == 2:
        yield (module.replace(call, f"list({rest})"),)
    elif len(call.args) > 2:
        yield (module.replace(call, f"list(itertools.zip_longest({rest}))"), *module.importing("itertools"))


def _notes(module: Module, call: ast.Call) -> Iterator[Note]:
    """What list(...) cannot restore."""
    if module.builtin(call.func, "map") and len(call.args) > 2 and not isinstance(call.args[0], ast.Constant):
        yield module.note(call, MAP_PADDING)
    if module.builtin(call.func, "filter") and len(call.args) == 2:
        sequence = call.args[1]
        if (
            isinstance(sequence, ast.Tuple)
            or (isinstance(sequence, ast.Constant) and isinstance(sequence.value, str))
            or module.code(call.args[0]).startswith("str.")
        ):
            yield module.note(call, FILTER_TYPE)
