"""What surely ran before a place in a function: blocks around it, names bound there, and where values come from."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.inference.program import ModuleFile
from codemods.inference.scopes import Scope, parameters

_FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def is_path(node: ast.expr) -> bool:
    """True for a name and for a dotted path: `self.conn`."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def enclosing_scope(place: ast.AST, module: ModuleFile) -> ast.Module | ast.ClassDef | _FunctionNode:
    """The scope that a place lies in."""
    node: ast.AST | None = module.parents.get(place)
    while node is not None:
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return node
        node = module.parents.get(node)
    return module.tree


def enclosing_function(place: ast.AST, module: ModuleFile) -> ast.AST | None:
    """The function or class around a place; None at the top of the module."""
    scope = enclosing_scope(place, module)
    while isinstance(scope, ast.Lambda):
        scope = enclosing_scope(scope, module)
    return None if isinstance(scope, ast.Module) else scope


def around(node: ast.AST, module: ModuleFile) -> list[ast.AST]:
    """A node and all nodes around it, the innermost first."""
    chain = [node]
    while (parent := module.parents.get(chain[-1])) is not None:
        chain.append(parent)
    return chain


def dominates(statement: ast.AST, place: ast.AST, module: ModuleFile) -> bool:
    """True when `statement` surely ran before `place`: it stands before it in one of the blocks around it."""
    blocks = around(place, module)
    if statement in blocks:
        return False
    parent = module.parents.get(statement)
    if parent not in blocks:
        return False
    inside = blocks[blocks.index(parent) - 1]
    for block in ("body", "orelse", "finalbody"):
        statements = getattr(parent, block, [])
        if isinstance(statements, list) and statement in statements and inside in statements:
            return bool(statements.index(statement) < statements.index(inside))
    # `with`, `for` and `except` bind what their bodies see; a `try` body has run when its `else` runs.
    return False


def bound_before(name: str, scope: Scope, place: ast.AST, module: ModuleFile) -> bool:
    """True when `name` is surely bound when `place` runs: a parameter, or by a statement that ran before."""
    if isinstance(scope.node, _FunctionNode) and any(arg.arg == name for arg in parameters(scope.node.args)):
        return True
    blocks = around(place, module)
    for ancestor in blocks:
        if isinstance(ancestor, ast.For | ast.AsyncFor) and _binds(ancestor.target, name):
            if place not in _nodes(ancestor.iter):
                return True
            continue
        if isinstance(ancestor, ast.With | ast.AsyncWith) and any(
            item.optional_vars is not None and _binds(item.optional_vars, name) for item in ancestor.items
        ):
            return True
        if isinstance(ancestor, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) and any(
            _binds(generator.target, name) for generator in ancestor.generators
        ):
            return True
    own_body = ast.walk(scope.node)
    binders = [node for node in own_body if isinstance(node, ast.stmt) and _statement_binds(node, name)]
    if any(dominates(binder, place, module) for binder in binders):
        return True
    return _bound_on_all_ways(name, binders, place, module)


def _bound_on_all_ways(name: str, binders: list[ast.stmt], place: ast.AST, module: ModuleFile) -> bool:
    """True when an `if` before `place` binds the name on each of its ways, or a `try` does."""
    for binder in binders:
        compound: ast.AST | None = module.parents.get(binder)
        while isinstance(compound, ast.If | ast.Try | ast.With | ast.ExceptHandler):
            if dominates(compound, place, module) and _always_binds(compound, name):
                return True
            compound = module.parents.get(compound)
    return False


def _always_binds(statement: ast.AST, name: str) -> bool:
    if isinstance(statement, ast.stmt) and _statement_binds(statement, name):
        return True
    if isinstance(statement, ast.If):
        return _block_binds(statement.body, name) and _block_binds(statement.orelse, name)
    if isinstance(statement, ast.With):
        return _block_binds(statement.body, name)
    if isinstance(statement, ast.Try):
        handled = all(_block_binds(handler.body, name) for handler in statement.handlers)
        return _block_binds(statement.finalbody, name) or (_block_binds(statement.body, name) and handled)
    return False


def _block_binds(block: list[ast.stmt], name: str) -> bool:
    """True when the block binds the name, or never gets to its end."""
    return any(
        _always_binds(statement, name)
        or isinstance(statement, ast.Return | ast.Raise | ast.Continue | ast.Break)
        or _is_exit(statement)
        for statement in block
    )


def _is_exit(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and ast.unparse(statement.value.func) in ("sys.exit", "exit", "quit", "os._exit")
    )


def _statement_binds(statement: ast.stmt, name: str) -> bool:
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets = [statement.target]
    elif isinstance(statement, ast.Import | ast.ImportFrom):
        return any((alias.asname or alias.name.partition(".")[0]) == name for alias in statement.names)
    elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return statement.name == name
    return any(_binds(target, name) for target in targets)


def _binds(target: ast.AST, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(target))


def _nodes(tree: ast.AST) -> set[ast.AST]:
    return set(ast.walk(tree))


def in_loop(node: ast.AST, module: ModuleFile) -> bool:
    """True when a loop or a comprehension runs the node again and again."""
    return any(
        isinstance(ancestor, ast.For | ast.While | ast.AsyncFor | ast.comprehension)
        for ancestor in around(node, module)
    )


def derives_from(expression: ast.AST, text: str, module: ModuleFile, depth: int = 4) -> bool:
    """True when the value of an expression comes from calls on `text` (a name or a dotted path), and on nothing else.

    Names in between are followed to what binds them in the same function.
    """
    node: ast.AST | None = expression
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        if not isinstance(node, ast.Call) and ast.unparse(node) == text:
            return True
        arguments = [*node.args, *(k.value for k in node.keywords)] if isinstance(node, ast.Call) else []
        if any(is_path(argument) and ast.unparse(argument) == text for argument in arguments):
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    if not isinstance(node, ast.Name):
        return False
    if node.id == text:
        return True
    loop = _binding_loop(node, module)
    sources = [loop] if loop is not None else _sources(node.id, enclosing_scope(node, module))
    return depth > 0 and bool(sources) and all(derives_from(source, text, module, depth - 1) for source in sources)


def _binding_loop(name: ast.Name, module: ModuleFile) -> ast.expr | None:
    """What the innermost loop around a name goes over, if it alone says what the name is there."""
    for outer in around(name, module)[1:]:
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            return None
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
            for generator in outer.generators:
                if _binds(generator.target, name.id):
                    return generator.iter
        if isinstance(outer, ast.For | ast.AsyncFor):
            inside = _sources(name.id, outer)
            if _binds(outer.target, name.id) and name not in _nodes(outer.iter):
                return outer.iter if len(inside) == 1 else None
            if inside:
                return None
    return None


def own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a scope, without the insides of the functions and classes in it."""
    queue: list[ast.AST] = [scope]
    while queue:
        node = queue.pop(0)
        yield node
        if node is scope or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            queue.extend(ast.iter_child_nodes(node))


def _sources(name: str, scope: ast.AST) -> list[ast.expr]:
    """The expressions that a name of a function is bound to, or loops over."""
    found: list[ast.expr] = []
    for node in own_nodes(scope):
        if isinstance(node, ast.Assign) and any(_binds(target, name) for target in node.targets):
            found.append(node.value)
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension) and _binds(node.target, name):
            found.append(node.iter)
    return found


def rebound_between(text: str, birth: ast.AST, place: ast.AST, module: ModuleFile) -> bool:
    """True when the name may hold another connection at `place` than it held at `birth`."""
    name = text.partition(".")[0]
    function = enclosing_scope(birth, module)
    binders = [
        node
        for node in own_nodes(function)
        if (isinstance(node, ast.stmt) and _statement_binds(node, name))
        or (isinstance(node, ast.For | ast.AsyncFor | ast.comprehension) and _binds(node.target, name))
    ]
    if len(binders) > 1:
        return True
    for binder in binders:
        loops = [
            ancestor for ancestor in around(binder, module) if isinstance(ancestor, ast.For | ast.While | ast.AsyncFor)
        ]
        around_place = around(place, module)
        if any(loop not in around_place for loop in loops):
            return True
    return False
