import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for i in conn.get_only_instances():
    print(i.ip_address, i.private_ip_address, i.public_dns_name, i.dns_name, i.private_dns_name)
    if i.public_dns_name == '':
        print('none')
    host = i.public_dns_name or i.private_ip_address
    print(host, i.vpc_id, i.subnet_id, i.key_name, i.launch_time, i.launch_time[:10])
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for i in _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
):
    print(i.get("PublicIpAddress"), i.get("PrivateIpAddress"), i.get("PublicDnsName"), i.get("PublicDnsName"), i.get("PrivateDnsName"))
    if i.get("PublicDnsName") == '':
        print('none')
    host = i.get("PublicDnsName") or i.get("PrivateIpAddress")
    print(host, i.get("VpcId"), i.get("SubnetId"), i.get("KeyName"), _iso_z(i["LaunchTime"]), _iso_z(i["LaunchTime"])[:10])
