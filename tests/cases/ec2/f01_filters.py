import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import sys
conn.get_all_instances(filters={'tag:Name': 'web', 'instance-state-name': ['running', 'stopped']})
conn.get_all_volumes(filters={'availability_zone': 'eu-west-1a', 'encrypted': True, 'size': 100})
wanted = {'tag:' + sys.argv[1]: sys.argv[2]}
print(conn.get_all_snapshots(owner='self', filters=wanted))
print(conn.get_all_images(owners=['self'], filters=None), conn.get_only_instances(filters={}))
print(conn.get_all_addresses(filters=[('domain', 'vpc')]))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _filters, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import sys
conn.get_paginator("describe_instances").paginate(
    Filters=[
        {"Name": "tag:Name", "Values": ['web']},
        {"Name": "instance-state-name", "Values": ['running', 'stopped']},
    ]
).build_full_result()
conn.get_paginator("describe_volumes").paginate(
    Filters=[
        {"Name": "availability-zone", "Values": ['eu-west-1a']},
        {"Name": "encrypted", "Values": ["true"]},
        {"Name": "size", "Values": ["100"]},
    ]
).build_full_result()
wanted = {'tag:' + sys.argv[1]: sys.argv[2]}
print(conn.get_paginator("describe_snapshots").paginate(
    OwnerIds=['self'], Filters=_filters(wanted)
).build_full_result()["Snapshots"])
print(conn.get_paginator("describe_images").paginate(Owners=['self']).build_full_result()["Images"], _instances(
    conn.get_paginator("describe_instances").paginate(Filters=[]).build_full_result()["Reservations"]
))
print(conn.describe_addresses(Filters=[{"Name": "domain", "Values": ['vpc']}])["Addresses"])
