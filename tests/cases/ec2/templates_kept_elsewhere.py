"""Members that a format string reads which stands elsewhere, and serves others as well."""
import boto.ec2

SHORT = '{0:8} {1.id}'
LONG = '{0:8} {1.id} {1.state:10} {1.placement}'


def show(conn, verbose):
    template = LONG if verbose else SHORT
    for i in conn.get_only_instances():
        print(template.format(i.tags.get('Name', '-'), i))
    for v in conn.get_all_volumes():
        print(SHORT.format(v.size, v))


show(boto.ec2.connect_to_region('eu-west-1'), True)
# ---- after ----
"""Members that a format string reads which stands elsewhere, and serves others as well."""
from types import SimpleNamespace
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _instances, _tags

SHORT = '{0:8} {1.id}'
LONG = '{0:8} {1.id} {1.state:10} {1.placement}'


def show(conn, verbose):
    template = LONG if verbose else SHORT
    for i in _instances(
        conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
    ):
        print(template.format(
            _tags(i).get('Name', '-'),
            SimpleNamespace(
                id=i["InstanceId"],
                state=i["State"]["Name"],
                placement=i["Placement"]["AvailabilityZone"],
            ),
        ))
    for v in conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]:
        print(SHORT.format(v["Size"], SimpleNamespace(id=v["VolumeId"])))


show(boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG), True)
