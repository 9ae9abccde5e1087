"""The emitted helpers for instances and launches, against boto 2 itself."""

import pytest
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType
from ec2_worlds import same

from codemods.emitted.ec2_devices import _block_devices
from codemods.emitted.ec2_instances import (
    _console_output,
    _instance_attribute,
    _modify_instance_attribute,
    _only_instances,
    _product_codes,
    _start_instance,
    _start_instances,
    _stop_instance,
    _stop_instances,
    _stop_reservation,
    _terminate_instance,
    _terminate_instances,
    _update_instance,
)
from codemods.emitted.ec2_launch import _request_spot_instances, _run_image, _run_instances
from codemods.emitted.ec2_tags import _add_tags, _remove_tags, _tags


def one(ec2, **more):
    """A running instance of an image of our own; gives both ids."""
    image = ec2.register_image(Name="base", RootDeviceName="/dev/sda1")["ImageId"]
    made = ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, **more)["Instances"][0]["InstanceId"]
    return {"image": image, "id": made}


def three(ec2):
    """Three instances in two reservations."""
    made = one(ec2)
    more = ec2.run_instances(ImageId=made["image"], MinCount=2, MaxCount=2)["Instances"]
    return {**made, "ids": [made["id"], *(each["InstanceId"] for each in more)]}


def old_instance(conn, given):
    return conn.get_only_instances([given["id"]])[0]


def new_instance(ec2, given):
    return ec2.describe_instances(InstanceIds=[given["id"]])["Reservations"][0]["Instances"][0]


LAUNCHES = {
    "plain": {},
    "counted": {"min_count": "2", "max_count": "2"},
    "named": {"key_name": "mine", "user_data": "#!/bin/sh", "instance_type": "t2.micro", "placement": "us-east-1b"},
    "empty": {"key_name": "", "user_data": "", "subnet_id": None, "security_groups": [], "instance_type": None},
    "watched": {"monitoring_enabled": True, "ebs_optimized": 1, "disable_api_termination": True},
    "told": {"instance_initiated_shutdown_behavior": "terminate", "tenancy": "default", "placement_group": "pg"},
    "profiled": {"kernel_id": "aki-1", "ramdisk_id": "ari-1", "private_ip_address": "172.31.0.9"},
}


def shown(instance):
    """What scenarios look at of a boto 2 instance."""
    return [instance.id, instance.state, instance.instance_type, instance.key_name, instance.placement]


def shown_too(instance):
    """The same of a record."""
    return [
        instance["InstanceId"],
        instance["State"]["Name"],
        instance["InstanceType"],
        instance.get("KeyName"),
        instance["Placement"]["AvailabilityZone"],
    ]


@pytest.mark.parametrize("arguments", LAUNCHES.values(), ids=list(LAUNCHES))
def test_launching(arguments):
    def given(ec2):
        ec2.create_key_pair(KeyName="mine")
        return one(ec2)

    same(
        lambda conn, made: [shown(each) for each in conn.run_instances(made["image"], **arguments).instances],
        lambda ec2, made: [shown_too(each) for each in _run_instances(ec2, made["image"], **arguments)["Instances"]],
        given,
    )


def test_launching_an_image_in_groups_given_as_objects():
    def given(ec2):
        group = ec2.create_security_group(GroupName="web", Description="web servers")["GroupId"]
        return {**one(ec2), "group": group}

    def old(conn, made):
        group = conn.get_all_security_groups(group_ids=[made["group"]])[0]
        run = conn.get_image(made["image"]).run(min_count=1, security_group_ids=[group], user_data=b"data")
        return [(each.id, each.name) for each in run.instances[0].groups]

    def new(ec2, made):
        group = ec2.describe_security_groups(GroupIds=[made["group"]])["SecurityGroups"][0]
        image = ec2.describe_images(ImageIds=[made["image"]])["Images"][0]
        run = _run_image(ec2, image, min_count=1, security_group_ids=[group], user_data=b"data")
        return [(each["GroupId"], each["GroupName"]) for each in run["Instances"][0]["SecurityGroups"]]

    assert same(old, new, given)[0][1] == "web"


def test_launching_with_block_devices():
    def old(conn, made):
        devices = BlockDeviceMapping()
        devices["/dev/sda1"] = BlockDeviceType(size=20, volume_type="gp2")
        root = devices["/dev/sda1"]
        root.size = 30
        devices["/dev/sdc"] = BlockDeviceType(size=5, delete_on_termination=True)
        found = conn.run_instances(made["image"], block_device_map=devices).instances[0]
        found.update()
        return {
            name: [device.volume_id, device.status, device.delete_on_termination, device.attach_time]
            for name, device in sorted(found.block_device_mapping.items())
        }

    def new(ec2, made):
        devices = {"/dev/sda1": {"VolumeSize": 20, "VolumeType": "gp2", "DeleteOnTermination": False}}
        root = devices["/dev/sda1"]
        root["VolumeSize"] = 30
        devices["/dev/sdc"] = {"VolumeSize": 5, "DeleteOnTermination": True}
        found = _run_instances(ec2, made["image"], block_device_map=devices)["Instances"][0]
        _update_instance(ec2, found)
        return {
            name: [
                device.get("VolumeId"),
                device.get("Status"),
                device.get("DeleteOnTermination", False),
                device.get("AttachTime"),
            ]
            for name, device in sorted(_block_devices(found).items())
        }

    same(old, new, one)


def test_spot_requests():
    arguments = {"count": 2, "instance_type": "m1.large", "user_data": b"data", "placement": "us-east-1c"}
    same(
        lambda conn, made: [
            [each.id, each.state, each.type, each.launch_specification.image_id, each.launch_specification.placement]
            for each in conn.request_spot_instances(0.25, made["image"], **arguments)
        ],
        lambda ec2, made: [
            [
                each["SpotInstanceRequestId"],
                each["State"],
                each.get("Type"),
                each["LaunchSpecification"]["ImageId"],
                each["LaunchSpecification"].get("Placement", {}).get("AvailabilityZone"),
            ]
            for each in _request_spot_instances(ec2, 0.25, made["image"], **arguments)
        ],
        one,
    )


SEARCHES = {
    "all": {},
    "none given": {"instance_ids": []},
    "by state": {"filters": {"instance_state_name": ["running"]}},
    "by pairs": {"filters": [("instance-type", "m1.small")]},
    "of nothing": {"filters": {"tag:Name": "nobody"}},
    "in pages": {"max_results": 5},
}


@pytest.mark.parametrize("arguments", SEARCHES.values(), ids=list(SEARCHES))
def test_finding_instances(arguments):
    same(
        lambda conn, _: [shown(each) for each in conn.get_only_instances(**arguments)],
        lambda ec2, _: [shown_too(each) for each in _only_instances(ec2, **arguments)],
        three,
    )


@pytest.mark.parametrize(
    ("ids", "error"),
    [
        (lambda made: made["ids"][:2], ""),
        (lambda made: made["id"], ""),
        (lambda made: ["i-0123"], "InvalidInstanceID.NotFound"),
    ],
    ids=["some", "one", "unknown"],
)
def test_finding_instances_by_ids(ids, error):
    same(
        lambda conn, made: [each.id for each in conn.get_only_instances(ids(made))],
        lambda ec2, made: [each["InstanceId"] for each in _only_instances(ec2, ids(made))],
        three,
        error,
    )


def test_waiting_for_a_state():
    def old(conn, made):
        instance, seen = old_instance(conn, made), []
        conn.stop_instances([made["id"]])
        while instance.state != "stopped":
            seen.append(instance.update())
        return [seen, instance.state_code, instance.previous_state]

    def new(ec2, made):
        instance, seen = new_instance(ec2, made), []
        ec2.stop_instances(InstanceIds=[made["id"]])
        while instance["State"]["Name"] != "stopped":
            seen.append(_update_instance(ec2, instance))
        return [seen, instance["State"]["Code"], instance.get("PreviousState", {}).get("Name")]

    assert same(old, new, one)[1] == 80


@pytest.mark.parametrize("validate", [False, True])
def test_an_instance_that_is_gone(validate):
    def old(conn, made):
        instance = old_instance(conn, made)
        instance.id = "i-0123456789abcdef0"
        return instance.update(validate=validate)

    def new(ec2, made):
        instance = new_instance(ec2, made)
        instance["InstanceId"] = "i-0123456789abcdef0"
        return _update_instance(ec2, instance, validate=validate)

    same(old, new, one, error="InvalidInstanceID.NotFound")


def test_validate_where_ec2_answers_nothing():
    class Nothing:
        def describe_instances(self, **_):
            return {"Reservations": []}

    instance = {"InstanceId": "i-1", "State": {"Name": "running"}}
    assert _update_instance(Nothing(), instance) == "running"
    with pytest.raises(ValueError, match="i-1 is not a valid Instance ID"):
        _update_instance(Nothing(), instance, validate=True)


def states(instance):
    return [instance.state, instance.state_code, instance.previous_state, instance.previous_state_code]


def states_too(instance):
    before = instance.get("PreviousState", {})
    return [instance["State"]["Name"], instance["State"]["Code"], before.get("Name"), before.get("Code", 0)]


def test_the_life_of_an_instance():
    def old(conn, made):
        instance = old_instance(conn, made)
        seen = [states(instance), instance.stop(), states(instance)]
        instance.update()
        seen += [instance.start(), states(instance), instance.terminate(), states(instance), instance.id]
        return seen

    def new(ec2, made):
        instance = new_instance(ec2, made)
        seen = [states_too(instance), _stop_instance(ec2, instance), states_too(instance)]
        _update_instance(ec2, instance)
        seen += [_start_instance(ec2, instance), states_too(instance)]
        seen += [_terminate_instance(ec2, instance), states_too(instance), instance["InstanceId"]]
        return seen

    same(old, new, one)


@pytest.mark.parametrize(
    ("method", "helper"),
    [
        ("stop_instances", _stop_instances),
        ("start_instances", _start_instances),
        ("terminate_instances", _terminate_instances),
    ],
)
@pytest.mark.parametrize(
    ("ids", "error"),
    [
        (lambda made: made["ids"][1:], ""),
        (lambda made: made["id"], ""),
        (lambda made: ["i-0123"], "InvalidInstanceID.NotFound"),
    ],
    ids=["some", "one", "unknown"],
)
def test_changing_the_state_of_several(method, helper, ids, error):
    """An unknown id touches nothing else; what was blank on boto 2 is blank."""
    same(
        lambda conn, made: [
            [each.id, *states(each), each.image_id, each.instance_type, each.launch_time, each.placement, each.tags]
            for each in getattr(conn, method)(ids(made))
        ],
        lambda ec2, made: [
            [
                each["InstanceId"],
                *states_too(each),
                each["ImageId"],
                each["InstanceType"],
                each["LaunchTime"],
                each["Placement"]["AvailabilityZone"],
                _tags(each),
            ]
            for each in helper(ec2, ids(made))
        ],
        three,
        error,
    )


@pytest.mark.parametrize(
    ("method", "helper", "error"),
    [
        ("stop_instances", _stop_instances, ""),
        ("start_instances", _start_instances, ""),
        ("terminate_instances", _terminate_instances, "InvalidParameterCombination"),
    ],
)
@pytest.mark.parametrize("ids", [[], None])
def test_changing_the_state_of_none(method, helper, error, ids):
    """EC2 refuses an empty list; the fake does so for terminating alone. No instance is touched."""
    same(lambda conn, _: getattr(conn, method)(ids), lambda ec2, _: helper(ec2, ids), three, error)


def test_stopping_a_reservation():
    def old(conn, made):
        reservation = conn.get_all_reservations(made["ids"][1:])[0]
        reservation.stop_all()
        return [each.state for each in reservation.instances]

    def new(ec2, made):
        reservation = ec2.describe_instances(InstanceIds=made["ids"][1:])["Reservations"][0]
        _stop_reservation(ec2, reservation)
        return [each["State"]["Name"] for each in reservation["Instances"]]

    same(old, new, three)


@pytest.mark.parametrize(
    "name",
    [
        "instanceType",
        "kernel",
        "userData",
        "disableApiTermination",
        "instanceInitiatedShutdownBehavior",
        "sourceDestCheck",
        "ebsOptimized",
    ],
)
def test_reading_an_attribute(name):
    same(
        lambda conn, made: dict(conn.get_instance_attribute(made["id"], name)),
        lambda ec2, made: _instance_attribute(ec2, made["id"], name),
        lambda ec2: one(ec2, UserData="#!/bin/sh", KernelId="aki-1"),
    )


def test_reading_the_groups_as_an_attribute():
    same(
        lambda conn, made: [each.id for each in conn.get_instance_attribute(made["id"], "groupSet")["groupSet"]],
        lambda ec2, made: [each["GroupId"] for each in _instance_attribute(ec2, made["id"], "groupSet")["groupSet"]],
        one,
    )


CHANGES = [
    ("instanceType", "m1.large"),
    ("disableApiTermination", True),
    ("disableApiTermination", "false"),
    ("sourceDestCheck", False),
    ("ebsOptimized", "true"),
    ("instanceInitiatedShutdownBehavior", "terminate"),
    ("kernel", "aki-2"),
    ("blockDeviceMapping", ["/dev/sda1=true"]),
    ("blockDeviceMapping", ["/dev/sda1=false"]),
]


@pytest.mark.parametrize(("name", "value"), CHANGES)
def test_changing_an_attribute(name, value):
    def old(conn, made):
        conn.stop_instances([made["id"]])
        return [
            conn.modify_instance_attribute(made["id"], name, value),
            dict(conn.get_instance_attribute(made["id"], "userData")),
        ]

    def new(ec2, made):
        ec2.stop_instances(InstanceIds=[made["id"]])
        return [
            _modify_instance_attribute(ec2, made["id"], name, value),
            _instance_attribute(ec2, made["id"], "userData"),
        ]

    same(old, new, one)


def test_changing_groups_given_as_objects():
    def given(ec2):
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24", AvailabilityZone="us-east-1a")["Subnet"][
            "SubnetId"
        ]
        group = ec2.create_security_group(GroupName="web", Description="web servers", VpcId=vpc)["GroupId"]
        return {**one(ec2, SubnetId=subnet), "group": group}

    same(
        lambda conn, made: conn.modify_instance_attribute(
            made["id"], "groupSet", conn.get_all_security_groups(group_ids=[made["group"]])
        ),
        lambda ec2, made: _modify_instance_attribute(
            ec2,
            made["id"],
            "groupSet",
            ec2.describe_security_groups(GroupIds=[made["group"]])["SecurityGroups"],
        ),
        given,
    )


def test_the_console():
    assert _console_output({"Output": "hello"}) == b"hello"
    assert _console_output({}) is None


def test_product_codes():
    assert _product_codes({"ProductCodes": [{"ProductCodeId": "abc", "ProductCodeType": "devpay"}]}) == ["abc"]
    assert _product_codes({}) == []


def test_tags_of_an_object():
    def old(conn, made):
        instance = old_instance(conn, made)
        instance.add_tag("Name", "web")
        instance.add_tags({"stage": "test", "empty": ""})
        instance.remove_tag("stage", "other")
        instance.remove_tag("empty", "")
        seen = [dict(instance.tags)]
        instance.remove_tags({"stage": None})
        return [*seen, dict(instance.tags), "Name" in instance.tags, instance.tags.get("stage")]

    def new(ec2, made):
        instance = new_instance(ec2, made)
        resource = instance["InstanceId"]
        _add_tags(ec2, instance, resource, {"Name": "web"})
        _add_tags(ec2, instance, resource, {"stage": "test", "empty": ""})
        _remove_tags(ec2, instance, resource, {"stage": "other"})
        _remove_tags(ec2, instance, resource, {"empty": ""})
        seen = [_tags(instance)]
        _remove_tags(ec2, instance, resource, {"stage": None})
        return [*seen, _tags(instance), "Name" in _tags(instance), _tags(instance).get("stage")]

    assert same(old, new, one)[1] == {"Name": "web"}
