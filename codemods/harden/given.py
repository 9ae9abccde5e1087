"""What calls give to parameters."""

from __future__ import annotations

import ast

from codemods.service_models import input_shape, method_name, operations


def argument(call: ast.Call, name: str, position: int) -> ast.expr | None:
    """The expression that a call gives to a parameter, by keyword or by position."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    plain = not any(isinstance(arg, ast.Starred) for arg in call.args[: position + 1])
    return call.args[position] if plain and 0 <= position < len(call.args) else None


def default_of(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    """The default of a parameter."""
    args = function.args
    positional = [*args.posonlyargs, *args.args]
    pairs = [
        *zip(reversed(positional), reversed(args.defaults), strict=False),
        *zip(args.kwonlyargs, args.kw_defaults, strict=True),
    ]
    return next((value for arg, value in pairs if arg.arg == name), None)


def is_static(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """True for a staticmethod."""
    return any(isinstance(each, ast.Name) and each.id == "staticmethod" for each in function.decorator_list)


def fits(call: ast.Call, service: str, method: str) -> bool:
    """True when all arguments of a call are members of the operation's input."""
    operation = next((name for name in operations(service) if method_name(name) == method), "")
    shape = input_shape(service, operation, "") if operation else None
    members = getattr(shape, "members", {})
    return not call.args and all(each.arg is None or each.arg in members for each in call.keywords)
