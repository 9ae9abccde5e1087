import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import time
for image in conn.get_all_images(owners='self'):
    print(image.id, image.name, image.state, image.location, image.is_public, image.owner_id, image.description)
image = conn.get_image('ami-1')
while image.state == 'pending':
    time.sleep(5)
    image.update()
conn.deregister_image('ami-2', delete_snapshot=True)
print(conn.deregister_image('ami-3'), conn.copy_image('us-east-1', 'ami-4', 'copy').image_id)
print(image.get_launch_permissions(), image.set_launch_permissions(user_ids=['123456789012']))
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _block_devices, _permissions, _get_image, _update_image, _deregister_image, _image_permissions

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import time
for image in conn.get_paginator("describe_images").paginate(Owners=['self']).build_full_result()["Images"]:
    print(image["ImageId"], image.get("Name"), image["State"], image.get("ImageLocation"), image.get("Public", False), image["OwnerId"], image.get("Description"))
image = _get_image(conn, 'ami-1')
while image["State"] == 'pending':
    time.sleep(5)
    _update_image(conn, image)
_deregister_image(conn, 'ami-2', delete_snapshot=True)
print(bool(conn.deregister_image(ImageId='ami-3')), conn.copy_image(
    SourceRegion='us-east-1', SourceImageId='ami-4', Name='copy'
)["ImageId"])
print(_image_permissions(conn, image), bool(
    conn.modify_image_attribute(
        ImageId=image["ImageId"], UserIds=['123456789012'], Attribute="launchPermission", OperationType="add"
    )
))
