import boto.ec2
conn = boto.ec2.connect_to_region('us-east-1')
def ids(things):
    return [getattr(thing, 'id', thing) for thing in things]
def stop(*instances):
    conn.stop_instances(ids(instances))
stop('i-1')
stop(*conn.get_only_instances())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances

conn = boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG)
def ids(things):
    return [(
        thing["InstanceId"] if isinstance(thing, dict) else thing
    ) for thing in things]
def stop(*instances):
    conn.stop_instances(InstanceIds=ids(instances))
stop('i-1')
stop(*_instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
))
