import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import time
requests = conn.request_spot_instances(price=0.05, image_id='ami-1', count=2, key_name='k', user_data='x',
                                       instance_type='m3.medium', placement='eu-west-1a')
ids = [request.id for request in requests]
while any(r.state == 'open' for r in conn.get_all_spot_instance_requests(request_ids=ids)):
    time.sleep(10)
for r in conn.get_all_spot_instance_requests(ids):
    print(r.id, r.state, r.status.code, r.instance_id, r.price * 2, r.fault)
conn.cancel_spot_instance_requests(ids)
# ---- after ----
import base64
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _maybe, _shown, _base64

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import time
requests = conn.request_spot_instances(
    SpotPrice='0.05',
    LaunchSpecification={
        "ImageId": 'ami-1',
        "KeyName": 'k',
        "UserData": _base64('x'),
        "InstanceType": 'm3.medium',
        "Placement": {"AvailabilityZone": 'eu-west-1a'},
    },
    InstanceCount=2,
    Type="one-time",
)["SpotInstanceRequests"]
ids = [request["SpotInstanceRequestId"] for request in requests]
while any(r["State"] == 'open' for r in conn.get_paginator(
    "describe_spot_instance_requests"
).paginate(SpotInstanceRequestIds=ids).build_full_result()["SpotInstanceRequests"]):
    time.sleep(10)
for r in conn.get_paginator(
    "describe_spot_instance_requests"
).paginate(SpotInstanceRequestIds=ids).build_full_result()["SpotInstanceRequests"]:
    print(r["SpotInstanceRequestId"], r["State"], r["Status"]["Code"], r.get("InstanceId"), _maybe(float, r.get("SpotPrice")) * 2, _shown(
        r.get("Fault"), "(%s, %s)", "Code", "Message"
    ))
conn.cancel_spot_instance_requests(SpotInstanceRequestIds=ids)
