import boto.ec2
import boto.ec2.placementgroup
import boto.ec2.securitygroup
conn = boto.ec2.connect_to_region('us-east-1')
def wait(group):
    if isinstance(group, boto.ec2.placementgroup.PlacementGroup):
        return conn.get_all_placement_groups(filters={'group-name': group.name})
    else:
        assert isinstance(group, boto.ec2.securitygroup.SecurityGroup)
        return conn.get_all_security_groups(filters={'group-name': group.name})
for group in conn.get_all_security_groups():
    wait(group)
for group in conn.get_all_placement_groups():
    wait(group)
def maybe(thing):
    return isinstance(thing, boto.ec2.securitygroup.SecurityGroup) and thing.name
maybe(conn.get_all_security_groups()[0])
maybe(conn.get_all_placement_groups()[0])
maybe('by name')
maybe(None)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG)
def wait(group):
    if "Description" not in group:
        return conn.describe_placement_groups(
            Filters=[{"Name": "group-name", "Values": [group["GroupName"]]}]
        )["PlacementGroups"]
    else:
        assert isinstance(group, dict)
        return conn.get_paginator("describe_security_groups").paginate(
            Filters=[{"Name": "group-name", "Values": [group["GroupName"]]}]
        ).build_full_result()["SecurityGroups"]
for group in conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"]:
    wait(group)
for group in conn.describe_placement_groups()["PlacementGroups"]:
    wait(group)
def maybe(thing):
    return (isinstance(thing, dict) and "Description" in thing) and thing["GroupName"]
maybe(conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"][0])
maybe(conn.describe_placement_groups()["PlacementGroups"][0])
maybe('by name')
maybe(None)
