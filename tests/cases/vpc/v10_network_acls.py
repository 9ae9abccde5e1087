import boto.vpc

conn = boto.vpc.connect_to_region('eu-west-1')
acl = conn.create_network_acl('vpc-1')
conn.create_network_acl_entry(acl.id, 100, 6, 'allow', '0.0.0.0/0', egress=False, port_range_from=80,
                              port_range_to=80)
conn.create_network_acl_entry(acl.id, 110, -1, 'deny', '10.0.0.0/8')
print(conn.associate_network_acl(acl.id, 'subnet-1'))
for acl in conn.get_all_network_acls():
    for entry in acl.network_acl_entries:
        print(entry.rule_number, entry.rule_action, entry.protocol, entry.egress == 'true', entry.cidr_block)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _maybe, _true_or_false, _associate_network_acl

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
acl = conn.create_network_acl(VpcId='vpc-1')["NetworkAcl"]
conn.create_network_acl_entry(
    NetworkAclId=acl["NetworkAclId"],
    RuleNumber=100,
    Protocol='6',
    RuleAction='allow',
    CidrBlock='0.0.0.0/0',
    Egress=False,
    PortRange={"From": 80, "To": 80},
)
conn.create_network_acl_entry(
    NetworkAclId=acl["NetworkAclId"],
    RuleNumber=110,
    Protocol='-1',
    RuleAction='deny',
    CidrBlock='10.0.0.0/8',
    Egress=False,
)
print(_associate_network_acl(conn, acl["NetworkAclId"], 'subnet-1'))
for acl in conn.get_paginator("describe_network_acls").paginate().build_full_result()["NetworkAcls"]:
    for entry in acl.get("Entries", []):
        print(_maybe(
            str, entry.get("RuleNumber")
        ), entry.get("RuleAction"), entry.get("Protocol"), _true_or_false(entry.get("Egress")) == 'true', entry.get("CidrBlock"))
