"""Every method of EC2 and VPC sends what boto 2 sent: the request of the planned code equals boto 2's own.

Four ways to call each method: everything written out; everything in variables of which nothing is known; only what
boto 2 requires; and each optional argument in turn None or empty, in a variable.
"""

from __future__ import annotations

import inspect

import ec2_boto
import pytest
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType
from boto.ec2.networkinterface import (
    NetworkInterfaceCollection,
    NetworkInterfaceSpecification,
    PrivateIPAddress,
)
from boto.ec2.reservedinstance import ReservedInstancesConfiguration
from boto.ec2.securitygroup import SecurityGroup
from ec2_planner import CLASSES, Refused, plan, rows, run
from ec2_wire import Recording, recording_client, request_of

from codemods.catalog.schema import Field, Form, Helped, HelpedField, Idiom, Manual, Operation

BOTO = {ec2_boto.dotted(cls): cls for cls in ec2_boto.classes()}
CLIENT = recording_client()
OLD = Recording()


def _devices():
    old, new = BlockDeviceMapping(), {}
    old["/dev/sda1"] = BlockDeviceType(size=20, volume_type="io1", iops=100, encrypted=False)
    new["/dev/sda1"] = {"VolumeSize": 20, "VolumeType": "io1", "Iops": 100, "Encrypted": False}
    old["/dev/sdb"] = BlockDeviceType(ephemeral_name="ephemeral0")
    new["/dev/sdb"] = {"VirtualName": "ephemeral0", "DeleteOnTermination": False}
    old["/dev/sdc"] = BlockDeviceType(no_device=True)
    new["/dev/sdc"] = {"NoDevice": True}
    old["/dev/sdd"] = BlockDeviceType(snapshot_id="snap-1", delete_on_termination=True)
    new["/dev/sdd"] = {"SnapshotId": "snap-1", "DeleteOnTermination": True}
    return old, new


def _interfaces():
    old = NetworkInterfaceSpecification(
        subnet_id="subnet-1",
        groups=["sg-1", "sg-2"],
        private_ip_addresses=[PrivateIPAddress(private_ip_address="10.0.0.5", primary=True)],
        delete_on_termination=True,
        associate_public_ip_address=True,
    )
    new = {
        "SubnetId": "subnet-1",
        "Groups": ["sg-1", "sg-2"],
        "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.0.5", "Primary": True}],
        "DeleteOnTermination": True,
        "AssociatePublicIpAddress": True,
    }
    return NetworkInterfaceCollection(old), [new]


def _configurations():
    old = ReservedInstancesConfiguration(availability_zone="us-east-1a", instance_count=2, instance_type="m1.small")
    return [old], [{"AvailabilityZone": "us-east-1a", "InstanceCount": 2, "InstanceType": "m1.small"}]


def _source():
    old = SecurityGroup(None, owner_id="111", name="other", id="sg-9")
    return old, {"OwnerId": "111", "GroupName": "other", "GroupId": "sg-9"}


OBJECTS = {
    "block_device_map": _devices(),
    "block_device_mapping": _devices(),
    "network_interfaces": _interfaces(),
    "target_configurations": _configurations(),
    "src_group": _source(),
}
"""Arguments that are objects on boto 2: what boto 2 gets and what stands for it in migrated code."""

LISTS = (
    "addresses allocation_ids attribute_names bundle_ids executable_by group_ids group_names groups groupnames "
    "image_ids instance_ids kernel_ids keynames owner owners private_ip_addresses product_codes ramdisk_ids "
    "region_names request_ids reserved_instance_ids reserved_instances_id reserved_instances_listing_ids "
    "reserved_instances_modification_ids reserved_instances_offering_ids resource_ids restorable_by "
    "security_group_ids security_groups snapshot_ids user_ids volume_ids zones domain_name_servers ntp_servers "
    "netbios_name_servers"
).split()
REQUIRED_NOW = {
    "assign_private_ip_addresses": ["network_interface_id"],
    "copy_image": ["name"],
    "describe_vpc_attribute": ["attribute"],
    "modify_vpc_attribute": ["enable_dns_support"],
    "register_image": ["name"],
    "unassign_private_ip_addresses": ["network_interface_id"],
}
"""Parameters that EC2 refuses to do without; boto 2 left that to EC2, botocore says so before it asks."""
NUMBERS = (
    "bgp_asn count device_index duration from_port icmp_code icmp_type instance_count iops max_count max_duration "
    "max_instance_count max_results min_count min_duration port_range_from port_range_to rule_number "
    "secondary_private_ip_address_count size to_port hourly_backups daily_backups weekly_backups monthly_backups"
).split()
FLAGS = (
    "allow_reassignment allow_reassociation delete_snapshot disable_api_termination ebs_optimized egress "
    "enable_dns_hostnames enable_dns_support encrypted force include_all_instances include_marketplace "
    "monitoring_enabled new_value no_reboot static_routes_only validate delete_root_volume_on_termination"
).split()
VALUES = {
    "filters": {"tag:Name": "web", "instance_state_name": ["running", "stopped"]},
    "tags": {"Name": "web", "gone": None},
    "key": "Name",
    "limit_price": (10.5, "USD"),
    "price_schedules": [(1.5, 3)],
    "price": 0.25,
    "public_key_material": b"ssh-rsa AAAA",
    "user_data": b"#!/bin/sh",
    "start_time": "2026-01-01T00:00:00.000Z",
    "end_time": "2026-01-02T00:00:00.000Z",
    "valid_from": "2026-01-01T00:00:00.000Z",
    "valid_until": "2026-01-02T00:00:00.000Z",
    "domain": "vpc",
    "protocol": -1,
    "dry_run": True,
}
ALTERNATIVES = {
    "assign_private_ip_addresses": ["secondary_private_ip_address_count"],
    "associate_address": ["network_interface_id", "public_ip"],
    "associate_address_object": ["network_interface_id", "public_ip"],
    "disassociate_address": ["public_ip"],
    "release_address": ["allocation_id"],
    "delete_security_group": ["group_id"],
    "create_route": ["instance_id", "interface_id", "vpc_peering_connection_id"],
    "replace_route": ["instance_id", "interface_id", "vpc_peering_connection_id"],
    # One request for each attribute, where boto 2 made one for both, which EC2 refuses.
    "modify_vpc_attribute": ["enable_dns_hostnames"],
    # EC2 does not know it any more.
    "run_instances": ["addressing_type"],
    "run": ["addressing_type"],
}
"""Parameters that boto 2 dropped because another one was given: left out where everything else is given."""

PER_METHOD = {
    "modify_volume_attribute": {"attribute": "AutoEnableIO"},
    "modify_instance_attribute": {"attribute": "instanceType", "value": "m1.large"},
    "modify_attribute": {"attribute": "instanceType", "value": "m1.large"},
    "modify_network_interface_attribute": {"attr": "description", "value": "text"},
    "cancel_reserved_instances_listing": {"reserved_instances_listing_ids": ["ril-1"]},
    "import_key_pair": {"public_key_material": b"ssh-rsa AAAA"},
    "deregister_image": {"delete_snapshot": False},
    "deregister": {"delete_snapshot": False},
    "create_reserved_instances_listing": {"reserved_instances_id": "ri-1"},
    "create_snapshot": {"description": "x" * 300},
}
WITHOUT_DRY_RUN = {
    "assign_private_ip_addresses",
    "cancel_reserved_instances_listing",
    "create_reserved_instances_listing",
    "create_vpn_connection_route",
    "modify_vpc_attribute",
    "delete_vpn_connection_route",
    "unassign_private_ip_addresses",
}
"""Operations that have no dry run: there, asking for one is refused."""

DIFFERENT = {
    # boto 2 asked for all snapshots of the account and looked through them itself; EC2 can do that.
    ("ec2.Volume", "snapshots"),
    # One request for each listing, as EC2 wants it, and none for none; boto 2 sent a list, which EC2 refused.
    ("ec2.Connection", "cancel_reserved_instances_listing"),
}
SAID = {"attr", "attribute"}
"""Parameters that name what to change: written out in programs."""


def value_of(method: str, name: str) -> object:
    """A value for a parameter."""
    if name in PER_METHOD.get(method, {}):
        return PER_METHOD[method][name]
    if name in OBJECTS:
        return OBJECTS[name][0]
    if name in VALUES:
        return VALUES[name]
    if name in LISTS:
        return [f"{name}-1", f"{name}-2"]
    if name in NUMBERS:
        return 7
    return True if name in FLAGS else f"{name}-1"


def ours(value: object, name: str) -> object:
    """What stands for a value in migrated code."""
    return OBJECTS[name][1] if name in OBJECTS and value is OBJECTS[name][0] else value


def receiver(short: str):
    """An object of boto 2 and the record that stands for it, with the same values."""
    if CLASSES[short].form is Form.CLIENT:
        return OLD, CLIENT
    cls = BOTO[CLASSES[short].name]
    old, record = cls(connection=OLD) if "connection" in inspect.signature(cls).parameters else cls(), {}
    for row in rows(short).values():
        if isinstance(row, Field) and row.settable and row.gives == "str" and not row.absent:
            value = f"{row.member}-1"
            record[row.member] = value
            setattr(old, row.name, value)
    if short == "ec2.NetworkInterface":
        old.attachment, record["Attachment"] = BOTO["boto.ec2.networkinterface.Attachment"](), {"AttachmentId": "a-1"}
        old.attachment.id = "a-1"
    if short == "ec2.Reservation":
        instance, held = receiver("ec2.Instance")
        old.instances, record["Instances"] = [instance], [held]
    if short == "ec2.Volume":
        old.attach_data = BOTO["boto.ec2.volume.AttachmentSet"]()
        old.attach_data.instance_id, old.attach_data.device = "i-5", "/dev/sdf"
        record["Attachments"] = [{"InstanceId": "i-5", "Device": "/dev/sdf"}]
    return old, record


def methods() -> list[object]:
    """Every automatic method that makes a request."""
    return list(_methods())


def _methods():
    local = {"__init__", "__str__", "close", "volume_state", "attachment_state", "describe", "save"}
    for short, table in CLASSES.items():
        for member in table.members:
            automatic = not isinstance(member, Manual | Field | HelpedField) and hasattr(member, "helper")
            automatic = (
                automatic or isinstance(member, Operation) or (isinstance(member, Idiom) and not member.attribute)
            )
            if automatic and member.name not in local and (short, member.name) not in DIFFERENT:
                yield pytest.param(short, member, id=f"{short}.{member.name}")


def parameters(short: str, name: str):
    """boto 2's parameters of a method, without those that change nothing here."""
    cls = BOTO[CLASSES[short].name]
    return [
        each
        for each in ec2_boto.parameters(cls, name)
        if each.name != "validate" and (each.name != "client_token" or each.default is each.empty)
    ]


def both(short: str, name: str, values: dict[str, object], *, literal: bool, used: bool = False):
    """What boto 2 sends for a call, and what the planned code sends."""
    old, record = receiver(short)
    wanted = request_of(lambda: getattr(old, name)(**values))
    names = {"client": CLIENT, "it": record}
    if literal:
        arguments = ", ".join(f"{each}={ours(value, each)!r}" for each, value in values.items())
    else:
        arguments = ", ".join(
            f"{each}={value!r}" if each in SAID else f"{each}={each}" for each, value in values.items()
        )
        names.update({each: ours(value, each) for each, value in values.items()})
    subject = "client" if CLASSES[short].form is Form.CLIENT else "it"
    line = plan(f"{subject}.{name}({arguments})", short, used=used)
    return wanted, request_of(lambda: run(line, **names)), line


def everything(short: str, name: str) -> dict[str, object]:
    """A value for every parameter, but for those that boto 2 dropped in favour of another."""
    out = ALTERNATIVES.get(name, []) + (["dry_run"] if name in WITHOUT_DRY_RUN else [])
    return {each.name: value_of(name, each.name) for each in parameters(short, name) if each.name not in out}


def only_required(short: str, name: str) -> dict[str, object]:
    """A value for every parameter without a default."""
    wanted = REQUIRED_NOW.get(name, [])
    return {
        each.name: value_of(name, each.name)
        for each in parameters(short, name)
        if each.default is each.empty or each.name in wanted
    }


def as_lists(request):
    """A request in which `InstanceType` and `InstanceType.1` are the same, as they are for EC2."""
    action, params = request
    names = {"ProductDescription", "ReservedInstancesListingId"}
    names |= {"InstanceType"} if action == "DescribeSpotPriceHistory" else set()
    names |= {"InstanceId"} if action == "GetConsoleOutput" else set()
    return action, {f"{name}.1" if name in names else name: value for name, value in params.items()}


@pytest.mark.parametrize("used", [False, True], ids=["statement", "value"])
@pytest.mark.parametrize("literal", [True, False], ids=["literals", "variables"])
@pytest.mark.parametrize(("short", "member"), methods())
def test_all_arguments(short, member, literal, used):
    wanted, got, line = both(short, member.name, everything(short, member.name), literal=literal, used=used)
    assert as_lists(got) == as_lists(wanted), line


@pytest.mark.parametrize("used", [False, True], ids=["statement", "value"])
@pytest.mark.parametrize(("short", "member"), methods())
def test_required_arguments_alone(short, member, used):
    wanted, got, line = both(short, member.name, only_required(short, member.name), literal=False, used=used)
    assert as_lists(got) == as_lists(wanted), line


def drops_what_is_empty(short: str, method: str, name: str) -> bool:
    """Did boto 2 leave this parameter out when it was false, whatever its type?"""
    params = getattr(rows(short)[method], "params", ())
    return any(param.name == name and param.when_true for param in params)


def empties():
    """Each optional parameter of each method with what it may turn out to be."""
    for short, member in [param.values for param in methods()]:
        for each in parameters(short, member.name):
            refused = each.name == "dry_run" and member.name in WITHOUT_DRY_RUN
            needed = each.name in REQUIRED_NOW.get(member.name, []) or each.name in ("group_name", "group_id")
            if each.default not in (None, False) or refused or needed:
                continue
            for empty in (None, "", []) if drops_what_is_empty(short, member.name, each.name) else (None,):
                yield pytest.param(short, member, each.name, empty, id=f"{short}.{member.name}-{each.name}-{empty!r}")


@pytest.mark.parametrize(("short", "member", "name", "empty"), list(empties()))
def test_an_argument_that_turns_out_to_be_empty(short, member, name, empty):
    values = {**only_required(short, member.name), name: empty}
    wanted, got, line = both(short, member.name, values, literal=False)
    assert as_lists(got) == as_lists(wanted), line


CHANGES = [
    ("instanceType", "m1.large"),
    ("InstanceType", "m1.large"),
    ("kernel", "aki-1"),
    ("ramdisk", "ari-1"),
    ("userData", "aGVsbG8="),
    ("disableApiTermination", True),
    ("disableApiTermination", "false"),
    ("sourceDestCheck", False),
    ("ebsOptimized", "true"),
    ("instanceInitiatedShutdownBehavior", "stop"),
    ("sriovNetSupport", "simple"),
    ("groupSet", ["sg-1", "sg-2"]),
    ("blockDeviceMapping", ["/dev/sda1=false", "/dev/sdb", "/dev/sdc=true"]),
]


@pytest.mark.parametrize("known", [True, False], ids=["written out", "in a variable"])
@pytest.mark.parametrize(("attribute", "value"), CHANGES)
@pytest.mark.parametrize(
    ("short", "call"),
    [
        ("ec2.Connection", "client.modify_instance_attribute('i-1', {}, value)"),
        ("ec2.Instance", "it.modify_attribute({}, value)"),
    ],
)
def test_each_attribute_of_an_instance(short, call, attribute, value, known):
    wanted = request_of(lambda: OLD.modify_instance_attribute("i-1", attribute, value))
    line = plan(call.format(repr(attribute) if known else "attribute"), short)
    names = {"client": CLIENT, "it": {"InstanceId": "i-1"}, "attribute": attribute, "value": value}
    assert request_of(lambda: run(line, **names)) == wanted, line


@pytest.mark.parametrize("known", [True, False], ids=["written out", "in a variable"])
@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("groupSet", ["sg-1", "sg-2"]),
        ("description", "text"),
        ("sourceDestCheck", False),
        ("SourceDestCheck", "true"),
        ("deleteOnTermination", True),
    ],
)
def test_each_attribute_of_an_interface(attribute, value, known):
    wanted = request_of(lambda: OLD.modify_network_interface_attribute("eni-1", attribute, value, "attachment-1"))
    name = repr(attribute) if known else "attribute"
    line = plan(f"client.modify_network_interface_attribute('eni-1', {name}, value, 'attachment-1')", "ec2.Connection")
    names = {"client": CLIENT, "attribute": attribute, "value": value}
    assert request_of(lambda: run(line, **names)) == wanted, line


@pytest.mark.parametrize("name", sorted(WITHOUT_DRY_RUN))
def test_a_dry_run_that_ec2_does_not_know_is_refused(name):
    values = {**only_required("vpc.Connection", name), "dry_run": True}
    arguments = ", ".join(f"{each}={value!r}" for each, value in values.items())
    with pytest.raises(Refused, match="dry run"):
        plan(f"client.{name}({arguments})", "vpc.Connection")


HELPED = [
    pytest.param(short, member, id=f"{short}.{member.name}")
    for short, member in [param.values for param in methods()]
    if isinstance(member, Helped) and member.simple is not None
]


def helper_sends(short: str, member: Helped, values: dict[str, object]):
    """What boto 2 sends for a call, and what the helper behind the row sends, as it does for `**values`."""
    old, record = receiver(short)
    wanted = request_of(lambda: getattr(old, member.name)(**values))
    first = [CLIENT] if CLASSES[short].form is Form.CLIENT else [CLIENT, record]
    given = {each: ours(value, each) for each, value in values.items()}
    return wanted, request_of(lambda: member.helper(*first, **given))


@pytest.mark.parametrize(("short", "member"), HELPED)
def test_a_helper_sends_the_same(short, member):
    for values in (everything(short, member.name), only_required(short, member.name)):
        wanted, got = helper_sends(short, member, values)
        assert as_lists(got) == as_lists(wanted)


@pytest.mark.parametrize(("short", "member"), HELPED)
def test_a_helper_takes_none_and_empty_as_boto_2_did(short, member):
    for each in parameters(short, member.name):
        if each.default not in (None, False) or each.name in REQUIRED_NOW.get(member.name, []):
            continue
        for empty in (None, "") if each.default is None and each.name in EMPTY_TEXT else (None,):
            values = {**only_required(short, member.name), each.name: empty}
            wanted, got = helper_sends(short, member, values)
            assert as_lists(got) == as_lists(wanted), (each.name, empty)


EMPTY_TEXT = {param.name for param in [*rows("ec2.Connection")["run_instances"].simple(None).params] if param.when_true}
"""Arguments of a launch that boto 2 left out when they were empty."""
