"""The emitted helpers for addresses, network interfaces and VPCs, against boto 2 itself."""

import functools

import pytest
from ec2_worlds import same as same_machines

from codemods.emitted.ec2_network import (
    _assign_private_ip_addresses,
    _associate_address,
    _associate_address_object,
    _associate_this_address,
    _attribute_values,
    _disassociate_address,
    _disassociate_this_address,
    _messages,
    _modify_network_interface_attribute,
    _release_address,
    _release_this_address,
    _status_details,
    _update_network_interface,
)
from codemods.emitted.ec2_tags import _add_tags, _tags
from codemods.emitted.ec2_vpc import (
    _associate_network_acl,
    _classic_link_enabled,
    _create_dhcp_options,
    _create_route,
    _dhcp_options,
    _disassociate_network_acl,
    _modify_vpc_attribute,
    _replace_route,
    _update_peering,
    _update_vpc,
)

same = functools.partial(same_machines, networks=True)


def network(ec2):
    """A VPC with a subnet, a gateway, an interface, a group and an address."""
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    place = {"VpcId": vpc, "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a"}
    subnet = ec2.create_subnet(**place)["Subnet"]["SubnetId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    group = ec2.create_security_group(GroupName="web", Description="web servers", VpcId=vpc)["GroupId"]
    interface = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    image = ec2.register_image(Name="base", RootDeviceName="/dev/sda1")["ImageId"]
    run = ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, SubnetId=subnet)
    address = ec2.allocate_address(Domain="vpc")
    return {
        "vpc": vpc,
        "subnet": subnet,
        "gateway": gateway,
        "group": group,
        "interface": interface,
        "instance": run["Instances"][0]["InstanceId"],
        "table": ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"],
        "ip": address["PublicIp"],
        "allocation": address["AllocationId"],
    }


def old_address(conn, made):
    return conn.get_all_addresses(allocation_ids=[made["allocation"]])[0]


def new_address(ec2, made):
    return ec2.describe_addresses(AllocationIds=[made["allocation"]])["Addresses"][0]


@pytest.mark.parametrize(
    "arguments",
    [
        {"instance_id": "instance", "allocation_id": "allocation"},
        {"instance_id": "instance", "public_ip": "ip", "allocation_id": "allocation"},
        {"network_interface_id": "interface", "allocation_id": "allocation", "allow_reassociation": True},
    ],
)
def test_associating_an_address(arguments):
    def filled(made):
        return {name: made[value] if isinstance(value, str) else value for name, value in arguments.items()}

    same(
        lambda conn, made: conn.associate_address(**filled(made)),
        lambda ec2, made: _associate_address(ec2, **filled(made)),
        network,
    )
    same(
        lambda conn, made: conn.associate_address_object(**filled(made)).association_id,
        lambda ec2, made: _associate_address_object(ec2, **filled(made)).get("AssociationId"),
        network,
    )


def test_the_life_of_an_address():
    def old(conn, made):
        address = old_address(conn, made)
        seen = [address.instance_id, address.association_id, address.associate(made["instance"])]
        address = old_address(conn, made)
        seen += [address.instance_id, bool(address.association_id), address.disassociate()]
        return [*seen, old_address(conn, made).release(), len(conn.get_all_addresses())]

    def new(ec2, made):
        address = new_address(ec2, made)
        seen = [address.get("InstanceId"), address.get("AssociationId")]
        seen.append(_associate_this_address(ec2, address, made["instance"]))
        address = new_address(ec2, made)
        seen += [address["InstanceId"], bool(address["AssociationId"]), _disassociate_this_address(ec2, address)]
        seen.append(_release_this_address(ec2, new_address(ec2, made)))
        return [*seen, len(ec2.describe_addresses()["Addresses"])]

    same(old, new, network)


def test_releasing_by_what_is_given():
    same(
        lambda conn, made: conn.release_address(made["ip"], "eipalloc-0123456789abcdef0"),
        lambda ec2, made: _release_address(ec2, made["ip"], "eipalloc-0123456789abcdef0"),
        network,
    )
    same(
        lambda conn, made: conn.release_address(allocation_id=made["allocation"]),
        lambda ec2, made: _release_address(ec2, allocation_id=made["allocation"]),
        network,
    )


def test_disassociating_by_the_association():
    def given(ec2):
        made = network(ec2)
        answer = ec2.associate_address(AllocationId=made["allocation"], InstanceId=made["instance"])
        return {**made, "association": answer["AssociationId"]}

    same(
        lambda conn, made: conn.disassociate_address("192.0.2.1", made["association"]),
        lambda ec2, made: _disassociate_address(ec2, "192.0.2.1", made["association"]),
        given,
    )


def old_interface(conn, made):
    return conn.get_all_network_interfaces([made["interface"]])[0]


def new_interface(ec2, made):
    return ec2.describe_network_interfaces(NetworkInterfaceIds=[made["interface"]])["NetworkInterfaces"][0]


def test_private_addresses():
    same(
        lambda conn, made: conn.assign_private_ip_addresses(made["interface"], ["10.0.1.77"], 3),
        lambda ec2, made: _assign_private_ip_addresses(ec2, made["interface"], ["10.0.1.77"], 3),
        network,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("groupSet", "group"), ("description", "text"), ("sourceDestCheck", False), ("sourceDestCheck", "true")],
)
def test_changing_an_interface(name, value):
    def wanted(made, groups):
        return groups(made) if name == "groupSet" else value

    def old(conn, made):
        groups = wanted(made, lambda made: conn.get_all_security_groups(group_ids=[made["group"]]))
        return [conn.modify_network_interface_attribute(made["interface"], name, groups)]

    def new(ec2, made):
        groups = wanted(made, lambda made: ec2.describe_security_groups(GroupIds=[made["group"]])["SecurityGroups"])
        return [_modify_network_interface_attribute(ec2, made["interface"], name, groups)]

    same(old, new, network)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("sourceDestCheck", "yes"), "must be a boolean"),
        (("deleteOnTermination", True), "You must also specify an attachment_id"),
        (("colour", "red"), "Unknown attribute"),
    ],
)
def test_changes_that_boto_2_refused(arguments, message):
    with pytest.raises(ValueError, match=message):
        _modify_network_interface_attribute(None, "eni-1", *arguments)


def test_tags_of_an_interface_stand_elsewhere():
    def old(conn, made):
        interface = old_interface(conn, made)
        interface.add_tag("Name", "web")
        return [dict(interface.tags), interface.update(), dict(interface.tags), dict(old_interface(conn, made).tags)]

    def new(ec2, made):
        interface = new_interface(ec2, made)
        _add_tags(ec2, interface, interface["NetworkInterfaceId"], {"Name": "web"})
        seen = [_tags(interface), _update_network_interface(ec2, interface), _tags(interface)]
        return [*seen, _tags(new_interface(ec2, made))]

    assert same(old, new, network)[-1] == {"Name": "web"}


def test_a_vpc():
    def old(conn, made):
        vpc = conn.get_all_vpcs([made["vpc"]])[0]
        seen = [vpc.update(), vpc.is_default, conn.modify_vpc_attribute(vpc.id, enable_dns_hostnames=True)]
        seen.append(conn.describe_vpc_attribute(vpc.id, "enableDnsHostnames").enable_dns_hostnames)
        vpc.id = "vpc-0123456789abcdef0"
        return [*seen, vpc.update()]

    def new(ec2, made):
        vpc = ec2.describe_vpcs(VpcIds=[made["vpc"]])["Vpcs"][0]
        seen = [_update_vpc(ec2, vpc), vpc["IsDefault"]]
        seen.append(_modify_vpc_attribute(ec2, vpc["VpcId"], enable_dns_hostnames=True))
        answer = ec2.describe_vpc_attribute(VpcId=vpc["VpcId"], Attribute="enableDnsHostnames")
        seen.append(answer["EnableDnsHostnames"]["Value"])
        vpc["VpcId"] = "vpc-0123456789abcdef0"
        return [*seen, _update_vpc(ec2, vpc)]

    same(old, new, network, error="InvalidVpcID.NotFound")


def test_attributes_of_a_vpc_go_one_by_one():
    """EC2 takes one attribute at a time; boto 2 sent both, which the fake does not mind."""
    sent = []

    class Client:
        def modify_vpc_attribute(self, **arguments):
            sent.append(arguments)

    assert _modify_vpc_attribute(Client(), "vpc-1", True, False) is True
    assert sent == [
        {"VpcId": "vpc-1", "EnableDnsSupport": {"Value": True}},
        {"VpcId": "vpc-1", "EnableDnsHostnames": {"Value": False}},
    ]


@pytest.mark.parametrize(
    "target",
    [
        {"gateway_id": "gateway"},
        {"interface_id": "interface"},
        {"instance_id": "instance"},
        {"gateway_id": "gateway", "instance_id": "instance"},
    ],
)
def test_routes(target):
    def filled(made):
        return {name: made[value] for name, value in target.items()}

    def old(conn, made):
        seen = [conn.create_route(made["table"], "0.0.0.0/0", **filled(made))]
        seen.append(conn.replace_route(made["table"], "0.0.0.0/0", gateway_id=made["gateway"]))
        table = conn.get_all_route_tables([made["table"]])[0]
        return [*seen, [(route.destination_cidr_block, route.gateway_id, route.state) for route in table.routes]]

    def new(ec2, made):
        seen = [_create_route(ec2, made["table"], "0.0.0.0/0", **filled(made))]
        seen.append(_replace_route(ec2, made["table"], "0.0.0.0/0", gateway_id=made["gateway"]))
        table = ec2.describe_route_tables(RouteTableIds=[made["table"]])["RouteTables"][0]
        return [
            *seen,
            [
                (route.get("DestinationCidrBlock"), route.get("GatewayId"), route.get("State"))
                for route in table["Routes"]
            ],
        ]

    same(old, new, network)


def test_network_acls():
    def old(conn, made):
        acl = conn.create_network_acl(made["vpc"])
        seen = [bool(conn.associate_network_acl(acl.id, made["subnet"]))]
        fresh = conn.get_all_network_acls([acl.id])[0]
        seen.append([association.subnet_id for association in fresh.associations])
        seen.append(bool(conn.disassociate_network_acl(made["subnet"])))
        return [*seen, len(conn.get_all_network_acls([acl.id])[0].associations)]

    def new(ec2, made):
        acl = ec2.create_network_acl(VpcId=made["vpc"])["NetworkAcl"]["NetworkAclId"]
        seen = [bool(_associate_network_acl(ec2, acl, made["subnet"]))]
        fresh = ec2.describe_network_acls(NetworkAclIds=[acl])["NetworkAcls"][0]
        seen.append([association["SubnetId"] for association in fresh["Associations"]])
        seen.append(bool(_disassociate_network_acl(ec2, made["subnet"])))
        return [*seen, len(ec2.describe_network_acls(NetworkAclIds=[acl])["NetworkAcls"][0]["Associations"])]

    assert same(old, new, network)[-1] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        {"domain_name": "example.com", "domain_name_servers": ["10.2.5.1", "10.2.5.2"]},
        {"ntp_servers": ("10.2.5.3",), "netbios_node_type": 2},
    ],
)
def test_dhcp_options(arguments):
    def old(conn, _):
        made = conn.create_dhcp_options(**arguments)
        return [made.id, dict(conn.get_all_dhcp_options([made.id])[0].options)]

    def new(ec2, _):
        made = _create_dhcp_options(ec2, **arguments)["DhcpOptionsId"]
        return [made, _dhcp_options(ec2.describe_dhcp_options(DhcpOptionsIds=[made])["DhcpOptions"][0])]

    same(old, new)


def test_peering():
    def given(ec2):
        vpcs = [ec2.create_vpc(CidrBlock=f"10.{number}.0.0/16")["Vpc"]["VpcId"] for number in (1, 2)]
        answer = ec2.create_vpc_peering_connection(VpcId=vpcs[0], PeerVpcId=vpcs[1])
        return {"id": answer["VpcPeeringConnection"]["VpcPeeringConnectionId"]}

    def old(conn, made):
        peering = conn.get_all_vpc_peering_connections([made["id"]])[0]
        conn.accept_vpc_peering_connection(made["id"])
        return [peering.status_code, peering.update(), peering.status_code, peering.requester_vpc_info.cidr_block]

    def new(ec2, made):
        answer = ec2.describe_vpc_peering_connections(VpcPeeringConnectionIds=[made["id"]])
        peering = answer["VpcPeeringConnections"][0]
        ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=made["id"])
        before = peering["Status"]["Code"]
        after = _update_peering(ec2, peering)
        return [before, after, peering["Status"]["Code"], peering["RequesterVpcInfo"]["CidrBlock"]]

    same(old, new, given)


def test_what_answers_hold():
    assert _messages({}) is None
    assert _messages({"Messages": [{"Message": "closed"}]}) == ["closed"]
    assert _status_details({"Details": [{"Name": "reachability", "Status": "passed"}]}) == {"reachability": "passed"}
    assert _status_details({}) == {}
    assert _attribute_values({"AttributeValues": [{"AttributeValue": "VPC"}]}) == ["VPC"]
    assert _classic_link_enabled({}) is None
    assert _classic_link_enabled({"ClassicLinkEnabled": False}) == "false"
