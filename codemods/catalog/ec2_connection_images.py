"""EC2Connection: images, key pairs, tags, zones, regions and all that concerns the account."""

from __future__ import annotations

from codemods.catalog.convert import as_list, flag, integer
from codemods.catalog.ec2_rows import DRY_RUN, FILTERS, block_devices, nonempty, tag_list
from codemods.catalog.schema import (
    Flag,
    Helped,
    Idiom,
    Manual,
    Member,
    Operation,
    Outcome,
    Use,
    optional,
    required,
)
from codemods.emitted import ec2_security, ec2_storage

_REGISTER = Operation(
    "register_image",
    "RegisterImage",
    (
        nonempty("name", "Name"),
        nonempty("description", "Description"),
        nonempty("image_location", "ImageLocation"),
        nonempty("architecture", "Architecture"),
        nonempty("kernel_id", "KernelId"),
        nonempty("ramdisk_id", "RamdiskId"),
        nonempty("root_device_name", "RootDeviceName"),
        optional("block_device_map", "BlockDeviceMappings", block_devices),
        DRY_RUN,
        nonempty("virtualization_type", "VirtualizationType"),
        nonempty("sriov_net_support", "SriovNetSupport"),
        optional("snapshot_id"),
        optional("delete_root_volume_on_termination"),
    ),
    gives="str",
    at="ImageId",
)
_DEREGISTER = Operation(
    "deregister_image",
    "DeregisterImage",
    (required("image_id", "ImageId"), optional("delete_snapshot"), DRY_RUN),
    gives="true",
)
_COPY = Operation(
    "copy_image",
    "CopyImage",
    (
        required("source_region", "SourceRegion"),
        required("source_image_id", "SourceImageId"),
        optional("name", "Name"),
        optional("description", "Description"),
        optional("client_token", "ClientToken"),
        DRY_RUN,
        optional("encrypted", "Encrypted", flag),
        optional("kms_key_id", "KmsKeyId"),
    ),
    gives="ec2.CopyImage",
)


def _register(use: Use) -> Operation | None:
    return None if "snapshot_id" in use.arguments else _REGISTER


def _deregister(use: Use) -> Operation | None:
    given = use.arguments.get("delete_snapshot")
    return _DEREGISTER if given is None or given.literal is False else None


def _copy(use: Use) -> Outcome | Operation:
    if use.arguments.get("name") is None or use.arguments["name"].literal is None:
        return Flag("EC2 wants a name for the copy now: pass name= and run again.")
    return _COPY


IMAGES: tuple[Member, ...] = (
    Operation(
        "get_all_images",
        "DescribeImages",
        (
            optional("image_ids", "ImageIds", as_list),
            optional("owners", "Owners", as_list),
            optional("executable_by", "ExecutableUsers", as_list),
            FILTERS,
            DRY_RUN,
        ),
        gives="[ec2.Image]",
        at="Images",
    ),
    Operation(
        "get_all_kernels",
        "DescribeImages",
        (optional("kernel_ids", "ImageIds", as_list), optional("owners", "Owners", as_list), DRY_RUN),
        gives="[ec2.Image]",
        at="Images",
        fixed={"Filters": '[{"Name": "image-type", "Values": ["kernel"]}]'},
    ),
    Operation(
        "get_all_ramdisks",
        "DescribeImages",
        (optional("ramdisk_ids", "ImageIds", as_list), optional("owners", "Owners", as_list), DRY_RUN),
        gives="[ec2.Image]",
        at="Images",
        fixed={"Filters": '[{"Name": "image-type", "Values": ["ramdisk"]}]'},
    ),
    Helped("get_image", ec2_storage._get_image, gives="ec2.Image?"),
    Helped("register_image", ec2_storage._register_image, gives="str", simple=_register),
    Helped("deregister_image", ec2_storage._deregister_image, gives="true", simple=_deregister),
    Operation(
        "create_image",
        "CreateImage",
        (
            required("instance_id", "InstanceId"),
            required("name", "Name"),
            nonempty("description", "Description"),
            optional("no_reboot", "NoReboot", flag),
            optional("block_device_mapping", "BlockDeviceMappings", block_devices),
            DRY_RUN,
        ),
        gives="str",
        at="ImageId",
    ),
    Operation(
        "get_image_attribute",
        "DescribeImageAttribute",
        (
            required("image_id", "ImageId"),
            optional("attribute", "Attribute", default='"launchPermission"'),
            DRY_RUN,
        ),
        gives="ec2.ImageAttribute",
    ),
    Operation(
        "modify_image_attribute",
        "ModifyImageAttribute",
        (
            required("image_id", "ImageId"),
            optional("attribute", "Attribute", default='"launchPermission"'),
            optional("operation", "OperationType", default='"add"'),
            optional("user_ids", "UserIds", as_list),
            optional("groups", "UserGroups", as_list),
            optional("product_codes", "ProductCodes", as_list),
            DRY_RUN,
        ),
        gives="true",
    ),
    Operation(
        "reset_image_attribute",
        "ResetImageAttribute",
        (
            required("image_id", "ImageId"),
            optional("attribute", "Attribute", default='"launchPermission"'),
            DRY_RUN,
        ),
        gives="true",
    ),
    Idiom("copy_image", _copy, _COPY.params, gives="ec2.CopyImage"),
)

KEY_PAIRS: tuple[Member, ...] = (
    Operation(
        "get_all_key_pairs",
        "DescribeKeyPairs",
        (optional("keynames", "KeyNames", as_list), FILTERS, DRY_RUN),
        gives="[ec2.KeyPair]",
        at="KeyPairs",
    ),
    Helped("get_key_pair", ec2_security._get_key_pair, gives="ec2.KeyPair?"),
    Operation("create_key_pair", "CreateKeyPair", (required("key_name", "KeyName"), DRY_RUN), gives="ec2.KeyPair"),
    Operation("delete_key_pair", "DeleteKeyPair", (required("key_name", "KeyName"), DRY_RUN), gives="true"),
    Operation(
        "import_key_pair",
        "ImportKeyPair",
        (
            required("key_name", "KeyName"),
            required("public_key_material", "PublicKeyMaterial"),  # both libraries encode it themselves
            DRY_RUN,
        ),
        gives="ec2.KeyPair",
    ),
)

TAGS: tuple[Member, ...] = (
    Operation(
        "get_all_tags",
        "DescribeTags",
        (FILTERS, DRY_RUN, optional("max_results", "MaxResults", integer)),
        gives="[ec2.Tag]",
        at="Tags",
    ),
    Operation(
        "create_tags",
        "CreateTags",
        (required("resource_ids", "Resources", as_list), required("tags", "Tags", tag_list), DRY_RUN),
        gives="true",
    ),
    Operation(
        "delete_tags",
        "DeleteTags",
        (required("resource_ids", "Resources", as_list), required("tags", "Tags", tag_list), DRY_RUN),
        gives="true",
    ),
)

ACCOUNT: tuple[Member, ...] = (
    Operation(
        "get_all_zones",
        "DescribeAvailabilityZones",
        (optional("zones", "ZoneNames", as_list), FILTERS, DRY_RUN),
        gives="[ec2.Zone]",
        at="AvailabilityZones",
    ),
    Operation(
        "get_all_regions",
        "DescribeRegions",
        (optional("region_names", "RegionNames", as_list), FILTERS, DRY_RUN),
        gives="[ec2.Region]",
        at="Regions",
    ),
    Operation(
        "describe_account_attributes",
        "DescribeAccountAttributes",
        (optional("attribute_names", "AttributeNames", as_list), DRY_RUN),
        gives="[ec2.AccountAttribute]",
        at="AccountAttributes",
    ),
    Manual(
        "get_all_instance_types",
        "This asked a Eucalyptus cloud, never AWS; on AWS see client.describe_instance_types().",
        gives="[ec2.InstanceType]",
    ),
)
