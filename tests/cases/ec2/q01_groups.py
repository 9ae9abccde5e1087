import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
for group in conn.get_all_security_groups(filters={'vpc-id': 'vpc-1'}):
    print(group.id, group.name, group.description, group.vpc_id, group.owner_id, [i.id for i in group.instances()])
web = conn.get_all_security_groups(groupnames=['web'])[0]
named = dict((g.name, g) for g in conn.get_all_security_groups())
print(web.id, 'web' in named, named['web'].id)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _group_instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
for group in conn.get_paginator("describe_security_groups").paginate(
    Filters=[{"Name": "vpc-id", "Values": ['vpc-1']}]
).build_full_result()["SecurityGroups"]:
    print(group["GroupId"], group["GroupName"], group["Description"], group.get("VpcId"), group.get("OwnerId"), [i["InstanceId"] for i in _group_instances(conn, group)])
web = conn.get_paginator("describe_security_groups").paginate(GroupNames=['web']).build_full_result()["SecurityGroups"][0]
named = dict((g["GroupName"], g) for g in conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"])
print(web["GroupId"], 'web' in named, named['web']["GroupId"])
