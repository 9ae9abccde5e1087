"""EC2Connection: reserved instances."""

from __future__ import annotations

from codemods.catalog.convert import as_list, flag, integer
from codemods.catalog.ec2_rows import (
    DRY_RUN,
    FILTERS,
    NO_DRY_RUN,
    limit_price,
    nonempty,
    price_schedules,
)
from codemods.catalog.schema import Helped, Member, Operation, optional, required
from codemods.emitted import ec2_reserved

RESERVED: tuple[Member, ...] = (
    Operation(
        "get_all_reserved_instances_offerings",
        "DescribeReservedInstancesOfferings",
        (
            optional("reserved_instances_offering_ids", "ReservedInstancesOfferingIds", as_list),
            nonempty("instance_type", "InstanceType"),
            nonempty("availability_zone", "AvailabilityZone"),
            nonempty("product_description", "ProductDescription"),
            FILTERS,
            optional("instance_tenancy", "InstanceTenancy"),
            optional("offering_type", "OfferingType"),
            optional("include_marketplace", "IncludeMarketplace", flag),
            optional("min_duration", "MinDuration", integer),
            optional("max_duration", "MaxDuration", integer),
            optional("max_instance_count", "MaxInstanceCount", integer),
            optional("next_token", "NextToken"),
            optional("max_results", "MaxResults", integer),
            DRY_RUN,
        ),
        gives="[ec2.ReservedInstancesOffering]",
        at="ReservedInstancesOfferings",
    ),
    Operation(
        "get_all_reserved_instances",
        "DescribeReservedInstances",
        (optional("reserved_instances_id", "ReservedInstancesIds", as_list), FILTERS, DRY_RUN),
        gives="[ec2.ReservedInstance]",
        at="ReservedInstances",
    ),
    Operation(
        "purchase_reserved_instance_offering",
        "PurchaseReservedInstancesOffering",
        (
            required("reserved_instances_offering_id", "ReservedInstancesOfferingId"),
            optional("instance_count", "InstanceCount", integer, default="1"),
            optional("limit_price", "LimitPrice", limit_price),
            DRY_RUN,
        ),
        gives="ec2.ReservedInstance",
    ),
    Operation(
        "create_reserved_instances_listing",
        "CreateReservedInstancesListing",
        (
            required("reserved_instances_id", "ReservedInstancesId"),
            required("instance_count", "InstanceCount", integer),
            required("price_schedules", "PriceSchedules", price_schedules),
            required("client_token", "ClientToken"),
            NO_DRY_RUN,
        ),
        gives="[ec2.ReservedInstanceListing]",
        at="ReservedInstancesListings",
    ),
    Helped(
        "cancel_reserved_instances_listing",
        ec2_reserved._cancel_reserved_instances_listing,
        gives="[ec2.ReservedInstanceListing]",
        refused={"dry_run": NO_DRY_RUN.refused},
    ),
    Operation(
        "modify_reserved_instances",
        "ModifyReservedInstances",
        (
            required("client_token", "ClientToken"),
            required("reserved_instance_ids", "ReservedInstancesIds", as_list),
            required("target_configurations", "TargetConfigurations"),
        ),
        gives="str",
        at="ReservedInstancesModificationId",
    ),
    Operation(
        "describe_reserved_instances_modifications",
        "DescribeReservedInstancesModifications",
        (
            optional("reserved_instances_modification_ids", "ReservedInstancesModificationIds", as_list),
            nonempty("next_token", "NextToken"),
            FILTERS,
        ),
        gives="[ec2.ReservedInstancesModification]",
        at="ReservedInstancesModifications",
    ),
)
