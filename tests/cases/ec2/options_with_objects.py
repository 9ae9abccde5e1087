import boto.ec2
conn = boto.ec2.connect_to_region('us-east-1')
class Group:
    def __init__(self, group):
        self.group = group
    def let_in(self, other, port):
        options = dict(ip_protocol='tcp', from_port=port, to_port=port)
        options['src_group'] = other
        return self.group.authorize(**options)
web, db = [Group(group) for group in conn.get_all_security_groups()[:2]]
def wire(first, second):
    return first.let_in(second.group, 5432), first.group.delete()
print(wire(db, web))
def make(region):
    return Group(boto.ec2.connect_to_region(region).get_all_security_groups()[0])
print(wire(make('us-west-1'), make('us-west-1')))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _as_list, _ip_permission, _group_pair, _ingress, _group_rule, _authorize_group, _source_pair

conn = boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG)
class Group:
    def __init__(self, group):
        self.group = group
    def let_in(self, conn, other, port):
        options = dict(ip_protocol='tcp', from_port=port, to_port=port)
        options['src_group'] = other
        return _authorize_group(conn, self.group, **options)
web, db = [Group(group) for group in conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"][:2]]
def wire(conn, first, second):
    return first.let_in(conn, second.group, 5432), bool(
        conn.delete_security_group(GroupId=first.group["GroupId"])
    )
print(wire(conn, db, web))
def make(region):
    ec2 = boto3.client("ec2", region_name=region, config=EC2_CONFIG)
    return Group(ec2.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"][0])
print(wire(conn, make('us-west-1'), make('us-west-1')))
