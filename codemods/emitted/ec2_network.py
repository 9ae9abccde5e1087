"""Elastic addresses, network interfaces, zones and regions."""

from codemods.emitted.common import _as_list, _given
from codemods.emitted.ec2_launch import _group_ids
from codemods.emitted.ec2_values import _truth


def _associate_address_object(
    client,
    instance_id=None,
    public_ip=None,
    allocation_id=None,
    network_interface_id=None,
    private_ip_address=None,
    allow_reassociation=False,
    dry_run=False,
):
    """Associate an elastic address; an instance goes before an interface, an allocation before an address."""
    return client.associate_address(
        DryRun=bool(dry_run),
        **_given(
            AllowReassociation=True if allow_reassociation else None,
            InstanceId=instance_id,
            NetworkInterfaceId=network_interface_id if instance_id is None else None,
            AllocationId=allocation_id,
            PublicIp=public_ip if allocation_id is None else None,
            PrivateIpAddress=private_ip_address,
        ),
    )


def _associate_address(
    client,
    instance_id=None,
    public_ip=None,
    allocation_id=None,
    network_interface_id=None,
    private_ip_address=None,
    allow_reassociation=False,
    dry_run=False,
):
    """Associate an elastic address; an instance goes before an interface, an allocation before an address."""
    _associate_address_object(
        client,
        instance_id,
        public_ip,
        allocation_id,
        network_interface_id,
        private_ip_address,
        allow_reassociation,
        dry_run,
    )
    return True


def _disassociate_address(client, public_ip=None, association_id=None, dry_run=False):
    """Disassociate an elastic address, by its association or else by the address."""
    address = {"PublicIp": public_ip} if association_id is None else {"AssociationId": association_id}
    client.disassociate_address(DryRun=bool(dry_run), **_given(**address))
    return True


def _release_address(client, public_ip=None, allocation_id=None, dry_run=False):
    """Release an elastic address, by the address or else by its allocation."""
    address = {"AllocationId": allocation_id} if public_ip is None else {"PublicIp": public_ip}
    client.release_address(DryRun=bool(dry_run), **_given(**address))
    return True


def _associate_this_address(
    client,
    address,
    instance_id=None,
    network_interface_id=None,
    private_ip_address=None,
    allow_reassociation=False,
    dry_run=False,
):
    """Associate this elastic address, by its allocation where it has one."""
    return _associate_address(
        client,
        instance_id,
        address.get("PublicIp"),
        address.get("AllocationId"),
        network_interface_id,
        private_ip_address,
        allow_reassociation,
        dry_run,
    )


def _disassociate_this_address(client, address, dry_run=False):
    """Disassociate this elastic address, by its association where we know it."""
    association_id = address.get("AssociationId") or None
    return _disassociate_address(client, address.get("PublicIp"), association_id, dry_run)


def _release_this_address(client, address, dry_run=False):
    """Release this elastic address, by its allocation where it has one."""
    if address.get("AllocationId"):
        return _release_address(client, allocation_id=address["AllocationId"], dry_run=dry_run)
    return _release_address(client, public_ip=address["PublicIp"], dry_run=dry_run)


def _assign_private_ip_addresses(
    client,
    network_interface_id=None,
    private_ip_addresses=None,
    secondary_private_ip_address_count=None,
    allow_reassignment=False,
    dry_run=False,
):
    """Assign private addresses to a network interface: the ones given or else as many as asked for."""
    if private_ip_addresses is not None:
        wanted = {"PrivateIpAddresses": _as_list(private_ip_addresses)}
    elif secondary_private_ip_address_count is not None:
        wanted = {"SecondaryPrivateIpAddressCount": int(secondary_private_ip_address_count)}
    else:
        wanted = {}
    client.assign_private_ip_addresses(
        NetworkInterfaceId=network_interface_id,
        AllowReassignment=bool(allow_reassignment),
        **wanted,
    )
    return True


def _update_network_interface(client, interface, validate=False, dry_run=False):
    """Read a network interface anew, in place; gives its status."""
    interface_id = interface["NetworkInterfaceId"]
    answer = client.describe_network_interfaces(NetworkInterfaceIds=[interface_id], DryRun=bool(dry_run))
    if answer["NetworkInterfaces"]:
        interface.clear()
        interface.update(answer["NetworkInterfaces"][0])
    elif validate:
        raise ValueError(f"{interface_id} is not a valid ENI ID")
    return interface.get("Status")


def _modify_network_interface_attribute(client, interface_id, attr, value, attachment_id=None, dry_run=False):
    """Change one attribute of a network interface; `attr` and `value` are what boto 2 took."""
    name = attr.lower()
    if name in ("deleteontermination", "sourcedestcheck") and value not in (True, False, "true", "false"):
        raise ValueError(f'{attr} must be a boolean, "true", or "false"!')
    if name == "groupset":
        change = {"Groups": _group_ids(value)}
    elif name == "description":
        change = {"Description": {"Value": value}}
    elif name == "sourcedestcheck":
        change = {"SourceDestCheck": {"Value": _truth(value)}}
    elif name == "deleteontermination":
        if not attachment_id:
            raise ValueError("You must also specify an attachment_id")
        change = {"Attachment": {"AttachmentId": attachment_id, "DeleteOnTermination": _truth(value)}}
    else:
        raise ValueError(f'Unknown attribute "{attr}"')
    client.modify_network_interface_attribute(NetworkInterfaceId=interface_id, DryRun=bool(dry_run), **change)
    return True


def _messages(zone):
    """The messages of an availability zone as a list of texts; None when EC2 sent no list."""
    messages = zone.get("Messages")
    return None if messages is None else [message["Message"] for message in messages]


def _status_details(status):
    """The details of a status as a dict from name to status."""
    return {detail["Name"]: detail.get("Status") for detail in status.get("Details") or []}


def _attribute_values(attribute):
    """The values of an account attribute as a list of texts; None when EC2 sent no list."""
    values = attribute.get("AttributeValues")
    return None if values is None else [value["AttributeValue"] for value in values]
