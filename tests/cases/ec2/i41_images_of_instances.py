import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
i = conn.get_only_instances()[0]
image_id = i.create_image('backup', description='nightly', no_reboot=True)
other = conn.create_image(i.id, 'second')
conn.create_tags([image_id, other], {'made-by': 'cron'})
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
i = _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[0]
image_id = conn.create_image(
    InstanceId=i["InstanceId"],
    Name='backup',
    Description='nightly',
    NoReboot=True,
)["ImageId"]
other = conn.create_image(InstanceId=i["InstanceId"], Name='second')["ImageId"]
conn.create_tags(
    Resources=[image_id, other], Tags=[{"Key": 'made-by', "Value": 'cron'}]
)
