"""The tables of EC2 and VPC: nothing of boto 2 is missing, and both ends of every row exist."""

from __future__ import annotations

import importlib
import inspect
import re
from collections import Counter

import ec2_boto
import pytest
from ec2_planner import CLASSES, MODEL, TABLES, rows, shape_at

from codemods.catalog.schema import (
    BotoClass,
    BotoModule,
    Constant,
    Field,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Member,
    Operation,
)

BOTO = {ec2_boto.dotted(cls): cls for cls in ec2_boto.classes()}
BY_NAME = {table.name: table for table in CLASSES.values()}
MADE_ELSEWHERE = {
    "boto.ec2.connection.EC2Connection": {"__init__"},
    "boto.connection.AWSQueryConnection": {"__init__"},
    "boto.ec2.regioninfo.EC2RegionInfo": {"__init__", "name", "endpoint", "connect"},
    "boto.ec2": {"regions", "connect_to_region", "get_region"},
    "boto.vpc": {"regions", "connect_to_region"},
}
"""How connections and regions are made is in the table of connections."""
ANOTHER_NAME = {"boto.ec2.blockdevicemapping": {"EBSBlockDeviceType"}}
"""Not a constant but a second name of a class."""

EVERY_ROW = [
    pytest.param(table, member, id=f"{table.short}.{member.name}")
    for table in CLASSES.values()
    for member in table.members
]


def boto_class(table: BotoClass) -> type | None:
    """The boto 2 class of a table; None for the region of a connection, which is not a class of its own there."""
    return BOTO.get(table.name)


@pytest.mark.parametrize("name", sorted(BOTO))
def test_every_name_of_a_class_has_a_row(name):
    table = BY_NAME.get(name)
    assert table, f"no table for {name}"
    wanted = ec2_boto.methods(BOTO[name]) | ec2_boto.attributes(BOTO[name])
    assert wanted - set(rows(table.short)) - MADE_ELSEWHERE.get(name, set()) == set()


@pytest.mark.parametrize("name", ec2_boto.MODULES)
def test_every_function_and_constant_of_a_module_has_a_row(name):
    known = {
        member.name
        for table in TABLES
        if isinstance(table, BotoModule) and table.name == name
        for member in table.members
    }
    wanted = ec2_boto.module_names(name) - MADE_ELSEWHERE.get(name, set()) - ANOTHER_NAME.get(name, set())
    assert wanted - known == set()


def test_every_place_to_import_a_class_from_is_known():
    missing = []
    for name in ec2_boto.MODULES:
        for bound, value in vars(importlib.import_module(name)).items():
            if inspect.isclass(value) and ec2_boto.dotted(value) in BY_NAME:
                table = BY_NAME[ec2_boto.dotted(value)]
                if bound not in ("EC2Object", "TaggedEC2Object"):
                    missing += [f"{name}.{bound}"] if f"{name}.{bound}" not in (table.name, *table.also) else []
    assert missing == []


def is_automatic(member: Member) -> bool:
    return not isinstance(member, Manual)


def test_nine_of_ten_methods_and_nineteen_of_twenty_attributes_are_automatic():
    counts: Counter[tuple[str, bool]] = Counter()
    for name, cls in BOTO.items():
        if name.startswith("boto.connection"):
            continue
        members = rows(BY_NAME[name].short)
        for kind, names in (("method", ec2_boto.methods(cls)), ("attribute", ec2_boto.attributes(cls))):
            counts.update((kind, is_automatic(members[each])) for each in names if each in members)
    methods = counts["method", True] / (counts["method", True] + counts["method", False])
    attributes = counts["attribute", True] / (counts["attribute", True] + counts["attribute", False])
    print(counts)
    assert methods >= 0.9
    assert attributes >= 0.95


@pytest.mark.parametrize("table", CLASSES.values(), ids=lambda table: table.short)
def test_no_name_stands_twice_in_a_table(table):
    assert [name for name, count in Counter(member.name for member in table.members).items() if count > 1] == []


@pytest.mark.parametrize("table", CLASSES.values(), ids=lambda table: table.short)
def test_a_table_names_what_exists(table):
    assert all(base in CLASSES for base in table.bases)
    assert (table.form is Form.PLAIN) == bool(table.alias)
    shape = MODEL.shape_for(table.shape) if table.shape else None
    for member in [*table.address.values(), *re.findall(r"{(\w+)}", table.text)]:
        assert shape_at(shape, member) is not None, member


@pytest.mark.parametrize("table", CLASSES.values(), ids=lambda table: table.short)
def test_text_is_what_boto_2_printed(table):
    """With distinct values for the members, `text` gives what `repr` gives of the boto 2 object."""
    cls = boto_class(table)
    if not table.text or cls is None or table.text == "RegionInfo:{RegionName}":
        return
    made = cls.__new__(cls)
    values = {}
    for number, row in enumerate(rows(table.short).values(), 7):
        if isinstance(row, Field):
            values[row.member.replace(".", "")] = number
            if row.name in vars(cls):  # a property
                continue
            setattr(made, row.name, number)
    if table.short == "ec2.InstancePlacement":
        made.zone = values["AvailabilityZone"] = "us-east-1a"
    if table.short == "ec2.SpotPriceHistory":  # %2f prints more digits than EC2 sends
        assert repr(made) == table.text.format(**values) + ".000000"
        return
    shown = {
        name: getattr(made, row.name)
        for row in rows(table.short).values()
        if isinstance(row, Field)
        for name in [row.member]
        if row.name not in vars(cls)
    }
    assert repr(made) == table.text.format(**shown)


ALSO_HOLDS = {
    "ec2.GroupOrCIDR": ["IpRange"],  # a grant is a group or a range
    "ec2.Instance": ["InstanceStateChange"],  # helpers note the previous state in the instance
}
TYPES = {"str", "int", "float", "bool", "bytes", "none", "any", "true", "datetime"}


@pytest.mark.parametrize(("table", "member"), EVERY_ROW)
def test_types_name_what_exists(table, member):
    for name in re.findall(r"[\w.]+", getattr(member, "gives", "") + " " + table.alias):
        assert name in TYPES or name in CLASSES, name


@pytest.mark.parametrize(("table", "member"), EVERY_ROW)
def test_parameters_are_boto_2s(table, member):
    cls = boto_class(table)
    if cls is None or isinstance(member, Field | HelpedField | Constant | Manual) or member.name == "__str__":
        return
    if isinstance(member, Idiom) and member.attribute:
        return
    if member.name == "__init__" and "__init__" not in vars(cls):
        assert member.params == ()
        return
    wanted = ec2_boto.parameters(cls, member.name)
    if isinstance(member, Helped):
        leading = 0 if member.name == "__init__" else member.client + (table.form is not Form.CLIENT)
        ours = list(inspect.signature(member.helper).parameters.values())[leading:]
        assert [(each.name, each.default) for each in ours] == [(each.name, each.default) for each in wanted]
        assert set(member.refused) | set(member.prepare) <= {each.name for each in wanted}
    else:
        assert [(param.name, param.required) for param in member.params] == [
            (str(each).partition("=")[0], each.default is each.empty and each.kind is not each.VAR_POSITIONAL)
            for each in wanted
        ]


def operations(table: BotoClass):
    """The operations among a table's rows."""
    return [member for member in table.members if isinstance(member, Operation)]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param(table, row, id=f"{table.short}.{row.name}")
        for table in CLASSES.values()
        for row in operations(table)
    ],
)
def test_an_operation_is_botocores(table, row):
    model = MODEL.operation_model(row.calls)
    receiver = table.address if row.receiver is None else row.receiver
    for path in [*(param.to for param in row.params if param.to), *row.fixed, *receiver]:
        assert shape_at(model.input_shape, path) is not None, path
    for member in receiver.values():
        assert shape_at(MODEL.shape_for(table.shape), member) is not None, member
    if row.at:
        assert shape_at(model.output_shape, row.at) is not None, row.at
    sent = {
        path.partition(".")[0].removesuffix("[]")
        for path in [*(param.to for param in row.params), *row.fixed, *receiver]
    }
    assert set(model.input_shape.required_members) <= sent


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param(table, row, id=f"{table.short}.{row.name}")
        for table in CLASSES.values()
        for row in table.members
        if isinstance(row, Field)
    ],
)
def test_a_field_is_a_member_of_the_record(table, row):
    shapes = [table.shape] if table.shape else ["EbsBlockDevice", "EbsInstanceBlockDevice", "BlockDeviceMapping"]
    shapes += ALSO_HOLDS.get(table.short, [])
    assert any(shape_at(MODEL.shape_for(name), row.member) is not None for name in shapes)
    assert not (row.sure and row.absent)
    assert row.settable == ("." not in row.member and row.show is None)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(member, id=f"{table.name}.{member.name}")
        for table in TABLES
        for member in table.members
        if isinstance(member, Manual)
    ],
)
def test_advice_is_a_sentence(row):
    assert re.fullmatch(r"\S.{20,100}\S\.", row.advice)


def test_no_tables_share_a_name():
    names = [name for table in CLASSES.values() for name in (table.name, *table.also)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert len(CLASSES) == sum(isinstance(table, BotoClass) for table in TABLES)
