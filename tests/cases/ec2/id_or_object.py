import sys
import boto.ec2
conn = boto.ec2.connect_to_region('us-east-1')
def ids(things):
    return [getattr(thing, 'id', thing) for thing in things]
def stop(*instances):
    conn.stop_instances(ids(instances))
def stop_one(thing):
    conn.stop_instances([getattr(thing, 'id', thing)])
def name_of(thing):
    return thing.id if hasattr(thing, 'id') else thing
print(name_of(sys.argv[2]), name_of(conn.get_only_instances()[0]))
stop_one(sys.argv[1])
stop_one(conn.get_only_instances()[0])
stop('i-1')
stop(*conn.get_only_instances())
# ---- after ----
import sys
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
def stop_one(thing):
    conn.stop_instances(
        InstanceIds=[
            thing["InstanceId"] if isinstance(thing, dict) else getattr(
                thing, "id", thing
            )
        ]
    )
def name_of(thing):
    return thing["InstanceId"] if (
        isinstance(thing, dict) or hasattr(thing, "id")
    ) else thing
# TODO(boto3ify): mixed-types this can be a ec2.Instance (line 12) or something that is not boto 2's; give the two different names
print(name_of(sys.argv[2]), name_of(_instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[0]))
stop_one(sys.argv[1])
stop_one(_instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[0])
stop('i-1')
stop(*_instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
))
