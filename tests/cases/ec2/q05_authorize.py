import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
group = conn.create_security_group('web', 'web servers', vpc_id='vpc-1')
group.authorize('tcp', 80, 80, '0.0.0.0/0')
group.authorize(ip_protocol='tcp', from_port='443', to_port='443', cidr_ip=['10.0.0.0/8', '192.168.0.0/16'])
group.authorize(src_group=conn.get_all_security_groups(['db'])[0])
conn.authorize_security_group(group_id=group.id, ip_protocol='tcp', from_port=22, to_port=22, cidr_ip='1.2.3.4/32')
conn.authorize_security_group_egress(group.id, 'tcp', 25, 25, cidr_ip='10.0.0.0/8')
conn.revoke_security_group(group_id=group.id, ip_protocol='tcp', from_port=22, to_port=22, cidr_ip='1.2.3.4/32')
group.delete()
conn.delete_security_group(name='old')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _create_security_group, _ip_permission, _group_pair, _ingress, _group_rule, _authorize_group, _source_pair

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
group = _create_security_group(conn, 'web', 'web servers', vpc_id='vpc-1')
conn.authorize_security_group_ingress(
    GroupId=group["GroupId"],
    IpPermissions=[
        {"IpProtocol": 'tcp', "FromPort": 80, "ToPort": 80, "IpRanges": [{"CidrIp": '0.0.0.0/0'}]}
    ],
)
conn.authorize_security_group_ingress(
    GroupId=group["GroupId"],
    IpPermissions=[_ip_permission('tcp', '443', '443', ['10.0.0.0/8', '192.168.0.0/16'])],
)
_authorize_group(
    conn,
    group,
    src_group=conn.get_paginator("describe_security_groups").paginate(GroupNames=['db']).build_full_result()["SecurityGroups"][0],
)
conn.authorize_security_group_ingress(
    GroupId=group["GroupId"],
    IpPermissions=[
        {"IpProtocol": 'tcp', "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": '1.2.3.4/32'}]}
    ],
)
conn.authorize_security_group_egress(
    GroupId=group["GroupId"],
    IpPermissions=[
        {"IpProtocol": 'tcp', "FromPort": 25, "ToPort": 25, "IpRanges": [{"CidrIp": '10.0.0.0/8'}]}
    ],
)
conn.revoke_security_group_ingress(
    GroupId=group["GroupId"],
    IpPermissions=[
        {"IpProtocol": 'tcp', "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": '1.2.3.4/32'}]}
    ],
)
conn.delete_security_group(GroupId=group["GroupId"])
conn.delete_security_group(GroupName='old')
