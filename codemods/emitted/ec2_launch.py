"""Launching instances with boto 2's arguments; what boto 2 left out when it was empty is left out here."""

from codemods.emitted.common import _given
from codemods.emitted.ec2_devices import _block_device_mappings, _network_interfaces
from codemods.emitted.ec2_values import _base64


def _group_ids(groups):
    """The ids of security groups that are given as ids or as dicts; nothing gives an empty list."""
    return [group["GroupId"] if isinstance(group, dict) else group for group in groups or []]


def _group_names(groups):
    """The names of security groups that are given as names or as dicts; nothing gives an empty list."""
    return [group["GroupName"] if isinstance(group, dict) else group for group in groups or []]


def _run_instances(
    client,
    image_id,
    min_count=1,
    max_count=1,
    key_name=None,
    security_groups=None,
    user_data=None,
    addressing_type=None,
    instance_type="m1.small",
    placement=None,
    kernel_id=None,
    ramdisk_id=None,
    monitoring_enabled=False,
    subnet_id=None,
    block_device_map=None,
    disable_api_termination=False,
    instance_initiated_shutdown_behavior=None,
    private_ip_address=None,
    placement_group=None,
    client_token=None,
    security_group_ids=None,
    additional_info=None,
    instance_profile_name=None,
    instance_profile_arn=None,
    tenancy=None,
    ebs_optimized=False,
    network_interfaces=None,
    dry_run=False,
):
    """Launch instances with boto 2's arguments and defaults; gives the reservation."""
    placement = {"AvailabilityZone": placement, "GroupName": placement_group, "Tenancy": tenancy}
    profile = {"Name": instance_profile_name, "Arn": instance_profile_arn}
    optional = {
        "KeyName": key_name,
        "SecurityGroupIds": _group_ids(security_group_ids),
        "SecurityGroups": _group_names(security_groups),
        "UserData": user_data,
        "InstanceType": instance_type,
        "Placement": {name: value for name, value in placement.items() if value},
        "KernelId": kernel_id,
        "RamdiskId": ramdisk_id,
        "Monitoring": {"Enabled": True} if monitoring_enabled else None,
        "SubnetId": subnet_id,
        "PrivateIpAddress": private_ip_address,
        "BlockDeviceMappings": _block_device_mappings(block_device_map),
        "DisableApiTermination": bool(disable_api_termination),
        "InstanceInitiatedShutdownBehavior": instance_initiated_shutdown_behavior,
        "ClientToken": client_token,
        "AdditionalInfo": additional_info,
        "IamInstanceProfile": {name: value for name, value in profile.items() if value},
        "EbsOptimized": bool(ebs_optimized),
        "NetworkInterfaces": _network_interfaces(network_interfaces),
        "DryRun": bool(dry_run),
    }
    return client.run_instances(
        ImageId=image_id,
        MinCount=int(min_count),
        MaxCount=int(max_count),
        **{name: value for name, value in optional.items() if value},
    )


def _run_image(
    client,
    image,
    min_count=1,
    max_count=1,
    key_name=None,
    security_groups=None,
    user_data=None,
    addressing_type=None,
    instance_type="m1.small",
    placement=None,
    kernel_id=None,
    ramdisk_id=None,
    monitoring_enabled=False,
    subnet_id=None,
    block_device_map=None,
    disable_api_termination=False,
    instance_initiated_shutdown_behavior=None,
    private_ip_address=None,
    placement_group=None,
    security_group_ids=None,
    additional_info=None,
    instance_profile_name=None,
    instance_profile_arn=None,
    tenancy=None,
    dry_run=False,
):
    """Launch instances of an image with boto 2's arguments and defaults; gives the reservation."""
    return _run_instances(
        client,
        image["ImageId"],
        min_count,
        max_count,
        key_name,
        security_groups,
        user_data,
        addressing_type,
        instance_type,
        placement,
        kernel_id,
        ramdisk_id,
        monitoring_enabled,
        subnet_id,
        block_device_map,
        disable_api_termination,
        instance_initiated_shutdown_behavior,
        private_ip_address,
        placement_group,
        security_group_ids=security_group_ids,
        additional_info=additional_info,
        instance_profile_name=instance_profile_name,
        instance_profile_arn=instance_profile_arn,
        tenancy=tenancy,
        dry_run=dry_run,
    )


def _request_spot_instances(
    client,
    price,
    image_id,
    count=1,
    type="one-time",
    valid_from=None,
    valid_until=None,
    launch_group=None,
    availability_zone_group=None,
    key_name=None,
    security_groups=None,
    user_data=None,
    addressing_type=None,
    instance_type="m1.small",
    placement=None,
    kernel_id=None,
    ramdisk_id=None,
    monitoring_enabled=False,
    subnet_id=None,
    placement_group=None,
    block_device_map=None,
    instance_profile_arn=None,
    instance_profile_name=None,
    security_group_ids=None,
    ebs_optimized=False,
    network_interfaces=None,
    dry_run=False,
):
    """Request spot instances with boto 2's arguments and defaults; gives the list of requests."""
    placement = {"AvailabilityZone": placement, "GroupName": placement_group}
    profile = {"Name": instance_profile_name, "Arn": instance_profile_arn}
    launch = {
        "ImageId": image_id,
        "KeyName": key_name,
        "SecurityGroupIds": _group_ids(security_group_ids),
        "SecurityGroups": _group_names(security_groups),
        "UserData": _base64(user_data),
        "AddressingType": addressing_type,
        "InstanceType": instance_type,
        "Placement": {name: value for name, value in placement.items() if value},
        "KernelId": kernel_id,
        "RamdiskId": ramdisk_id,
        "Monitoring": {"Enabled": True} if monitoring_enabled else None,
        "SubnetId": subnet_id,
        "BlockDeviceMappings": _block_device_mappings(block_device_map),
        "IamInstanceProfile": {name: value for name, value in profile.items() if value},
        "EbsOptimized": bool(ebs_optimized),
        "NetworkInterfaces": _network_interfaces(network_interfaces),
    }
    answer = client.request_spot_instances(
        SpotPrice=str(price),
        LaunchSpecification={name: value for name, value in launch.items() if value},
        **_given(
            InstanceCount=int(count or 0) or None,
            Type=type,
            ValidFrom=valid_from or None,
            ValidUntil=valid_until or None,
            LaunchGroup=launch_group or None,
            AvailabilityZoneGroup=availability_zone_group or None,
            DryRun=bool(dry_run),
        ),
    )
    return answer["SpotInstanceRequests"]
