"""Zones, regions, placement groups, bundle tasks, attributes of the account and of a VPC, and the wizard."""

from __future__ import annotations

from codemods.catalog.ec2_rows import CONNECTION, DRY_RUN, as_base64, collection, constructor, fields, sure_fields
from codemods.catalog.schema import (
    BotoClass,
    BotoModule,
    Constant,
    Form,
    HelpedField,
    Manual,
    Operation,
    optional,
)
from codemods.code import Code
from codemods.emitted import ec2_network

_WIZARD = "This asked its questions on the terminal; ask them yourself and call the client."

ACCOUNT_CLASSES: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.zone.Zone",
        short="ec2.Zone",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        members=(
            constructor(optional("connection")),
            *sure_fields({"name": "ZoneName", "state": "State", "region_name": "RegionName"}),
            HelpedField("messages", ec2_network._messages, gives="[str]?"),
        ),
        shape="AvailabilityZone",
        text="Zone:{ZoneName}",
    ),
    collection("boto.ec2.zone.MessageSet", "ec2.MessageSet", "[str]"),
    BotoClass(
        # The rest of it, and how one is made, is in the table of connections.
        name="boto.ec2.regioninfo.EC2RegionInfo",
        short="ec2.Region",
        form=Form.RECORD,
        members=(
            CONNECTION,
            Manual("connection_cls", "boto3 has one class for clients: boto3.client('ec2', ...).", attribute=True),
        ),
        shape="Region",
        text="RegionInfo:{RegionName}",
    ),
    BotoClass(
        name="boto.ec2.placementgroup.PlacementGroup",
        short="ec2.PlacementGroup",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        address={"GroupName": "GroupName"},
        members=(
            constructor(
                optional("connection"),
                optional("name", "GroupName"),
                optional("strategy", "Strategy"),
                optional("state", "State"),
            ),
            *sure_fields({"name": "GroupName"}),
            *fields({"strategy": "Strategy", "state": "State"}),
            Operation("delete", "DeletePlacementGroup", (DRY_RUN,), gives="true"),
        ),
        shape="PlacementGroup",
        resource="PlacementGroup",
        text="PlacementGroup:{GroupName}",
    ),
    BotoClass(
        name="boto.ec2.bundleinstance.BundleInstanceTask",
        short="ec2.BundleInstanceTask",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        members=(
            constructor(optional("connection")),
            *sure_fields({"id": "BundleId"}),
            *fields(
                {
                    "instance_id": "InstanceId",
                    "progress": "Progress",
                    "start_time": "StartTime",
                    "update_time": "UpdateTime",
                    "state": "State",
                    "bucket": "Storage.S3.Bucket",
                    "prefix": "Storage.S3.Prefix",
                    "upload_policy_signature": "Storage.S3.UploadPolicySignature",
                    "code": "BundleTaskError.Code",
                    "message": "BundleTaskError.Message",
                }
            ),
            *fields({"upload_policy": "Storage.S3.UploadPolicy"}, show=as_base64),
        ),
        shape="BundleTask",
        text="BundleInstanceTask:{BundleId}",
    ),
    BotoClass(
        name="boto.ec2.attributes.AccountAttribute",
        short="ec2.AccountAttribute",
        form=Form.RECORD,
        members=(
            constructor(optional("connection")),
            CONNECTION,
            *sure_fields({"attribute_name": "AttributeName"}),
            HelpedField("attribute_values", ec2_network._attribute_values, gives="[str]?"),
        ),
        shape="AccountAttribute",
    ),
    collection("boto.ec2.attributes.AttributeValues", "ec2.AttributeValues", "[str]"),
    BotoClass(
        name="boto.ec2.attributes.VPCAttribute",
        short="ec2.VPCAttribute",
        form=Form.RECORD,
        members=(
            constructor(optional("connection")),
            CONNECTION,
            *sure_fields({"vpc_id": "VpcId"}),
            *fields(
                {
                    "enable_dns_hostnames": "EnableDnsHostnames.Value",
                    "enable_dns_support": "EnableDnsSupport.Value",
                },
                gives="bool?",
            ),
        ),
        shape="DescribeVpcAttributeResult",
    ),
    BotoClass(
        name="boto.ec2.buyreservation.BuyReservation",
        short="ec2.BuyReservation",
        form=Form.RECORD,
        members=tuple(
            Manual(name, _WIZARD) for name in ("get", "get_region", "get_instance_type", "get_quantity", "get_zone")
        ),
    ),
)

EC2_MODULES: tuple[BotoModule, ...] = (
    BotoModule(
        name="boto.ec2",
        service="ec2",
        members=(
            Manual(
                "RegionData",
                "boto3 knows the regions: boto3.Session().get_available_regions('ec2').",
                gives="{str: str}",
                attribute=True,
            ),
        ),
    ),
    BotoModule(
        name="boto.ec2.buyreservation",
        service="ec2",
        members=(
            Constant(
                "InstanceTypes",
                Code(
                    '["m1.small", "m1.large", "m1.xlarge", "c1.medium", "c1.xlarge", "m2.xlarge", "m2.2xlarge", '
                    '"m2.4xlarge", "cc1.4xlarge", "t1.micro"]'
                ),
                gives="[str]",
            ),
        ),
    ),
)
