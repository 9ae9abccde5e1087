import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for volume in conn.get_all_volumes():
    if 'Name' not in volume.tags:
        volume.add_tag('Name', 'volume of %s' % volume.attach_data.instance_id)
    volume.remove_tag('temporary')
    volume.add_tags({'a': '1', 'b': '2'})
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _attachment, _tags

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for volume in conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]:
    if 'Name' not in _tags(volume):
        conn.create_tags(
            Resources=[volume["VolumeId"]],
            Tags=[
                {
                    "Key": 'Name',
                    "Value": 'volume of %s' % _attachment(volume).get("InstanceId"),
                }
            ],
        )
    conn.delete_tags(
        Resources=[volume["VolumeId"]], Tags=[{"Key": 'temporary'}]
    )
    conn.create_tags(
        Resources=[volume["VolumeId"]],
        Tags=[{"Key": 'a', "Value": '1'}, {"Key": 'b', "Value": '2'}],
    )
