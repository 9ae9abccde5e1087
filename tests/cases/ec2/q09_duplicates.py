import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
from boto.exception import EC2ResponseError
group = conn.get_all_security_groups(['web'])[0]
try:
    group.authorize('tcp', 80, 80, '0.0.0.0/0')
except EC2ResponseError as error:
    if error.code != 'InvalidPermission.Duplicate':
        raise
    print(error.status, error.reason, error.error_code, error.error_message, error.request_id)
# ---- after ----
from http.client import responses
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, _reason

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
group = conn.get_paginator("describe_security_groups").paginate(GroupNames=['web']).build_full_result()["SecurityGroups"][0]
try:
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
except ClientError as error:
    if error.response["Error"]["Code"] != 'InvalidPermission.Duplicate':
        raise
    print(error.response["ResponseMetadata"]["HTTPStatusCode"], _reason(error), error.response["Error"]["Code"], error.response["Error"].get("Message", ""), error.response["ResponseMetadata"].get("RequestId"))
