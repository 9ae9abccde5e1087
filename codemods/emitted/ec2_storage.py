"""Volumes, snapshots and images."""

from contextlib import suppress
from datetime import datetime, timedelta, timezone

from botocore.exceptions import ClientError

from codemods.emitted.common import _as_list, _given
from codemods.emitted.ec2_devices import _block_device_mappings, _block_devices
from codemods.emitted.ec2_tags import _add_tags, _tags
from codemods.emitted.ec2_values import _naive_utc


def _create_volume(
    client,
    size,
    zone,
    snapshot=None,
    volume_type=None,
    iops=None,
    encrypted=False,
    kms_key_id=None,
    dry_run=False,
):
    """Create a volume; `zone` and `snapshot` are a name and an id or the dicts of a zone and a snapshot."""
    optional = {
        "Size": int(size or 0),
        "SnapshotId": snapshot["SnapshotId"] if isinstance(snapshot, dict) else snapshot,
        "VolumeType": volume_type,
        "Iops": int(iops or 0),
        "Encrypted": bool(encrypted),
        "KmsKeyId": kms_key_id if encrypted else None,
        "DryRun": bool(dry_run),
    }
    return client.create_volume(
        AvailabilityZone=zone["ZoneName"] if isinstance(zone, dict) else zone,
        **{name: value for name, value in optional.items() if value},
    )


def _update_volume(client, volume, validate=False, dry_run=False):
    """Read a volume anew, in place; gives its state."""
    volume_id = volume["VolumeId"]
    found = client.describe_volumes(VolumeIds=[volume_id], DryRun=bool(dry_run))["Volumes"]
    if found:
        volume.clear()
        volume.update(found[0])
    elif validate:
        raise ValueError(f"{volume_id} is not a valid Volume ID")
    return volume.get("State")


def _attachment(volume):
    """The attachment of a volume; nothing but the state None when it is not attached."""
    attachments = volume.get("Attachments") or [{"State": None}]
    return attachments[-1]


def _detach_volume(client, volume, force=False, dry_run=False):
    """Detach a volume from where we know it to be; gives the state of the attachment."""
    attachment = _attachment(volume)
    place = _given(InstanceId=attachment.get("InstanceId"), Device=attachment.get("Device"))
    answer = client.detach_volume(VolumeId=volume["VolumeId"], Force=bool(force), DryRun=bool(dry_run), **place)
    return answer["State"]


def _volume_snapshots(client, volume, owner=None, restorable_by=None, dry_run=False):
    """The snapshots of a volume, picked from all."""
    pages = client.get_paginator("describe_snapshots").paginate(
        OwnerIds=_as_list(owner),
        RestorableByUserIds=_as_list(restorable_by),
        DryRun=bool(dry_run),
    )
    snapshots = [snapshot for page in pages for snapshot in page["Snapshots"]]
    return [snapshot for snapshot in snapshots if snapshot.get("VolumeId") == volume["VolumeId"]]


def _create_snapshot(client, volume_id, description=None, dry_run=False):
    """Snapshot a volume; the snapshot gets the volume's Name tag."""
    text = {"Description": description[:255]} if description else {}
    snapshot = client.create_snapshot(VolumeId=volume_id, DryRun=bool(dry_run), **text)
    volume = client.describe_volumes(VolumeIds=[volume_id], DryRun=bool(dry_run))["Volumes"][0]
    name = _tags(volume).get("Name")
    if name:
        _add_tags(client, snapshot, snapshot["SnapshotId"], {"Name": name})
    return snapshot


def _update_snapshot(client, snapshot, validate=False, dry_run=False):
    """Read state and progress of a snapshot anew, in place; gives the progress."""
    answer = client.describe_snapshots(SnapshotIds=[snapshot["SnapshotId"]], DryRun=bool(dry_run))
    if answer["Snapshots"]:
        snapshot["State"] = answer["Snapshots"][0].get("State")
        snapshot["Progress"] = answer["Snapshots"][0].get("Progress")
    elif validate:
        raise ValueError("{} is not a valid Snapshot ID".format(snapshot["SnapshotId"]))
    return snapshot.get("Progress")


def _permissions(answer):
    """Who may use an image or a snapshot: {"user_ids": [...], "groups": [...]}, without what is empty."""
    entries = answer.get("LaunchPermissions") or answer.get("CreateVolumePermissions") or []
    users = [entry["UserId"] for entry in entries if entry.get("UserId")]
    groups = [entry["Group"] for entry in entries if entry.get("Group")]
    return {name: values for name, values in (("user_ids", users), ("groups", groups)) if values}


def _snapshot_permissions(client, snapshot, dry_run=False):
    """Who may create volumes from a snapshot: {"user_ids": [...], "groups": [...]}."""
    answer = client.describe_snapshot_attribute(
        SnapshotId=snapshot["SnapshotId"], Attribute="createVolumePermission", DryRun=bool(dry_run)
    )
    return _permissions(answer)


def _trim_snapshots(client, hourly_backups=8, daily_backups=7, weekly_backups=4, monthly_backups=True):
    """Delete own snapshots with a Name but the newest, the oldest of each period, and those tagged to be preserved."""
    now = _naive_utc(datetime.now(timezone.utc))
    hour = datetime(now.year, now.month, now.day, now.hour)
    midnight = datetime(now.year, now.month, now.day)
    sunday = midnight - timedelta(days=(now.weekday() + 1) % 7)
    moments = {hour - timedelta(hours=number) for number in range(hourly_backups)}
    moments |= {midnight - timedelta(days=number) for number in range(daily_backups)}
    moments |= {sunday - timedelta(weeks=number) for number in range(weekly_backups)}
    month, months = midnight.replace(day=1), 0
    while month > datetime(2007, 1, 1) and (monthly_backups is True or months < monthly_backups):
        moments.add(month)
        month = (month - timedelta(days=1)).replace(day=1)
        months += 1
    times = sorted(moments)

    pages = client.get_paginator("describe_snapshots").paginate(OwnerIds=["self"])
    found = sorted((each for page in pages for each in page["Snapshots"]), key=lambda each: each["StartTime"])
    for name in sorted({_tags(snapshot).get("Name") for snapshot in found} - {None, ""}):
        snapshots = [snapshot for snapshot in found if _tags(snapshot).get("Name") == name]
        period, kept = 0, False
        for snapshot in snapshots[:-1]:
            taken = _naive_utc(snapshot["StartTime"])
            while period < len(times) and taken >= times[period]:
                period, kept = period + 1, False
            if period == len(times):
                break
            if kept and not _tags(snapshot).get("preserve_snapshot"):
                # It may be gone in the meantime, or in use by an image.
                with suppress(ClientError):
                    client.delete_snapshot(SnapshotId=snapshot["SnapshotId"])
            kept = True


def _get_image(client, image_id, dry_run=False):
    """The image of that id; None when EC2 answers with none."""
    images = client.describe_images(ImageIds=[image_id], DryRun=bool(dry_run))["Images"]
    return images[0] if images else None


def _update_image(client, image, validate=False, dry_run=False):
    """Read an image anew, in place; gives its state."""
    image_id = image["ImageId"]
    found = client.describe_images(ImageIds=[image_id], DryRun=bool(dry_run))["Images"]
    if found:
        image.clear()
        image.update(found[0])
    elif validate:
        raise ValueError(f"{image_id} is not a valid Image ID")
    return image.get("State")


def _register_image(
    client,
    name=None,
    description=None,
    image_location=None,
    architecture=None,
    kernel_id=None,
    ramdisk_id=None,
    root_device_name=None,
    block_device_map=None,
    dry_run=False,
    virtualization_type=None,
    sriov_net_support=None,
    snapshot_id=None,
    delete_root_volume_on_termination=False,
):
    """Register an image, of the devices given or of the snapshot of its root volume; gives its id."""
    if snapshot_id:
        root = {"SnapshotId": snapshot_id, "DeleteOnTermination": delete_root_volume_on_termination}
        block_device_map = {root_device_name: root}
    optional = {
        "Name": name,
        "Description": description,
        "ImageLocation": image_location,
        "Architecture": architecture,
        "KernelId": kernel_id,
        "RamdiskId": ramdisk_id,
        "RootDeviceName": root_device_name,
        "BlockDeviceMappings": _block_device_mappings(block_device_map),
        "DryRun": bool(dry_run),
        "VirtualizationType": virtualization_type,
        "SriovNetSupport": sriov_net_support,
    }
    return client.register_image(**{name: value for name, value in optional.items() if value})["ImageId"]


def _deregister_image(client, image_id, delete_snapshot=False, dry_run=False):
    """Deregister an image and, if asked, delete the snapshot behind its /dev/sda1."""
    snapshot_id = None
    if delete_snapshot:
        image = client.describe_images(ImageIds=[image_id])["Images"][0]
        snapshot_id = _block_devices(image).get("/dev/sda1", {}).get("SnapshotId")
    client.deregister_image(ImageId=image_id, DryRun=bool(dry_run))
    if snapshot_id:
        client.delete_snapshot(SnapshotId=snapshot_id)
    return True


def _image_permissions(client, image, dry_run=False):
    """Who may launch an image: {"user_ids": [...], "groups": [...]}."""
    answer = client.describe_image_attribute(
        ImageId=image["ImageId"], Attribute="launchPermission", DryRun=bool(dry_run)
    )
    return _permissions(answer)


def _image_attribute(answer):
    """An attribute of an image as boto 2 gave it: a dict with the names that boto 2 made up."""
    attributes = _permissions(answer)
    if answer.get("ProductCodes"):
        attributes["product_codes"] = [code["ProductCodeId"] for code in answer["ProductCodes"]]
    if "BlockDeviceMappings" in answer:
        attributes["block_device_mapping"] = _block_devices(answer)
    return attributes


def _volume_attribute(answer):
    """The attributes of a volume in a dict: {"autoEnableIO": True}."""
    return {"autoEnableIO": answer["AutoEnableIO"]["Value"]} if answer.get("AutoEnableIO") else {}
