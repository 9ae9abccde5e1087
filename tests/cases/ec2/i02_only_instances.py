import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
import itertools
running = conn.get_only_instances(filters={'instance-state-name': 'running'})
chained = list(itertools.chain.from_iterable(r.instances for r in conn.get_all_instances()))
summed = sum([r.instances for r in conn.get_all_instances()], [])
grown = []
for r in conn.get_all_instances():
    grown += r.instances
print(running, [i.id for i in chained], len(summed), len(grown))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
import itertools
running = _instances(
    conn.get_paginator("describe_instances").paginate(
        Filters=[{"Name": "instance-state-name", "Values": ['running']}]
    ).build_full_result()["Reservations"]
)
chained = list(itertools.chain.from_iterable(r["Instances"] for r in conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]))
summed = sum([r["Instances"] for r in conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]], [])
grown = []
for r in conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]:
    grown += r["Instances"]
print(running, [i["InstanceId"] for i in chained], len(summed), len(grown))
