"""Every attribute of every EC2 and VPC class gives what boto 2 gave, read from the same answer of EC2.

For each class an answer is made from the members that its table names, with botocore's element names and a value of
its own for each; boto 2's parser reads it and botocore's parser reads it, and the two views are compared attribute
by attribute. Three answers: all truth values true, all false, and one that holds only what EC2 always sends.
"""

from __future__ import annotations

import re
import xml.sax

import boto.handler
import ec2_boto
import pytest
from botocore.parsers import EC2QueryParser
from ec2_planner import CLASSES, MODEL, plan, rows, run, shape_at

from codemods.catalog.schema import BotoClass, Constant, Field, Form, HelpedField

BOTO = {ec2_boto.dotted(cls): cls for cls in ec2_boto.classes()}
PARSED = [
    table
    for table in CLASSES.values()
    if table.form is Form.RECORD and table.shape and hasattr(BOTO.get(table.name), "endElement")
]

BY_CLASS = {BOTO[table.name]: table for table in CLASSES.values() if table.name in BOTO}

VALUES = {"SpotPrice": "0.25", "BgpAsn": "65000", "CidrIp": "10.0.0.0/8", "Output": "aGVsbG8="}
"""Text that one of the two libraries makes something else of."""

HELD_BY_HELPERS = {
    "ec2.AccountAttribute": ["AttributeValues"],
    "ec2.IPPermissions": ["UserIdGroupPairs", "IpRanges"],
    "ec2.Image": ["BlockDeviceMappings", "ProductCodes", "Tags"],
    "ec2.ImageAttribute": ["LaunchPermissions", "ProductCodes", "BlockDeviceMappings"],
    "ec2.Instance": ["BlockDeviceMappings", "ProductCodes", "Tags"],
    "ec2.ConsoleOutput": ["Output"],
    "ec2.LaunchSpecification": ["BlockDeviceMappings"],
    "ec2.NetworkInterface": ["TagSet"],
    "ec2.SnapshotAttribute": ["CreateVolumePermissions"],
    "ec2.SpotInstanceRequest": ["Tags"],
    "ec2.Status": ["Details"],
    "ec2.Volume": ["Attachments", "Tags"],
    "ec2.VolumeAttribute": ["AutoEnableIO"],
    "ec2.Zone": ["Messages"],
    "vpc.DhcpOptions": ["DhcpConfigurations"],
    "vpc.VPC": ["ClassicLinkEnabled"],
}
"""Members that attributes made by helpers are made from."""
TAGGED = {"ec2.TaggedEC2Object"}

DIFFERENT = {
    ("ec2.ImageAttribute", "kernel"): "boto 2 read the wrong element",
    ("ec2.ImageAttribute", "ramdisk"): "boto 2 read the wrong element",
    ("ec2.LaunchSpecification", "monitored"): "boto 2 read the wrong element",
    ("ec2.ReservedInstanceListing", "client_token"): "boto 2 never filled it",
    ("ec2.Instance", "previous_state"): "comes with other answers: see the tests of the helpers",
    ("ec2.Instance", "previous_state_code"): "comes with other answers: see the tests of the helpers",
    ("ec2.Instance", "_previous_state"): "comes with other answers: see the tests of the helpers",
}
NOT_ON_THE_WIRE = {"connection", "region", "parent", "connection_cls", "__str__"}


def members(table: BotoClass, shape) -> list[str]:
    """Paths of the members of a shape that a table's attributes come from."""
    paths = [row.member for row in rows(table.short).values() if isinstance(row, Field)]
    paths += HELD_BY_HELPERS.get(table.short, [])
    if TAGGED & set(table.bases):
        paths.append("Tags")
    return [path for path in dict.fromkeys(paths) if shape_at(shape, path) is not None]


def classes_in(gives: str) -> list[str]:
    """The classes that a type names."""
    return [name for name in re.findall(r"[\w.]+", gives) if name in CLASSES]


def element(shape, name: str, inside: str) -> str:
    """An XML element under the name that botocore's model gives it."""
    tag = shape.serialization.get("name", name)
    return f"<{tag}>{inside}</{tag}>"


def sample(shape, name: str, path: str, truth: str) -> str:
    """The inside of an element: every member, with a value that tells where it stands."""
    if shape.type_name == "structure":
        # What EC2 says of newer things (boto 2 would take some of it for something else) is not asked for.
        return "".join(
            element(member, inner, sample(member, inner, f"{path}.{inner}", truth))
            for inner, member in shape.members.items()
            if inner in KNOWN_INSIDE.get(shape.name, shape.members)
        )
    if shape.type_name == "list":
        return element(shape.member, "item", sample(shape.member, name, f"{path}.1", truth))
    simple = {
        "boolean": truth,
        "integer": str(len(path)),
        "long": str(len(path)),
        "blob": "aGVsbG8=",
        "timestamp": "2026-01-02T03:04:05.000Z",
        "float": "1.5",
        "double": "2.5",
    }
    return VALUES.get(name) or simple.get(shape.type_name) or path


KNOWN_INSIDE = {
    "EbsInstanceBlockDevice": {"AttachTime", "DeleteOnTermination", "Status", "VolumeId"},
    "EbsBlockDevice": {"DeleteOnTermination", "Iops", "SnapshotId", "VolumeSize", "VolumeType", "Encrypted"},
    "BlockDeviceMapping": {"DeviceName", "Ebs"},
    "VolumeAttachment": {"AttachTime", "Device", "InstanceId", "State", "VolumeId", "DeleteOnTermination"},
    "LaunchPermission": {"UserId", "Group"},
    "UserIdGroupPair": {"UserId", "GroupId", "GroupName"},
    "IpRange": {"CidrIp"},
    "ProductCode": {"ProductCodeId"},
    "InstanceStatusDetails": {"Name", "Status"},
}
"""The members that EC2 knew in boto 2's days, of shapes that grew."""


def document(table: BotoClass, shape, truth: str, only_sure: bool = False) -> str:
    """The inside of an answer that holds an object of a class, in a shape."""
    by_member: dict[str, list[Field]] = {}
    for row in rows(table.short).values():
        if isinstance(row, Field) and shape_at(shape, row.member) is not None:
            by_member.setdefault(row.member, []).append(row)
    tree: dict[str, dict[str, str]] = {}
    for path in members(table, shape):
        found = by_member.get(path, [])
        if only_sure and not any(row.sure for row in found):
            continue
        head, _, rest = path.partition(".")
        member = shape_at(shape, path)
        nested = [name for row in found for name in classes_in(row.gives)]
        if nested and CLASSES[nested[0]].shape:
            each = member.member if member.type_name == "list" else member
            inside = document(CLASSES[nested[0]], each, truth, only_sure)
            inside = element(each, "item", inside) if each is not member else inside
        else:
            inside = sample(member, path.rpartition(".")[2], path, truth)
        tree.setdefault(head, {})[rest] = inside
    parts = []
    for head, insides in tree.items():
        outer = shape.members[head]
        if "" in insides:
            parts.append(element(outer, head, insides[""]))
        else:
            parts.append(element(outer, head, wrapped(outer, insides)))
    return "".join(parts)


def wrapped(shape, insides: dict[str, str]) -> str:
    """The inside of a structure, for paths below it."""
    tree: dict[str, dict[str, str]] = {}
    for path, inside in insides.items():
        head, _, rest = path.partition(".")
        tree.setdefault(head, {})[rest] = inside
    return "".join(
        element(shape.members[head], head, below[""] if "" in below else wrapped(shape.members[head], below))
        for head, below in tree.items()
    )


def boto_view(table: BotoClass, text: str):
    """The object that boto 2 makes of an answer."""
    made = BOTO[table.name]()
    xml.sax.parseString(f"<answer>{text}</answer>".encode(), boto.handler.XmlHandler(made, None))
    return made


def botocore_view(table: BotoClass, text: str):
    """The record that botocore makes of an answer."""
    response = {"status_code": 200, "headers": {}, "body": f"<answer>{text}</answer>".encode()}
    parsed = EC2QueryParser().parse(response, MODEL.shape_for(table.shape))
    if "Output" in parsed:  # botocore's client does this after parsing
        parsed["Output"] = "hello"
    return parsed


def view(ours: object, boto: object):
    """Two values that can be compared, whatever stands for an object of a class."""
    table = BY_CLASS.get(type(boto))
    if ours is None or boto is None:
        return ours, boto
    if table is not None and table.form is Form.RECORD:
        return compared(table.short, ours, boto)
    if isinstance(boto, dict):
        assert set(ours) == set(boto)
        pairs = {key: view(ours[key], boto[key]) for key in boto}
        return {key: pair[0] for key, pair in pairs.items()}, {key: pair[1] for key, pair in pairs.items()}
    if isinstance(boto, list):
        assert len(ours) == len(boto)
        pairs = [view(one, other) for one, other in zip(ours, boto, strict=True)]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return ours, boto


def compared(short: str, record: object, made: object):
    """All attributes of an object, in both views; what neither has is left out."""
    ours, theirs = {}, {}
    for name, row in rows(short).items():
        if not isinstance(row, Field | HelpedField | Constant) or name in NOT_ON_THE_WIRE or (short, name) in DIFFERENT:
            continue
        value = run(plan(f"it.{name}", short), it=record)
        if value in (None, False) and not hasattr(made, name):
            continue
        theirs_now = getattr(made, name, "not there")
        if theirs_now is None and name in ("block_device_mapping", "attach_data"):
            assert value in ({}, {"State": None})  # nothing, but fit to be looked into
            continue
        ours[name], theirs[name] = view(value, theirs_now)
    return ours, theirs


@pytest.mark.parametrize("truth", ["true", "false"])
@pytest.mark.parametrize("table", PARSED, ids=lambda table: table.short)
def test_attributes_of_a_full_answer(table, truth):
    text = document(table, MODEL.shape_for(table.shape), truth)
    ours, theirs = compared(table.short, botocore_view(table, text), boto_view(table, text))
    assert ours == theirs


@pytest.mark.parametrize("table", PARSED, ids=lambda table: table.short)
def test_attributes_that_ec2_did_not_send(table):
    text = document(table, MODEL.shape_for(table.shape), "true", only_sure=True)
    ours, theirs = compared(table.short, botocore_view(table, text), boto_view(table, text))
    assert ours == theirs


def test_every_class_that_ec2_answers_with_is_read():
    """No class is left out for want of a shape, but those that only ever stand inside others."""
    unread = {table.short for table in CLASSES.values() if table.form is Form.RECORD} - {
        table.short for table in PARSED
    }
    assert unread == {
        "ec2.BlockDeviceType",  # inside instances and images
        "ec2.BuyReservation",
        "ec2.EC2Object",
        "ec2.InstanceType",  # Eucalyptus
        "ec2.NetworkInterfaceSpecification",  # made by hand
        "ec2.TaggedEC2Object",
    }
