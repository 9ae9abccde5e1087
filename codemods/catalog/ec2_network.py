"""Elastic addresses and network interfaces."""

from __future__ import annotations

from codemods.catalog.convert import flag, integer
from codemods.catalog.ec2_rows import (
    CONNECTION,
    DRY_RUN,
    constructor,
    fields,
    sure_fields,
    tag_rows,
)
from codemods.catalog.schema import BotoClass, Form, Helped, Operation, optional, required
from codemods.emitted import ec2_network

ADDRESS = BotoClass(
    name="boto.ec2.address.Address",
    short="ec2.Address",
    form=Form.RECORD,
    bases=("ec2.EC2Object",),
    shape="Address",
    text="Address:{PublicIp}",
    members=(
        constructor(optional("connection"), optional("public_ip", "PublicIp"), optional("instance_id", "InstanceId")),
        *fields(
            {
                "public_ip": "PublicIp",
                "instance_id": "InstanceId",
                "domain": "Domain",
                "allocation_id": "AllocationId",
                "association_id": "AssociationId",
                "network_interface_id": "NetworkInterfaceId",
                "network_interface_owner_id": "NetworkInterfaceOwnerId",
                "private_ip_address": "PrivateIpAddress",
            }
        ),
        Helped("release", ec2_network._release_this_address, gives="true"),
        Helped("delete", ec2_network._release_this_address, gives="true"),
        Helped("associate", ec2_network._associate_this_address, gives="true"),
        Helped("disassociate", ec2_network._disassociate_this_address, gives="true"),
    ),
)

NETWORK_INTERFACE = BotoClass(
    name="boto.ec2.networkinterface.NetworkInterface",
    short="ec2.NetworkInterface",
    form=Form.RECORD,
    bases=("ec2.TaggedEC2Object",),
    address={"NetworkInterfaceId": "NetworkInterfaceId"},
    shape="NetworkInterface",
    resource="NetworkInterface",
    text="NetworkInterface:{NetworkInterfaceId}",
    members=(
        constructor(optional("connection")),
        *tag_rows("NetworkInterfaceId"),
        *sure_fields({"id": "NetworkInterfaceId"}),
        *fields(
            {
                "allocationId": "Association.AllocationId",
                "associationId": "Association.AssociationId",
                "availability_zone": "AvailabilityZone",
                "description": "Description",
                "ipOwnerId": "Association.IpOwnerId",
                "mac_address": "MacAddress",
                "owner_id": "OwnerId",
                "privateDnsName": "PrivateDnsName",
                "private_ip_address": "PrivateIpAddress",
                "publicIp": "Association.PublicIp",
                "requesterId": "RequesterId",
                "status": "Status",
                "subnet_id": "SubnetId",
                "vpc_id": "VpcId",
            }
        ),
        *fields({"requester_managed": "RequesterManaged"}, gives="bool", absent="False"),
        *fields({"source_dest_check": "SourceDestCheck"}, gives="bool?"),
        *fields({"groups": "Groups"}, gives="[ec2.Group]", absent="[]"),
        *fields({"attachment": "Attachment"}, gives="ec2.Attachment?"),
        *fields({"private_ip_addresses": "PrivateIpAddresses"}, gives="[ec2.PrivateIPAddress]", absent="[]"),
        Helped("update", ec2_network._update_network_interface, gives="str"),
        Operation(
            "attach",
            "AttachNetworkInterface",
            (
                required("instance_id", "InstanceId"),
                required("device_index", "DeviceIndex", integer),
                DRY_RUN,
            ),
            gives="true",
        ),
        # boto 2 sent no attachment at all for an interface that has none, and EC2 refused that.
        Operation(
            "detach",
            "DetachNetworkInterface",
            (optional("force", "Force", flag), DRY_RUN),
            gives="true",
            receiver={"AttachmentId": "Attachment.AttachmentId"},
        ),
        Operation("delete", "DeleteNetworkInterface", (DRY_RUN,), gives="true"),
    ),
)

NETWORK_PARTS: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.networkinterface.Attachment",
        short="ec2.Attachment",
        form=Form.RECORD,
        members=(
            constructor(),
            *fields(
                {
                    "id": "AttachmentId",
                    "instance_id": "InstanceId",
                    "instance_owner_id": "InstanceOwnerId",
                    "status": "Status",
                    "attach_time": "AttachTime",
                }
            ),
            *fields({"device_index": "DeviceIndex"}, gives="int", absent="0"),
            *fields({"delete_on_termination": "DeleteOnTermination"}, gives="bool", absent="False"),
        ),
        shape="NetworkInterfaceAttachment",
        text="Attachment:{AttachmentId}",
    ),
    BotoClass(
        name="boto.ec2.networkinterface.PrivateIPAddress",
        short="ec2.PrivateIPAddress",
        form=Form.RECORD,
        members=(
            constructor(
                optional("connection"),
                optional("private_ip_address", "PrivateIpAddress"),
                optional("primary", "Primary"),
            ),
            CONNECTION,
            *fields({"private_ip_address": "PrivateIpAddress"}),
            *fields({"primary": "Primary"}, gives="bool?"),
        ),
        shape="NetworkInterfacePrivateIpAddress",
        text="PrivateIPAddress({PrivateIpAddress}, primary={Primary})",
    ),
)
