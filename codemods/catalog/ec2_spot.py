"""Spot requests, spot prices and the data feed."""

from __future__ import annotations

from codemods.catalog.ec2_rows import DRY_RUN, as_float, constructor, fields, sure_fields, tag_rows
from codemods.catalog.schema import BotoClass, Form, Operation, optional

SPOT_CLASSES: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.spotinstancerequest.SpotInstanceRequest",
        short="ec2.SpotInstanceRequest",
        form=Form.RECORD,
        bases=("ec2.TaggedEC2Object",),
        shape="SpotInstanceRequest",
        text="SpotInstanceRequest:{SpotInstanceRequestId}",
        members=(
            constructor(optional("connection")),
            *tag_rows("SpotInstanceRequestId"),
            *sure_fields({"id": "SpotInstanceRequestId", "state": "State"}),
            *fields({"price": "SpotPrice"}, gives="float?", show=as_float),
            *fields(
                {
                    "availability_zone_group": "AvailabilityZoneGroup",
                    "create_time": "CreateTime",
                    "instance_id": "InstanceId",
                    "launch_group": "LaunchGroup",
                    "launched_availability_zone": "LaunchedAvailabilityZone",
                    "product_description": "ProductDescription",
                    "type": "Type",
                    "valid_from": "ValidFrom",
                    "valid_until": "ValidUntil",
                }
            ),
            *fields({"fault": "Fault"}, gives="ec2.SpotInstanceStateFault?"),
            *sure_fields({"status": "Status"}, gives="ec2.SpotInstanceStatus"),
            *sure_fields({"launch_specification": "LaunchSpecification"}, gives="ec2.LaunchSpecification"),
            Operation(
                "cancel",
                "CancelSpotInstanceRequests",
                (DRY_RUN,),
                receiver={"SpotInstanceRequestIds[]": "SpotInstanceRequestId"},
            ),
        ),
    ),
    BotoClass(
        name="boto.ec2.spotinstancerequest.SpotInstanceStateFault",
        short="ec2.SpotInstanceStateFault",
        form=Form.RECORD,
        members=(
            constructor(optional("code", "Code"), optional("message", "Message")),
            *fields({"code": "Code", "message": "Message"}),
        ),
        shape="SpotInstanceStateFault",
        text="({Code}, {Message})",
    ),
    BotoClass(
        name="boto.ec2.spotinstancerequest.SpotInstanceStatus",
        short="ec2.SpotInstanceStatus",
        form=Form.RECORD,
        members=(
            constructor(
                optional("code", "Code"),
                optional("update_time", "UpdateTime"),
                optional("message", "Message"),
            ),
            *sure_fields({"code": "Code"}),
            *fields({"message": "Message", "update_time": "UpdateTime"}),
        ),
        shape="SpotInstanceStatus",
        text="<Status: {Code}>",
    ),
    BotoClass(
        name="boto.ec2.spotpricehistory.SpotPriceHistory",
        short="ec2.SpotPriceHistory",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        members=(
            constructor(optional("connection")),
            *fields({"price": "SpotPrice"}, gives="float", show=as_float, sure=True),
            *sure_fields({"instance_type": "InstanceType", "timestamp": "Timestamp"}),
            *fields({"product_description": "ProductDescription", "availability_zone": "AvailabilityZone"}),
        ),
        shape="SpotPrice",
        text="SpotPriceHistory({InstanceType}):{SpotPrice}",
    ),
    BotoClass(
        name="boto.ec2.spotdatafeedsubscription.SpotDatafeedSubscription",
        short="ec2.SpotDatafeedSubscription",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        members=(
            constructor(
                optional("connection"),
                optional("owner_id", "OwnerId"),
                optional("bucket", "Bucket"),
                optional("prefix", "Prefix"),
                optional("state", "State"),
                optional("fault", "Fault"),
            ),
            *fields({"owner_id": "OwnerId", "bucket": "Bucket", "prefix": "Prefix", "state": "State"}),
            *fields({"fault": "Fault"}, gives="ec2.SpotInstanceStateFault?"),
            Operation("delete", "DeleteSpotDatafeedSubscription", (DRY_RUN,), gives="true"),
        ),
        shape="SpotDatafeedSubscription",
        text="SpotDatafeedSubscription:{Bucket}",
    ),
)
