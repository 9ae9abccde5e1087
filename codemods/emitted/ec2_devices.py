"""Block devices and network interfaces of a launch.

boto 2 held block devices in a dict by device name; here such a device is a flat dict with botocore's names.
"""

from codemods.emitted.common import _given, _iso_z


def _block_device(
    connection=None,
    ephemeral_name=None,
    no_device=False,
    volume_id=None,
    snapshot_id=None,
    status=None,
    attach_time=None,
    delete_on_termination=False,
    size=None,
    volume_type=None,
    iops=None,
    encrypted=None,
):
    """A block device for a launch, made of boto 2's arguments."""
    return _given(
        VirtualName=ephemeral_name,
        NoDevice=no_device,
        VolumeId=volume_id,
        SnapshotId=snapshot_id,
        Status=status,
        AttachTime=attach_time,
        DeleteOnTermination=delete_on_termination,
        VolumeSize=size,
        VolumeType=volume_type,
        Iops=iops,
        Encrypted=encrypted,
    )


def _network_interface(
    network_interface_id=None,
    device_index=None,
    subnet_id=None,
    description=None,
    private_ip_address=None,
    groups=None,
    delete_on_termination=None,
    private_ip_addresses=None,
    secondary_private_ip_address_count=None,
    associate_public_ip_address=None,
):
    """The specification of a network interface, made of boto 2's arguments."""
    return _given(
        NetworkInterfaceId=network_interface_id,
        DeviceIndex=device_index,
        SubnetId=subnet_id,
        Description=description,
        PrivateIpAddress=private_ip_address,
        Groups=groups,
        DeleteOnTermination=delete_on_termination,
        PrivateIpAddresses=private_ip_addresses,
        SecondaryPrivateIpAddressCount=secondary_private_ip_address_count,
        AssociatePublicIpAddress=associate_public_ip_address,
    )


def _block_devices(record):
    """The block devices of an instance or an image by their device names."""
    devices = {}
    for mapping in record.get("BlockDeviceMappings") or []:
        device = dict(mapping.get("Ebs", {}))
        if "AttachTime" in device:
            device["AttachTime"] = _iso_z(device["AttachTime"])
        if "VirtualName" in mapping:
            device["VirtualName"] = mapping["VirtualName"]
        devices[mapping["DeviceName"]] = device
    return devices


def _block_device_mappings(devices):
    """Block devices by name as the BlockDeviceMappings parameter; EBS volumes stay unless told to go."""
    mappings = []
    for name, device in (devices or {}).items():
        if device.get("VirtualName"):
            mappings.append({"DeviceName": name, "VirtualName": device["VirtualName"]})
        elif device.get("NoDevice"):
            mappings.append({"DeviceName": name, "NoDevice": ""})
        else:
            encrypted, iops = device.get("Encrypted"), device.get("Iops")
            ebs = _given(
                SnapshotId=device.get("SnapshotId") or None,
                VolumeSize=int(device.get("VolumeSize") or 0) or None,
                DeleteOnTermination=bool(device.get("DeleteOnTermination")),
                VolumeType=device.get("VolumeType") or None,
                Iops=None if iops is None else int(iops),
                Encrypted=None if encrypted is None else bool(encrypted),
            )
            mappings.append({"DeviceName": name, "Ebs": ebs})
    return mappings


def _network_interfaces(interfaces):
    """Specifications of network interfaces as the NetworkInterfaces parameter."""
    result = []
    for interface in interfaces or []:
        specification = _given(**interface)
        specification["DeviceIndex"] = int(interface.get("DeviceIndex") or 0)
        if "SecondaryPrivateIpAddressCount" in specification:
            specification["SecondaryPrivateIpAddressCount"] = int(interface["SecondaryPrivateIpAddressCount"])
        if "Groups" in specification:
            specification["Groups"] = [str(group) for group in specification["Groups"]]
        if "PrivateIpAddresses" in specification:
            addresses = specification["PrivateIpAddresses"]
            specification["PrivateIpAddresses"] = [_given(**address) for address in addresses]
        result.append(specification)
    return result
