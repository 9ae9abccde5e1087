"""Volumes and snapshots."""

from __future__ import annotations

from codemods.catalog.convert import as_list, id_of
from codemods.catalog.ec2_rows import (
    DRY_RUN,
    as_true_or_false,
    constructor,
    count,
    fields,
    nonempty,
    sure_fields,
    tag_rows,
    through,
)
from codemods.catalog.schema import (
    BotoClass,
    Constant,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Operation,
    Outcome,
    Param,
    Rewrite,
    Use,
    optional,
    required,
)
from codemods.code import Code, code
from codemods.emitted import ec2_storage

_WHO: tuple[Param, ...] = (
    optional("user_ids", "UserIds", as_list),
    optional("groups", "GroupNames", as_list),
    DRY_RUN,
)


def _state(use: Use) -> Outcome:
    return Rewrite(use.member("State"))


def _attachment_state(use: Use) -> Outcome:
    attachment = use.call(ec2_storage._attachment, use.member(""))
    return Rewrite(code(f'{attachment}.get("State")', attachment))


VOLUME = BotoClass(
    name="boto.ec2.volume.Volume",
    short="ec2.Volume",
    form=Form.RECORD,
    bases=("ec2.TaggedEC2Object",),
    address={"VolumeId": "VolumeId"},
    shape="Volume",
    resource="Volume",
    text="Volume:{VolumeId}",
    members=(
        constructor(optional("connection")),
        *tag_rows("VolumeId"),
        *sure_fields({"id": "VolumeId", "status": "State", "zone": "AvailabilityZone", "create_time": "CreateTime"}),
        *sure_fields({"size": "Size"}, gives="int"),
        *fields({"snapshot_id": "SnapshotId", "type": "VolumeType", "kmsKeyId": "KmsKeyId"}),
        *fields({"iops": "Iops"}, gives="int"),
        *fields({"encrypted": "Encrypted"}, gives="bool"),
        HelpedField("attach_data", ec2_storage._attachment, gives="ec2.AttachmentSet"),
        Helped("update", ec2_storage._update_volume, gives="str"),
        Operation("delete", "DeleteVolume", (DRY_RUN,), gives="true"),
        Operation(
            "attach",
            "AttachVolume",
            (required("instance_id", "InstanceId"), required("device", "Device"), DRY_RUN),
            gives="str",
            at="State",
        ),
        Helped("detach", ec2_storage._detach_volume, gives="str"),
        through(
            "create_snapshot",
            ec2_storage._create_snapshot,
            "VolumeId",
            "description= dry_run=",
            "ec2.Snapshot",
        ),
        Idiom("volume_state", _state, gives="str"),
        Idiom("attachment_state", _attachment_state, gives="str?"),
        Helped("snapshots", ec2_storage._volume_snapshots, gives="[ec2.Snapshot]"),
    ),
)

SNAPSHOT = BotoClass(
    name="boto.ec2.snapshot.Snapshot",
    short="ec2.Snapshot",
    form=Form.RECORD,
    bases=("ec2.TaggedEC2Object",),
    address={"SnapshotId": "SnapshotId"},
    shape="Snapshot",
    resource="Snapshot",
    text="Snapshot:{SnapshotId}",
    members=(
        constructor(optional("connection")),
        *tag_rows("SnapshotId"),
        Constant("AttrName", Code('"createVolumePermission"')),
        *sure_fields({"id": "SnapshotId", "volume_id": "VolumeId", "status": "State", "start_time": "StartTime"}),
        *sure_fields({"volume_size": "VolumeSize"}, gives="int"),
        *fields(
            {
                "dataEncryptionKeyId": "DataEncryptionKeyId",
                "description": "Description",
                "kmsKeyId": "KmsKeyId",
                "owner_alias": "OwnerAlias",
                "owner_id": "OwnerId",
                "progress": "Progress",
                "statusMessage": "StateMessage",
            }
        ),
        *fields({"encrypted": "Encrypted"}, gives="bool"),
        Helped("update", ec2_storage._update_snapshot, gives="str"),
        Operation("delete", "DeleteSnapshot", (DRY_RUN,), gives="true"),
        Helped("get_permissions", ec2_storage._snapshot_permissions, gives="{str: [str]}"),
        Operation(
            "share",
            "ModifySnapshotAttribute",
            _WHO,
            gives="true",
            fixed={"Attribute": '"createVolumePermission"', "OperationType": '"add"'},
        ),
        Operation(
            "unshare",
            "ModifySnapshotAttribute",
            _WHO,
            gives="true",
            fixed={"Attribute": '"createVolumePermission"', "OperationType": '"remove"'},
        ),
        Operation(
            "reset_permissions",
            "ResetSnapshotAttribute",
            (DRY_RUN,),
            gives="true",
            fixed={"Attribute": '"createVolumePermission"'},
        ),
        # boto 2 also said whether the snapshot is encrypted; a volume of an encrypted one always is.
        Operation(
            "create_volume",
            "CreateVolume",
            (
                required("zone", "AvailabilityZone", id_of("ec2.Zone", "ZoneName")),
                nonempty("size", "Size", count),
                nonempty("volume_type", "VolumeType"),
                nonempty("iops", "Iops", count),
                DRY_RUN,
            ),
            gives="ec2.Volume",
        ),
    ),
)

VOLUME_PARTS: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.volume.AttachmentSet",
        short="ec2.AttachmentSet",
        form=Form.RECORD,
        members=(
            constructor(),
            *fields(
                {
                    "id": "VolumeId",
                    "instance_id": "InstanceId",
                    "status": "State",
                    "attach_time": "AttachTime",
                    "device": "Device",
                }
            ),
            *fields({"deleteOnTermination": "DeleteOnTermination"}, show=as_true_or_false),
        ),
        shape="VolumeAttachment",
        text="AttachmentSet:{VolumeId}",
    ),
    BotoClass(
        name="boto.ec2.volume.VolumeAttribute",
        short="ec2.VolumeAttribute",
        form=Form.RECORD,
        members=(
            constructor(optional("parent")),
            *sure_fields({"id": "VolumeId"}),
            HelpedField("attrs", ec2_storage._volume_attribute, gives="{str: bool}"),
        ),
        shape="DescribeVolumeAttributeResult",
    ),
    BotoClass(
        name="boto.ec2.snapshot.SnapshotAttribute",
        short="ec2.SnapshotAttribute",
        form=Form.RECORD,
        members=(
            constructor(optional("parent")),
            *sure_fields({"snapshot_id": "SnapshotId"}),
            HelpedField("attrs", ec2_storage._permissions, gives="{str: [str]}"),
            Manual("name", "This is the attribute that was asked for.", "str?", attribute=True),
        ),
        shape="DescribeSnapshotAttributeResult",
    ),
)
