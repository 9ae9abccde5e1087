"""Applies one row of the catalog to one use: an attribute read, a method call, a constructor, a protocol method."""

from __future__ import annotations

import ast
import functools
import inspect
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from codemods import service_models
from codemods.catalog.schema import (
    NO_LITERAL,
    Argument,
    BotoClass,
    Constant,
    Field,
    Flag,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Member,
    Operation,
    Outcome,
    Param,
    Rewrite,
)
from codemods.catalog.types import Either, Named, parse_type
from codemods.code import Binding, Code, HelperFunction, code
from codemods.emitted import common, resources
from codemods.inference import facts
from codemods.inference.attributes import is_attribute
from codemods.inference.boto_calls import gives_of
from codemods.inference.values import NONE, Container, Value, join
from codemods.rewrite.arguments import Bound, DoesNotFit, PutTogether, bind
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.operations import operation
from codemods.rewrite.resources import HOLDS_OBJECTS, attribute_for, carries, gives_client, plain_mapping, wrapped
from codemods.rewrite.styles import client_service
from codemods.rewrite.text import quoted


@functools.cache
def helper_parameters(helper: HelperFunction) -> tuple[str, ...]:
    """The names of a helper's parameters."""
    return tuple(inspect.signature(helper).parameters)


def call_member(row: Member, use: MemberUse, call: ast.Call) -> Outcome:
    """What stands for `receiver.member(...)`. Raises OutOfReach."""
    gives = gives_of(row, call, use.cls) if use.cls is not None else row.gives
    return _in_style(_called(row, use, call), row, gives, use)


def _in_style(outcome: Outcome, row: Member, gives: str, use: MemberUse) -> Outcome:
    """In style `resource`, what gives records gives resource objects."""
    view = use.draft.view
    if row.name == "__init__" and use.cls is not None:
        gives = use.cls.short
    if isinstance(outcome, Rewrite) and gives_client(gives, view.catalog, view.styles):
        itself = use.cls is not None and use.cls.form is Form.CLIENT and use.receiver_node is not None
        return Rewrite(use.owner() if itself else use.call(resources._service, use.owner()), outcome.note)
    if use.cls is not None and use.cls.short in HOLDS_OBJECTS:
        return outcome  # what it holds are resource objects already
    if not isinstance(outcome, Rewrite) or not use.result_used or not carries(gives, view.catalog, view.styles):
        return outcome
    once = row.name == "__iter__" or use.iterated
    return Rewrite(wrapped(outcome.code, gives, use.owner(), use.draft, once), outcome.note)


def _called(row: Member, use: MemberUse, call: ast.Call) -> Outcome:
    try:
        match row:
            case Operation():
                _take_all(use, call, [param.name for param in row.params])
                return operation(row, use)
            case Helped():
                return _helped(row, use, call)
            case Idiom():
                _take_all(use, call, [param.name for param in row.params])
                return _refused(row, use) or _expanded(row, use)
            case Manual():
                return Flag(row.advice)
            case Constant():
                return Rewrite(row.value)
            case Field() | HelpedField():
                return Flag(f"{row.name} is an attribute in boto 2, yet it is called here")
    except PutTogether as error:
        return _spread(row, use, call) or Flag(f"{use.name}: {error}")
    except DoesNotFit as error:
        return Flag(f"{use.name}: {error}")


_AS_GIVEN = "what * and ** hold is given to boto 2's parameters by name or place, and from there to boto3's"


def _spread(row: Member, use: MemberUse, call: ast.Call) -> Outcome | None:
    """`conn.copy_image(**options)`: a function with boto 2's parameters gets the arguments as they are."""
    if not isinstance(row, Operation | Idiom) or any(param.name.startswith("*") for param in row.params):
        return None
    type_of = use.draft.view.analysis.type_of
    mappings = [keyword.value for keyword in call.keywords if keyword.arg is None]
    held = _held([atom for mapping in mappings for atom in _dicts(type_of(mapping))], use)
    _stand_in((param for param in row.params if isinstance(row, Idiom) or param.to), use, held)
    outcome = _as_lambda(row.params, operation(row, use) if isinstance(row, Operation) else _expanded(row, use))
    if not isinstance(outcome, Rewrite):
        return outcome
    given: list[Code] = []
    for argument in call.args:
        inner = use.render(argument.value if isinstance(argument, ast.Starred) else argument)
        given.append(code(f"*{inner.term}" if isinstance(argument, ast.Starred) else inner.text, inner))
    for keyword in call.keywords:
        inner = use.render(keyword.value)
        given.append(code(f"{keyword.arg}={inner}" if keyword.arg else f"**{inner.term}", inner))
    inside = ", ".join(part.text for part in given)
    return Rewrite(code(f"({outcome.code})({inside})", outcome.code, *given), outcome.note or _AS_GIVEN)


def _take(use: MemberUse, bound: Bound) -> None:
    use.arguments = {name: use.argument(node) for name, node in bound.by_name.items()}


def _take_all(use: MemberUse, call: ast.Call, names: list[str]) -> None:
    """Bind a call's arguments; of `**options` those that its literal keys name. Raises DoesNotFit."""
    spread = [keyword.value for keyword in call.keywords if keyword.arg is None]
    _take(use, bind(call, names, allow_dynamic=bool(spread)))
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        bind(call, names)  # refuses it, unless the row is variadic
    for mapping in spread:
        for name, argument in known_options(mapping, use).items():
            if name not in names:
                raise DoesNotFit(f"boto 2 has no argument {name!r} here")
            use.arguments = {**use.arguments, name: argument}


def known_options(mapping: ast.expr, use: MemberUse, handed_on: bool = False) -> dict[str, Argument]:
    """The options that a `**mapping` can hold, when all its keys are known. Raises PutTogether.

    What a function takes as `**options` may come from callers that nobody sees: it is known only for a mapping that is
    `handed_on` whole.
    """
    read = use.draft.view.analysis.facts.read
    value = use.draft.view.analysis.type_of(mapping)
    dicts = _dicts(value)
    is_open = any(
        (isinstance(atom.site, ast.arg) and not handed_on)
        or read(facts.elsewhere(atom.site, atom.level), None)
        or read(facts.more(atom.site, atom.level), None)
        for atom in dicts
    )
    if is_open or not dicts or len(dicts) != len(value):
        raise PutTogether
    made = use.render(mapping)
    return {
        name: use.described(code(f"{made.operand}.get({quoted(name)})", made), mapping, inner)
        for name, inner in _held(dicts, use).items()
    }


def _dicts(value: Value) -> list[Container]:
    return [atom for atom in value if isinstance(atom, Container) and atom.kind == "dict"]


def _held(dicts: Iterable[Container], use: MemberUse) -> dict[str, Value]:
    """What dicts hold at the keys that are known."""
    analysis = use.draft.view.analysis
    names: dict[str, Value] = {}
    for atom in dicts:
        for name in analysis.keys.get((atom.site, atom.level), {}):
            held = analysis.facts.read(facts.entry(atom.site, atom.level, name), None)
            names[str(name)] = join(names.get(str(name), NONE), held)
    return names


def _expanded(row: Idiom, use: MemberUse) -> Outcome:
    outcome = row.expand(use)
    return operation(outcome, use) if isinstance(outcome, Operation) else outcome


def _refused(row: Idiom, use: MemberUse) -> Flag | None:
    for param in row.params:
        argument = use.arguments.get(param.name)
        if param.refused and argument is not None and argument.literal is not None:
            return Flag(param.refused)
    return None


def receiver_arguments(row: Helped | HelpedField, use: MemberUse) -> list[Code]:
    """What a helper gets before boto 2's own arguments: the client, the record."""
    parts: list[Code] = []
    if row.client and use.receiver_node is not None:
        parts.append(use.client())
    if use.receiver_node is not None and use.cls is not None and use.cls.form is not Form.CLIENT:
        record = use.member("")
        styles = use.draft.view.styles
        holds = use.cls.short in HOLDS_OBJECTS and styles.is_resource(use.cls.service)
        parts.append(use.call(resources._plain_reservation, record) if holds else record)
    return parts


def _helped(row: Helped, use: MemberUse, call: ast.Call) -> Outcome:
    leading = receiver_leading(row, use)
    names = helper_parameters(row.helper)[leading:]
    variadic = any(
        parameter.kind is inspect.Parameter.VAR_KEYWORD
        for parameter in inspect.signature(row.helper).parameters.values()
    )
    bound = bind(call, names, allow_dynamic=True) if not variadic else Bound({}, True)
    _take(use, bound)
    for name, advice in row.refused.items():
        argument = use.arguments.get(name)
        if argument is not None and argument.literal is not None:
            return Flag(advice)
    if row.simple is not None and not bound.dynamic:
        simple = row.simple(use)
        if isinstance(simple, Operation):
            return operation(simple, use)
        if simple is not None:
            return simple
    parts = receiver_arguments(row, use)
    for index, node in enumerate(call.args):
        name = names[index] if index < len(names) else ""
        parts.append(_passed(node, name, "", row, use))
    for keyword in call.keywords:
        prefix = f"{keyword.arg}=" if keyword.arg is not None else "**"
        parts.append(_passed(keyword.value, keyword.arg or "", prefix, row, use))
    return Rewrite(use.call(row.helper, *parts), row.note)


def receiver_leading(row: Helped | HelpedField, use: MemberUse) -> int:
    """How many parameters of the helper stand for the receiver."""
    if use.receiver_node is None or use.cls is None:
        return 0
    return int(row.client) + int(use.cls.form is not Form.CLIENT)


def _passed(node: ast.expr, name: str, prefix: str, row: Helped, use: MemberUse) -> Code:
    if isinstance(node, ast.Starred):
        inner = use.render(node.value)
        return code(f"*{inner.term}", inner)
    convert = row.prepare.get(name)
    if convert is None:
        value = use.argument(node).code
    else:
        argument = use.argument(node)
        converted = convert.render(argument, use)
        if argument.may_be_none and not convert.takes_none and converted.text != argument.code.text:
            converted = code(f"None if {argument.code} is None else {converted.term}", converted, binding=Binding.LOOSE)
        value = converted
    if prefix == "**":
        value = plain_mapping(value, node, use.draft)
        return code(f"**{value.term}", value)
    return code(f"{prefix}{value}", value)


def read_member(row: Member, use: MemberUse) -> Outcome:
    """What stands for `receiver.member`, read. Raises OutOfReach."""
    outcome = _read(row, use)
    view = use.draft.view
    if is_attribute(row) or not isinstance(outcome, Rewrite) or not carries(row.gives, view.catalog, view.styles):
        return _in_style(outcome, row, row.gives, use)
    called = code(f"{outcome.code.operand}(*given, **options)", outcome.code)  # a method that is handed on
    made = wrapped(called, row.gives, use.owner(), use.draft)
    return Rewrite(code(f"lambda *given, **options: {made}", made, binding=Binding.LOOSE), outcome.note)


def _read(row: Member, use: MemberUse) -> Outcome:
    match row:
        case Field():
            return Rewrite(field_code(row, use), row.note)
        case HelpedField():
            note = (row.warn(use) if row.warn is not None else "") or row.note
            return Rewrite(use.call(row.helper, *receiver_arguments(row, use)), note)
        case Constant():
            return Rewrite(row.value)
        case Idiom() if row.attribute:
            return _expanded(row, use)
        case Manual() if row.attribute:
            return Flag(row.advice)
        case Helped():
            return _uncalled(row, use)
        case Operation():
            return _uncalled_operation(row, use)
        case Idiom():
            _stand_in(row.params, use)
            return _as_lambda(row.params, _expanded(row, use))
        case _:
            return Flag(
                f"the method {use.name} is handed on without being called; wrap what you need in a lambda that "
                "calls the boto3 client"
            )


def _uncalled(row: Helped, use: MemberUse) -> Outcome:
    """A method handed on: its helper, with what stands for the receiver already given."""
    parts = receiver_arguments(row, use)
    name = use.call(row.helper)
    function = code(name.text.removesuffix("()"), name)
    if not parts:
        return Rewrite(function, row.note)
    partial = use.imported("functools", "partial")
    inside = ", ".join(part.text for part in (function, *parts))
    return Rewrite(code(f"{partial}({inside})", partial, function, *parts), row.note)


def _uncalled_operation(row: Operation, use: MemberUse) -> Outcome:
    """A method handed on: a lambda with boto 2's parameters that makes the call."""
    _stand_in((param for param in row.params if param.to), use)
    return _as_lambda(row.params, operation(row, use))


def _stand_in(params: Iterable[Param], use: MemberUse, held: Mapping[str, Value] = MappingProxyType({})) -> None:
    """Bind parameters to names of their own, which the lambda around the call gives; `held` is what they can be."""
    use.arguments = {
        param.name: use.described(Code(param.name), use.node, held[param.name])
        if param.name in held
        else Argument(Code(param.name), use.node, frozenset(), frozenset(), False, NO_LITERAL)
        for param in params
        if not param.refused
    }
    use.result_used = True


def _as_lambda(params: Iterable[Param], outcome: Outcome) -> Outcome:
    if not isinstance(outcome, Rewrite):
        return outcome
    names = ", ".join(param.name if param.required else f"{param.name}={param.default or None}" for param in params)
    text = f"lambda {names}: {outcome.code}" if names else f"lambda: {outcome.code}"
    return Rewrite(code(text, outcome.code, binding=Binding.LOOSE), outcome.note)


def field_code(row: Field, use: MemberUse) -> Code:
    """A member of the record, read with what boto 2 gave when it is missing and in the type that boto 2 gave."""
    assert use.cls is not None
    attribute = attribute_for(row, use.cls, use.subject(), use.draft.view.styles)
    base = use.member("") if attribute is None else use.subject()
    steps = row.member.split(".") if attribute is None else []
    text = base.operand if attribute is None else attribute
    for position, step in enumerate(steps):
        last = position == len(steps) - 1
        if row.sure:
            text += f"[{quoted(step)}]"
        elif last:
            text += f".get({quoted(step)}, {row.absent})" if row.absent else f".get({quoted(step)})"
        else:
            text += f".get({quoted(step)}, {{}})"
    value = code(text, base)
    if row.show is not None:
        return row.show(value, use)
    service = client_service(use.cls.service)
    shape = service_models.named_shape(service, use.cls.shape) if use.cls.shape else None
    if service_models.is_timestamp(service_models.shape_at(shape, row.member) if shape is not None else None):
        return use.call(common._iso_z, value)
    return value


def place_of(row: Field, use: MemberUse) -> Code:
    """A member of the record as the target of an assignment."""
    base = use.member("")
    steps = "".join(f"[{quoted(step)}]" for step in row.member.split("."))
    return code(base.operand + steps, base)


def is_optional(row: Member) -> bool:
    """True when the member's value can be None by its type."""
    parsed = parse_type(row.gives)
    return isinstance(parsed, Either) and Named("none") in parsed.options


def text_of(cls: BotoClass, use: MemberUse) -> Code | None:
    """What `str()` gave for an object of `cls`, as an expression; None when the catalog does not say."""
    if not cls.text:
        return None
    pieces = cls.text.replace("}", "{").split("{")
    literals, paths = pieces[0::2], pieces[1::2]
    template = "%s".join(part.replace("%", "%%") for part in literals)
    receiver = use.receiver
    if receiver is not None and receiver.may_be_none and cls.form is Form.RECORD and "." not in "".join(paths):
        members = [Code(quoted(path)) for path in paths]
        carried = use.draft.view.styles.carries_client(cls)
        record = use.call(resources._record, use.subject()) if carried else use.member("")
        return use.call(common._shown, record, Code(quoted(template)), *members)
    if receiver is not None and receiver.may_be_none and cls.form is Form.NAME and receiver.known:
        name = (
            use.call(resources._record, use.subject()) if use.draft.view.styles.carries_client(cls) else use.member("")
        )
        return use.call(common._maybe, Code(f"{quoted(template)}.__mod__"), name)
    values = [use.member(path) for path in paths]
    if len(values) == 1 and values[0].binding is Binding.PRIMARY:
        inside = values[0].text
    else:
        inside = f"({', '.join(value.text for value in values)},)" if len(values) == 1 else _row(values)
    return code(f"{quoted(template)} % {inside}", *values, binding=Binding.OPERATOR)


def _row(values: list[Code]) -> str:
    return f"({', '.join(value.text for value in values)})"
