import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for instance in conn.get_only_instances():
    image = instance.connection.get_image(instance.image_id)
    print(image.id, instance.region.name)
    for volume in conn.get_all_volumes(filters={'attachment.instance-id': instance.id}):
        volume.connection.create_snapshot(volume.id)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances, _create_snapshot, _get_image, _tags, _tag_list, _add_tags

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for instance in _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
):
    image = _get_image(conn, instance["ImageId"])
    print(image["ImageId"], conn.meta.region_name)
    for volume in conn.get_paginator("describe_volumes").paginate(
        Filters=[
            {"Name": "attachment.instance-id", "Values": [instance["InstanceId"]]}
        ]
    ).build_full_result()["Volumes"]:
        _create_snapshot(conn, volume["VolumeId"])
