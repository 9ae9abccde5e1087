"""One function that waits for objects of several kinds, whose states have other names."""
import time

import boto.ec2


def wait_for(thing, states, attr='state'):
    while getattr(thing, attr) not in states:
        time.sleep(5)
        thing.update()
    return thing


conn = boto.ec2.connect_to_region('eu-west-1')
instance = wait_for(conn.run_instances('ami-1').instances[0], ['running'])
volume = wait_for(conn.create_volume(10, instance.placement), ['available'], attr='status')
wait_for(volume.create_snapshot(), ['completed'], 'status')
# ---- after ----
"""One function that waits for objects of several kinds, whose states have other names."""
import time

import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _update_instance, _update_volume, _create_snapshot, _update_snapshot, _tags, _tag_list, _add_tags

def wait_for(thing, states, attr='state'):
    while {
        "state": lambda: thing["State"]["Name"], "status": lambda: thing["State"]
    }[attr]() not in states:
        time.sleep(5)
        _update_snapshot(conn, thing) if "StartTime" in thing else _update_instance(conn, thing) if "InstanceId" in thing else _update_volume(conn, thing)
    return thing


conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
instance = wait_for(conn.run_instances(
    ImageId='ami-1', MinCount=1, MaxCount=1, InstanceType="m1.small"
)["Instances"][0], ['running'])
volume = wait_for(conn.create_volume(
    Size=10, AvailabilityZone=instance["Placement"]["AvailabilityZone"]
), ['available'], attr='status')
wait_for(_create_snapshot(conn, volume["VolumeId"]), ['completed'], 'status')
