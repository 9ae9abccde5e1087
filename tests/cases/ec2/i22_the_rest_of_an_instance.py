import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for i in conn.get_only_instances():
    print(i.monitored, i.monitoring_state, i.state_reason, i.reason, i.instance_profile, i.product_codes)
    print(i.ami_launch_index == '0', i.platform or 'linux', i.sourceDestCheck, i.kernel, i.ramdisk, i.ebs_optimized)
    print(i.architecture, i.hypervisor, i.virtualization_type, i.client_token, i.spot_instance_request_id)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _maybe, _instances, _product_codes, _true_or_false, _first_lower

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for i in _instances(conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]):
    print(i.get(
        "Monitoring", {}
    ).get("State") == "enabled", i.get(
        "Monitoring", {}
    ).get("State"), _first_lower(i.get("StateReason")), i.get("StateTransitionReason"), _first_lower(i.get("IamInstanceProfile")), _product_codes(i))
    print(_maybe(
        str, i.get("AmiLaunchIndex")
    ) == '0', i.get("Platform") or 'linux', _true_or_false(i.get("SourceDestCheck")), i.get("KernelId"), i.get("RamdiskId"), i.get("EbsOptimized"))
    print(i.get("Architecture"), i.get("Hypervisor"), i.get("VirtualizationType"), i.get("ClientToken"), i.get("SpotInstanceRequestId"))
