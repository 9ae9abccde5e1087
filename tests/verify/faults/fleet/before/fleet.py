import boto.ec2
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType

conn = boto.ec2.connect_to_region("us-west-2")


def open_ports():
    group = conn.get_all_security_groups(groupnames=["web"])[0]
    group.authorize("tcp", 8000, 8080, "10.1.0.0/16")
    conn.authorize_security_group(group_id=group.id, ip_protocol="tcp", from_port=22, to_port=22, cidr_ip="10.2.0.0/16")
    group.revoke("tcp", 22, 22, "10.2.0.0/16")
    return group


def launch(group):
    mapping = BlockDeviceMapping()
    mapping["/dev/sda1"] = BlockDeviceType(size=20)
    reservation = conn.run_instances(
        "ami-0bbbbbbb",
        min_count=2,
        max_count=2,
        key_name="ops",
        instance_type="t2.micro",
        security_group_ids=[group.id],
        user_data="#!/bin/sh\necho hello\n",
        block_device_map=mapping,
    )
    for number, instance in enumerate(reservation.instances):
        instance.add_tag("Name", "web-%d" % number)
    return reservation.instances


def report():
    for instance in conn.get_only_instances(filters={"tag:Name": "web-*"}):
        if instance.state == "running":
            print(instance.id, instance.tags["Name"], instance.placement, instance.launch_time)


def back_up():
    volume = conn.get_all_volumes(filters={"tag:Name": "data"})[0]
    snapshot = conn.create_snapshot(volume.id, "nightly")
    conn.delete_tags([volume.id], ["stale"])
    print("snapshot", snapshot.id)


def shut_down(instances):
    conn.stop_instances([instances[0].id])
    conn.terminate_instances([instance.id for instance in instances if instance.id != instances[0].id])


def main():
    conn.create_key_pair("ops")
    instances = launch(open_ports())
    report()
    back_up()
    shut_down(instances)


main()
