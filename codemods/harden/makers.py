"""What makes the objects that the flow analysis follows: functions, methods, and methods that nothing else has."""

from __future__ import annotations

MAKERS = {
    "boto3.client": "client",
    "boto3.resource": "resource",
    "boto3.Session": "session",
    "boto3.session.Session": "session",
    "botocore.session.Session": "botocore_session",
    "botocore.session.get_session": "botocore_session",
    "botocore.config.Config": "config",
    "botocore.client.Config": "config",
    "threading.Thread": "thread",
    "boto3.s3.transfer.TransferConfig": "transfer",
    "concurrent.futures.ThreadPoolExecutor": "pool",
    "concurrent.futures.thread.ThreadPoolExecutor": "pool",
    "multiprocessing.pool.ThreadPool": "pool",
    "multiprocessing.dummy.Pool": "pool",
    "queue.Queue": "queue",
    "queue.LifoQueue": "queue",
    "queue.SimpleQueue": "queue",
}
"""What the functions and classes of libraries give, by dotted name."""
METHODS = {
    ("session", "client"): "client",
    ("session", "resource"): "resource",
    ("botocore_session", "create_client"): "client",
    ("session", "get_credentials"): "credentials",
    ("botocore_session", "get_credentials"): "credentials",
    ("credentials", "get_frozen_credentials"): "frozen",
    ("client", "get_paginator"): "paginator",
    ("client", "get_waiter"): "waiter",
    ("config", "merge"): "config",
}
"""What methods of such objects give."""
TELLING = {
    **dict.fromkeys(("list_objects_v2", "list_object_versions"), "s3"),
    **dict.fromkeys(("describe_instances", "describe_instance_status", "describe_security_groups"), "ec2"),
    **dict.fromkeys(("describe_vpcs", "describe_subnets", "describe_route_tables"), "ec2"),
    **dict.fromkeys(("describe_network_interfaces", "describe_spot_instance_requests"), "ec2"),
    **dict.fromkeys(("describe_log_groups", "describe_log_streams", "filter_log_events"), "logs"),
    **dict.fromkeys(("list_hosted_zones", "list_resource_record_sets"), "route53"),
    **dict.fromkeys(("describe_auto_scaling_groups", "describe_launch_configurations"), "autoscaling"),
    **dict.fromkeys(("list_stacks", "list_stack_resources"), "cloudformation"),
    "describe_db_snapshots": "rds",
    "describe_target_groups": "elbv2",
    "get_parameters_by_path": "ssm",
    "list_secrets": "secretsmanager",
    "describe_alarms": "cloudwatch",
}
"""Methods that only this service's client has (describe_instances: with these arguments), so that what they give on an
unknown object is a response of it. A test compares them with all of botocore's services."""
