"""EC2Connection: elastic addresses, network interfaces and the attributes of a VPC."""

from __future__ import annotations

from codemods.catalog.convert import as_list, flag, integer
from codemods.catalog.ec2_rows import DRY_RUN, FILTERS, NO_DRY_RUN, at_most_one_of, group_ids, nonempty, truth
from codemods.catalog.schema import Helped, Member, Operation, Param, Use, optional, required
from codemods.emitted import ec2_network, ec2_vpc

_ASSOCIATE = (
    optional("instance_id", "InstanceId"),
    optional("public_ip", "PublicIp"),
    optional("allocation_id", "AllocationId"),
    optional("network_interface_id", "NetworkInterfaceId"),
    optional("private_ip_address", "PrivateIpAddress"),
    nonempty("allow_reassociation", "AllowReassociation", flag),
    DRY_RUN,
)
_TARGETS = ("instance_id", "network_interface_id"), ("allocation_id", "public_ip")
_ASSIGN = Operation(
    "assign_private_ip_addresses",
    "AssignPrivateIpAddresses",
    (
        optional("network_interface_id", "NetworkInterfaceId"),
        optional("private_ip_addresses", "PrivateIpAddresses", as_list),
        optional("secondary_private_ip_address_count", "SecondaryPrivateIpAddressCount", integer),
        optional("allow_reassignment", "AllowReassignment", flag),
        NO_DRY_RUN,
    ),
    gives="true",
)
_DISASSOCIATE = Operation(
    "disassociate_address",
    "DisassociateAddress",
    (optional("public_ip", "PublicIp"), optional("association_id", "AssociationId"), DRY_RUN),
    gives="true",
)
_RELEASE = Operation(
    "release_address",
    "ReleaseAddress",
    (optional("public_ip", "PublicIp"), optional("allocation_id", "AllocationId"), DRY_RUN),
    gives="true",
)
_MODIFY_VPC = Operation(
    "modify_vpc_attribute",
    "ModifyVpcAttribute",
    (
        required("vpc_id", "VpcId"),
        optional("enable_dns_support", "EnableDnsSupport.Value", flag),
        optional("enable_dns_hostnames", "EnableDnsHostnames.Value", flag),
        NO_DRY_RUN,
    ),
    gives="true",
)
_MODIFY_INTERFACE = {
    "groupset": Param("value", "Groups", group_ids, required=True),
    "description": Param("value", "Description.Value", required=True),
    "sourcedestcheck": Param("value", "SourceDestCheck.Value", truth, required=True),
}


def _modify_interface(use: Use) -> Operation | None:
    attribute = use.arguments["attr"].literal
    value = _MODIFY_INTERFACE.get(attribute.lower()) if isinstance(attribute, str) else None
    if value is None:
        return None
    params = (
        required("interface_id", "NetworkInterfaceId"),
        required("attr"),
        value,
        optional("attachment_id"),
        DRY_RUN,
    )
    return Operation("modify_network_interface_attribute", "ModifyNetworkInterfaceAttribute", params, gives="true")


def _modify_vpc(use: Use) -> Operation | None:
    """One attribute that is not None goes in one request; more take the helper, which sends one for each."""
    names = ("enable_dns_support", "enable_dns_hostnames")
    given = [use.arguments[name] for name in names if name in use.arguments]
    return _MODIFY_VPC if len(given) == 1 and not given[0].may_be_none else None


MODIFY_VPC_ATTRIBUTE = Helped(
    "modify_vpc_attribute",
    ec2_vpc._modify_vpc_attribute,
    gives="true",
    simple=_modify_vpc,
    refused={"dry_run": NO_DRY_RUN.refused},
)

NETWORK: tuple[Member, ...] = (
    Operation(
        "get_all_addresses",
        "DescribeAddresses",
        (
            optional("addresses", "PublicIps", as_list),
            FILTERS,
            optional("allocation_ids", "AllocationIds", as_list),
            DRY_RUN,
        ),
        gives="[ec2.Address]",
        at="Addresses",
    ),
    Operation("allocate_address", "AllocateAddress", (optional("domain", "Domain"), DRY_RUN), gives="ec2.Address"),
    Helped(
        "assign_private_ip_addresses",
        ec2_network._assign_private_ip_addresses,
        gives="true",
        refused={"dry_run": NO_DRY_RUN.refused},
        simple=at_most_one_of(_ASSIGN, ("private_ip_addresses", "secondary_private_ip_address_count")),
    ),
    Operation(
        "unassign_private_ip_addresses",
        "UnassignPrivateIpAddresses",
        (
            optional("network_interface_id", "NetworkInterfaceId"),
            optional("private_ip_addresses", "PrivateIpAddresses", as_list),
            NO_DRY_RUN,
        ),
        gives="true",
    ),
    Helped(
        "associate_address",
        ec2_network._associate_address,
        gives="true",
        simple=at_most_one_of(Operation("associate_address", "AssociateAddress", _ASSOCIATE, gives="true"), *_TARGETS),
    ),
    Helped(
        "associate_address_object",
        ec2_network._associate_address_object,
        gives="ec2.Address",
        simple=at_most_one_of(
            Operation("associate_address_object", "AssociateAddress", _ASSOCIATE, gives="ec2.Address"),
            *_TARGETS,
        ),
    ),
    Helped(
        "disassociate_address",
        ec2_network._disassociate_address,
        gives="true",
        simple=at_most_one_of(_DISASSOCIATE, ("public_ip", "association_id")),
    ),
    Helped(
        "release_address",
        ec2_network._release_address,
        gives="true",
        simple=at_most_one_of(_RELEASE, ("public_ip", "allocation_id")),
    ),
    Operation(
        "get_all_network_interfaces",
        "DescribeNetworkInterfaces",
        (optional("network_interface_ids", "NetworkInterfaceIds", as_list), FILTERS, DRY_RUN),
        gives="[ec2.NetworkInterface]",
        at="NetworkInterfaces",
    ),
    Operation(
        "create_network_interface",
        "CreateNetworkInterface",
        (
            required("subnet_id", "SubnetId"),
            nonempty("private_ip_address", "PrivateIpAddress"),
            nonempty("description", "Description"),
            optional("groups", "Groups", group_ids),
            DRY_RUN,
        ),
        gives="ec2.NetworkInterface",
        at="NetworkInterface",
    ),
    Operation(
        "attach_network_interface",
        "AttachNetworkInterface",
        (
            required("network_interface_id", "NetworkInterfaceId"),
            required("instance_id", "InstanceId"),
            required("device_index", "DeviceIndex", integer),
            DRY_RUN,
        ),
        gives="true",
    ),
    Operation(
        "detach_network_interface",
        "DetachNetworkInterface",
        (required("attachment_id", "AttachmentId"), optional("force", "Force", flag), DRY_RUN),
        gives="true",
    ),
    Operation(
        "delete_network_interface",
        "DeleteNetworkInterface",
        (required("network_interface_id", "NetworkInterfaceId"), DRY_RUN),
        gives="true",
    ),
    Helped(
        "modify_network_interface_attribute",
        ec2_network._modify_network_interface_attribute,
        gives="true",
        simple=_modify_interface,
    ),
    Operation(
        "describe_vpc_attribute",
        "DescribeVpcAttribute",
        (required("vpc_id", "VpcId"), optional("attribute", "Attribute"), DRY_RUN),
        gives="ec2.VPCAttribute",
    ),
    MODIFY_VPC_ATTRIBUTE,
)
