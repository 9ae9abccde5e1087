"""What the tables of EC2 and VPC have in common: parameters, converters, conversions and rows that repeat."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from codemods.catalog.convert import filters, flag
from codemods.catalog.schema import (
    PLAIN,
    Argument,
    BotoClass,
    Converter,
    Field,
    Form,
    HelpedField,
    Idiom,
    Member,
    Operation,
    Outcome,
    Param,
    Rewrite,
    Use,
    optional,
)
from codemods.code import Binding, Code, HelperFunction, code
from codemods.emitted import common, ec2_devices, ec2_launch, ec2_reserved, ec2_tags, ec2_values

DRY_RUN = optional("dry_run", "DryRun", flag)
FILTERS = optional("filters", "Filters", filters)
NO_DRY_RUN = Param(
    "dry_run",
    refused="EC2 has no dry run of this operation; without dry_run it would happen: decide what is meant",
)


def nonempty(name: str, to: str, convert: Converter = PLAIN, default: str = "") -> Param:
    """A parameter that boto 2 sent only when it was true."""
    return Param(name, to, convert, default=default, when_true=True)


# Converters


def _helper(function: HelperFunction, *, takes_none: bool = True) -> Converter:
    """A converter that is a call of a helper."""
    return Converter(lambda argument, use: use.call(function, argument.code), takes_none)


def _count(argument: Argument, use: Use) -> Code:
    if argument.only("int") or (argument.is_literal and not isinstance(argument.literal, str)):
        return argument.code
    if isinstance(argument.literal, str) and argument.literal.isdigit():
        return Code(argument.literal)
    return code(f"int({argument.code.term} or 0)", argument.code)


def _truth(argument: Argument, use: Use) -> Code:
    if isinstance(argument.literal, str):
        return Code(str(argument.literal.lower() == "true"))
    if argument.only("bool") and not argument.may_be_none:
        return argument.code
    return use.call(ec2_values._truth, argument.code)


def _tag_list(argument: Argument, use: Use) -> Code:
    """A dict or list in the source becomes the list that it stands for; all else goes through a helper."""
    node = argument.node
    entries: list[str] = []
    parts: list[Code] = []
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        for key, value in zip(node.keys, node.values, strict=True):
            assert key is not None
            name, content = use.argument(key).code, use.argument(value)
            parts += [name, content.code]
            if content.literal is None:
                entries.append(f'{{"Key": {name}}}')
            elif content.only("str") and not content.may_be_none:
                entries.append(f'{{"Key": {name}, "Value": {content.code}}}')
            elif content.is_literal:
                entries.append(f'{{"Key": {name}, "Value": "{content.literal}"}}')
            else:
                return use.call(ec2_tags._tag_list, argument.code)
        return code(f"[{', '.join(entries)}]", *parts)
    if isinstance(node, ast.List) and all(isinstance(name, ast.Constant) for name in node.elts):
        parts = [use.argument(name).code for name in node.elts]
        entries = [f'{{"Key": {name}}}' for name in parts]
        return code(f"[{', '.join(entries)}]", *parts)
    return use.call(ec2_tags._tag_list, argument.code)


def _groups(member: str, helper: HelperFunction) -> Converter:
    """Security groups as objects or as ids (names): a list of ids (names)."""

    def render(argument: Argument, use: Use) -> Code:
        node = argument.node
        if isinstance(node, (ast.List, ast.Tuple)):
            elements: list[Code] = []
            for element in node.elts:
                group = None if isinstance(element, ast.Starred) else use.argument(element)
                if group and group.only("str") and not group.may_be_none:
                    elements.append(group.code)
                elif group and group.only("ec2.SecurityGroup") and not group.may_be_none:
                    elements.append(use.member(member, group))
                else:
                    return use.call(helper, argument.code)
            return code(f"[{', '.join(element.text for element in elements)}]", *elements)
        if argument.elements == frozenset({"str"}) and argument.only("list") and not argument.may_be_none:
            return argument.code
        return use.call(helper, argument.code)

    return Converter(render, takes_none=True)


count = Converter(_count, takes_none=True)
"""A number that boto 2 sent only when it was not 0; anything false becomes 0."""

truth = Converter(_truth, takes_none=True)
"""A bool, or "true" or "false", which boto 2 passed through; None is false."""

tag_list = Converter(_tag_list)
"""Tags as a dict, or as a list of keys: the Tags parameter."""

group_ids = _groups("GroupId", ec2_launch._group_ids)
group_names = _groups("GroupName", ec2_launch._group_names)

block_devices = _helper(ec2_devices._block_device_mappings)
network_interfaces = _helper(ec2_devices._network_interfaces)
base64_text = _helper(ec2_values._base64)
price_schedules = _helper(ec2_reserved._price_schedules, takes_none=False)
limit_price = _helper(ec2_reserved._limit_price)


# Attributes


def fields(
    pairs: Mapping[str, str],
    *,
    gives: str = "str",
    absent: str = "",
    show: Callable[[Code, Use], Code] | None = None,
    note: str = "",
    sure: bool = False,
) -> tuple[Field, ...]:
    """Fields from boto 2 name to member. What is a member of the record itself, unchanged, can be set."""
    return tuple(
        Field(name, member, gives, sure, absent, show, "." not in member and show is None, note)
        for name, member in pairs.items()
    )


def sure_fields(pairs: Mapping[str, str], *, gives: str = "str") -> tuple[Field, ...]:
    """Fields that EC2 always sends."""
    return fields(pairs, gives=gives, sure=True)


def _shown(helper: HelperFunction) -> Callable[[Code, Use], Code]:
    return lambda value, use: use.call(helper, value)


def _converted(kind: str) -> Callable[[Code, Use], Code]:
    return lambda value, use: use.call(common._maybe, Code(kind), value)


as_text = _converted("str")
as_int = _converted("int")
as_float = _converted("float")
as_true_or_false = _shown(ec2_values._true_or_false)
as_base64 = _shown(ec2_values._base64)
as_naive_utc = _shown(ec2_values._naive_utc)
with_lower_keys = _shown(ec2_values._first_lower)


def equals(text: str) -> Callable[[Code, Use], Code]:
    """A conversion for what boto 2 turned into a bool by comparing it."""
    return lambda value, use: code(f'{value.term} == "{text}"', value, binding=Binding.LOOSE)


# Rows that repeat


def _client(use: Use) -> Outcome:
    return Rewrite(use.client())


CONNECTION = Idiom("connection", _client, gives="vpc.Connection", attribute=True)
REGION = Idiom("region", _client, gives="ec2.ConnectionRegion", attribute=True)
TAGS = HelpedField("tags", ec2_tags._tags, gives="{str: str}", changed_by=ec2_tags._change_tags)


def made_by_hand(*params: Param, fixed: Mapping[str, str] | None = None) -> Callable[[Use], Rewrite]:
    """The code of an object made by hand: a dict of what `params` name and of `fixed` members that boto 2 preset."""

    def expand(use: Use) -> Rewrite:
        members = dict(fixed or {})
        parts: list[Code] = []
        for param in params:
            argument = use.arguments.get(param.name)
            if param.to and argument is not None and argument.literal is not None:
                parts.append(argument.code)
                members[param.to] = argument.code.text
        entries = [f'"{name}": {text}' for name, text in members.items()]
        return Rewrite(code(f"{{{', '.join(entries)}}}", *parts))

    return expand


def constructor(*params: Param) -> Idiom:
    """The row of a constructor: a dict of what `params` name."""
    return Idiom("__init__", made_by_hand(*params), params)


def collection(
    name: str,
    short: str,
    alias: str,
    *params: Param,
    members: tuple[Member, ...] = (),
    also: tuple[str, ...] = (),
) -> BotoClass:
    """A class that boto 2 derived from list or dict; the plain type `alias` stands for it."""
    empty = Rewrite(Code("[]" if alias.startswith("[") else "{}"))
    made = Idiom("__init__", lambda use: empty, params)
    return BotoClass(name, short, Form.PLAIN, (made, *members), also=also, alias=alias)


def parameters(names: str) -> tuple[Param, ...]:
    """Parameters that an idiom reads itself: `key value= dry_run=`, where `=` marks those with a default."""
    return tuple(Param(name.rstrip("="), required=not name.endswith("=")) for name in names.split())


def through(name: str, helper: HelperFunction, member: str, names: str, gives: str, *, client: bool = True) -> Idiom:
    """A method that a helper does with the object's id (or another member) in place of the object."""
    params = parameters(names)

    def expand(use: Use) -> Outcome:
        first = [use.client(), use.member(member)] if client else [use.member(member)]
        given = use.arguments
        positional = [param.name for param in params]
        while positional and not all(each in given for each in positional):
            positional.pop()
        keywords = {each: argument.code for each, argument in given.items() if each not in positional}
        return Rewrite(use.call(helper, *first, *(given[each].code for each in positional), **keywords))

    return Idiom(name, expand, params, gives)


def unless_used(operation: Operation, *members: str) -> Callable[[Use], Operation | None]:
    """The plain operation, where nobody looks at the result or at these members of the object."""
    return lambda use: None if use.result_used or (members and use.reads_later(*members)) else operation


def at_most_one_of(operation: Operation, *alternatives: tuple[str, ...]) -> Callable[[Use], Operation | None]:
    """The plain operation where one at most of each set of alternatives is given; boto 2 sent only the first."""

    def simple(use: Use) -> Operation | None:
        given = {name for name, argument in use.arguments.items() if argument.literal is not None}
        return operation if all(len(given.intersection(names)) < 2 for names in alternatives) else None

    return simple


def _dry_run(use: Use) -> tuple[str, list[Code]]:
    """The DryRun argument at the end of a call that is written out, if the caller gives one."""
    given = use.arguments.get("dry_run")
    if given is None or given.literal in (False, None):
        return "", []
    converted = flag.render(given, use)
    return f", DryRun={converted}", [converted]


def tag_rows(identifier: str) -> tuple[Member, ...]:
    """Tags of an object whose id is `identifier`; what we know of it follows only where tags are read."""

    def known(use: Use, helper: HelperFunction, tags: Code) -> Outcome:
        more = {"dry_run": use.arguments["dry_run"].code} if "dry_run" in use.arguments else {}
        return Rewrite(use.call(helper, use.client(), use.member(""), use.member(identifier), tags, **more))

    def one(use: Use, operation: str, helper: HelperFunction, default: str) -> Outcome:
        key, value = use.arguments["key"].code, use.arguments.get("value")
        text = value.code if value else Code(default)
        pair = code(f"{{{key}: {text}}}", key, text)
        if use.result_used or use.reads_later("tags"):
            return known(use, helper, pair)
        if text.text == "None":
            tags = code(f'[{{"Key": {key}}}]', key)
        elif value is None or (value.only("str") and not value.may_be_none):
            tags = code(f'[{{"Key": {key}, "Value": {text}}}]', key, text)
        else:
            tags = use.call(ec2_tags._tag_list, pair)
        dry_run, more = _dry_run(use)
        client, resource = use.client(), use.member(identifier)
        call = f"{client.operand}.{operation}(Resources=[{resource}], Tags={tags}{dry_run})"
        return Rewrite(code(call, client, resource, tags, *more))

    def many(use: Use, name: str, calls: str, helper: HelperFunction) -> Outcome | Operation:
        if use.result_used or use.reads_later("tags"):
            return known(use, helper, use.arguments["tags"].code)
        tags = Param("tags", "Tags", tag_list, required=True)
        return Operation(name, calls, (tags, DRY_RUN), receiver={"Resources[]": identifier})

    def add_tag(use: Use) -> Outcome:
        return one(use, "create_tags", ec2_tags._add_tags, '""')

    def add_tags(use: Use) -> Outcome | Operation:
        return many(use, "add_tags", "CreateTags", ec2_tags._add_tags)

    def remove_tag(use: Use) -> Outcome:
        return one(use, "delete_tags", ec2_tags._remove_tags, "None")

    def remove_tags(use: Use) -> Outcome | Operation:
        return many(use, "remove_tags", "DeleteTags", ec2_tags._remove_tags)

    return (
        TAGS,
        Idiom("add_tag", add_tag, parameters("key value= dry_run="), gives="none"),
        Idiom("add_tags", add_tags, parameters("tags dry_run="), gives="none"),
        Idiom("remove_tag", remove_tag, parameters("key value= dry_run="), gives="none"),
        Idiom("remove_tags", remove_tags, parameters("tags dry_run="), gives="none"),
    )
