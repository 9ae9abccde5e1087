"""VPCConnection: what it adds to EC2Connection."""

from __future__ import annotations

from codemods.catalog.convert import as_list, integer, text
from codemods.catalog.ec2_connection_network import MODIFY_VPC_ATTRIBUTE
from codemods.catalog.ec2_rows import (
    DRY_RUN,
    FILTERS,
    NO_DRY_RUN,
    at_most_one_of,
    group_ids,
    nonempty,
    truth,
)
from codemods.catalog.schema import BotoClass, Form, Helped, Member, Operation, Param, optional, required
from codemods.emitted import ec2_vpc


def _list(name: str, calls: str, ids: str, to: str, at: str, gives: str) -> Operation:
    """`get_all_...`: everything, or the ids that are given, filtered."""
    params = (optional(ids, to, as_list), FILTERS, DRY_RUN)
    return Operation(name, calls, params, gives=f"[vpc.{gives}]", at=at)


def _act(name: str, calls: str, *params: Param) -> Operation:
    """An operation that boto 2 answered True to."""
    return Operation(name, calls, (*params, DRY_RUN), gives="true")


def _make(name: str, calls: str, *params: Param, at: str, gives: str) -> Operation:
    """An operation that gives a new object."""
    return Operation(name, calls, (*params, DRY_RUN), gives=f"vpc.{gives}", at=at)


VPC_ID = required("vpc_id", "VpcId")
SUBNET_ID = required("subnet_id", "SubnetId")
ROUTE_TABLE_ID = required("route_table_id", "RouteTableId")
ACL_ID = required("network_acl_id", "NetworkAclId")
INTERNET_GATEWAY_ID = required("internet_gateway_id", "InternetGatewayId")
VPN_GATEWAY_ID = required("vpn_gateway_id", "VpnGatewayId")
VPN_CONNECTION_ID = required("vpn_connection_id", "VpnConnectionId")
GATEWAY_ID = required("gateway_id", "GatewayId")
PEERING_ID = required("vpc_peering_connection_id", "VpcPeeringConnectionId")
DESTINATION = required("destination_cidr_block", "DestinationCidrBlock")
INSTANCE_ID = required("instance_id", "InstanceId")

_TARGETS = ("gateway_id", "instance_id", "interface_id", "vpc_peering_connection_id")
_ROUTE = (
    ROUTE_TABLE_ID,
    DESTINATION,
    optional("gateway_id", "GatewayId"),
    optional("instance_id", "InstanceId"),
    optional("interface_id", "NetworkInterfaceId"),
    optional("vpc_peering_connection_id", "VpcPeeringConnectionId"),
)
_ENTRY = (
    ACL_ID,
    required("rule_number", "RuleNumber", integer),
    required("protocol", "Protocol", text),
    required("rule_action", "RuleAction"),
    required("cidr_block", "CidrBlock"),
    optional("egress", "Egress", truth, default="False"),  # EC2's own default, but botocore wants it said
    optional("icmp_code", "IcmpTypeCode.Code", integer),
    optional("icmp_type", "IcmpTypeCode.Type", integer),
    optional("port_range_from", "PortRange.From", integer),
    optional("port_range_to", "PortRange.To", integer),
)

VPCS: tuple[Member, ...] = (
    _list("get_all_vpcs", "DescribeVpcs", "vpc_ids", "VpcIds", "Vpcs", "VPC"),
    _make(
        "create_vpc",
        "CreateVpc",
        required("cidr_block", "CidrBlock"),
        nonempty("instance_tenancy", "InstanceTenancy"),
        at="Vpc",
        gives="VPC",
    ),
    _act("delete_vpc", "DeleteVpc", VPC_ID),
    MODIFY_VPC_ATTRIBUTE,
    _list("get_all_subnets", "DescribeSubnets", "subnet_ids", "SubnetIds", "Subnets", "Subnet"),
    _make(
        "create_subnet",
        "CreateSubnet",
        VPC_ID,
        required("cidr_block", "CidrBlock"),
        nonempty("availability_zone", "AvailabilityZone"),
        at="Subnet",
        gives="Subnet",
    ),
    _act("delete_subnet", "DeleteSubnet", SUBNET_ID),
    _list(
        "get_all_dhcp_options",
        "DescribeDhcpOptions",
        "dhcp_options_ids",
        "DhcpOptionsIds",
        "DhcpOptions",
        "DhcpOptions",
    ),
    Helped("create_dhcp_options", ec2_vpc._create_dhcp_options, gives="vpc.DhcpOptions"),
    _act("delete_dhcp_options", "DeleteDhcpOptions", required("dhcp_options_id", "DhcpOptionsId")),
    _act(
        "associate_dhcp_options",
        "AssociateDhcpOptions",
        required("dhcp_options_id", "DhcpOptionsId"),
        VPC_ID,
    ),
)

ROUTES: tuple[Member, ...] = (
    _list(
        "get_all_route_tables",
        "DescribeRouteTables",
        "route_table_ids",
        "RouteTableIds",
        "RouteTables",
        "RouteTable",
    ),
    _make("create_route_table", "CreateRouteTable", VPC_ID, at="RouteTable", gives="RouteTable"),
    _act("delete_route_table", "DeleteRouteTable", ROUTE_TABLE_ID),
    Operation(
        "associate_route_table",
        "AssociateRouteTable",
        (ROUTE_TABLE_ID, SUBNET_ID, DRY_RUN),
        gives="str",
        at="AssociationId",
    ),
    _act(
        "disassociate_route_table",
        "DisassociateRouteTable",
        required("association_id", "AssociationId"),
    ),
    _act(
        "replace_route_table_assocation",
        "ReplaceRouteTableAssociation",
        required("association_id", "AssociationId"),
        ROUTE_TABLE_ID,
    ),
    Operation(
        "replace_route_table_association_with_assoc",
        "ReplaceRouteTableAssociation",
        (required("association_id", "AssociationId"), ROUTE_TABLE_ID, DRY_RUN),
        gives="str",
        at="NewAssociationId",
    ),
    Helped(
        "create_route",
        ec2_vpc._create_route,
        gives="true",
        simple=at_most_one_of(_act("create_route", "CreateRoute", *_ROUTE), _TARGETS),
    ),
    Helped(
        "replace_route",
        ec2_vpc._replace_route,
        gives="true",
        simple=at_most_one_of(_act("replace_route", "ReplaceRoute", *_ROUTE), _TARGETS),
    ),
    _act("delete_route", "DeleteRoute", ROUTE_TABLE_ID, DESTINATION),
    _act("disable_vgw_route_propagation", "DisableVgwRoutePropagation", ROUTE_TABLE_ID, GATEWAY_ID),
    _act("enable_vgw_route_propagation", "EnableVgwRoutePropagation", ROUTE_TABLE_ID, GATEWAY_ID),
)

# boto 2 gave the methods of network ACLs no dry_run.
ACLS: tuple[Member, ...] = (
    Operation(
        "get_all_network_acls",
        "DescribeNetworkAcls",
        (optional("network_acl_ids", "NetworkAclIds", as_list), FILTERS),
        gives="[vpc.NetworkAcl]",
        at="NetworkAcls",
    ),
    Operation("create_network_acl", "CreateNetworkAcl", (VPC_ID,), gives="vpc.NetworkAcl", at="NetworkAcl"),
    Operation("delete_network_acl", "DeleteNetworkAcl", (ACL_ID,), gives="true"),
    Helped("associate_network_acl", ec2_vpc._associate_network_acl, gives="str"),
    Helped("disassociate_network_acl", ec2_vpc._disassociate_network_acl, gives="str"),
    Operation("create_network_acl_entry", "CreateNetworkAclEntry", _ENTRY, gives="true"),
    Operation("replace_network_acl_entry", "ReplaceNetworkAclEntry", _ENTRY, gives="true"),
    Operation(
        "delete_network_acl_entry",
        "DeleteNetworkAclEntry",
        (
            ACL_ID,
            required("rule_number", "RuleNumber", integer),
            optional("egress", "Egress", truth, default="False"),
        ),
        gives="true",
    ),
)

GATEWAYS: tuple[Member, ...] = (
    _list(
        "get_all_internet_gateways",
        "DescribeInternetGateways",
        "internet_gateway_ids",
        "InternetGatewayIds",
        "InternetGateways",
        "InternetGateway",
    ),
    _make("create_internet_gateway", "CreateInternetGateway", at="InternetGateway", gives="InternetGateway"),
    _act("delete_internet_gateway", "DeleteInternetGateway", INTERNET_GATEWAY_ID),
    _act("attach_internet_gateway", "AttachInternetGateway", INTERNET_GATEWAY_ID, VPC_ID),
    _act("detach_internet_gateway", "DetachInternetGateway", INTERNET_GATEWAY_ID, VPC_ID),
    _list(
        "get_all_customer_gateways",
        "DescribeCustomerGateways",
        "customer_gateway_ids",
        "CustomerGatewayIds",
        "CustomerGateways",
        "CustomerGateway",
    ),
    _make(
        "create_customer_gateway",
        "CreateCustomerGateway",
        required("type", "Type"),
        required("ip_address", "IpAddress"),
        required("bgp_asn", "BgpAsn", integer),
        at="CustomerGateway",
        gives="CustomerGateway",
    ),
    _act(
        "delete_customer_gateway",
        "DeleteCustomerGateway",
        required("customer_gateway_id", "CustomerGatewayId"),
    ),
    _list(
        "get_all_vpn_gateways",
        "DescribeVpnGateways",
        "vpn_gateway_ids",
        "VpnGatewayIds",
        "VpnGateways",
        "VpnGateway",
    ),
    _make(
        "create_vpn_gateway",
        "CreateVpnGateway",
        required("type", "Type"),
        nonempty("availability_zone", "AvailabilityZone"),
        at="VpnGateway",
        gives="VpnGateway",
    ),
    _act("delete_vpn_gateway", "DeleteVpnGateway", VPN_GATEWAY_ID),
    _make(
        "attach_vpn_gateway",
        "AttachVpnGateway",
        VPN_GATEWAY_ID,
        VPC_ID,
        at="VpcAttachment",
        gives="Attachment",
    ),
    _act("detach_vpn_gateway", "DetachVpnGateway", VPN_GATEWAY_ID, VPC_ID),
)

VPNS: tuple[Member, ...] = (
    _list(
        "get_all_vpn_connections",
        "DescribeVpnConnections",
        "vpn_connection_ids",
        "VpnConnectionIds",
        "VpnConnections",
        "VpnConnection",
    ),
    _make(
        "create_vpn_connection",
        "CreateVpnConnection",
        required("type", "Type"),
        required("customer_gateway_id", "CustomerGatewayId"),
        VPN_GATEWAY_ID,
        optional("static_routes_only", "Options.StaticRoutesOnly", truth),
        at="VpnConnection",
        gives="VpnConnection",
    ),
    _act("delete_vpn_connection", "DeleteVpnConnection", VPN_CONNECTION_ID),
    Operation(
        "create_vpn_connection_route",
        "CreateVpnConnectionRoute",
        (DESTINATION, VPN_CONNECTION_ID, NO_DRY_RUN),
        gives="true",
    ),
    Operation(
        "delete_vpn_connection_route",
        "DeleteVpnConnectionRoute",
        (DESTINATION, VPN_CONNECTION_ID, NO_DRY_RUN),
        gives="true",
    ),
)

PEERINGS: tuple[Member, ...] = (
    _list(
        "get_all_vpc_peering_connections",
        "DescribeVpcPeeringConnections",
        "vpc_peering_connection_ids",
        "VpcPeeringConnectionIds",
        "VpcPeeringConnections",
        "VpcPeeringConnection",
    ),
    _make(
        "create_vpc_peering_connection",
        "CreateVpcPeeringConnection",
        VPC_ID,
        required("peer_vpc_id", "PeerVpcId"),
        optional("peer_owner_id", "PeerOwnerId"),
        at="VpcPeeringConnection",
        gives="VpcPeeringConnection",
    ),
    _act("delete_vpc_peering_connection", "DeleteVpcPeeringConnection", PEERING_ID),
    _act("reject_vpc_peering_connection", "RejectVpcPeeringConnection", PEERING_ID),
    _make(
        "accept_vpc_peering_connection",
        "AcceptVpcPeeringConnection",
        PEERING_ID,
        at="VpcPeeringConnection",
        gives="VpcPeeringConnection",
    ),
)

CLASSIC_LINK: tuple[Member, ...] = (
    _list("get_all_classic_link_vpcs", "DescribeVpcClassicLink", "vpc_ids", "VpcIds", "Vpcs", "VPC"),
    _act(
        "attach_classic_link_vpc",
        "AttachClassicLinkVpc",
        VPC_ID,
        INSTANCE_ID,
        required("groups", "Groups", group_ids),
    ),
    _act("detach_classic_link_vpc", "DetachClassicLinkVpc", VPC_ID, INSTANCE_ID),
    _act("disable_vpc_classic_link", "DisableVpcClassicLink", VPC_ID),
    _act("enable_vpc_classic_link", "EnableVpcClassicLink", VPC_ID),
)

VPC_CONNECTION = BotoClass(
    name="boto.vpc.VPCConnection",
    short="vpc.Connection",
    form=Form.CLIENT,
    bases=("ec2.Connection",),
    members=(*VPCS, *ROUTES, *ACLS, *GATEWAYS, *VPNS, *PEERINGS, *CLASSIC_LINK),
)
