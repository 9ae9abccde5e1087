"""Rules of security groups: the code of one rule, and the calls that authorize or revoke it."""

from __future__ import annotations

from collections.abc import Callable

from codemods.catalog.convert import flag
from codemods.catalog.schema import Argument, Rewrite, Use
from codemods.code import Code, code
from codemods.emitted import ec2_security

_RULE = ("ip_protocol", "from_port", "to_port", "cidr_ip")


def _port(argument: Argument) -> Code | None:
    """A port as code that is surely an int; None when it may be None or anything."""
    if isinstance(argument.literal, str):
        return Code(str(int(argument.literal))) if argument.literal.lstrip("-").isdigit() else None
    if argument.may_be_none or not argument.known or argument.classes:
        return None
    return argument.code if argument.only("int") else code(f"int({argument.code})", argument.code)


def _text(argument: Argument) -> Code | None:
    """Text as code that is surely a str; None when it may be anything else."""
    if argument.is_literal and isinstance(argument.literal, int):
        return Code(f'"{argument.literal}"')
    return argument.code if argument.only("str") and not argument.may_be_none else None


def permission(use: Use) -> Code:
    """The rule that a call describes by protocol, ports and range of addresses."""
    given = [use.arguments.get(name) for name in _RULE]
    if all(given):
        protocol, start, end, cidr = (argument for argument in given if argument)
        parts = _text(protocol), _port(start), _port(end), _text(cidr)
        if all(parts):
            known = [part for part in parts if part]
            text = '{{"IpProtocol": {}, "FromPort": {}, "ToPort": {}, "IpRanges": [{{"CidrIp": {}}}]}}'
            return code(text.format(*known), *known)
    named = {name: argument.code for name, argument in zip(_RULE, given, strict=True) if argument}
    positional: list[Code] = []
    for name in _RULE:
        if name not in named:
            break
        positional.append(named.pop(name))
    return use.call(ec2_security._ip_permission, *positional, **named)


def one_rule(operation: str, target: Callable[[Use], Code | None]) -> Callable[[Use], Rewrite | None]:
    """The plain call for a rule with a range of addresses; None where a source group or the result matters.

    `operation` is the client's method, `target` gives the keyword argument that names the group, or None.
    """

    def simple(use: Use) -> Rewrite | None:
        others = set(use.arguments) - {*_RULE, "group_name", "group_id", "dry_run"}
        if use.result_used or any(use.arguments[name].literal is not None for name in others):
            return None
        group = target(use)
        if group is None:
            return None
        client, rule = use.client(), permission(use)
        parts = [group, code(f"IpPermissions=[{rule}]", rule)]
        dry_run = use.arguments.get("dry_run")
        if dry_run is not None and dry_run.literal is not False:
            parts.append(code(f"DryRun={flag.render(dry_run, use)}", dry_run.code))
        text = ", ".join(part.text for part in parts)
        return Rewrite(code(f"{client.operand}.{operation}({text})", client, *parts))

    return simple


def named_group(use: Use) -> Code | None:
    """The group that a call of the connection names by id or by name; None when it gives both."""
    given = {
        member: use.arguments[name].code
        for name, member in (("group_id", "GroupId"), ("group_name", "GroupName"))
        if name in use.arguments and use.arguments[name].literal is not None
    }
    if len(given) != 1:
        return None
    [(member, value)] = given.items()
    return code(f"{member}={value}", value)


def this_group(use: Use) -> Code:
    """The group itself."""
    identifier = use.member("GroupId")
    return code(f"GroupId={identifier}", identifier)


def this_group_unread(use: Use) -> Code | None:
    """The group itself; None where the program looks at its rules afterwards, which then have to follow."""
    return None if use.reads_later("rules") else this_group(use)
