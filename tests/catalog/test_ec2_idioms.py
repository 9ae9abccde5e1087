"""The code that the rows of EC2 and VPC stand for, where a row has a choice; and objects that programs make by hand."""

import ec2_boto
import pytest
from boto.ec2.securitygroup import GroupOrCIDR
from ec2_planner import CLASSES, Refused, plan, rows, run

from codemods.catalog.schema import Field, Form, Helped, Idiom

BOTO = {ec2_boto.dotted(cls): cls for cls in ec2_boto.classes()}

CODE = [
    # Never a collection with computed ids, never another count, never the first page alone.
    (
        "conn.terminate_instances(instance_ids=ids)",
        "ec2.Connection",
        {},
        "client.terminate_instances(**_given(InstanceIds=_as_list(ids)))",
    ),
    (
        "conn.terminate_instances()",
        "ec2.Connection",
        {},
        "client.terminate_instances(**_given(InstanceIds=[]))",
    ),
    (
        "conn.run_instances(ami)",
        "ec2.Connection",
        {},
        'client.run_instances(**_given(ImageId=ami, MinCount=1, MaxCount=1, InstanceType="m1.small"))',
    ),
    (
        "conn.get_all_instance_status()",
        "ec2.Connection",
        {},
        'client.get_paginator("describe_instance_status").paginate().build_full_result()["InstanceStatuses"]',
    ),
    (
        "conn.get_all_instance_status(max_results=5)",
        "ec2.Connection",
        {},
        'client.describe_instance_status(**_given(MaxResults=5))["InstanceStatuses"]',
    ),
    (
        "conn.get_all_instances(['i-1'])",
        "ec2.Connection",
        {},
        """client.get_paginator("describe_instances").paginate(**_given(InstanceIds=['i-1']))"""
        '.build_full_result()["Reservations"]',
    ),
    # The zone is the program's own.
    (
        "snap.create_volume('us-west-2')",
        "ec2.Snapshot",
        {},
        """client.create_volume(**_given(SnapshotId=snap["SnapshotId"], AvailabilityZone='us-west-2'))""",
    ),
    (
        "conn.create_volume(8, zone, snap)",
        "ec2.Connection",
        {"zone": "ec2.Zone", "snap": "ec2.Snapshot"},
        'client.create_volume(**_given(Size=8, AvailabilityZone=zone["ZoneName"], '
        'SnapshotId=(snap["SnapshotId"]) or None))',
    ),
    (
        "conn.create_volume(8, zone)",
        "ec2.Connection",
        {"zone": "ec2.Zone str"},
        "_create_volume(client, 8, zone)",
    ),
    # Launching with groups: names, objects, and what may be either.
    (
        "conn.run_instances(ami, security_groups=['a', group], security_group_ids=ids)",
        "ec2.Connection",
        {"group": "ec2.SecurityGroup", "ami": "str"},
        "client.run_instances(**_given(ImageId=ami, MinCount=1, MaxCount=1, "
        """SecurityGroups=['a', group["GroupName"]], InstanceType="m1.small", SecurityGroupIds=_group_ids(ids)))""",
    ),
    # Tags: what we know of an object follows only where the program looks at it.
    (
        "vol.add_tag('Name', 'data')",
        "ec2.Volume",
        {},
        """client.create_tags(Resources=[vol["VolumeId"]], Tags=[{"Key": 'Name', "Value": 'data'}])""",
    ),
    (
        "vol.add_tag('Name')",
        "ec2.Volume",
        {},
        """client.create_tags(Resources=[vol["VolumeId"]], Tags=[{"Key": 'Name', "Value": ""}])""",
    ),
    (
        "vol.add_tag('Name', name, dry_run=True)",
        "ec2.Volume",
        {},
        """client.create_tags(Resources=[vol["VolumeId"]], Tags=_tag_list({'Name': name}), DryRun=True)""",
    ),
    (
        "vol.remove_tag('Name')",
        "ec2.Volume",
        {},
        """client.delete_tags(Resources=[vol["VolumeId"]], Tags=[{"Key": 'Name'}])""",
    ),
    (
        "conn.create_tags(ids, {'Name': 'x', 'n': 5, 'none': None})",
        "ec2.Connection",
        {},
        """bool(client.create_tags(**_given(Resources=_as_list(ids), Tags=[{"Key": 'Name', "Value": 'x'}, """
        """{"Key": 'n', "Value": "5"}, {"Key": 'none'}])))""",
    ),
    (
        "conn.delete_tags('i-1', ['a', 'b'])",
        "ec2.Connection",
        {},
        """bool(client.delete_tags(**_given(Resources=['i-1'], Tags=[{"Key": 'a'}, {"Key": 'b'}])))""",
    ),
    # Attributes of the connection and of objects that lead back to it.
    ("conn.region.name", "ec2.ConnectionRegion", {}, "client.meta.region_name"),
    ("conn.host", "ec2.Connection", {}, 'client.meta.endpoint_url.split("//")[1]'),
    ("vol.connection", "ec2.Volume", {}, "client"),
    ("conn.ResponseError", "ec2.Connection", {}, "ClientError"),
    ("vol.volume_state()", "ec2.Volume", {}, 'vol["State"]'),
    ("vol.attachment_state()", "ec2.Volume", {}, '_attachment(vol).get("State")'),
    # The attribute that a call names decides the parameter.
    (
        "conn.modify_instance_attribute('i-1', 'sourceDestCheck', False)",
        "ec2.Connection",
        {},
        """bool(client.modify_instance_attribute(**_given(InstanceId='i-1', """
        "SourceDestCheck=_given(Value=False) or None)))",
    ),
    (
        "inst.modify_attribute('userData', data)",
        "ec2.Instance",
        {},
        """_modify_instance_attribute(client, inst["InstanceId"], 'userData', data)""",
    ),
    (
        "inst.get_attribute('userData')",
        "ec2.Instance",
        {},
        """_instance_attribute(client, inst["InstanceId"], 'userData')""",
    ),
    (
        "vol.create_snapshot(description='x')",
        "ec2.Volume",
        {},
        """_create_snapshot(client, vol["VolumeId"], 'x')""",
    ),
    (
        "conn.associate_address('i-1', '192.0.2.1')",
        "ec2.Connection",
        {},
        "bool(client.associate_address(**_given(InstanceId='i-1', PublicIp='192.0.2.1')))",
    ),
    (
        "conn.associate_address('i-1', '192.0.2.1', allocation)",
        "ec2.Connection",
        {},
        "_associate_address(client, 'i-1', '192.0.2.1', allocation)",
    ),
    (
        "conn.modify_vpc_attribute(vpc, enable_dns_support=True, enable_dns_hostnames=True)",
        "vpc.Connection",
        {},
        "_modify_vpc_attribute(client, vpc, enable_dns_support=True, enable_dns_hostnames=True)",
    ),
]


@pytest.mark.parametrize(("line", "short", "types", "wanted"), CODE, ids=[line for line, *_ in CODE])
def test_code(line, short, types, wanted):
    used = not line.startswith(("vol.add", "vol.remove", "conn.terminate"))
    assert plan(line, short, types, used=used) == wanted


RULES = [
    (
        "group.authorize('tcp', 22, 22, '0.0.0.0/0')",
        {},
        """client.authorize_security_group_ingress(GroupId=group["GroupId"], IpPermissions=[{"IpProtocol": 'tcp', """
        """"FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": '0.0.0.0/0'}]}])""",
    ),
    (
        "group.authorize('tcp', '22', port, cidr)",
        {"port": "str", "cidr": "str"},
        """client.authorize_security_group_ingress(GroupId=group["GroupId"], IpPermissions=[{"IpProtocol": 'tcp', """
        """"FromPort": 22, "ToPort": int(port), "IpRanges": [{"CidrIp": cidr}]}])""",
    ),
    (
        "group.authorize('tcp', port, port, cidr, dry_run=True)",
        {},
        """client.authorize_security_group_ingress(GroupId=group["GroupId"], """
        """IpPermissions=[_ip_permission('tcp', port, port, cidr)], DryRun=True)""",
    ),
    (
        "group.authorize(ip_protocol='tcp', to_port=port, cidr_ip=cidr)",
        {},
        """client.authorize_security_group_ingress(GroupId=group["GroupId"], """
        """IpPermissions=[_ip_permission('tcp', to_port=port, cidr_ip=cidr)])""",
    ),
    ("group.authorize(src_group=other)", {}, "_authorize_group(client, group, src_group=other)"),
    (
        "group.revoke('tcp', 22, 22, '0.0.0.0/0')",
        {},
        """client.revoke_security_group_ingress(GroupId=group["GroupId"], IpPermissions=[{"IpProtocol": 'tcp', """
        """"FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": '0.0.0.0/0'}]}])""",
    ),
]


@pytest.mark.parametrize(("line", "types", "wanted"), RULES, ids=[line for line, *_ in RULES])
def test_rules_of_a_group(line, types, wanted):
    assert plan(line, "ec2.SecurityGroup", types, used=False) == wanted


def test_a_rule_is_noted_where_the_program_looks_at_rules():
    line = "group.authorize('tcp', 22, 22, '0.0.0.0/0')"
    assert plan(line, "ec2.SecurityGroup", reads=["rules"], used=False) == line.replace(
        "group.authorize(", "_authorize_group(client, group, "
    )
    assert plan(line, "ec2.SecurityGroup", used=True).startswith("_authorize_group(")


@pytest.mark.parametrize("name", ["start", "stop", "terminate"])
def test_a_state_is_noted_where_the_program_looks_at_states(name):
    line = f"inst.{name}()"
    assert plan(line, "ec2.Instance", used=False) == (
        f'client.{name}_instances(**_given(InstanceIds=[inst["InstanceId"]]))'
    )
    for member in ("state", "state_code", "previous_state"):
        assert plan(line, "ec2.Instance", reads=[member], used=False) == f"_{name}_instance(client, inst)"


def test_tags_are_noted_where_the_program_looks_at_tags():
    assert plan("vol.add_tags(tags)", "ec2.Volume", reads=["tags"], used=False) == (
        '_add_tags(client, vol, vol["VolumeId"], tags)'
    )
    assert plan("vol.remove_tag(key, value)", "ec2.Volume", reads=["tags"], used=False) == (
        '_remove_tags(client, vol, vol["VolumeId"], {key: value})'
    )


def test_what_is_left_to_a_person():
    for line in ("conn.copy_image('us-east-1', 'ami-1')", "conn.modify_volume_attribute('vol-1', name, True)"):
        with pytest.raises(Refused):
            plan(line, "ec2.Connection")


BY_HAND = [
    pytest.param(table.short, id=table.short)
    for table in CLASSES.values()
    if table.form is Form.RECORD
    and table.name in BOTO
    and isinstance(rows(table.short).get("__init__"), Idiom | Helped)
]


@pytest.mark.parametrize("given", [True, False], ids=["given", "left out"])
@pytest.mark.parametrize("short", BY_HAND)
def test_an_object_made_by_hand(short, given):
    """Its attributes are what boto 2's object has, for every argument that its constructor takes."""
    cls, row = BOTO[CLASSES[short].name], rows(short)["__init__"]
    known = rows(short)
    taken = {
        each.name: f"{each.name}-1"
        for each in ec2_boto.parameters(cls, "__init__")
        if "__init__" in vars(cls) and isinstance(known.get(each.name), Field) and hasattr(cls(), each.name)
    }
    nested = {name for name in taken if "." in known[name].member}
    values = {name: value for name, value in taken.items() if name not in nested} if given else {}
    made = cls(**values)
    record = run(plan(f"Made({', '.join(f'{name}={value!r}' for name, value in values.items())})", short))
    if isinstance(row, Helped):
        assert row.helper(**values) == {name: value for name, value in record.items() if value is not None} | (
            {"NoDevice": False} if short == "ec2.BlockDeviceType" and not given else {}
        )
    for name in taken:
        if (name in values or not known[name].sure) and name not in nested and known[name].show is None:
            got = run(plan(f"it.{name}", short), it=record)
            assert got == getattr(made, name), name


@pytest.mark.parametrize(
    ("line", "short", "wanted"),
    [
        ("BlockDeviceMapping()", "ec2.BlockDeviceMapping", "{}"),
        ("NetworkInterfaceCollection(a, b)", "ec2.NetworkInterfaceCollection", "[a, b]"),
        ("TagSet()", "ec2.TagSet", "{}"),
        ("ProductCodes()", "ec2.ProductCodes", "[]"),
    ],
)
def test_collections_are_plain(line, short, wanted):
    assert plan(line, short) == wanted


def test_a_block_device_stays_open_to_changes():
    device = run(plan("BlockDeviceType(size=20)", "ec2.BlockDeviceType"))
    device["Iops"] = 5
    assert [run(plan(f"it.{name}", "ec2.BlockDeviceType"), it=device) for name in ("size", "iops", "encrypted")] == [
        20,
        5,
        None,
    ]


@pytest.mark.parametrize(
    "members",
    [{"cidr_ip": "10.0.0.0/8"}, {"name": "web", "owner_id": "111"}, {"group_id": "sg-1", "owner_id": "111"}, {}],
)
def test_a_grant_prints_as_on_boto_2(members):
    grant = GroupOrCIDR()
    known = rows("ec2.GroupOrCIDR")
    record = {}
    for name, value in members.items():
        setattr(grant, name, value)
        record[known[name].member] = value
    assert run(plan("it.__str__()", "ec2.GroupOrCIDR"), it=record) == str(grant)
