import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import base64
i = conn.get_only_instances()[0]
print(base64.b64decode(i.get_attribute('userData')['userData']))
i.modify_attribute('instanceType', 'm3.large')
i.modify_attribute('disableApiTermination', 'true')
conn.modify_instance_attribute(i.id, 'sourceDestCheck', False)
conn.modify_instance_attribute(i.id, 'groupSet', ['sg-1', 'sg-2'])
conn.modify_instance_attribute(i.id, 'blockDeviceMapping', ['/dev/sda1=true'])
conn.reset_instance_attribute(i.id, 'kernel')
i.use_ip('1.2.3.4')
i.monitor()
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _block_devices, _instances, _instance_attribute, _modify_instance_attribute, _group_ids, _truth

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import base64
i = _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[0]
print(base64.b64decode(_instance_attribute(
    conn, i["InstanceId"], 'userData'
)['userData']))
conn.modify_instance_attribute(
    InstanceId=i["InstanceId"], InstanceType={"Value": 'm3.large'}
)
conn.modify_instance_attribute(
    InstanceId=i["InstanceId"], DisableApiTermination={"Value": True}
)
conn.modify_instance_attribute(
    InstanceId=i["InstanceId"], SourceDestCheck={"Value": False}
)
conn.modify_instance_attribute(
    InstanceId=i["InstanceId"], Groups=['sg-1', 'sg-2']
)
_modify_instance_attribute(
    conn, i["InstanceId"], 'blockDeviceMapping', ['/dev/sda1=true']
)
conn.reset_instance_attribute(InstanceId=i["InstanceId"], Attribute='kernel')
conn.associate_address(InstanceId=i["InstanceId"], PublicIp='1.2.3.4')
conn.monitor_instances(InstanceIds=[i["InstanceId"]])
