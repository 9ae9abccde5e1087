import boto.ec2
conn = boto.ec2.connect_to_region('us-east-1')
for group in conn.get_all_security_groups():
    if not group.rules:
        group.authorize('tcp', 22, 22, '10.0.0.0/8')
    for rule in group.rules:
        print(rule.from_port, rule.to_port)
        if rule.from_port == '80':
            group.revoke('tcp', rule.from_port, rule.to_port, '0.0.0.0/0')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _ip_permission, _group_pair, _ingress, _group_rule, _authorize_group, _revoke_group, _port, _grants

conn = boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG)
for group in conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"]:
    if not group.get("IpPermissions", []):
        _authorize_group(conn, group, 'tcp', 22, 22, '10.0.0.0/8')
    for rule in group.get("IpPermissions", []):
        print(_port(rule, "FromPort"), _port(rule, "ToPort"))
        if _port(rule, "FromPort") == '80':
            _revoke_group(
                conn,
                group,
                'tcp',
                _port(rule, "FromPort"),
                _port(rule, "ToPort"),
                '0.0.0.0/0',
            )
