import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for tag in conn.get_all_tags(filters={'resource-type': 'instance', 'key': 'Name'}):
    print(tag.res_id, tag.res_type, tag.name, tag.value)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for tag in conn.get_paginator("describe_tags").paginate(
    Filters=[
        {"Name": "resource-type", "Values": ['instance']},
        {"Name": "key", "Values": ['Name']},
    ]
).build_full_result()["Tags"]:
    print(tag["ResourceId"], tag["ResourceType"], tag["Key"], tag.get("Value"))
