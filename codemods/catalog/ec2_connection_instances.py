"""EC2Connection: instances, from launch to termination, and spot requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from codemods.catalog.convert import as_list, flag, integer, text
from codemods.catalog.ec2_rows import (
    DRY_RUN,
    FILTERS,
    base64_text,
    block_devices,
    count,
    group_ids,
    group_names,
    network_interfaces,
    nonempty,
    truth,
)
from codemods.catalog.schema import Helped, Manual, Member, Operation, Param, Use, optional, required
from codemods.emitted import ec2_instances, ec2_launch

_INSTANCE_IDS = optional("instance_ids", "InstanceIds", as_list, default="[]")
"""For actions: never left out, because EC2 refuses an empty list, as it did for boto 2."""

_MODIFY = {
    "instanceType": Param("value", "InstanceType.Value", required=True),
    "kernel": Param("value", "Kernel.Value", required=True),
    "ramdisk": Param("value", "Ramdisk.Value", required=True),
    "instanceInitiatedShutdownBehavior": Param("value", "InstanceInitiatedShutdownBehavior.Value", required=True),
    "sriovNetSupport": Param("value", "SriovNetSupport.Value", required=True),
    "disableApiTermination": Param("value", "DisableApiTermination.Value", truth, required=True),
    "sourceDestCheck": Param("value", "SourceDestCheck.Value", truth, required=True),
    "ebsOptimized": Param("value", "EbsOptimized.Value", truth, required=True),
    "groupSet": Param("value", "Groups", group_ids, required=True),
}


def modify_instance(
    name: str, first: tuple[Param, ...], receiver: Mapping[str, str] | None = None
) -> Callable[[Use], Operation | None]:
    """The operation that changes the attribute which a call names; None where only the helper can tell."""

    def simple(use: Use) -> Operation | None:
        attribute = use.arguments["attribute"].literal
        if not isinstance(attribute, str) or not attribute:
            return None
        value = _MODIFY.get(attribute[0].lower() + attribute[1:])
        if value is None:
            return None
        params = (*first, required("attribute"), value, DRY_RUN)
        return Operation(name, "ModifyInstanceAttribute", params, gives="true", receiver=receiver)

    return simple


def launch_params(*, without: frozenset[str] = frozenset()) -> tuple[Param, ...]:
    """The parameters of run_instances after the image; `Image.run` goes `without` some."""
    params = (
        optional("min_count", "MinCount", integer, default="1"),
        optional("max_count", "MaxCount", integer, default="1"),
        nonempty("key_name", "KeyName"),
        optional("security_groups", "SecurityGroups", group_names),
        nonempty("user_data", "UserData"),  # both libraries encode it themselves
        optional("addressing_type"),  # EC2 does not know it any more
        nonempty("instance_type", "InstanceType", default='"m1.small"'),
        nonempty("placement", "Placement.AvailabilityZone"),
        nonempty("kernel_id", "KernelId"),
        nonempty("ramdisk_id", "RamdiskId"),
        optional("monitoring_enabled", "Monitoring.Enabled", flag),
        nonempty("subnet_id", "SubnetId"),
        optional("block_device_map", "BlockDeviceMappings", block_devices),
        optional("disable_api_termination", "DisableApiTermination", flag),
        nonempty("instance_initiated_shutdown_behavior", "InstanceInitiatedShutdownBehavior"),
        nonempty("private_ip_address", "PrivateIpAddress"),
        nonempty("placement_group", "Placement.GroupName"),
        nonempty("client_token", "ClientToken"),
        optional("security_group_ids", "SecurityGroupIds", group_ids),
        nonempty("additional_info", "AdditionalInfo"),
        nonempty("instance_profile_name", "IamInstanceProfile.Name"),
        nonempty("instance_profile_arn", "IamInstanceProfile.Arn"),
        nonempty("tenancy", "Placement.Tenancy"),
        optional("ebs_optimized", "EbsOptimized", flag),
        optional("network_interfaces", "NetworkInterfaces", network_interfaces),
        DRY_RUN,
    )
    return tuple(param for param in params if param.name not in without)


_RUN = Operation(
    "run_instances",
    "RunInstances",
    (required("image_id", "ImageId"), *launch_params()),
    gives="ec2.Reservation",
)
_REQUEST_SPOT = Operation(
    "request_spot_instances",
    "RequestSpotInstances",
    (
        required("price", "SpotPrice", text),
        required("image_id", "LaunchSpecification.ImageId"),
        nonempty("count", "InstanceCount", count, default="1"),
        optional("type", "Type", default='"one-time"'),
        nonempty("valid_from", "ValidFrom"),
        nonempty("valid_until", "ValidUntil"),
        nonempty("launch_group", "LaunchGroup"),
        nonempty("availability_zone_group", "AvailabilityZoneGroup"),
        nonempty("key_name", "LaunchSpecification.KeyName"),
        optional("security_groups", "LaunchSpecification.SecurityGroups", group_names),
        nonempty("user_data", "LaunchSpecification.UserData", base64_text),  # botocore does not encode this one
        nonempty("addressing_type", "LaunchSpecification.AddressingType"),
        nonempty("instance_type", "LaunchSpecification.InstanceType", default='"m1.small"'),
        nonempty("placement", "LaunchSpecification.Placement.AvailabilityZone"),
        nonempty("kernel_id", "LaunchSpecification.KernelId"),
        nonempty("ramdisk_id", "LaunchSpecification.RamdiskId"),
        optional("monitoring_enabled", "LaunchSpecification.Monitoring.Enabled", flag),
        nonempty("subnet_id", "LaunchSpecification.SubnetId"),
        nonempty("placement_group", "LaunchSpecification.Placement.GroupName"),
        optional("block_device_map", "LaunchSpecification.BlockDeviceMappings", block_devices),
        nonempty("instance_profile_arn", "LaunchSpecification.IamInstanceProfile.Arn"),
        nonempty("instance_profile_name", "LaunchSpecification.IamInstanceProfile.Name"),
        optional("security_group_ids", "LaunchSpecification.SecurityGroupIds", group_ids),
        optional("ebs_optimized", "LaunchSpecification.EbsOptimized", flag),
        optional("network_interfaces", "LaunchSpecification.NetworkInterfaces", network_interfaces),
        DRY_RUN,
    ),
    gives="[ec2.SpotInstanceRequest]",
    at="SpotInstanceRequests",
)
_ONLY = Operation(
    "get_only_instances",
    "DescribeInstances",
    (optional("instance_ids", "InstanceIds", as_list), FILTERS, DRY_RUN),
    gives="[ec2.Instance]",
    at="Reservations",
    shown_by=ec2_instances._instances,
)


def _only_instances(use: Use) -> Operation | None:
    limit = use.arguments.get("max_results")
    return _ONLY if limit is None or limit.literal is None else None


_START = Operation("start_instances", "StartInstances", (_INSTANCE_IDS, DRY_RUN))
_STOP = Operation("stop_instances", "StopInstances", (_INSTANCE_IDS, optional("force", "Force", flag), DRY_RUN))
_TERMINATE = Operation("terminate_instances", "TerminateInstances", (_INSTANCE_IDS, DRY_RUN))


def changed(operation: Operation, at: str) -> Callable[[Use], Operation]:
    """A change of state; what it answers looks like instances only where the program reads more than their ids."""

    def simple(use: Use) -> Operation:
        if not use.result_used:
            return operation
        helper = ec2_instances._changed_instances if use.result_reads("id") else None
        return replace(operation, gives="[ec2.Instance]", at=at, shown_by=helper)

    return simple


INSTANCE_ATTRIBUTE = "{str: str | bool | [ec2.Group] | {str: ec2.BlockDeviceType} | none}"

INSTANCES: tuple[Member, ...] = (
    Operation(
        "get_all_instances",
        "DescribeInstances",
        (
            optional("instance_ids", "InstanceIds", as_list),
            FILTERS,
            DRY_RUN,
            optional("max_results", "MaxResults", integer),
        ),
        gives="[ec2.Reservation]",
        at="Reservations",
    ),
    Operation(
        "get_all_reservations",
        "DescribeInstances",
        (
            optional("instance_ids", "InstanceIds", as_list),
            FILTERS,
            DRY_RUN,
            optional("max_results", "MaxResults", integer),
            nonempty("next_token", "NextToken"),
        ),
        gives="[ec2.Reservation]",
        at="Reservations",
    ),
    Helped("get_only_instances", ec2_instances._only_instances, gives="[ec2.Instance]", simple=_only_instances),
    Operation(
        "get_all_instance_status",
        "DescribeInstanceStatus",
        (
            optional("instance_ids", "InstanceIds", as_list),
            nonempty("max_results", "MaxResults", count),
            nonempty("next_token", "NextToken"),
            FILTERS,
            DRY_RUN,
            optional("include_all_instances", "IncludeAllInstances", flag),
        ),
        gives="[ec2.InstanceStatus]",
        at="InstanceStatuses",
    ),
    Helped("run_instances", ec2_launch._run_instances, gives="ec2.Reservation", simple=lambda use: _RUN),
    Helped(
        "start_instances",
        ec2_instances._start_instances,
        gives="[ec2.Instance]",
        simple=changed(_START, "StartingInstances"),
    ),
    Helped(
        "stop_instances",
        ec2_instances._stop_instances,
        gives="[ec2.Instance]",
        simple=changed(_STOP, "StoppingInstances"),
    ),
    Helped(
        "terminate_instances",
        ec2_instances._terminate_instances,
        gives="[ec2.Instance]",
        simple=changed(_TERMINATE, "TerminatingInstances"),
    ),
    Operation("reboot_instances", "RebootInstances", (_INSTANCE_IDS, DRY_RUN), gives="true"),
    Operation(
        "get_console_output",
        "GetConsoleOutput",
        (required("instance_id", "InstanceId"), DRY_RUN),
        gives="ec2.ConsoleOutput",
    ),
    Helped("confirm_product_instance", ec2_instances._confirm_product_instance, gives="(bool, str)"),
    Helped("get_instance_attribute", ec2_instances._instance_attribute, gives=INSTANCE_ATTRIBUTE),
    Helped(
        "modify_instance_attribute",
        ec2_instances._modify_instance_attribute,
        gives="true",
        simple=modify_instance("modify_instance_attribute", (required("instance_id", "InstanceId"),)),
    ),
    Operation(
        "reset_instance_attribute",
        "ResetInstanceAttribute",
        (required("instance_id", "InstanceId"), required("attribute", "Attribute"), DRY_RUN),
        gives="true",
    ),
    Operation(
        "monitor_instances",
        "MonitorInstances",
        (required("instance_ids", "InstanceIds", as_list), DRY_RUN),
        gives="[ec2.InstanceInfo]",
        at="InstanceMonitorings",
    ),
    Operation(
        "monitor_instance",
        "MonitorInstances",
        (required("instance_id", "InstanceIds[]"), DRY_RUN),
        gives="[ec2.InstanceInfo]",
        at="InstanceMonitorings",
    ),
    Operation(
        "unmonitor_instances",
        "UnmonitorInstances",
        (required("instance_ids", "InstanceIds", as_list), DRY_RUN),
        gives="[ec2.InstanceInfo]",
        at="InstanceMonitorings",
    ),
    Operation(
        "unmonitor_instance",
        "UnmonitorInstances",
        (required("instance_id", "InstanceIds[]"), DRY_RUN),
        gives="[ec2.InstanceInfo]",
        at="InstanceMonitorings",
    ),
    Operation(
        "get_password_data",
        "GetPasswordData",
        (required("instance_id", "InstanceId"), DRY_RUN),
        gives="str",
        at="PasswordData",
    ),
    Manual(
        "bundle_instance",
        "Sign the upload policy with your secret key, then call client.bundle_instance(Storage=...).",
        gives="ec2.BundleInstanceTask",
    ),
    Operation(
        "get_all_bundle_tasks",
        "DescribeBundleTasks",
        (optional("bundle_ids", "BundleIds", as_list), FILTERS, DRY_RUN),
        gives="[ec2.BundleInstanceTask]",
        at="BundleTasks",
    ),
    Operation(
        "cancel_bundle_task",
        "CancelBundleTask",
        (required("bundle_id", "BundleId"), DRY_RUN),
        gives="ec2.BundleInstanceTask",
        at="BundleTask",
    ),
    Operation(
        "get_all_placement_groups",
        "DescribePlacementGroups",
        (optional("groupnames", "GroupNames", as_list), FILTERS, DRY_RUN),
        gives="[ec2.PlacementGroup]",
        at="PlacementGroups",
    ),
    Operation(
        "create_placement_group",
        "CreatePlacementGroup",
        (required("name", "GroupName"), optional("strategy", "Strategy", default='"cluster"'), DRY_RUN),
        gives="true",
    ),
    Operation(
        "delete_placement_group",
        "DeletePlacementGroup",
        (required("name", "GroupName"), DRY_RUN),
        gives="true",
    ),
    Manual(
        "get_all_classic_link_instances",
        "EC2-Classic is gone since 2022 and with it ClassicLink: remove this.",
        gives="[ec2.Instance]",
    ),
)

SPOT: tuple[Member, ...] = (
    Operation(
        "get_all_spot_instance_requests",
        "DescribeSpotInstanceRequests",
        (optional("request_ids", "SpotInstanceRequestIds", as_list), FILTERS, DRY_RUN),
        gives="[ec2.SpotInstanceRequest]",
        at="SpotInstanceRequests",
    ),
    Operation(
        "get_spot_price_history",
        "DescribeSpotPriceHistory",
        (
            nonempty("start_time", "StartTime"),
            nonempty("end_time", "EndTime"),
            optional("instance_type", "InstanceTypes", as_list),
            optional("product_description", "ProductDescriptions", as_list),
            nonempty("availability_zone", "AvailabilityZone"),
            DRY_RUN,
            optional("max_results", "MaxResults", integer),
            nonempty("next_token", "NextToken"),
            FILTERS,
        ),
        gives="[ec2.SpotPriceHistory]",
        at="SpotPriceHistory",
    ),
    Helped(
        "request_spot_instances",
        ec2_launch._request_spot_instances,
        gives="[ec2.SpotInstanceRequest]",
        simple=lambda use: _REQUEST_SPOT,
    ),
    Operation(
        "cancel_spot_instance_requests",
        "CancelSpotInstanceRequests",
        (required("request_ids", "SpotInstanceRequestIds", as_list), DRY_RUN),
        gives="[ec2.SpotInstanceRequest]",
        at="CancelledSpotInstanceRequests",
    ),
    Operation(
        "get_spot_datafeed_subscription",
        "DescribeSpotDatafeedSubscription",
        (DRY_RUN,),
        gives="ec2.SpotDatafeedSubscription",
        at="SpotDatafeedSubscription",
    ),
    Operation(
        "create_spot_datafeed_subscription",
        "CreateSpotDatafeedSubscription",
        (
            required("bucket", "Bucket"),
            Param("prefix", "Prefix", required=True, when_true=True),
            DRY_RUN,
        ),
        gives="ec2.SpotDatafeedSubscription",
        at="SpotDatafeedSubscription",
    ),
    Operation("delete_spot_datafeed_subscription", "DeleteSpotDatafeedSubscription", (DRY_RUN,), gives="true"),
)
