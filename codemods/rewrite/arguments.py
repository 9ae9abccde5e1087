"""Binds the arguments of a call to boto 2's parameters."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass


class DoesNotFit(Exception):
    """The call cannot be bound; the message says why, as the end of a sentence."""


class PutTogether(DoesNotFit):
    """The arguments are known at run time only: `*args`, or `**options` whose keys are not known."""

    def __init__(self) -> None:
        super().__init__("its arguments are put together at run time (* or **), so that they cannot be converted here")


@dataclass(frozen=True)
class Bound:
    """Arguments by parameter name, in the order in which the caller wrote them."""

    by_name: dict[str, ast.expr]
    dynamic: bool = False  # there is a `*args` or `**kwargs` as well


def bind(call: ast.Call, parameters: Sequence[str], *, allow_dynamic: bool = False) -> Bound:
    """Which argument goes to which parameter.

    Raises DoesNotFit for `*args` and `**kwargs` (unless allowed), for too many positional arguments and for
    unknown names.
    """
    by_name: dict[str, ast.expr] = {}
    dynamic = any(isinstance(argument, ast.Starred) for argument in call.args) or any(
        keyword.arg is None for keyword in call.keywords
    )
    variadic = bool(parameters) and parameters[-1].startswith("*")
    if dynamic and not (allow_dynamic or (variadic and not any(keyword.arg is None for keyword in call.keywords))):
        raise PutTogether
    for index, argument in enumerate(call.args):
        if isinstance(argument, ast.Starred):
            continue
        if parameters and parameters[-1].startswith("*") and index >= len(parameters) - 1:
            continue  # the row reads what is variadic from the call itself
        if index >= len(parameters):
            raise DoesNotFit(f"it takes {len(parameters)} arguments in boto 2, and more are given")
        by_name[parameters[index]] = argument
    for keyword in call.keywords:
        if keyword.arg is None:
            continue
        if keyword.arg not in parameters:
            raise DoesNotFit(f"boto 2 has no argument {keyword.arg!r} here")
        by_name[keyword.arg] = keyword.value
    return Bound(by_name, dynamic)
