"""VPCs: attributes, routes, network ACLs, DHCP options, and reading things anew."""

from codemods.emitted.common import _given


def _update_vpc(client, vpc, validate=False, dry_run=False):
    """Read a VPC anew, in place; gives its state."""
    vpc_id = vpc["VpcId"]
    found = client.describe_vpcs(VpcIds=[vpc_id], DryRun=bool(dry_run))["Vpcs"]
    if found:
        vpc.clear()
        vpc.update(found[0])
    elif validate:
        raise ValueError(f"{vpc_id} is not a valid VPC ID")
    return vpc.get("State")


def _update_peering(client, peering, validate=False, dry_run=False):
    """Read a VPC peering connection anew, in place; gives the code of its status."""
    peering_id = peering["VpcPeeringConnectionId"]
    answer = client.describe_vpc_peering_connections(VpcPeeringConnectionIds=[peering_id], DryRun=bool(dry_run))
    if answer["VpcPeeringConnections"]:
        peering.clear()
        peering.update(answer["VpcPeeringConnections"][0])
    elif validate:
        raise ValueError(f"{peering_id} is not a valid VpcPeeringConnection ID")
    return peering.get("Status", {}).get("Code", 0)


def _modify_vpc_attribute(client, vpc_id, enable_dns_support=None, enable_dns_hostnames=None, dry_run=False):
    """Change attributes of a VPC, one request for each, as EC2 wants it."""
    changes = _given(EnableDnsSupport=enable_dns_support, EnableDnsHostnames=enable_dns_hostnames)
    for name, value in changes.items():
        client.modify_vpc_attribute(VpcId=vpc_id, **{name: {"Value": bool(value)}})
    return True


def _route_target(gateway_id, instance_id, interface_id, vpc_peering_connection_id):
    """The first target that is given, as a parameter of the EC2 API."""
    targets = _given(
        GatewayId=gateway_id,
        InstanceId=instance_id,
        NetworkInterfaceId=interface_id,
        VpcPeeringConnectionId=vpc_peering_connection_id,
    )
    return dict(list(targets.items())[:1])


def _create_route(
    client,
    route_table_id,
    destination_cidr_block,
    gateway_id=None,
    instance_id=None,
    interface_id=None,
    vpc_peering_connection_id=None,
    dry_run=False,
):
    """Create a route to the first target that is given."""
    client.create_route(
        RouteTableId=route_table_id,
        DestinationCidrBlock=destination_cidr_block,
        DryRun=bool(dry_run),
        **_route_target(gateway_id, instance_id, interface_id, vpc_peering_connection_id),
    )
    return True


def _replace_route(
    client,
    route_table_id,
    destination_cidr_block,
    gateway_id=None,
    instance_id=None,
    interface_id=None,
    vpc_peering_connection_id=None,
    dry_run=False,
):
    """Replace a route by one to the first target that is given."""
    client.replace_route(
        RouteTableId=route_table_id,
        DestinationCidrBlock=destination_cidr_block,
        DryRun=bool(dry_run),
        **_route_target(gateway_id, instance_id, interface_id, vpc_peering_connection_id),
    )
    return True


def _associate_network_acl(client, network_acl_id, subnet_id):
    """Put a subnet under another network ACL; gives the id of the new association."""
    acl = client.describe_network_acls(Filters=[{"Name": "association.subnet-id", "Values": [subnet_id]}])[
        "NetworkAcls"
    ][0]
    association = next(entry for entry in acl["Associations"] if entry["SubnetId"] == subnet_id)
    answer = client.replace_network_acl_association(
        AssociationId=association["NetworkAclAssociationId"], NetworkAclId=network_acl_id
    )
    return answer["NewAssociationId"]


def _disassociate_network_acl(client, subnet_id, vpc_id=None):
    """Put a subnet under the default network ACL of its VPC; gives the id of the new association."""
    if not vpc_id:
        vpc_id = client.describe_subnets(SubnetIds=[subnet_id])["Subnets"][0]["VpcId"]
    of_vpc = [{"Name": "vpc-id", "Values": [vpc_id]}, {"Name": "default", "Values": ["true"]}]
    default = client.describe_network_acls(Filters=of_vpc)["NetworkAcls"][0]
    return _associate_network_acl(client, default["NetworkAclId"], subnet_id)


def _create_dhcp_options(
    client,
    domain_name=None,
    domain_name_servers=None,
    ntp_servers=None,
    netbios_name_servers=None,
    netbios_node_type=None,
    dry_run=False,
):
    """Create DHCP options; each may be one value or several."""
    options = {
        "domain-name": domain_name,
        "domain-name-servers": domain_name_servers,
        "ntp-servers": ntp_servers,
        "netbios-name-servers": netbios_name_servers,
        "netbios-node-type": netbios_node_type,
    }
    configurations = []
    for key, values in options.items():
        if values:
            values = values if isinstance(values, (list, tuple)) else [values]
            configurations.append({"Key": key, "Values": [str(value) for value in values]})
    return client.create_dhcp_options(DhcpConfigurations=configurations, DryRun=bool(dry_run))["DhcpOptions"]


def _dhcp_options(options):
    """DHCP options as a dict from name to the list of values; None when EC2 sent none."""
    configurations = options.get("DhcpConfigurations")
    if configurations is None:
        return None
    found = {}
    for entry in configurations:
        found.setdefault(entry["Key"], []).extend(value["Value"] for value in entry["Values"])
    return found


def _classic_link_enabled(vpc):
    """Whether ClassicLink is enabled for a VPC, as EC2 spells it: "true" or "false"; None when it did not say."""
    enabled = vpc.get("ClassicLinkEnabled")
    return None if enabled is None else str(enabled).lower()


def _update_classic_link(client, vpc, validate=False, dry_run=False):
    """Read anew, in place, whether ClassicLink is enabled for a VPC."""
    vpc_id = vpc["VpcId"]
    found = client.describe_vpc_classic_link(VpcIds=[vpc_id], DryRun=bool(dry_run))["Vpcs"]
    if found:
        vpc.clear()
        vpc.update(found[0])
    elif validate:
        raise ValueError(f"{vpc_id} is not a valid VPC ID")
    return _classic_link_enabled(vpc)
