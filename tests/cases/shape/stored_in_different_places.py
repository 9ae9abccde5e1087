import boto


def grow(flag):
    c = boto.connect_ec2()
    thing = c.get_all_snapshots()[0] if flag else c.get_all_volumes()[0]
    thing.size += 1
    print(thing.size)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

def grow(flag):
    c = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
    thing = c.get_paginator("describe_snapshots").paginate().build_full_result()["Snapshots"][0] if flag else c.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"][0]
    # TODO(boto3ify): ec2.Snapshot.size size stands in different places for what can arrive here: store it for each kind apart
    thing.size += 1
    print(thing["Size"])
