"""Ways out of a VPC: VPN and customer gateways, VPN connections, peering."""

from __future__ import annotations

from codemods.catalog.ec2_rows import (
    DRY_RUN,
    as_int,
    as_naive_utc,
    constructor,
    fields,
    sure_fields,
    tag_rows,
)
from codemods.catalog.schema import BotoClass, Constant, Form, Helped, Operation, optional, required
from codemods.code import Code
from codemods.emitted import ec2_vpc

VPC_GATEWAYS: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.vpc.vpngateway.VpnGateway",
        short="vpc.VpnGateway",
        form=Form.RECORD,
        also=("boto.vpc.VpnGateway",),
        bases=("ec2.TaggedEC2Object",),
        address={"VpnGatewayId": "VpnGatewayId"},
        members=(
            constructor(optional("connection")),
            *tag_rows("VpnGatewayId"),
            *sure_fields({"id": "VpnGatewayId"}),
            *fields({"type": "Type", "state": "State", "availability_zone": "AvailabilityZone"}),
            *fields({"attachments": "VpcAttachments"}, gives="[vpc.Attachment]", absent="[]"),
            Operation(
                "attach",
                "AttachVpnGateway",
                (required("vpc_id", "VpcId"), DRY_RUN),
                gives="vpc.Attachment",
                at="VpcAttachment",
            ),
        ),
        shape="VpnGateway",
        text="VpnGateway:{VpnGatewayId}",
    ),
    BotoClass(
        name="boto.vpc.vpngateway.Attachment",
        short="vpc.Attachment",
        form=Form.RECORD,
        also=("boto.vpc.Attachment",),
        members=(
            constructor(optional("connection")),
            *fields({"vpc_id": "VpcId", "state": "State"}),
        ),
        shape="VpcAttachment",
    ),
    BotoClass(
        name="boto.vpc.customergateway.CustomerGateway",
        short="vpc.CustomerGateway",
        form=Form.RECORD,
        also=("boto.vpc.CustomerGateway",),
        bases=("ec2.TaggedEC2Object",),
        address={"CustomerGatewayId": "CustomerGatewayId"},
        members=(
            constructor(optional("connection")),
            *tag_rows("CustomerGatewayId"),
            *sure_fields({"id": "CustomerGatewayId"}),
            *fields({"type": "Type", "state": "State", "ip_address": "IpAddress"}),
            *fields({"bgp_asn": "BgpAsn"}, gives="int?", show=as_int),
        ),
        shape="CustomerGateway",
        text="CustomerGateway:{CustomerGatewayId}",
    ),
    BotoClass(
        name="boto.vpc.vpnconnection.VpnConnection",
        short="vpc.VpnConnection",
        form=Form.RECORD,
        also=("boto.vpc.VpnConnection",),
        bases=("ec2.TaggedEC2Object",),
        address={"VpnConnectionId": "VpnConnectionId"},
        members=(
            constructor(optional("connection")),
            *tag_rows("VpnConnectionId"),
            *sure_fields({"id": "VpnConnectionId"}),
            *fields(
                {
                    "customer_gateway_configuration": "CustomerGatewayConfiguration",
                    "customer_gateway_id": "CustomerGatewayId",
                    "state": "State",
                    "type": "Type",
                    "vpn_gateway_id": "VpnGatewayId",
                }
            ),
            *fields({"tunnels": "VgwTelemetry"}, gives="[vpc.VpnTunnel]", absent="[]"),
            *fields({"static_routes": "Routes"}, gives="[vpc.VpnStaticRoute]", absent="[]"),
            *fields({"options": "Options"}, gives="vpc.VpnConnectionOptions?"),
            Operation("delete", "DeleteVpnConnection", (DRY_RUN,), gives="true"),
        ),
        shape="VpnConnection",
        text="VpnConnection:{VpnConnectionId}",
    ),
    BotoClass(
        name="boto.vpc.vpnconnection.VpnConnectionOptions",
        short="vpc.VpnConnectionOptions",
        form=Form.RECORD,
        members=(
            constructor(optional("static_routes_only", "StaticRoutesOnly")),
            *fields({"static_routes_only": "StaticRoutesOnly"}, gives="bool?"),
        ),
        shape="VpnConnectionOptions",
        text="VpnConnectionOptions",
    ),
    BotoClass(
        name="boto.vpc.vpnconnection.VpnStaticRoute",
        short="vpc.VpnStaticRoute",
        form=Form.RECORD,
        members=(
            constructor(
                optional("destination_cidr_block", "DestinationCidrBlock"),
                optional("source", "Source"),
                optional("state"),
            ),
            *fields({"destination_cidr_block": "DestinationCidrBlock", "source": "Source", "state": "State"}),
            Constant("available", Code("None"), gives="none"),  # boto 2's slip for the state; it was never filled
        ),
        shape="VpnStaticRoute",
        text="VpnStaticRoute: {DestinationCidrBlock}",
    ),
    BotoClass(
        name="boto.vpc.vpnconnection.VpnTunnel",
        short="vpc.VpnTunnel",
        form=Form.RECORD,
        members=(
            constructor(
                optional("outside_ip_address", "OutsideIpAddress"),
                optional("status", "Status"),
                optional("last_status_change", "LastStatusChange"),
                optional("status_message", "StatusMessage"),
                optional("accepted_route_count", "AcceptedRouteCount"),
            ),
            *fields(
                {
                    "outside_ip_address": "OutsideIpAddress",
                    "status": "Status",
                    "status_message": "StatusMessage",
                }
            ),
            *fields({"last_status_change": "LastStatusChange"}, gives="datetime?", show=as_naive_utc),
            *fields({"accepted_route_count": "AcceptedRouteCount"}, gives="int?"),
        ),
        shape="VgwTelemetry",
        text="VpnTunnel: {OutsideIpAddress}",
    ),
    BotoClass(
        name="boto.vpc.vpc_peering_connection.VpcPeeringConnection",
        short="vpc.VpcPeeringConnection",
        form=Form.RECORD,
        also=("boto.vpc.VpcPeeringConnection",),
        bases=("ec2.TaggedEC2Object",),
        address={"VpcPeeringConnectionId": "VpcPeeringConnectionId"},
        members=(
            constructor(optional("connection")),
            *tag_rows("VpcPeeringConnectionId"),
            *sure_fields({"id": "VpcPeeringConnectionId"}),
            *fields(
                {"accepter_vpc_info": "AccepterVpcInfo", "requester_vpc_info": "RequesterVpcInfo"},
                gives="vpc.VpcInfo",
                absent="{}",
            ),
            *fields({"expiration_time": "ExpirationTime", "status_message": "Status.Message"}),
            *fields({"status_code": "Status.Code"}, absent="0"),
            *fields({"_status": "Status"}, gives="vpc.VpcPeeringConnectionStatus", absent="{}"),
            Operation("delete", "DeleteVpcPeeringConnection", gives="true"),
            Helped("update", ec2_vpc._update_peering, gives="str"),
        ),
        shape="VpcPeeringConnection",
        text="VpcPeeringConnection:{VpcPeeringConnectionId}",
    ),
    BotoClass(
        name="boto.vpc.vpc_peering_connection.VpcPeeringConnectionStatus",
        short="vpc.VpcPeeringConnectionStatus",
        form=Form.RECORD,
        members=(
            constructor(optional("code", "Code"), optional("message", "Message")),
            *fields({"code": "Code"}, absent="0"),
            *fields({"message": "Message"}),
        ),
        shape="VpcPeeringConnectionStateReason",
    ),
    BotoClass(
        name="boto.vpc.vpc_peering_connection.VpcInfo",
        short="vpc.VpcInfo",
        form=Form.RECORD,
        members=(
            constructor(),
            *fields({"vpc_id": "VpcId", "owner_id": "OwnerId", "cidr_block": "CidrBlock"}),
        ),
        shape="VpcPeeringConnectionVpcInfo",
        text="VpcInfo:{VpcId}",
    ),
)
