"""Works out what is known of a function's body when some of its names are constants: a small partial evaluator."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator

Constants = dict[str, ast.expr]
"""Names and what they are at this point: a constant, or an empty dict that nobody has changed yet."""

_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
_COMPARED: dict[type[ast.cmpop], Callable[[object, object], bool]] = {
    ast.Is: lambda left, right: left is right,
    ast.IsNot: lambda left, right: left is not right,
    ast.Eq: lambda left, right: left == right,
    ast.NotEq: lambda left, right: left != right,
}


def is_empty_dict(node: ast.expr) -> bool:
    """True for `{}`."""
    return isinstance(node, ast.Dict) and not node.values


def is_constant(node: ast.expr) -> bool:
    """True for a literal that may be written in any number of places."""
    return isinstance(node, ast.Constant) or is_empty_dict(node)


def _truth(node: ast.expr) -> bool | None:
    if isinstance(node, ast.Constant):
        return bool(node.value)
    if isinstance(node, ast.Dict | ast.List | ast.Tuple | ast.Set) and not isinstance(node, ast.Set):
        parts = node.values if isinstance(node, ast.Dict) else node.elts
        return None if any(isinstance(part, ast.Starred) for part in parts) else bool(parts)
    return None


class Folder:
    """Folds the body of one function. `spoiled` are names whose constant does not hold at every use of theirs."""

    def __init__(self, constants: Constants, is_nothing: Callable[[ast.Call], bool]) -> None:
        self._first = dict(constants)
        self._is_nothing = is_nothing
        self.spoiled: set[str] = set()

    def body(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """The statements that are left."""
        env = dict(self._first)
        made = self._block(statements, env)
        while True:
            loaded = {
                node.id
                for statement in made
                for node in ast.walk(statement)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            }
            loaded |= {
                node.target.id
                for statement in made
                for node in ast.walk(statement)
                if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
            }
            less = _without_dead(made, loaded)
            if ast.dump(ast.Module(less, [])) == ast.dump(ast.Module(made, [])):
                return made
            made = less

    # -- statements -----------------------------------------------------------------------------------------------

    def _block(self, statements: Iterable[ast.stmt], env: Constants) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        for statement in statements:
            made += self._statement(statement, env)
            if made and isinstance(made[-1], ast.Return | ast.Raise | ast.Continue | ast.Break):
                break
        return made

    def _statement(self, node: ast.stmt, env: Constants) -> list[ast.stmt]:
        match node:
            case ast.If():
                return self._if(node, env)
            case ast.For():
                node.iter = self._fold(node.iter, env)
                if _truth(node.iter) is False:
                    return self._block(node.orelse, env)
                self._forget_changed([node.target, *node.body, *node.orelse], env)
                node.body, node.orelse = self._block(node.body, dict(env)), self._block(node.orelse, dict(env))
                return [node]
            case ast.While():
                self._forget_changed([node.test, *node.body], env)
                node.test, node.body = self._fold(node.test, dict(env)), self._block(node.body, dict(env))
                return [node]
            case ast.Try():
                self._forget_changed([node], env)
                node.body = self._block(node.body, dict(env))
                for handler in node.handlers:
                    handler.body = self._block(handler.body, dict(env))
                node.orelse = self._block(node.orelse, dict(env))
                node.finalbody = self._block(node.finalbody, dict(env))
                return [node]
            case ast.With():
                for item in node.items:
                    item.context_expr = self._fold(item.context_expr, env)
                self._forget_stored([item.optional_vars for item in node.items if item.optional_vars], env)
                node.body = self._block(node.body, env)
                return [node]
            case ast.FunctionDef():
                inner = self._lasting(env, node)
                node.body = self._block(node.body, inner)
                return [node]
            case ast.Assign(targets=[ast.Name(id=name)]):
                node.value = self._fold(node.value, env)
                env.pop(name, None)
                if is_constant(node.value):
                    env[name] = node.value
                return [] if isinstance(node.value, ast.Name) and node.value.id == name else [node]
            case ast.Expr(value=value):
                node.value = self._fold(value, env)
                is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
                return [node] if is_text or not isinstance(node.value, ast.Constant) else []
            case _:
                return [self._other(node, env)]

    def _other(self, node: ast.stmt, env: Constants) -> ast.stmt:
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and not isinstance(getattr(value, "ctx", None), ast.Store):
                setattr(node, name, self._fold(value, env))
        stored = [part for part in ast.walk(node) if isinstance(part, ast.Name | ast.Subscript | ast.Attribute)]
        for part in stored:
            if isinstance(part.ctx, ast.Store | ast.Del):
                if not isinstance(part, ast.Name) and isinstance(part.value, ast.Name):
                    env.pop(part.value.id, None)
                self._forget_stored([part], env)
        for target in getattr(node, "targets", []):
            if isinstance(target, ast.Subscript):
                target.slice = self._fold(target.slice, env)
        return node

    def _if(self, node: ast.If, env: Constants) -> list[ast.stmt]:
        node.test = self._condition(node.test, env)
        truth = _truth(node.test)
        if truth is not None:
            return self._block(node.body if truth else node.orelse, env)
        ways = [dict(env), dict(env)]
        node.body, node.orelse = self._block(node.body, ways[0]), self._block(node.orelse, ways[1])
        leaves = [bool(body) and isinstance(body[-1], ast.Return | ast.Raise) for body in (node.body, node.orelse)]
        going = [way for way, left in zip(ways, leaves, strict=True) if not left] or [env]
        for name in list(env.keys() | set().union(*going)):
            values = [way.get(name) for way in going]
            first = values[0]
            if first is not None and all(value is not None and ast.dump(value) == ast.dump(first) for value in values):
                env[name] = first
            elif name in env:
                self._spoil(name, env)
        if not node.body and not node.orelse:
            return []
        if not node.body:
            node.test, node.body, node.orelse = ast.UnaryOp(ast.Not(), node.test), node.orelse, []
        return [node]

    def _forget_changed(self, nodes: Iterable[ast.AST], env: Constants) -> None:
        """Forget what a part that may run any number of times can change."""
        for part in nodes:
            looked_at = set(_looked_at(part))
            for node in ast.walk(part):
                if not isinstance(node, ast.Name) or node.id not in env or node in looked_at:
                    continue
                if isinstance(node.ctx, ast.Store) or is_empty_dict(env[node.id]):
                    self._spoil(node.id, env)

    def _forget_stored(self, nodes: Iterable[ast.AST], env: Constants) -> None:
        for part in nodes:
            for node in ast.walk(part):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    env.pop(node.id, None)

    def _spoil(self, name: str, env: Constants) -> None:
        """From here on, a name may hold something else, or still what it began with."""
        value = env.pop(name)
        if name in self._first and self._first[name] is value:
            self.spoiled.add(name)

    def _lasting(self, env: Constants, function: _Function) -> Constants:
        """The constants that hold whenever an inner function runs."""
        own = {arg.arg for arg in ast.walk(function.args) if isinstance(arg, ast.arg)}
        return {name: value for name, value in env.items() if name not in own and self._first.get(name) is value}

    # -- expressions ----------------------------------------------------------------------------------------------

    def _condition(self, node: ast.expr, env: Constants) -> ast.expr:
        """An expression of which only the truth counts."""
        made = self._fold(node, env)
        if isinstance(made, ast.BoolOp):
            falsy = isinstance(made.op, ast.Or)
            kept = [value for value in made.values if _truth(value) is not (not falsy)]
            if len(kept) < len(made.values) and kept:
                made.values = kept
            return made.values[0] if len(made.values) == 1 else made
        return made

    def _fold(self, node: ast.expr, env: Constants) -> ast.expr:
        match node:
            case ast.Name(id=name, ctx=ast.Load()) if name in env:
                if is_empty_dict(env[name]):
                    self._spoil(name, env)  # it may be changed where it goes
                    return node
                return env[name]
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                node.operand = self._condition(operand, env)
                truth = _truth(node.operand)
                return node if truth is None else ast.Constant(not truth)
            case ast.BoolOp():
                return self._chain(node, env)
            case ast.IfExp(test=test):
                node.test = self._condition(test, env)
                truth = _truth(node.test)
                if truth is not None:
                    return self._fold(node.body if truth else node.orelse, env)
                node.body, node.orelse = self._fold(node.body, env), self._fold(node.orelse, env)
                return node
            case ast.Compare(ops=[operator], comparators=[right]):
                return self._compared(node, operator, right, env)
            case ast.Call():
                return self._called(node, env)
            case ast.Dict():
                return self._display(node, env)
            case ast.Lambda():
                node.body = self._fold(node.body, self._lasting(env, node))
                return node
            case ast.JoinedStr():
                return self._joined(node, env)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                return self._comprehension(node, env)
            case _:
                for name, value in ast.iter_fields(node):
                    if isinstance(value, ast.expr):
                        setattr(node, name, self._fold(value, env))
                    elif isinstance(value, list):
                        values = [self._fold(part, env) if isinstance(part, ast.expr) else part for part in value]
                        setattr(node, name, values)
                return node

    def _peek(self, node: ast.expr, env: Constants) -> ast.expr:
        """The same where the value is only looked at, so that even an empty dict may be written out."""
        if isinstance(node, ast.Name) and node.id in env:
            return env[node.id]
        return self._fold(node, env)

    def _chain(self, node: ast.BoolOp, env: Constants) -> ast.expr:
        stops = isinstance(node.op, ast.Or)
        kept: list[ast.expr] = []
        for position, value in enumerate(node.values):
            made = self._peek(value, env)
            truth = _truth(made)
            if truth is (not stops) and position < len(node.values) - 1:
                continue
            kept.append(made)
            if truth is stops:
                break
        node.values = kept
        return kept[0] if len(kept) == 1 else node

    def _compared(self, node: ast.Compare, operator: ast.cmpop, right: ast.expr, env: Constants) -> ast.expr:
        node.left, node.comparators = self._fold(node.left, env), [self._peek(right, env)]
        left, right = node.left, node.comparators[0]
        if isinstance(left, ast.Constant) and isinstance(right, ast.Constant) and type(operator) in _COMPARED:
            return ast.Constant(_COMPARED[type(operator)](left.value, right.value))
        items = right.elts if isinstance(right, ast.Tuple | ast.List | ast.Set) else None
        if not isinstance(operator, ast.In | ast.NotIn) or not isinstance(left, ast.Constant) or items is None:
            return node
        values = [item.value for item in items if isinstance(item, ast.Constant)]
        if len(values) < len(items):
            return node
        return ast.Constant((left.value in values) is isinstance(operator, ast.In))

    def _called(self, node: ast.Call, env: Constants) -> ast.expr:
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            owner = env.get(node.func.value.id)
            if owner is not None and is_empty_dict(owner) and node.func.attr in ("items", "keys", "values", "get"):
                node.func.value = owner
            elif owner is not None and not is_empty_dict(owner):
                self._spoil(node.func.value.id, env)
        elif isinstance(node.func, ast.Attribute):
            node.func.value = self._fold(node.func.value, env)
        elif not isinstance(node.func, ast.Name):
            node.func = self._fold(node.func, env)
        is_view = isinstance(node.func, ast.Attribute) and node.func.attr in ("items", "keys", "values")
        if isinstance(node.func, ast.Attribute) and is_view and is_empty_dict(node.func.value):
            return ast.Tuple([], ast.Load())
        is_copy = isinstance(node.func, ast.Name) and node.func.id in ("dict", "bool") and len(node.args) == 1
        node.args = [self._peek(value, env) if is_copy else self._fold(value, env) for value in node.args]
        for keyword in node.keywords:
            keyword.value = self._peek(keyword.value, env) if keyword.arg is None else self._fold(keyword.value, env)
        node.keywords = [word for word in node.keywords if not _says_nothing(word)]
        if is_copy and isinstance(node.func, ast.Name) and not node.keywords:
            truth = _truth(node.args[0])
            if node.func.id == "bool" and truth is not None:
                return ast.Constant(truth)
            if is_empty_dict(node.args[0]):
                return node.args[0]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "update":
            if len(node.args) == 1 and is_empty_dict(node.args[0]) and not node.keywords:
                return ast.Constant(None)
            if isinstance(node.func.value, ast.Name):
                env.pop(node.func.value.id, None)
        return ast.Dict([], []) if self._is_nothing(node) else node

    def _display(self, node: ast.Dict, env: Constants) -> ast.expr:
        pairs = [
            (None if key is None else self._fold(key, env), (self._peek if key is None else self._fold)(value, env))
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        pairs = [(key, value) for key, value in pairs if key is not None or not is_empty_dict(value)]
        node.keys, node.values = [key for key, _ in pairs], [value for _, value in pairs]
        return node

    def _joined(self, node: ast.JoinedStr, env: Constants) -> ast.expr:
        """An f-string in which texts that are known stand as text."""
        pieces: list[ast.expr] = []
        for piece in node.values:
            if isinstance(piece, ast.FormattedValue):
                piece.value = self._fold(piece.value, env)
                known = piece.value.value if isinstance(piece.value, ast.Constant) else None
                if isinstance(known, str) and piece.conversion == -1 and piece.format_spec is None:
                    piece = ast.Constant(known)
            match pieces[-1:], piece:
                case [ast.Constant(value=str(start))], ast.Constant(value=str(rest)):
                    pieces[-1] = ast.Constant(start + rest)
                case _:
                    pieces.append(piece)
        node.values = pieces
        return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], ast.Constant) else node

    def _comprehension(self, node: _Comprehension, env: Constants) -> ast.expr:
        inner = dict(env)
        for generator in node.generators:
            generator.iter = self._fold(generator.iter, inner)
            self._forget_stored([generator.target], inner)
            generator.ifs = [made for test in generator.ifs if _truth(made := self._condition(test, inner)) is not True]
        for name in ("elt", "key", "value"):
            if hasattr(node, name):
                setattr(node, name, self._fold(getattr(node, name), inner))
        return node


def _looked_at(part: ast.AST) -> Iterator[ast.expr]:
    """The expressions below `part` whose dict is only read: `**options`, `options.items()`."""
    for node in ast.walk(part):
        match node:
            case ast.keyword(arg=None, value=value):
                yield value
            case ast.Attribute(value=value, attr="items" | "keys" | "values" | "get"):
                yield value
            case ast.Dict():
                yield from (value for key, value in zip(node.keys, node.values, strict=True) if key is None)


def _says_nothing(word: ast.keyword) -> bool:
    """True for `**{}`, and for what boto3 does without being told: DryRun=False, credentials that are None."""
    if word.arg is None:
        return is_empty_dict(word.value)
    if not isinstance(word.value, ast.Constant):
        return False
    keys = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
    return (word.arg == "DryRun" and word.value.value is False) or (word.arg in keys and word.value.value is None)


def _is_dead(node: ast.Assign, loaded: set[str]) -> bool:
    unread = all(isinstance(target, ast.Name) and target.id not in loaded for target in node.targets)
    return unread and not any(isinstance(part, ast.Call | ast.Await | ast.Yield) for part in ast.walk(node.value))


def _without_dead(statements: list[ast.stmt], loaded: set[str]) -> list[ast.stmt]:
    """The statements without names that nobody reads."""
    made: list[ast.stmt] = []
    for statement in statements:
        if isinstance(statement, ast.Assign) and _is_dead(statement, loaded):
            continue
        for name in ("body", "orelse", "finalbody"):
            inner = getattr(statement, name, None)
            if isinstance(inner, list) and inner:
                setattr(statement, name, _without_dead(inner, loaded) or ([ast.Pass()] if name == "body" else []))
        made.append(statement)
    return made
