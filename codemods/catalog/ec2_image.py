"""Images and their attributes."""

from __future__ import annotations

from codemods.catalog.convert import as_list
from codemods.catalog.ec2_connection_instances import launch_params
from codemods.catalog.ec2_rows import (
    DRY_RUN,
    collection,
    constructor,
    fields,
    sure_fields,
    tag_rows,
    through,
)
from codemods.catalog.schema import (
    BotoClass,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Operation,
    Outcome,
    Param,
    Use,
    optional,
)
from codemods.emitted import ec2_devices, ec2_instances, ec2_launch, ec2_storage

_RUN = Operation(
    "run",
    "RunInstances",
    launch_params(without=frozenset({"client_token", "ebs_optimized", "network_interfaces"})),
    gives="ec2.Reservation",
)
_DEREGISTER = Operation("deregister", "DeregisterImage", (optional("delete_snapshot"), DRY_RUN), gives="true")
_DEREGISTER_TOO = through("deregister", ec2_storage._deregister_image, "ImageId", "delete_snapshot= dry_run=", "true")
_WHO: tuple[Param, ...] = (
    optional("user_ids", "UserIds", as_list),
    optional("group_names", "UserGroups", as_list),
    DRY_RUN,
)
_KERNEL = "boto 2 read the wrong XML element here and gave '' for the id that this gives"


def _deregister(use: Use) -> Outcome | Operation:
    given = use.arguments.get("delete_snapshot")
    return _DEREGISTER if given is None or given.literal is False else _DEREGISTER_TOO.expand(use)


IMAGE = BotoClass(
    name="boto.ec2.image.Image",
    short="ec2.Image",
    form=Form.RECORD,
    bases=("ec2.TaggedEC2Object",),
    address={"ImageId": "ImageId"},
    shape="Image",
    resource="Image",
    text="Image:{ImageId}",
    members=(
        constructor(optional("connection")),
        *tag_rows("ImageId"),
        *sure_fields(
            {
                "id": "ImageId",
                "state": "State",
                "owner_id": "OwnerId",
                "ownerId": "OwnerId",
            }
        ),
        *fields(
            {
                "location": "ImageLocation",
                "architecture": "Architecture",
                "creationDate": "CreationDate",
                "description": "Description",
                "hypervisor": "Hypervisor",
                "kernel_id": "KernelId",
                "name": "Name",
                "owner_alias": "ImageOwnerAlias",
                "platform": "Platform",
                "ramdisk_id": "RamdiskId",
                "root_device_name": "RootDeviceName",
                "root_device_type": "RootDeviceType",
                "sriov_net_support": "SriovNetSupport",
                "type": "ImageType",
                "virtualization_type": "VirtualizationType",
            }
        ),
        *fields({"is_public": "Public"}, gives="bool", absent="False"),
        HelpedField("block_device_mapping", ec2_devices._block_devices, gives="{str: ec2.BlockDeviceType}"),
        HelpedField("product_codes", ec2_instances._product_codes, gives="[str]"),
        Manual("billing_products", "EC2 no longer sends billing products; see PlatformDetails.", "[str]", True),
        Manual("instance_lifecycle", "EC2 never sent this for an image; remove it.", "str?", attribute=True),
        Helped("update", ec2_storage._update_image, gives="str"),
        Helped("run", ec2_launch._run_image, gives="ec2.Reservation", simple=lambda use: _RUN),
        Idiom("deregister", _deregister, _DEREGISTER_TOO.params, gives="true"),
        Helped("get_launch_permissions", ec2_storage._image_permissions, gives="{str: [str]}"),
        Operation(
            "set_launch_permissions",
            "ModifyImageAttribute",
            _WHO,
            gives="true",
            fixed={"Attribute": '"launchPermission"', "OperationType": '"add"'},
        ),
        Operation(
            "remove_launch_permissions",
            "ModifyImageAttribute",
            _WHO,
            gives="true",
            fixed={"Attribute": '"launchPermission"', "OperationType": '"remove"'},
        ),
        Operation(
            "reset_launch_attributes",
            "ResetImageAttribute",
            (DRY_RUN,),
            gives="true",
            fixed={"Attribute": '"launchPermission"'},
        ),
        Operation(
            "get_kernel",
            "DescribeImageAttribute",
            (DRY_RUN,),
            gives="str",
            at="KernelId.Value",
            fixed={"Attribute": '"kernel"'},
            note=_KERNEL,
        ),
        Operation(
            "get_ramdisk",
            "DescribeImageAttribute",
            (DRY_RUN,),
            gives="str",
            at="RamdiskId.Value",
            fixed={"Attribute": '"ramdisk"'},
            note=_KERNEL,
        ),
    ),
)

IMAGE_PARTS: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.image.ImageAttribute",
        short="ec2.ImageAttribute",
        form=Form.RECORD,
        members=(
            constructor(optional("parent")),
            *sure_fields({"image_id": "ImageId"}),
            *fields({"kernel": "KernelId.Value", "ramdisk": "RamdiskId.Value"}, note=_KERNEL),
            HelpedField("attrs", ec2_storage._image_attribute, gives="{str: any}"),
            Manual("name", "This is the attribute that was asked for.", "str?", attribute=True),
        ),
        shape="ImageAttribute",
    ),
    BotoClass(
        name="boto.ec2.image.CopyImage",
        short="ec2.CopyImage",
        form=Form.RECORD,
        members=(constructor(optional("parent")), *sure_fields({"image_id": "ImageId"})),
        shape="CopyImageResult",
    ),
    collection("boto.ec2.image.ProductCodes", "ec2.ProductCodes", "[str]"),
    collection("boto.ec2.image.BillingProducts", "ec2.BillingProducts", "[str]"),
)
