"""Reserved instances: offerings, what was bought, listings on the marketplace, modifications."""

from __future__ import annotations

from codemods.catalog.convert import integer
from codemods.catalog.ec2_rows import (
    CONNECTION,
    DRY_RUN,
    as_naive_utc,
    as_text,
    constructor,
    fields,
    sure_fields,
)
from codemods.catalog.schema import BotoClass, Constant, Form, Helped, Operation, Param, optional
from codemods.code import Code
from codemods.emitted import ec2_reserved

_PRICE = "boto 2 gave EC2's own text; a price that EC2 writes as 350 reads 350.0 here"

_OFFERING: tuple[Param, ...] = (
    optional("instance_type", "InstanceType"),
    optional("availability_zone", "AvailabilityZone"),
    optional("duration", "Duration"),
    optional("fixed_price", "FixedPrice"),
    optional("usage_price", "UsagePrice"),
    optional("description", "ProductDescription"),
)

RESERVED_CLASSES: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.reservedinstance.ReservedInstancesOffering",
        short="ec2.ReservedInstancesOffering",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        shape="ReservedInstancesOffering",
        text="ReservedInstanceOffering:{ReservedInstancesOfferingId}",
        members=(
            constructor(
                optional("connection"),
                optional("id", "ReservedInstancesOfferingId"),
                *_OFFERING,
                optional("instance_tenancy", "InstanceTenancy"),
                optional("currency_code", "CurrencyCode"),
                optional("offering_type", "OfferingType"),
                optional("recurring_charges", "RecurringCharges"),
                optional("pricing_details", "PricingDetails"),
            ),
            *sure_fields({"id": "ReservedInstancesOfferingId"}),
            *fields(
                {
                    "instance_type": "InstanceType",
                    "availability_zone": "AvailabilityZone",
                    "description": "ProductDescription",
                    "instance_tenancy": "InstanceTenancy",
                    "currency_code": "CurrencyCode",
                    "offering_type": "OfferingType",
                }
            ),
            *fields({"duration": "Duration"}, gives="int"),
            *fields({"fixed_price": "FixedPrice", "usage_price": "UsagePrice"}, show=as_text, note=_PRICE),
            *fields({"marketplace": "Marketplace"}, gives="bool"),
            *fields({"recurring_charges": "RecurringCharges"}, gives="[ec2.RecurringCharge]?"),
            *fields({"pricing_details": "PricingDetails"}, gives="[ec2.PricingDetail]?"),
            Helped("describe", ec2_reserved._describe_offering, client=False),
            Operation(
                "purchase",
                "PurchaseReservedInstancesOffering",
                (optional("instance_count", "InstanceCount", integer, default="1"), DRY_RUN),
                gives="ec2.ReservedInstance",
                receiver={"ReservedInstancesOfferingId": "ReservedInstancesOfferingId"},
            ),
        ),
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.ReservedInstance",
        short="ec2.ReservedInstance",
        form=Form.RECORD,
        bases=("ec2.ReservedInstancesOffering",),
        shape="ReservedInstances",
        text="ReservedInstance:{ReservedInstancesId}",
        members=(
            constructor(
                optional("connection"),
                optional("id", "ReservedInstancesId"),
                *_OFFERING,
                optional("instance_count", "InstanceCount"),
                optional("state", "State"),
            ),
            *sure_fields({"id": "ReservedInstancesId"}),
            *fields({"instance_count": "InstanceCount"}, gives="int"),
            *fields({"state": "State", "start": "Start", "end": "End"}),
            Constant("marketplace", Code("False"), gives="bool"),
            Constant("pricing_details", Code("None"), gives="none"),
        ),
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.RecurringCharge",
        short="ec2.RecurringCharge",
        form=Form.RECORD,
        members=(
            constructor(optional("connection"), optional("frequency", "Frequency"), optional("amount", "Amount")),
            *fields({"frequency": "Frequency"}),
            *fields({"amount": "Amount"}, show=as_text, note=_PRICE),
        ),
        shape="RecurringCharge",
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.PricingDetail",
        short="ec2.PricingDetail",
        form=Form.RECORD,
        members=(
            constructor(optional("connection"), optional("price", "Price"), optional("count", "Count")),
            *fields({"count": "Count"}, show=as_text),
            *fields({"price": "Price"}, show=as_text, note=_PRICE),
        ),
        shape="PricingDetail",
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.ReservedInstanceListing",
        short="ec2.ReservedInstanceListing",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        shape="ReservedInstancesListing",
        members=(
            constructor(
                optional("connection"),
                optional("listing_id", "ReservedInstancesListingId"),
                optional("id", "ReservedInstancesId"),
                optional("create_date", "CreateDate"),
                optional("update_date", "UpdateDate"),
                optional("status", "Status"),
                optional("status_message", "StatusMessage"),
                optional("client_token", "ClientToken"),
            ),
            *fields(
                {
                    "listing_id": "ReservedInstancesListingId",
                    "id": "ReservedInstancesId",
                    "create_date": "CreateDate",
                    "update_date": "UpdateDate",
                    "status": "Status",
                    "status_message": "StatusMessage",
                    "clientToken": "ClientToken",
                }
            ),
            *fields({"client_token": "ClientToken"}, note="boto 2 kept this under clientToken and gave None here"),
            *fields({"instance_counts": "InstanceCounts"}, gives="[ec2.InstanceCount]"),
            *fields({"price_schedules": "PriceSchedules"}, gives="[ec2.PriceSchedule]"),
        ),
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.InstanceCount",
        short="ec2.InstanceCount",
        form=Form.RECORD,
        members=(
            constructor(
                optional("connection"),
                optional("state", "State"),
                optional("instance_count", "InstanceCount"),
            ),
            *fields({"state": "State"}),
            *fields({"instance_count": "InstanceCount"}, gives="int"),
        ),
        shape="InstanceCount",
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.PriceSchedule",
        short="ec2.PriceSchedule",
        form=Form.RECORD,
        members=(
            constructor(
                optional("connection"),
                optional("term", "Term"),
                optional("price", "Price"),
                optional("currency_code", "CurrencyCode"),
                optional("active", "Active"),
            ),
            CONNECTION,
            *fields({"term": "Term"}, gives="int"),
            *fields({"price": "Price"}, show=as_text, note=_PRICE),
            *fields({"currency_code": "CurrencyCode"}),
            *fields({"active": "Active"}, gives="bool"),
        ),
        shape="PriceSchedule",
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.ReservedInstancesConfiguration",
        short="ec2.ReservedInstancesConfiguration",
        form=Form.RECORD,
        members=(
            constructor(
                optional("connection"),
                optional("availability_zone", "AvailabilityZone"),
                optional("platform", "Platform"),
                optional("instance_count", "InstanceCount"),
                optional("instance_type", "InstanceType"),
            ),
            CONNECTION,
            *fields(
                {
                    "availability_zone": "AvailabilityZone",
                    "platform": "Platform",
                    "instance_type": "InstanceType",
                }
            ),
            *fields({"instance_count": "InstanceCount"}, gives="int"),
        ),
        shape="ReservedInstancesConfiguration",
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.ModifyReservedInstancesResult",
        short="ec2.ModifyReservedInstancesResult",
        form=Form.RECORD,
        members=(
            constructor(optional("connection"), optional("modification_id", "ReservedInstancesModificationId")),
            CONNECTION,
            *fields({"modification_id": "ReservedInstancesModificationId"}),
        ),
        shape="ModifyReservedInstancesResult",
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.ModificationResult",
        short="ec2.ModificationResult",
        form=Form.RECORD,
        members=(
            constructor(
                optional("connection"),
                optional("modification_id"),
                optional("availability_zone"),
                optional("platform"),
                optional("instance_count"),
                optional("instance_type"),
            ),
            CONNECTION,
            Constant("modification_id", Code("None"), gives="none"),  # EC2 says it of the whole, not of a result
            *fields(
                {
                    "availability_zone": "TargetConfiguration.AvailabilityZone",
                    "platform": "TargetConfiguration.Platform",
                    "instance_type": "TargetConfiguration.InstanceType",
                    "reservedInstancesId": "ReservedInstancesId",
                }
            ),
            *fields({"instance_count": "TargetConfiguration.InstanceCount"}, gives="int"),
        ),
        shape="ReservedInstancesModificationResult",
    ),
    BotoClass(
        name="boto.ec2.reservedinstance.ReservedInstancesModification",
        short="ec2.ReservedInstancesModification",
        form=Form.RECORD,
        members=(
            constructor(
                optional("connection"),
                optional("modification_id", "ReservedInstancesModificationId"),
                optional("reserved_instances", "ReservedInstancesIds"),
                optional("modification_results", "ModificationResults"),
                optional("create_date", "CreateDate"),
                optional("update_date", "UpdateDate"),
                optional("effective_date", "EffectiveDate"),
                optional("status", "Status"),
                optional("status_message", "StatusMessage"),
                optional("client_token", "ClientToken"),
            ),
            CONNECTION,
            *fields(
                {
                    "modification_id": "ReservedInstancesModificationId",
                    "status": "Status",
                    "status_message": "StatusMessage",
                    "client_token": "ClientToken",
                }
            ),
            *fields({"reserved_instances": "ReservedInstancesIds"}, gives="[ec2.ReservedInstance]?"),
            *fields({"modification_results": "ModificationResults"}, gives="[ec2.ModificationResult]?"),
            *fields(
                {"create_date": "CreateDate", "update_date": "UpdateDate", "effective_date": "EffectiveDate"},
                gives="datetime",
                show=as_naive_utc,
            ),
        ),
        shape="ReservedInstancesModification",
    ),
)
