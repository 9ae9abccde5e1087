"""Does the code around an expression need a list, or does anything that can be iterated do?"""

from __future__ import annotations

import ast
import enum

from codemods.modernise.module import Module

CONSUMERS = frozenset("all any bytearray dict frozenset list max min set sorted sum tuple".split())
"""Builtins that go through their first argument at once and keep nothing of it."""

CONSUMING_METHODS = frozenset("extend join update union intersection difference issubset issuperset".split())

READERS = frozenset("get has_key keys values items iterkeys itervalues iteritems copy __contains__".split())
"""Methods that change nothing in a dict or list."""


class Shape(enum.Enum):
    """What stands where Python 2 had a list."""

    VIEW = "view"  # dict.keys(): has a length and a truth value, can be iterated again
    RANGE = "range"  # as a view, and can be indexed
    ITERATOR = "iterator"  # map, filter, zip: can be iterated once, is always true


def needs_list(module: Module, node: ast.expr, shape: Shape) -> bool:
    """True unless the place of `node` surely takes `shape` as it took the list."""
    around = module.parents[node]
    if isinstance(around, ast.For) and around.iter is node:
        return shape is not Shape.RANGE and _may_change(module, node, around)
    if isinstance(around, ast.comprehension):
        return False
    if isinstance(around, ast.Call) and node in around.args:
        return not _consumed(module, around, node, shape)
    if isinstance(around, ast.Assign) and around.value is node:
        return not all(isinstance(target, ast.Tuple | ast.List) for target in around.targets)
    if isinstance(around, ast.Starred) or (isinstance(around, ast.Expr) and shape is not Shape.ITERATOR):
        return False
    if isinstance(around, ast.Compare) and isinstance(around.ops[0], ast.In | ast.NotIn):
        return around.left is node
    if shape is Shape.ITERATOR:
        return True
    if isinstance(around, ast.Subscript) and around.value is node:
        return shape is not Shape.RANGE or isinstance(around.slice, ast.Slice)
    return not _is_test(around, node)


def _consumed(module: Module, call: ast.Call, node: ast.expr, shape: Shape) -> bool:
    """True when `call` goes through its argument `node` and forgets it."""
    func = call.func
    if isinstance(func, ast.Attribute):
        # Several sequences in one call may be read in step, or the method be somebody's own.
        return func.attr in CONSUMING_METHODS and len(call.args) == 1 and not call.keywords
    if module.builtin(func, *CONSUMERS):
        return call.args[0] is node and (len(call.args) == 1 or not module.builtin(func, "max", "min"))
    if module.builtin(func, "reduce"):
        return call.args[0] is not node
    if module.builtin(func, "len"):
        return shape is not Shape.ITERATOR
    if module.builtin(func, "enumerate"):
        return not needs_list(module, call, Shape.ITERATOR)  # it reads later: what happens to it decides
    if module.builtin(func, "reversed"):
        return shape is Shape.RANGE
    if (module.imported(func) or "").startswith("itertools."):
        return True
    # These get a list(...) of their own where it matters; iter() of a view is what iterkeys() was.
    return module.builtin(func, "zip", "map", "filter", "iter")


def _is_test(around: ast.AST, node: ast.expr) -> bool:
    """True where only the truth of `node` counts."""
    if isinstance(around, ast.If | ast.While | ast.IfExp):
        return around.test is node
    return isinstance(around, ast.UnaryOp) and isinstance(around.op, ast.Not)


def _may_change(module: Module, node: ast.expr, loop: ast.For) -> bool:
    """True when the loop's body may change what `node` goes through, or run before `node` has done its own
    calls.
    """
    subjects = _subjects(module, node)
    if subjects is None:
        return True
    for subject in subjects:
        root = subject
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        if not isinstance(root, ast.Name):
            return True
        for statement in loop.body:
            for inner in ast.walk(statement):
                if _touches(module, inner, subject, root, loop):
                    return True
    return False


def _subjects(module: Module, node: ast.expr) -> list[ast.expr] | None:
    """What `node` reads while it is iterated; None when it also calls a function that does who knows what."""
    if not isinstance(node, ast.Call):
        return [node]
    if isinstance(node.func, ast.Attribute) and node.func.attr in READERS and not node.args:
        return [node.func.value]
    if not module.builtin(node.func, "map", "filter", "zip", "enumerate"):
        return None
    sources = node.args[:1] if module.builtin(node.func, "enumerate") else node.args
    if module.builtin(node.func, "map", "filter"):
        if not node.args or not _is_pure(module, node.args[0]):
            return None
        sources = node.args[1:]
    found: list[ast.expr] = []
    for source in sources:
        if isinstance(source, ast.Constant | ast.List | ast.Tuple | ast.ListComp):
            continue
        if isinstance(source, ast.Call) and not module.builtin(source.func, "map", "filter", "zip", "enumerate"):
            if isinstance(source.func, ast.Attribute) and source.func.attr in ("keys", "values", "items"):
                found.append(source.func.value)
            continue  # a function's result: a list of its own, or read as late as in Python 2
        inner = _subjects(module, source)
        if inner is None:
            return None
        found += inner
    return found


def _is_pure(module: Module, function: ast.expr) -> bool:
    """True for a function that may as well run between the loop's steps: a builtin, None, or a lambda
    without calls.
    """
    if isinstance(function, ast.Lambda):
        return not any(isinstance(node, ast.Call) for node in ast.walk(function.body))
    if isinstance(function, ast.Name):
        return module.scopes.meaning(function) is None
    return isinstance(function, ast.Constant) or (
        isinstance(function, ast.Attribute) and module.builtin(function.value, "str", "unicode", "dict")
    )


def _touches(module: Module, inner: ast.AST, subject: ast.expr, root: ast.Name, loop: ast.For) -> bool:
    """True when `inner`, somewhere in the loop's body, may change the container `subject`."""
    if isinstance(inner, ast.Name) and inner.id == root.id:
        return not _only_reads(module, inner, subject, loop)
    if isinstance(inner, ast.Call) and not _is_local(module, root, subject):
        # Anything reachable from elsewhere may be changed by any function of this file.
        callee: ast.expr = inner.func
        while isinstance(callee, ast.Attribute | ast.Subscript | ast.Call):
            callee = callee.func if isinstance(callee, ast.Call) else callee.value
        if isinstance(callee, ast.Name):
            scope = module.scopes.meaning(callee)
            bound = scope.bound[callee.id] if scope else []
            return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in bound)
    return False


def _is_local(module: Module, root: ast.Name, subject: ast.expr) -> bool:
    """True for a plain local variable of a function."""
    scope = module.scopes.meaning(root)
    return subject is root and scope is not None and not isinstance(scope.node, ast.Module | ast.ClassDef)


def _only_reads(module: Module, name: ast.Name, subject: ast.expr, loop: ast.For) -> bool:
    """True when this mention of the container's root leaves the container as it is."""
    if isinstance(name.ctx, ast.Store | ast.Del):
        return isinstance(subject, ast.Name)  # the variable gets another value, the container stays
    node: ast.expr = name
    wanted = module.code(subject)
    while module.code(node) != wanted:
        outer = module.parents[node]
        if not isinstance(outer, ast.Attribute | ast.Subscript) or outer.value is not node:
            return False  # the object that holds the container goes somewhere
        if isinstance(outer, ast.Attribute) and not wanted.startswith(module.code(outer)):
            # Another attribute of the same object: reading it is harmless, calling it is not.
            return not (isinstance(call := module.parents[outer], ast.Call) and call.func is outer)
        node = outer
    around = module.parents[node]
    if isinstance(around, ast.Subscript) and around.value is node:
        if isinstance(around.ctx, ast.Load):
            return True
        # d[k] = ... for the loop's own k changes a value, no key.
        keys = {target.id for target in ast.walk(loop.target) if isinstance(target, ast.Name)}
        return isinstance(around.ctx, ast.Store) and isinstance(around.slice, ast.Name) and around.slice.id in keys
    if isinstance(around, ast.Attribute):
        return around.attr in READERS
    if isinstance(around, ast.Compare):
        return True
    return isinstance(around, ast.Call) and module.builtin(around.func, "len", "sorted", "list", "sum", "str", "repr")
