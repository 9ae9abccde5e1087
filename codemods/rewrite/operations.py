"""Writes the call of an AWS operation for a row of the catalog that is one."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods import service_models
from codemods.catalog.schema import PLAIN, Argument, Flag, Operation, Outcome, Param, Rewrite
from codemods.catalog.types import Either, Named, parse_type
from codemods.code import Binding, Code, code
from codemods.emitted import common
from codemods.inference.scopes import parameters
from codemods.inference.values import literal_of
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.order import enclosing_function
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted


@dataclass(frozen=True)
class _Input:
    """One value on its way into the request. `perhaps`: left out when it is None at run time."""

    path: str
    value: Code
    perhaps: bool = False


def operation(row: Operation, use: MemberUse) -> Outcome:
    """The call that stands for a use of `row`. Raises OutOfReach when no client can be named."""
    assert use.cls is not None
    service = client_service(use.cls.service)
    inputs: list[_Input] = []
    address = use.cls.address if row.receiver is None else row.receiver
    for path, member in address.items():
        inputs.append(_Input(path, use.member(member)))
    for param in row.params:
        argument = use.arguments.get(param.name)
        unsaid = argument is not None and argument.literal is None and param.convert.takes_none and not param.when_true
        if argument is None or unsaid:
            if param.default:
                inputs.append(_Input(param.to, Code(param.default)))
            continue
        if param.refused and argument.literal is not None:
            return Flag(param.refused)
        if param.when_true and argument.is_literal and not argument.literal:
            continue
        if param.to and argument.literal is not None:
            inputs.append(_converted(param, argument, use))
    inputs += [_Input(path, Code(text)) for path, text in row.fixed.items()]
    for entry in inputs:
        if service_models.input_shape(service, row.calls, entry.path) is None:
            return Flag(f"the installed botocore has no {entry.path} in {row.calls}")
    return _call(row, service, inputs, use)


def _converted(param: Param, argument: Argument, use: MemberUse) -> _Input:
    perhaps = not param.required and argument.may_be_none and not argument.is_literal
    text = literal_of(use.draft.view.analysis.type_of(argument.node))
    if param.when_true and text and not _is_parameter(argument.node, use):
        return _Input(param.to, param.convert.render(argument, use))
    if param.when_true and not argument.is_literal:
        converted = param.convert.render(argument, use)
        return _Input(param.to, code(f"{converted.term} or None", converted, binding=Binding.LOOSE), True)
    if not perhaps or param.convert.takes_none:
        return _Input(param.to, param.convert.render(argument, use))
    if param.convert is PLAIN:
        return _Input(param.to, argument.code, True)
    converted = param.convert.render(argument, use)
    if converted.text == argument.code.text:
        return _Input(param.to, converted, True)
    if isinstance(argument.node, ast.Name):
        guarded = f"None if {argument.code} is None else {converted.term}"
        return _Input(param.to, code(guarded, converted, binding=Binding.LOOSE), True)
    inner = converted.text.removesuffix(f"({argument.code})")
    if inner in ("int", "str", "bool", "float"):
        return _Input(param.to, use.call(common._maybe, Code(inner), argument.code), True)
    return _Input(param.to, converted, True)


def _is_parameter(node: ast.expr, use: MemberUse) -> bool:
    """A name that callers give, who may not all be known."""
    function = enclosing_function(node, use.draft.module)
    arguments = parameters(function.args) if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) else []
    return isinstance(node, ast.Name) and any(argument.arg == node.id for argument in arguments)


def keyword_arguments(inputs: list[_Input], use: MemberUse) -> list[Code]:
    """The inputs as keyword arguments; members of one structure are gathered in one dict."""
    grouped: dict[str, list[_Input]] = {}
    for entry in inputs:
        head, _, rest = entry.path.partition(".")
        grouped.setdefault(head, []).append(_Input(rest, entry.value, entry.perhaps))
    always: list[Code] = []
    perhaps: list[Code] = []
    for head, parts in grouped.items():
        name, value, optional = _value(head, parts, use)
        (perhaps if optional else always).append(code(f"{name}={value}", value))
    if perhaps:
        given = use.call(common._given)
        inside = ", ".join(part.text for part in perhaps)
        always.append(code(f"**{given.text.removesuffix('()')}({inside})", given, *perhaps))
    return always


def _value(head: str, parts: list[_Input], use: MemberUse) -> tuple[str, Code, bool]:
    """A member of the request: its value, or the structure or list that its parts make."""
    wraps = head.endswith("[]")
    name = head.removesuffix("[]")
    if len(parts) == 1 and not parts[0].path:
        value = parts[0].value
        return name, code(f"[{value}]", value) if wraps else value, parts[0].perhaps
    inside: dict[str, list[_Input]] = {}
    for part in parts:
        first, _, rest = part.path.partition(".")
        inside.setdefault(first, []).append(_Input(rest, part.value, part.perhaps))
    members = [_value(first, below, use) for first, below in inside.items()]
    values = [value for _, value, _ in members]
    if any(perhaps for _, _, perhaps in members):
        given = use.call(common._given)
        arguments = ", ".join(f"{member}={value}" for member, value, _ in members)
        nested = code(f"{given.text.removesuffix('()')}({arguments})", given, *values)
        if all(perhaps for _, _, perhaps in members):
            return name, code(f"{nested} or None", nested, binding=Binding.LOOSE), True
        return name, nested, False
    entries = ", ".join(f"{quoted(member)}: {value}" for member, value, _ in members)
    value = code(f"{{{entries}}}", *values)
    return name, code(f"[{value}]", value) if wraps else value, False


def _call(row: Operation, service: str, inputs: list[_Input], use: MemberUse) -> Outcome:
    client = use.client()
    arguments = keyword_arguments(inputs, use)
    inside = ", ".join(argument.text for argument in arguments)
    method = service_models.method_name(row.calls)
    given = {entry.path for entry in inputs}
    head = row.at.partition(".")[0].removesuffix("[]")
    paged = (
        bool(head)
        and service_models.pages(service, row.calls, head)
        and not given & {"MaxResults", "NextToken"}
        and not any(_names_what_it_wants(entry) for entry in inputs)
    )
    if paged:
        text = f"{client.operand}.get_paginator({quoted(method)}).paginate({inside}).build_full_result()"
    else:
        text = f"{client.operand}.{method}({inside})"
    call = code(text, client, *arguments)
    return Rewrite(_result(row, call, service, use), row.note)


def _names_what_it_wants(entry: _Input) -> bool:
    """A literal list of ids: such an answer comes whole, and AWS refuses ids together with a page size."""
    is_ids = entry.path.endswith("Ids") and not entry.path.startswith(("Owner", "Restorable"))
    return is_ids and entry.value.text.startswith("[") and entry.value.text not in ("[]", "[ ]")


def _result(row: Operation, call: Code, service: str, use: MemberUse) -> Code:
    if not use.result_used:
        return call
    if row.gives == "true":
        return code(f"bool({call})", call)
    if row.gives == "none":
        return code(f"{call} and None", call, binding=Binding.LOOSE)
    if not row.at:
        return call
    *outer, last = row.at.split(".")
    steps = "".join(f"[{quoted(part)}]" for part in outer)
    parsed = parse_type(row.gives)
    optional = isinstance(parsed, Either) and Named("none") in parsed.options
    steps += f".get({quoted(last)})" if optional else f"[{quoted(last)}]"
    value = code(call.text + steps, call)
    if service_models.is_timestamp(service_models.output_shape(service, row.calls, row.at)):
        return use.call(common._iso_z, value)
    return use.call(row.shown_by, value) if row.shown_by is not None else value
