import boto.ec2
from collections import namedtuple

Row = namedtuple("Row", "name instance")


def show(conn):
    for i in conn.get_only_instances():
        print("{0.id} is {0.state:>10} {1}".format(i, "x"))
        print("{i.tags[Name]} {{}} {i.image_id!r} {z}".format(i=i, z=i.placement))
        print("{} {}".format(i.id, i.tags))
        row = Row("a", i)
        print("{r.name}: {r.instance.image_id}".format(r=row))
    for v in conn.get_all_volumes():
        print("{.size}".format(v), "{0.attach_data.device}".format(v))


show(boto.ec2.connect_to_region("eu-west-1"))
# ---- after ----
import boto3
from botocore.config import Config
from collections import namedtuple

# emitted: EC2_CONFIG, _instances, _tags

Row = namedtuple("Row", "name instance")


def show(conn):
    for i in _instances(
        conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
    ):
        print("{} is {:>10} {}".format(i["InstanceId"], i["State"]["Name"], "x"))
        print("{[Name]} {{}} {!r} {}".format(
            _tags(i), i["ImageId"], i["Placement"]["AvailabilityZone"]
        ))
        print("{} {}".format(i["InstanceId"], _tags(i)))
        row = Row("a", i)
        # TODO(boto3ify): named-member the format string reads members of a boto 2 object: give them to format() as values of their own
        print("{r.name}: {r.instance.image_id}".format(r=row))
    for v in conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]:
        # TODO(boto3ify): ec2.Volume.attach_data the format string reads members of a boto 2 object: give them to format() as values of their own
        print("{}".format(v["Size"]), "{0.attach_data.device}".format(v))


show(boto3.client("ec2", region_name="eu-west-1", config=EC2_CONFIG))
