import boto.ec2

conn = boto.ec2.connect_to_region("eu-west-1")
for group in conn.get_all_security_groups():
    for rule in group.rules:
        for grant in rule.grants:
            group.revoke(rule.ip_protocol, rule.from_port, rule.to_port, grant.cidr_ip)
        print(len(rule.grants), list(rule.grants))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _maybe, _ip_permission, _group_pair, _ingress, _group_rule, _revoke_group, _port, _grants

conn = boto3.client("ec2", region_name="eu-west-1", config=EC2_CONFIG)
for group in conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"]:
    for rule in group.get("IpPermissions", []):
        for grant in _grants(rule):
            _revoke_group(
                conn,
                group,
                rule["IpProtocol"],
                _maybe(str, rule.get("FromPort")),
                _maybe(str, rule.get("ToPort")),
                grant.get("CidrIp"),
            )
        print(len(_grants(rule)), list(_grants(rule)))
