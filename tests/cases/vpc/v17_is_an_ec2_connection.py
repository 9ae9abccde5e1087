import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
print([i.id for i in conn.get_only_instances()], conn.region.name)
group = conn.create_security_group('web', 'x', vpc_id=conn.get_all_vpcs()[0].id)
group.authorize('tcp', 80, 80, '0.0.0.0/0')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _instances, _create_security_group

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
print([i["InstanceId"] for i in _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)], conn.meta.region_name)
group = _create_security_group(
    conn,
    'web',
    'x',
    vpc_id=conn.get_paginator("describe_vpcs").paginate().build_full_result()["Vpcs"][0]["VpcId"],
)
conn.authorize_security_group_ingress(
    GroupId=group["GroupId"],
    IpPermissions=[
        {
            "IpProtocol": 'tcp',
            "FromPort": 80,
            "ToPort": 80,
            "IpRanges": [{"CidrIp": '0.0.0.0/0'}],
        }
    ],
)
