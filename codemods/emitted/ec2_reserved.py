"""Reserved instances: prices, listings, and how an offering was printed."""


def _price_schedules(schedules):
    """Pairs of price and term as the PriceSchedules parameter of the EC2 API."""
    return [{"Price": float(price), "Term": int(term)} for price, term in schedules]


def _limit_price(price):
    """A pair of amount and currency as the LimitPrice parameter of the EC2 API; nothing is empty."""
    return {"Amount": float(price[0]), "CurrencyCode": str(price[1])} if price else {}


def _cancel_reserved_instances_listing(client, reserved_instances_listing_ids=None, dry_run=False):
    """Cancel listings of reserved instances, one by one as EC2 wants it; gives them."""
    ids = reserved_instances_listing_ids or []
    listings = []
    for listing_id in [ids] if isinstance(ids, str) else ids:
        answer = client.cancel_reserved_instances_listing(ReservedInstancesListingId=listing_id)
        listings += answer["ReservedInstancesListings"]
    return listings


def _describe_offering(offering):
    """Print an offering of reserved instances."""
    print("ID={}".format(offering.get("ReservedInstancesOfferingId")))
    print("\tInstance Type={}".format(offering.get("InstanceType")))
    print("\tZone={}".format(offering.get("AvailabilityZone")))
    print("\tDuration={}".format(offering.get("Duration")))
    print("\tFixed Price={}".format(offering.get("FixedPrice")))
    print("\tUsage Price={}".format(offering.get("UsagePrice")))
    print("\tDescription={}".format(offering.get("ProductDescription")))
