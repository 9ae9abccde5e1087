"""The emitted helpers for volumes, snapshots and images, against boto 2 itself."""

from datetime import datetime, timedelta

import pytest
from boto.ec2.blockdevicemapping import BlockDeviceMapping, BlockDeviceType
from ec2_worlds import same
from moto.backends import get_backend

from codemods.emitted.ec2_devices import _block_device_mappings, _block_devices
from codemods.emitted.ec2_storage import (
    _attachment,
    _create_snapshot,
    _create_volume,
    _deregister_image,
    _detach_volume,
    _get_image,
    _image_attribute,
    _image_permissions,
    _permissions,
    _register_image,
    _snapshot_permissions,
    _trim_snapshots,
    _update_image,
    _update_snapshot,
    _update_volume,
    _volume_attribute,
    _volume_snapshots,
)
from codemods.emitted.ec2_tags import _tags


def volume(ec2, **more):
    """A volume in a zone."""
    return {"volume": ec2.create_volume(AvailabilityZone="us-east-1a", Size=10, **more)["VolumeId"]}


def attached(ec2):
    """A volume attached to an instance."""
    image = ec2.register_image(Name="base", RootDeviceName="/dev/sda1")["ImageId"]
    made = ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1)["Instances"][0]
    zone = made["Placement"]["AvailabilityZone"]
    found = ec2.create_volume(AvailabilityZone=zone, Size=10)["VolumeId"]
    ec2.attach_volume(VolumeId=found, InstanceId=made["InstanceId"], Device="/dev/sdf")
    return {"volume": found, "instance": made["InstanceId"], "image": image}


def snapshot(ec2):
    """A snapshot of a volume."""
    made = volume(ec2)
    return {**made, "snapshot": ec2.create_snapshot(VolumeId=made["volume"], Description="old")["SnapshotId"]}


def old_volume(conn, made):
    return conn.get_all_volumes([made["volume"]])[0]


def new_volume(ec2, made):
    return ec2.describe_volumes(VolumeIds=[made["volume"]])["Volumes"][0]


def old_snapshot(conn, made):
    return conn.get_all_snapshots([made["snapshot"]])[0]


def new_snapshot(ec2, made):
    return ec2.describe_snapshots(SnapshotIds=[made["snapshot"]])["Snapshots"][0]


@pytest.mark.parametrize(
    "arguments",
    [
        {"size": 5, "zone": "us-east-1b"},
        {"size": "5", "zone": "us-east-1b", "volume_type": "io1", "iops": "100"},
        {"size": 5, "zone": "us-east-1b", "encrypted": True},
        {"size": 5, "zone": "us-east-1b", "kms_key_id": "ignored without encrypted"},
    ],
)
def test_making_a_volume(arguments):
    def old(conn, _):
        made = conn.create_volume(**arguments)
        return [made.id, made.size, made.zone, made.type, made.encrypted, made.snapshot_id]

    def new(ec2, _):
        made = _create_volume(ec2, **arguments)
        return [
            made["VolumeId"],
            made["Size"],
            made["AvailabilityZone"],
            made.get("VolumeType"),
            made.get("Encrypted"),
            made.get("SnapshotId"),
        ]

    same(old, new)


def test_making_a_volume_of_objects():
    def old(conn, made):
        zone = conn.get_all_zones(["us-east-1b"])[0]
        return conn.create_volume(None, zone, old_snapshot(conn, made)).size

    def new(ec2, made):
        zone = ec2.describe_availability_zones(ZoneNames=["us-east-1b"])["AvailabilityZones"][0]
        return _create_volume(ec2, None, zone, new_snapshot(ec2, made))["Size"]

    assert same(old, new, snapshot) == 10


def test_a_volume_before_and_after_it_is_detached():
    def old(conn, made):
        found = old_volume(conn, made)
        data = found.attach_data
        seen = [data.instance_id, data.device, data.status, found.attachment_state(), found.status]
        seen += [found.detach(), found.update(), found.attachment_state(), bool(found.attach_data)]
        return seen

    def new(ec2, made):
        found = new_volume(ec2, made)
        data = _attachment(found)
        seen = [data.get("InstanceId"), data.get("Device"), data.get("State"), data.get("State"), found["State"]]
        seen += [_detach_volume(ec2, found), _update_volume(ec2, found)]
        seen += [_attachment(found).get("State"), bool(_attachment(found))]
        return seen

    assert same(old, new, attached)[-1] is True


@pytest.mark.parametrize("force", [False, True])
def test_detaching_a_volume_that_has_moved_in_the_meantime(force):
    """The helper says where it knows the volume to be, as boto 2 did; EC2 refuses if that is no longer so."""

    def given(ec2):
        return attached(ec2)

    def old(conn, made):
        found = old_volume(conn, made)
        found.attach_data.instance_id = "i-0123456789abcdef0"
        return found.detach(force=force)

    def new(ec2, made):
        found = new_volume(ec2, made)
        found["Attachments"][0]["InstanceId"] = "i-0123456789abcdef0"
        return _detach_volume(ec2, found, force=force)

    same(old, new, given, error="InvalidInstanceID.NotFound")


def test_a_volume_that_is_gone():
    def given(ec2):
        return volume(ec2)

    def old(conn, made):
        found = old_volume(conn, made)
        conn.delete_volume(made["volume"])
        return found.update(validate=True)

    def new(ec2, made):
        found = new_volume(ec2, made)
        ec2.delete_volume(VolumeId=made["volume"])
        return _update_volume(ec2, found, validate=True)

    same(old, new, given, error="InvalidVolume.NotFound")


@pytest.mark.parametrize("name", [None, "data"])
@pytest.mark.parametrize("description", [None, "nightly", "x" * 300])
def test_making_a_snapshot(name, description):
    def given(ec2):
        made = volume(ec2)
        if name:
            ec2.create_tags(Resources=[made["volume"]], Tags=[{"Key": "Name", "Value": name}])
        return made

    def old(conn, made):
        taken = conn.create_snapshot(made["volume"], description)
        return [taken.id, taken.volume_id, dict(taken.tags), taken.update(), taken.status]

    def new(ec2, made):
        taken = _create_snapshot(ec2, made["volume"], description)
        seen = [taken["SnapshotId"], taken["VolumeId"], _tags(taken)]
        return [*seen, _update_snapshot(ec2, taken), taken["State"]]

    same(old, new, given)


def test_snapshots_of_a_volume():
    def given(ec2):
        made = snapshot(ec2)
        ec2.create_snapshot(VolumeId=volume(ec2)["volume"])
        return made

    same(
        lambda conn, made: [each.id for each in old_volume(conn, made).snapshots(owner="self")],
        lambda ec2, made: [each["SnapshotId"] for each in _volume_snapshots(ec2, new_volume(ec2, made), owner="self")],
        given,
    )


def test_sharing_a_snapshot():
    def old(conn, made):
        found = old_snapshot(conn, made)
        seen = [found.get_permissions(), found.share(user_ids=["111122223333"]), found.share(groups=["all"])]
        return [*seen, found.get_permissions()]

    def new(ec2, made):
        found, same_for = new_snapshot(ec2, made), {"Attribute": "createVolumePermission", "OperationType": "add"}
        seen = [_snapshot_permissions(ec2, found)]
        for who in ({"UserIds": ["111122223333"]}, {"GroupNames": ["all"]}):
            ec2.modify_snapshot_attribute(SnapshotId=found["SnapshotId"], **same_for, **who)
            seen.append(True)
        return [*seen, _snapshot_permissions(ec2, found)]

    assert same(old, new, snapshot)[-1] == {"user_ids": ["111122223333"], "groups": ["all"]}


def dated(ec2):
    """Snapshots of two volumes, taken over the last months: by name, and one that is to be kept anyway."""
    now = datetime.utcnow()
    ages = [0, 0.5, 1, 3, 9, 26, 30, 50, 75, 100, 170, 171, 200, 400, 401, 700, 1500, 1501, 3000]
    made = []
    for name in ("data", "logs", ""):
        disk = volume(ec2)["volume"]
        for hours in ages:
            taken = ec2.create_snapshot(VolumeId=disk)["SnapshotId"]
            if name:
                ec2.create_tags(Resources=[taken], Tags=[{"Key": "Name", "Value": name}])
            made.append((taken, now - timedelta(hours=hours)))
    ec2.create_tags(Resources=[made[11][0]], Tags=[{"Key": "preserve_snapshot", "Value": "yes"}])
    held = get_backend("ec2")["123456789012"]["us-east-1"].snapshots
    for taken, moment in made:
        held[taken].start_time = moment.replace(microsecond=0)
    return


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"hourly_backups": 2, "daily_backups": 1, "weekly_backups": 1, "monthly_backups": 1},
        {"hourly_backups": 0, "daily_backups": 0, "weekly_backups": 0, "monthly_backups": False},
    ],
    ids=["defaults", "few", "none"],
)
def test_trimming_snapshots(arguments):
    left = same(
        lambda conn, _: [conn.trim_snapshots(**arguments), len(conn.get_all_snapshots(owner="self"))],
        lambda ec2, _: [
            _trim_snapshots(ec2, **arguments),
            len(ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"]),
        ],
        dated,
    )[1]
    assert 19 < left < 57 or not any(arguments.values() or [True])


def test_an_image():
    def old(conn, made):
        found = conn.get_image(made["image"])
        seen = [found.id, found.state, found.update(), found.get_launch_permissions()]
        found.set_launch_permissions(user_ids="111122223333")
        return [*seen, found.get_launch_permissions(), conn.get_image_attribute(found.id).attrs]

    def new(ec2, made):
        found = _get_image(ec2, made["image"])
        seen = [found["ImageId"], found["State"], _update_image(ec2, found), _image_permissions(ec2, found)]
        ec2.modify_image_attribute(
            ImageId=found["ImageId"], Attribute="launchPermission", OperationType="add", UserIds=["111122223333"]
        )
        attribute = ec2.describe_image_attribute(ImageId=found["ImageId"], Attribute="launchPermission")
        return [*seen, _image_permissions(ec2, found), _image_attribute(attribute)]

    same(old, new, attached)


def test_an_image_that_is_not_there():
    same(
        lambda conn, _: conn.get_image("ami-0123456789abcdef0"),
        lambda ec2, _: _get_image(ec2, "ami-0123456789abcdef0"),
        error="InvalidAMIID.NotFound",
    )


def test_registering_an_image_of_a_snapshot():
    arguments = {"name": "mine", "description": "of a snapshot", "root_device_name": "/dev/sda1"}

    def old(conn, made):
        image = conn.register_image(snapshot_id=made["snapshot"], **arguments)
        return [(name, device.size) for name, device in conn.get_image(image).block_device_mapping.items()]

    def new(ec2, made):
        image = _get_image(ec2, _register_image(ec2, snapshot_id=made["snapshot"], **arguments))
        return [(name, device.get("VolumeSize")) for name, device in _block_devices(image).items()]

    same(old, new, snapshot)


def imaged(ec2):
    """An image of an instance."""
    made = attached(ec2)
    return {**made, "own": ec2.create_image(InstanceId=made["instance"], Name="mine")["ImageId"]}


@pytest.mark.parametrize("delete_snapshot", [False, True])
def test_deregistering_an_image(delete_snapshot):
    same(
        lambda conn, made: conn.deregister_image(made["own"], delete_snapshot),
        lambda ec2, made: _deregister_image(ec2, made["own"], delete_snapshot),
        imaged,
    )


def test_block_devices_go_out_as_they_came_in():
    """`image.run(block_device_map=image.block_device_mapping)` sends what boto 2 sent."""
    mappings = [
        {
            "DeviceName": "/dev/sda1",
            "Ebs": {"SnapshotId": "snap-1", "VolumeSize": 8, "DeleteOnTermination": True, "VolumeType": "gp2"},
        },
        {"DeviceName": "/dev/sdb", "VirtualName": "ephemeral0"},
    ]
    devices = _block_devices({"BlockDeviceMappings": mappings})
    assert _block_device_mappings(devices) == mappings
    old = BlockDeviceMapping()
    old["/dev/sda1"] = BlockDeviceType(snapshot_id="snap-1", size=8, delete_on_termination=True, volume_type="gp2")
    old["/dev/sdb"] = BlockDeviceType(ephemeral_name="ephemeral0")
    sent = {}
    old.ec2_build_list_params(sent)
    assert sent["BlockDeviceMapping.1.Ebs.DeleteOnTermination"] == "true"
    assert "BlockDeviceMapping.2.Ebs.DeleteOnTermination" not in sent


def test_a_volume_stays_unless_told_to_go():
    assert _block_device_mappings({"/dev/sda1": {"VolumeSize": "20"}}) == [
        {"DeviceName": "/dev/sda1", "Ebs": {"VolumeSize": 20, "DeleteOnTermination": False}}
    ]
    assert _block_device_mappings(None) == []


def test_permissions_that_nobody_has():
    assert _permissions({}) == {}
    assert _volume_attribute({"AutoEnableIO": {"Value": False}}) == {"autoEnableIO": False}
    assert _volume_attribute({}) == {}
