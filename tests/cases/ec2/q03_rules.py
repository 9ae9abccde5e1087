import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for group in conn.get_all_security_groups():
    for rule in group.rules:
        for grant in rule.grants:
            print(rule.ip_protocol, rule.from_port, rule.to_port, grant.cidr_ip, grant.group_id, grant.name)
        if rule.from_port == '22' and '0.0.0.0/0' in [g.cidr_ip for g in rule.grants]:
            group.revoke(rule.ip_protocol, rule.from_port, rule.to_port, '0.0.0.0/0')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _maybe, _ip_permission, _group_pair, _ingress, _group_rule, _revoke_group, _port, _grants

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for group in conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"]:
    for rule in group.get("IpPermissions", []):
        for grant in _grants(rule):
            print(rule["IpProtocol"], _maybe(
                str, rule.get("FromPort")
            ), _maybe(
                str, rule.get("ToPort")
            ), grant.get("CidrIp"), grant.get("GroupId"), grant.get("GroupName"))
        if _maybe(str, rule.get("FromPort")) == '22' and '0.0.0.0/0' in [g.get("CidrIp") for g in _grants(rule)]:
            _revoke_group(
                conn,
                group,
                rule["IpProtocol"],
                _maybe(str, rule.get("FromPort")),
                _maybe(str, rule.get("ToPort")),
                '0.0.0.0/0',
            )
