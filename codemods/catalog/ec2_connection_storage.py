"""EC2Connection: volumes and snapshots."""

from __future__ import annotations

from codemods.catalog.convert import as_list, flag, id_of
from codemods.catalog.ec2_rows import DRY_RUN, FILTERS, count, nonempty, truth
from codemods.catalog.schema import (
    Flag,
    Helped,
    Idiom,
    Member,
    Operation,
    Outcome,
    Param,
    Use,
    optional,
    required,
)
from codemods.emitted import ec2_storage

_CREATE = Operation(
    "create_volume",
    "CreateVolume",
    (
        Param("size", "Size", count, required=True, when_true=True),
        required("zone", "AvailabilityZone", id_of("ec2.Zone", "ZoneName")),
        nonempty("snapshot", "SnapshotId", id_of("ec2.Snapshot", "SnapshotId")),
        nonempty("volume_type", "VolumeType"),
        nonempty("iops", "Iops", count),
        optional("encrypted", "Encrypted", flag),
        nonempty("kms_key_id", "KmsKeyId"),
        DRY_RUN,
    ),
    gives="ec2.Volume",
)
_AUTO_ENABLE_IO = Operation(
    "modify_volume_attribute",
    "ModifyVolumeAttribute",
    (
        required("volume_id", "VolumeId"),
        required("attribute"),
        required("new_value", "AutoEnableIO.Value", truth),
        DRY_RUN,
    ),
    gives="true",
)


def _create(use: Use) -> Operation | None:
    """A key counts only for an encrypted volume, and a zone or snapshot of unknown type may be an object."""
    encrypted = use.arguments.get("encrypted")
    if "kms_key_id" in use.arguments and (encrypted is None or encrypted.literal is not True):
        return None
    for name in ("zone", "snapshot"):
        given = use.arguments.get(name)
        if given is not None and given.classes and (given.may_be_none or not given.only(*given.classes)):
            return None
    return _CREATE


def _modify(use: Use) -> Outcome | Operation:
    if use.arguments["attribute"].literal == "AutoEnableIO":
        return _AUTO_ENABLE_IO
    return Flag("boto 2 sent nothing but the attribute AutoEnableIO; say what is to change.")


STORAGE: tuple[Member, ...] = (
    Operation(
        "get_all_volumes",
        "DescribeVolumes",
        (optional("volume_ids", "VolumeIds", as_list), FILTERS, DRY_RUN),
        gives="[ec2.Volume]",
        at="Volumes",
    ),
    Operation(
        "get_all_volume_status",
        "DescribeVolumeStatus",
        (
            optional("volume_ids", "VolumeIds", as_list),
            nonempty("max_results", "MaxResults", count),
            nonempty("next_token", "NextToken"),
            FILTERS,
            DRY_RUN,
        ),
        gives="[ec2.VolumeStatus]",
        at="VolumeStatuses",
    ),
    Operation("enable_volume_io", "EnableVolumeIO", (required("volume_id", "VolumeId"), DRY_RUN), gives="true"),
    Operation(
        "get_volume_attribute",
        "DescribeVolumeAttribute",
        (
            required("volume_id", "VolumeId"),
            optional("attribute", "Attribute", default='"autoEnableIO"'),
            DRY_RUN,
        ),
        gives="ec2.VolumeAttribute",
    ),
    Idiom("modify_volume_attribute", _modify, _AUTO_ENABLE_IO.params, gives="true"),
    Helped("create_volume", ec2_storage._create_volume, gives="ec2.Volume", simple=_create),
    Operation("delete_volume", "DeleteVolume", (required("volume_id", "VolumeId"), DRY_RUN), gives="true"),
    # The status in the answer ("attaching", "detaching") took the place of the truth value that others give.
    Operation(
        "attach_volume",
        "AttachVolume",
        (
            required("volume_id", "VolumeId"),
            required("instance_id", "InstanceId"),
            required("device", "Device"),
            DRY_RUN,
        ),
        gives="str",
        at="State",
    ),
    Operation(
        "detach_volume",
        "DetachVolume",
        (
            required("volume_id", "VolumeId"),
            nonempty("instance_id", "InstanceId"),
            nonempty("device", "Device"),
            optional("force", "Force", flag),
            DRY_RUN,
        ),
        gives="str",
        at="State",
    ),
    Operation(
        "get_all_snapshots",
        "DescribeSnapshots",
        (
            optional("snapshot_ids", "SnapshotIds", as_list),
            optional("owner", "OwnerIds", as_list),
            optional("restorable_by", "RestorableByUserIds", as_list),
            FILTERS,
            DRY_RUN,
        ),
        gives="[ec2.Snapshot]",
        at="Snapshots",
    ),
    Helped("create_snapshot", ec2_storage._create_snapshot, gives="ec2.Snapshot"),
    Operation("delete_snapshot", "DeleteSnapshot", (required("snapshot_id", "SnapshotId"), DRY_RUN), gives="true"),
    Operation(
        "copy_snapshot",
        "CopySnapshot",
        (
            required("source_region", "SourceRegion"),
            required("source_snapshot_id", "SourceSnapshotId"),
            optional("description", "Description"),
            DRY_RUN,
        ),
        gives="str",
        at="SnapshotId",
    ),
    Helped("trim_snapshots", ec2_storage._trim_snapshots),
    Operation(
        "get_snapshot_attribute",
        "DescribeSnapshotAttribute",
        (
            required("snapshot_id", "SnapshotId"),
            optional("attribute", "Attribute", default='"createVolumePermission"'),
            DRY_RUN,
        ),
        gives="ec2.SnapshotAttribute",
    ),
    Operation(
        "modify_snapshot_attribute",
        "ModifySnapshotAttribute",
        (
            required("snapshot_id", "SnapshotId"),
            optional("attribute", "Attribute", default='"createVolumePermission"'),
            optional("operation", "OperationType", default='"add"'),
            optional("user_ids", "UserIds", as_list),
            optional("groups", "GroupNames", as_list),
            DRY_RUN,
        ),
        gives="true",
    ),
    Operation(
        "reset_snapshot_attribute",
        "ResetSnapshotAttribute",
        (
            required("snapshot_id", "SnapshotId"),
            optional("attribute", "Attribute", default='"createVolumePermission"'),
            DRY_RUN,
        ),
        gives="true",
    ),
)
