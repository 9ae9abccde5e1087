"""Helpers for style `resource`: boto3's own resource objects around records that are already known."""

import boto3

_IDENTIFIERS = {
    "Image": ["ImageId"],
    "Instance": ["InstanceId"],
    "InternetGateway": ["InternetGatewayId"],
    "KeyPair": ["KeyName"],
    "MultipartUpload": ["Bucket", "Key", "UploadId"],
    "NetworkAcl": ["NetworkAclId"],
    "NetworkInterface": ["NetworkInterfaceId"],
    "Object": ["Bucket", "Key"],
    "PlacementGroup": ["GroupName"],
    "RouteTable": ["RouteTableId"],
    "SecurityGroup": ["GroupId"],
    "Snapshot": ["SnapshotId"],
    "Subnet": ["SubnetId"],
    "Volume": ["VolumeId"],
    "Vpc": ["VpcId"],
}


def _service(owner):
    """The service resource that a resource object belongs to, with the same client."""
    if not owner.meta.identifiers:
        return owner
    service = boto3.resource(owner.meta.service_name, region_name=owner.meta.client.meta.region_name)
    service.meta.client = owner.meta.client
    return service


def _object(owner, kind, record):
    """The resource object for a record (or a bucket name) that is already known; None for None."""
    return next(iter(_objects(owner, kind, [record])))


def _objects(owner, kind, records):
    """Resource objects for records that are already known."""
    service = _service(owner)
    for record in records:
        if record is None or hasattr(record, "meta"):
            yield record
        elif kind == "Bucket":
            yield service.Bucket(record)
        else:
            made = getattr(service, kind)(*[record.get(member) or "-" for member in _IDENTIFIERS[kind]])
            made.meta.data = record
            yield made


def _listing(owner, kind, records):
    """Resource objects for a listing, which can be looped over again and again."""
    return type("Listing", (), {"__iter__": lambda self: _objects(owner, kind, records)})()


def _listed(owner, kind, records):
    """The same list, with resource objects in the place of its records."""
    records[:] = _objects(owner, kind, list(records))
    return records


def _record(value):
    """The record behind a resource object, the name behind a bucket; anything else as it is."""
    if not hasattr(value, "meta"):
        return value
    return value.name if hasattr(value, "Object") else value.meta.data


def _records(values):
    """The records behind an iterable of resource objects; None and text as they are."""
    return values if values is None or isinstance(values, str) else [_record(value) for value in values]


def _reservation(owner, record):
    """A reservation whose instances are resource objects."""
    return dict(record, Instances=list(_objects(owner, "Instance", record["Instances"])))


def _reservations(owner, records):
    """Reservations whose instances are resource objects."""
    return [_reservation(owner, record) for record in records]


def _plain_reservation(record):
    """A reservation whose instances are records again."""
    return dict(record, Instances=_records(record["Instances"]))


def _new_object(bucket, name=None):
    """The resource object of a key that is yet to be written."""
    return _object(bucket, "Object", {"Bucket": bucket.name, "Key": name})
