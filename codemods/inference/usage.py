"""Types that only the use tells: the members used on something belong to one boto 2 class and to nothing else.

At least one member must exist nowhere else (`set_contents_from_string`), not in other boto 2 classes and not in
everyday Python; and every member used must belong to the class.
"""

from __future__ import annotations

import ast
import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from types import MappingProxyType
from typing import TypeVar

from codemods import service_models
from codemods.catalog.index import Catalog
from codemods.catalog.schema import Form, Manual
from codemods.inference import facts
from codemods.inference.frame import Analysis
from codemods.inference.program import ROOT, Program
from codemods.inference.scopes import Scope, parameters
from codemods.inference.stand_ins import is_test_module
from codemods.inference.values import Boto, Evidence, Other, Value

_EVERYDAY = frozenset(
    [
        "name",
        "id",
        "key",
        "value",
        "type",
        "size",
        "state",
        "status",
        "tags",
        "region",
        "bucket",
        "owner",
        "list",
        "delete",
        "get",
        "read",
        "close",
        "open",
        "next",
        "update",
        "copy",
        "start",
        "stop",
        "exists",
        "connection",
        "attach",
        "detach",
        "description",
        "groups",
        "instances",
        "location",
        "options",
        "create",
        "save",
        "run",
        "reboot",
        "terminate",
        "monitor",
        "cancel",
        "release",
        "zone",
        "domain",
        "price",
        "device",
        "host",
        "port",
        "path",
        "filename",
        "mode",
        "metadata",
        "etag",
        "md5",
        "policy",
        "add_tag",
        "add_tags",
        "remove_tag",
        "rules",
        "grants",
        "attachments",
        "permission",
        "volume_id",
        "instance_id",
        "vpc_id",
        "subnet_id",
        "group_id",
    ]
)
"""Members that other things in the world have as well: never proof of boto 2."""


ALSO_ELSEWHERE = frozenset(
    """
    allocation_id association_id attribute_name cache_control content_disposition content_encoding content_language
    content_length content_md5 content_type creation_date current_name current_value dns_name effective_date
    email_address error_key expiration_time expiry_date expose_header fixed_price gateway_id instance_status
    interface_id is_default is_public key_class key_prefix launch_time listing_id mac_address max_age_seconds max_parts
    part_number port_range previous_state public_ip region_name request_id requester_id rule_number state_name
    state_reason static_routes status_code system_status use_ip valid_from valid_until volume_size volume_status
    volume_type http_error_code replace_key usage_price
    get_attribute get_file get_image get_instance get_list get_location get_metadata get_params get_permissions
    get_policy get_status get_tags get_user get_value list_versions remove_rule reset_attribute send_file set_metadata
    set_policy set_redirect set_tags should_retry stop_all update_metadata upload_policy open_read open_write
    attribute_values base_fields delete_policy get_kernel instance_counts is_truncated launch_group load_from_path
    modify_attribute no_device no_proxy recurring_charges res_id res_type reserved_instances routing_rules volume_state
    """.split()
)
"""Words of boto 2 that answers of HTTP servers, files, records and clients of other things use as well: they prove
nothing alone, although a call of such a method on something unknown is worth a mark in a file that imports boto 2."""


_WITH_THE_NAME = {
    "s3.Bucket": (
        ("bucket",),
        frozenset("copy_key delete_key delete_keys get_all_keys get_cors get_key set_cors".split()),
    ),
    "s3.Connection": (("conn", "s3"), frozenset({"get_bucket"})),
}
"""Members that caches and other clouds have, too: they prove their class on something that is named after it."""


_Owner = TypeVar("_Owner")

_BOTO3 = frozenset({"boto3", "botocore", "aioboto3", "aiobotocore"})
"""Files that import these have objects with many of the same members."""


FunctionDef = ast.FunctionDef | ast.AsyncFunctionDef


@functools.cache
def only_boto_members(catalog: Catalog) -> Mapping[str, list[str]]:
    """Members that hardly anything but boto 2 has, and the classes that define them.

    What boto3's clients have as well (`delete_volume`) tells nothing: half-migrated code calls that, too. Neither does
    what a class of boto 2 has from the standard library (`boto.config` is a ConfigParser).
    """
    operations = [*service_models.operations("s3"), *service_models.operations("ec2")]
    shared = _EVERYDAY | {service_models.method_name(name) for name in operations} | set(dir(ConfigParser))
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for short, cls in catalog.classes.items():
        if all(isinstance(row, Manual) for row in cls.members):
            continue
        for row in cls.members:
            if "_" in row.name.strip("_") and not row.name.startswith("_") and row.name not in shared:
                owners[row.name].append(short)
    return MappingProxyType(dict(owners))


@functools.cache
@functools.cache
def connection_methods(catalog: Catalog) -> Mapping[str, str]:
    """Methods of boto 2's connections that boto3's clients have as well, and the class: those take no positional
    argument, so a call with one is not boto3's."""
    operations = [*service_models.operations("s3"), *service_models.operations("ec2")]
    shared = {service_models.method_name(name) for name in operations}
    connections = [cls for cls in catalog.classes.values() if cls.form is Form.CLIENT]
    return MappingProxyType(
        {row.name: cls.short for cls in reversed(connections) for row in cls.members if row.name in shared}
    )


def telling_members(catalog: Catalog) -> Mapping[str, str]:
    """Members that exist in exactly one boto 2 class and hardly anywhere else, and that class."""
    return MappingProxyType(
        {name: shorts[0] for name, shorts in only_boto_members(catalog).items() if len(set(shorts)) == 1}
    )


def without_own(telling: Mapping[str, _Owner], analysis: Analysis) -> dict[str, _Owner]:
    """Without the members that classes of the program have as well: what is used may be one of theirs."""
    own = {
        node.name
        for node in analysis.class_of
        if isinstance(node, FunctionDef) and not is_test_module(analysis.module_of[node])
    }
    return {name: short for name, short in telling.items() if name not in own}


@functools.cache
def shared_requests(catalog: Catalog) -> Mapping[str, str]:
    """Methods of connections that boto3's clients have as well, by name, and the class that defines them."""
    operations = [*service_models.operations("s3"), *service_models.operations("ec2")]
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for short, cls in catalog.classes.items():
        for row in cls.members:
            owners[row.name].append(short)
    names = {service_models.method_name(name) for name in operations}
    only = {name: owners[name][0] for name in names & set(owners) if len(owners[name]) == 1}
    return MappingProxyType({name: short for name, short in only.items() if catalog.classes[short].form is Form.CLIENT})


def _is_boto2_call(node: ast.Call) -> bool:
    """Is something given by position, or by a name in lower case? Clients of boto3 take neither."""
    return bool(node.args) or any(keyword.arg is not None and keyword.arg.islower() for keyword in node.keywords)


def giveaways(analysis: Analysis) -> set[str]:
    """Members whose use shows that a file gets boto 2's objects, whichever of its classes they belong to."""
    return set(without_own(only_boto_members(analysis.catalog), analysis)) - ALSO_ELSEWHERE


def infer_from_usage(analysis: Analysis) -> None:
    """Give what nothing is known of the class that its uses prove: parameters, local names, attributes of `self`."""
    if not imports_boto2(analysis.program):
        return  # a program that was migrated: what looks like boto 2's objects are boto3's
    roots = {module.key: module.imported_roots for module in analysis.program.modules.values()}
    telling = {
        name: short
        for name, short in without_own(telling_members(analysis.catalog), analysis).items()
        if name not in ALSO_ELSEWHERE
    }
    for node, scope in analysis.scopes.items():
        if _BOTO3 & roots[analysis.module_of[node].key]:
            continue
        if isinstance(node, ast.ClassDef):
            _attributes(node, telling, analysis)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            _names(node, scope, telling, analysis)


def imports_boto2(program: Program) -> bool:
    """Does any module of the program import boto 2?"""
    return any(ROOT in module.imported_roots for module in program.modules.values())


def _names(node: FunctionDef, scope: Scope, telling: Mapping[str, str], analysis: Analysis) -> None:
    given = {arg.arg: arg for arg in parameters(node.args)}
    unknown = {
        name
        for name in scope.names - scope.imported
        if _is_unknown(analysis.facts.read(facts.variable(node, name), None))
    }
    rebound = {name for name in given if name in scope.assigned}
    used = _members_used(node, unknown - rebound)
    shorts = {name: _class_for(name, members, telling, analysis) for name, members in used.items()}
    for holder, holding in _holders(node, shorts, analysis):
        if holder in used and shorts[holder] is None and used[holder] <= set(analysis.catalog.members(holding)):
            shorts[holder] = holding
    for name, short in shorts.items():
        if short is None:
            continue
        proved = frozenset({Boto(short, given.get(name, node), "usage", None, Evidence.USAGE)})
        if name in given:
            analysis.give(node, name, proved)
        else:
            analysis.tell(node, name, proved)


def _holders(function: ast.AST, shorts: Mapping[str, str | None], analysis: Analysis) -> Iterator[tuple[str, str]]:
    """What is looped over for objects of a proved class: `group`, in `for rule in group.rules`, and its class."""
    for node in ast.walk(function):
        if not isinstance(node, ast.For | ast.comprehension):
            continue
        match node:
            case ast.For(target=ast.Name(id=name), iter=held) | ast.comprehension(target=ast.Name(id=name), iter=held):
                if shorts.get(name) and isinstance(held, ast.Attribute) and isinstance(held.value, ast.Name):
                    short = _only_holder(held.attr, f"[{shorts[name]}]", analysis.catalog)
                    if short is not None:
                        yield held.value.id, short


@functools.cache
def _only_holder(member: str, gives: str, catalog: Catalog) -> str | None:
    """The one class whose attribute of that name is a list of the class."""
    found = {short for short, cls in catalog.classes.items() for row in cls.members if row.name == member}
    rows = [row for short in found for row in catalog.classes[short].members if row.name == member]
    return min(found) if len(found) == 1 and all(row.gives == gives for row in rows) else None


def _attributes(node: ast.ClassDef, telling: Mapping[str, str], analysis: Analysis) -> None:
    used: defaultdict[str, set[str]] = defaultdict(set)
    known: set[str] = set()
    for inner in ast.walk(node):
        match inner:
            case ast.Attribute(value=ast.Attribute(value=ast.Name(id="self"), attr=name) as owner, attr=member):
                used[name].add(member)
                if not _is_unknown(analysis.type_of(owner)):
                    known.add(name)
    for name, members in used.items():
        if name in known:
            continue
        short = _class_for(name, members, telling, analysis)
        if short is not None:
            analysis.tell(node, name, frozenset({Boto(short, node, "usage", None, Evidence.USAGE)}))


def _is_unknown(value: Value) -> bool:
    return not value - set(Other)


def _members_used(function: ast.AST, names: set[str]) -> dict[str, set[str]]:
    used: defaultdict[str, set[str]] = defaultdict(set)
    if names:
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
                used[node.value.id].add(node.attr)
            elif isinstance(node, ast.Call) and _is_boto2_call(node) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if isinstance(owner, ast.Name) and owner.id in names:
                    used[owner.id].add(f"{node.func.attr}()")
    return used


def _class_for(name: str, members: set[str], telling: Mapping[str, str], analysis: Analysis) -> str | None:
    shared = shared_requests(analysis.catalog)
    proofs = {telling[member] for member in members if member in telling and _proves(member, telling[member], name)}
    proofs |= {shared[call[:-2]] for call in members if call.endswith("()") and call[:-2] in shared}
    if len(proofs) != 1:
        return None
    (short,) = proofs
    known = analysis.catalog.members(short)
    return short if all(member.removesuffix("()") in known for member in members) else None


def _proves(member: str, short: str, name: str) -> bool:
    words, weak = _WITH_THE_NAME.get(short, ((), frozenset()))
    return member not in weak or any(word in name.lower() for word in words)
