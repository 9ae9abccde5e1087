"""Instances and reservations, and what hangs on them: states, console output, attributes."""

from __future__ import annotations

from collections.abc import Callable

from codemods.catalog.convert import flag, id_of
from codemods.catalog.ec2_connection_instances import INSTANCE_ATTRIBUTE, modify_instance
from codemods.catalog.ec2_rows import (
    CONNECTION,
    DRY_RUN,
    as_text,
    as_true_or_false,
    collection,
    constructor,
    equals,
    fields,
    nonempty,
    sure_fields,
    tag_rows,
    through,
    with_lower_keys,
)
from codemods.catalog.schema import (
    BotoClass,
    Constant,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Operation,
    Outcome,
    Rewrite,
    Use,
    optional,
    required,
)
from codemods.code import Code, HelperFunction
from codemods.emitted import ec2_devices, ec2_instances

_THIS = {"InstanceIds[]": "InstanceId"}
_NONE = Code("None")


_STATES = ("state", "state_code", "previous_state", "previous_state_code", "_state", "_previous_state")
_EMPTIED = "as in boto 2 the instance knows only its id and states after this; call update() first to read more of it"


def _unless_looked_at(helper: HelperFunction, operation: Operation) -> Callable[[Use], Rewrite | Operation | None]:
    """The plain operation, where nobody looks at the instance afterwards: boto 2 kept nothing but its id and states."""

    def simple(use: Use) -> Rewrite | Operation | None:
        known = ("id", "connection", "region")
        if use.result_used or use.reads_later(refreshed_by="update", besides=(*known, *_STATES)):
            arguments = {name: argument.code for name, argument in use.arguments.items()}
            return Rewrite(use.call(helper, use.client(), use.member(""), **arguments), _EMPTIED)
        return None if use.reads_later(refreshed_by="update", besides=known) else operation

    return simple


_MODIFY = through(
    "modify_attribute",
    ec2_instances._modify_instance_attribute,
    "InstanceId",
    "attribute value dry_run=",
    "true",
)


def _modify(use: Use) -> Outcome | Operation:
    plain = modify_instance("modify_attribute", (), {"InstanceId": "InstanceId"})(use)
    return plain or _MODIFY.expand(use)


INSTANCE = BotoClass(
    name="boto.ec2.instance.Instance",
    short="ec2.Instance",
    form=Form.RECORD,
    bases=("ec2.TaggedEC2Object",),
    address={"InstanceId": "InstanceId"},
    shape="Instance",
    resource="Instance",
    text="Instance:{InstanceId}",
    members=(
        constructor(optional("connection")),
        *tag_rows("InstanceId"),
        *sure_fields(
            {
                "id": "InstanceId",
                "image_id": "ImageId",
                "instance_type": "InstanceType",
                "launch_time": "LaunchTime",
                "placement": "Placement.AvailabilityZone",
                "state": "State.Name",
            }
        ),
        *sure_fields({"state_code": "State.Code"}, gives="int"),
        *fields({"previous_state": "PreviousState.Name"}),
        *fields({"previous_state_code": "PreviousState.Code"}, gives="int", absent="0"),
        *fields({"_state": "State", "_previous_state": "PreviousState"}, gives="ec2.InstanceState"),
        *fields({"_placement": "Placement"}, gives="ec2.InstancePlacement"),
        *fields(
            {
                "architecture": "Architecture",
                "client_token": "ClientToken",
                "dns_name": "PublicDnsName",
                "hypervisor": "Hypervisor",
                "instanceLifecycle": "InstanceLifecycle",
                "ip_address": "PublicIpAddress",
                "kernel": "KernelId",
                "key_name": "KeyName",
                "monitoring_state": "Monitoring.State",
                "placement_group": "Placement.GroupName",
                "placement_tenancy": "Placement.Tenancy",
                "platform": "Platform",
                "private_dns_name": "PrivateDnsName",
                "private_ip_address": "PrivateIpAddress",
                "public_dns_name": "PublicDnsName",
                "ramdisk": "RamdiskId",
                "reason": "StateTransitionReason",
                "root_device_name": "RootDeviceName",
                "root_device_type": "RootDeviceType",
                "spot_instance_request_id": "SpotInstanceRequestId",
                "sriovNetSupport": "SriovNetSupport",
                "subnet_id": "SubnetId",
                "virtualization_type": "VirtualizationType",
                "vpc_id": "VpcId",
            }
        ),
        *fields({"ami_launch_index": "AmiLaunchIndex"}, show=as_text),
        *fields({"ebs_optimized": "EbsOptimized"}, gives="bool"),
        *fields({"monitored": "Monitoring.State"}, gives="bool", show=equals("enabled")),
        *fields({"sourceDestCheck": "SourceDestCheck"}, show=as_true_or_false),
        *fields({"state_reason": "StateReason"}, gives="{str: str}?", show=with_lower_keys),
        *fields({"instance_profile": "IamInstanceProfile"}, gives="{str: str}?", show=with_lower_keys),
        *fields({"groups": "SecurityGroups"}, gives="[ec2.Group]", absent="[]"),
        *fields({"interfaces": "NetworkInterfaces"}, gives="[ec2.NetworkInterface]", absent="[]"),
        HelpedField("block_device_mapping", ec2_devices._block_devices, gives="{str: ec2.BlockDeviceType}"),
        HelpedField("product_codes", ec2_instances._product_codes, gives="[str]"),
        # EC2 never sent the elements of the next ones inside an instance.
        Constant("eventsSet", _NONE, gives="none"),
        Constant("events", _NONE, gives="none"),
        Constant("group_name", _NONE, gives="none"),
        Constant("persistent", Code("False"), gives="bool"),
        Constant("requester_id", _NONE, gives="none"),
        Helped("update", ec2_instances._update_instance, gives="str"),
        Helped(
            "start",
            ec2_instances._start_instance,
            simple=_unless_looked_at(
                ec2_instances._start_instance, Operation("start", "StartInstances", (DRY_RUN,), receiver=_THIS)
            ),
        ),
        Helped(
            "stop",
            ec2_instances._stop_instance,
            simple=_unless_looked_at(
                ec2_instances._stop_instance,
                Operation("stop", "StopInstances", (optional("force", "Force", flag), DRY_RUN), receiver=_THIS),
            ),
        ),
        Helped(
            "terminate",
            ec2_instances._terminate_instance,
            simple=_unless_looked_at(
                ec2_instances._terminate_instance,
                Operation("terminate", "TerminateInstances", (DRY_RUN,), receiver=_THIS),
            ),
        ),
        Operation("reboot", "RebootInstances", (DRY_RUN,), gives="true", receiver=_THIS),
        Operation("get_console_output", "GetConsoleOutput", (DRY_RUN,), gives="ec2.ConsoleOutput"),
        Manual(
            "confirm_product",
            "boto 2 swapped the two ids here and EC2 refused them; use client.confirm_product_instance(...).",
            gives="(bool, str)",
        ),
        Operation(
            "use_ip",
            "AssociateAddress",
            (required("ip_address", "PublicIp", id_of("ec2.Address", "PublicIp")), DRY_RUN),
            gives="true",
        ),
        Operation(
            "monitor",
            "MonitorInstances",
            (DRY_RUN,),
            gives="[ec2.InstanceInfo]",
            at="InstanceMonitorings",
            receiver=_THIS,
        ),
        Operation(
            "unmonitor",
            "UnmonitorInstances",
            (DRY_RUN,),
            gives="[ec2.InstanceInfo]",
            at="InstanceMonitorings",
            receiver=_THIS,
        ),
        through(
            "get_attribute",
            ec2_instances._instance_attribute,
            "InstanceId",
            "attribute dry_run=",
            INSTANCE_ATTRIBUTE,
        ),
        Idiom("modify_attribute", _modify, _MODIFY.params, gives="true"),
        Operation(
            "reset_attribute",
            "ResetInstanceAttribute",
            (required("attribute", "Attribute"), DRY_RUN),
            gives="true",
        ),
        Operation(
            "create_image",
            "CreateImage",
            (
                required("name", "Name"),
                nonempty("description", "Description"),
                optional("no_reboot", "NoReboot", flag),
                DRY_RUN,
            ),
            gives="str",
            at="ImageId",
        ),
    ),
)

RESERVATION = BotoClass(
    name="boto.ec2.instance.Reservation",
    short="ec2.Reservation",
    form=Form.RECORD,
    bases=("ec2.EC2Object",),
    shape="Reservation",
    text="Reservation:{ReservationId}",
    members=(
        constructor(optional("connection")),
        *sure_fields({"id": "ReservationId"}),
        *sure_fields({"instances": "Instances"}, gives="[ec2.Instance]"),
        *fields({"owner_id": "OwnerId", "requesterId": "RequesterId"}),
        *fields({"groups": "Groups"}, gives="[ec2.Group]", absent="[]"),
        Helped("stop_all", ec2_instances._stop_reservation),
    ),
)

INSTANCE_PARTS: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.instance.InstanceState",
        short="ec2.InstanceState",
        form=Form.RECORD,
        members=(
            constructor(optional("code", "Code"), optional("name", "Name")),
            *fields({"name": "Name"}),
            *fields({"code": "Code"}, gives="int", absent="0"),
        ),
        shape="InstanceState",
        text="{Name}({Code})",
    ),
    BotoClass(
        name="boto.ec2.instance.InstancePlacement",
        short="ec2.InstancePlacement",
        form=Form.RECORD,
        members=(
            constructor(
                optional("zone", "AvailabilityZone"),
                optional("group_name", "GroupName"),
                optional("tenancy", "Tenancy"),
            ),
            *fields({"zone": "AvailabilityZone", "group_name": "GroupName", "tenancy": "Tenancy"}),
        ),
        shape="Placement",
        text="{AvailabilityZone}",
    ),
    BotoClass(
        name="boto.ec2.instance.ConsoleOutput",
        short="ec2.ConsoleOutput",
        form=Form.RECORD,
        members=(
            constructor(optional("parent")),
            *fields({"instance_id": "InstanceId", "timestamp": "Timestamp"}),
            HelpedField(
                "output",
                ec2_instances._console_output,
                gives="bytes?",
                note="boto 2 gave bytes on Python 3 and so does this; botocore's own Output is text already",
            ),
            Manual("parent", "This was the connection; use the client at hand.", attribute=True),
        ),
        shape="GetConsoleOutputResult",
    ),
    collection(
        "boto.ec2.instance.InstanceAttribute",
        "ec2.InstanceAttribute",
        INSTANCE_ATTRIBUTE,
        optional("parent"),
        members=(
            Constant(
                "ValidValues",
                Code(
                    '["instanceType", "kernel", "ramdisk", "userData", "disableApiTermination", '
                    '"instanceInitiatedShutdownBehavior", "rootDeviceName", "blockDeviceMapping", '
                    '"sourceDestCheck", "groupSet"]'
                ),
                gives="[str]",
            ),
            Manual("instance_id", "This is the id that the attribute was asked for with.", "str", attribute=True),
            Manual(
                "request_id",
                "Call the client and read ['ResponseMetadata']['RequestId'].",
                "str",
                attribute=True,
            ),
        ),
    ),
    collection(
        "boto.ec2.instance.SubParse",
        "ec2.SubParse",
        "{str: str}",
        required("section"),
        optional("parent"),
        members=(Manual("section", "This was the XML element that boto 2 read.", "str", attribute=True),),
    ),
    BotoClass(
        name="boto.ec2.instanceinfo.InstanceInfo",
        short="ec2.InstanceInfo",
        form=Form.RECORD,
        members=(
            constructor(optional("connection"), optional("id", "InstanceId"), optional("state")),
            CONNECTION,
            *sure_fields({"id": "InstanceId"}),
            *fields({"state": "Monitoring.State"}),
        ),
        shape="InstanceMonitoring",
        text="InstanceInfo:{InstanceId}",
    ),
    BotoClass(
        name="boto.ec2.instancetype.InstanceType",
        short="ec2.InstanceType",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        members=tuple(
            Manual(
                name,
                "Instance types came from Eucalyptus alone; on AWS see client.describe_instance_types().",
                attribute=name != "__init__",
            )
            for name in ("__init__", "name", "cores", "memory", "disk")
        ),
    ),
)
