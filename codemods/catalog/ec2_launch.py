"""What a launch is described with: block devices, network interfaces, launch specifications."""

from __future__ import annotations

from codemods.catalog.ec2_rows import CONNECTION, collection, constructor, fields, made_by_hand, with_lower_keys
from codemods.catalog.schema import (
    BotoClass,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Outcome,
    Param,
    Rewrite,
    Use,
    optional,
)
from codemods.code import code
from codemods.emitted import ec2_devices

_PARSER = "This belonged to boto 2's XML parser; remove it."

_BLOCK_DEVICE = made_by_hand(
    optional("connection"),
    optional("ephemeral_name", "VirtualName"),
    optional("no_device", "NoDevice"),
    optional("volume_id", "VolumeId"),
    optional("snapshot_id", "SnapshotId"),
    optional("status", "Status"),
    optional("attach_time", "AttachTime"),
    optional("delete_on_termination", "DeleteOnTermination"),
    optional("size", "VolumeSize"),
    optional("volume_type", "VolumeType"),
    optional("iops", "Iops"),
    optional("encrypted", "Encrypted"),
    fixed={"DeleteOnTermination": "False"},
)
_NETWORK_INTERFACE = made_by_hand(
    optional("network_interface_id", "NetworkInterfaceId"),
    optional("device_index", "DeviceIndex"),
    optional("subnet_id", "SubnetId"),
    optional("description", "Description"),
    optional("private_ip_address", "PrivateIpAddress"),
    optional("groups", "Groups"),
    optional("delete_on_termination", "DeleteOnTermination"),
    optional("private_ip_addresses", "PrivateIpAddresses"),
    optional("secondary_private_ip_address_count", "SecondaryPrivateIpAddressCount"),
    optional("associate_public_ip_address", "AssociatePublicIpAddress"),
)


def _list_of_arguments(use: Use) -> Outcome:
    """`NetworkInterfaceCollection(a, b)` is the list of what it is given."""
    call = use.node
    assert hasattr(call, "args")
    interfaces = [use.argument(argument).code for argument in call.args]
    return Rewrite(code(f"[{', '.join(each.text for each in interfaces)}]", *interfaces))


LAUNCH: tuple[BotoClass, ...] = (
    BotoClass(
        # A flat dict, so that code can go on changing it; helpers put it in the form that a call wants.
        name="boto.ec2.blockdevicemapping.BlockDeviceType",
        short="ec2.BlockDeviceType",
        form=Form.RECORD,
        also=("boto.ec2.blockdevicemapping.EBSBlockDeviceType",),
        members=(
            Helped("__init__", ec2_devices._block_device, client=False, simple=_BLOCK_DEVICE),
            CONNECTION,
            *fields(
                {
                    "attach_time": "AttachTime",
                    "ephemeral_name": "VirtualName",
                    "snapshot_id": "SnapshotId",
                    "status": "Status",
                    "volume_id": "VolumeId",
                    "volume_type": "VolumeType",
                }
            ),
            *fields({"size": "VolumeSize", "iops": "Iops"}, gives="int"),
            *fields({"encrypted": "Encrypted"}, gives="bool?"),
            *fields(
                {"no_device": "NoDevice", "delete_on_termination": "DeleteOnTermination"},
                gives="bool",
                absent="False",
            ),
        ),
    ),
    collection(
        "boto.ec2.blockdevicemapping.BlockDeviceMapping",
        "ec2.BlockDeviceMapping",
        "{str: ec2.BlockDeviceType}",
        optional("connection"),
        members=(
            Manual("connection", "A plain dict stands here now; use the client at hand.", attribute=True),
            Manual("current_name", _PARSER, attribute=True),
            Manual("current_value", _PARSER, attribute=True),
            Manual(
                "ec2_build_list_params",
                "Pass the block devices to the client's method as BlockDeviceMappings.",
            ),
            Manual("autoscale_build_list_params", "Pass them to the autoscaling client as BlockDeviceMappings."),
        ),
    ),
    BotoClass(
        name="boto.ec2.networkinterface.NetworkInterfaceSpecification",
        short="ec2.NetworkInterfaceSpecification",
        form=Form.RECORD,
        members=(
            Helped("__init__", ec2_devices._network_interface, client=False, simple=_NETWORK_INTERFACE),
            *fields(
                {
                    "network_interface_id": "NetworkInterfaceId",
                    "subnet_id": "SubnetId",
                    "description": "Description",
                    "private_ip_address": "PrivateIpAddress",
                }
            ),
            *fields({"groups": "Groups"}, gives="[str]?"),
            *fields({"private_ip_addresses": "PrivateIpAddresses"}, gives="[ec2.PrivateIPAddress]?"),
            *fields(
                {
                    "device_index": "DeviceIndex",
                    "secondary_private_ip_address_count": "SecondaryPrivateIpAddressCount",
                },
                gives="int?",
            ),
            *fields(
                {
                    "delete_on_termination": "DeleteOnTermination",
                    "associate_public_ip_address": "AssociatePublicIpAddress",
                },
                gives="bool?",
            ),
        ),
        shape="InstanceNetworkInterfaceSpecification",
    ),
    BotoClass(
        name="boto.ec2.networkinterface.NetworkInterfaceCollection",
        short="ec2.NetworkInterfaceCollection",
        form=Form.PLAIN,
        members=(
            Idiom("__init__", _list_of_arguments, (Param("*interfaces"),)),
            Manual("build_list_params", "Pass the list to the client's method as NetworkInterfaces."),
        ),
        alias="[ec2.NetworkInterfaceSpecification]",
    ),
    BotoClass(
        name="boto.ec2.launchspecification.LaunchSpecification",
        short="ec2.LaunchSpecification",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        members=(
            constructor(optional("connection")),
            *fields(
                {
                    "image_id": "ImageId",
                    "instance_type": "InstanceType",
                    "kernel": "KernelId",
                    "key_name": "KeyName",
                    "placement": "Placement.AvailabilityZone",
                    "ramdisk": "RamdiskId",
                    "subnet_id": "SubnetId",
                }
            ),
            *fields({"groups": "SecurityGroups"}, gives="[ec2.Group]", absent="[]"),
            *fields({"ebs_optimized": "EbsOptimized"}, gives="bool", absent="False"),
            *fields(
                {"monitored": "Monitoring.Enabled"},
                gives="bool",
                absent="False",
                note="boto 2 looked for the wrong XML element here and always gave False",
            ),
            *fields({"instance_profile": "IamInstanceProfile"}, gives="{str: str}?", show=with_lower_keys),
            HelpedField("block_device_mapping", ec2_devices._block_devices, gives="{str: ec2.BlockDeviceType}"),
        ),
        shape="LaunchSpecification",
        text="LaunchSpecification({ImageId})",
    ),
)
