import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for eni in conn.get_all_network_interfaces(filters={'subnet-id': 'subnet-1'}):
    print(eni.id, eni.status, eni.private_ip_address, [g.id for g in eni.groups], eni.tags.get('Name'))
    if eni.attachment is not None:
        print(eni.attachment.instance_id, eni.attachment.device_index, eni.attachment.status)
conn.attach_network_interface('eni-1', 'i-1', device_index=1)
conn.modify_network_interface_attribute('eni-1', 'sourceDestCheck', False)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _tags

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for eni in conn.get_paginator("describe_network_interfaces").paginate(
    Filters=[{"Name": "subnet-id", "Values": ['subnet-1']}]
).build_full_result()["NetworkInterfaces"]:
    print(eni["NetworkInterfaceId"], eni.get("Status"), eni.get("PrivateIpAddress"), [g["GroupId"] for g in eni.get("Groups", [])], _tags(eni).get('Name'))
    if eni.get("Attachment") is not None:
        print(eni.get("Attachment").get("InstanceId"), eni.get("Attachment").get(
            "DeviceIndex", 0
        ), eni.get("Attachment").get("Status"))
conn.attach_network_interface(NetworkInterfaceId='eni-1', InstanceId='i-1', DeviceIndex=1)
conn.modify_network_interface_attribute(NetworkInterfaceId='eni-1', SourceDestCheck={"Value": False})
