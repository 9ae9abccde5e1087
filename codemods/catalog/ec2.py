"""All of boto 2's EC2: one tuple of tables."""

from __future__ import annotations

from dataclasses import replace

from codemods.catalog.ec2_account import ACCOUNT_CLASSES, EC2_MODULES
from codemods.catalog.ec2_connection import CONNECTION_REGION, EC2_CONNECTION, QUERY_CONNECTION
from codemods.catalog.ec2_image import IMAGE, IMAGE_PARTS
from codemods.catalog.ec2_instance import INSTANCE, INSTANCE_PARTS, RESERVATION
from codemods.catalog.ec2_launch import LAUNCH
from codemods.catalog.ec2_network import ADDRESS, NETWORK_INTERFACE, NETWORK_PARTS
from codemods.catalog.ec2_object import OBJECTS
from codemods.catalog.ec2_reserved import RESERVED_CLASSES
from codemods.catalog.ec2_security import SECURITY_GROUP, SECURITY_PARTS
from codemods.catalog.ec2_spot import SPOT_CLASSES
from codemods.catalog.ec2_status import STATUSES
from codemods.catalog.ec2_volume import SNAPSHOT, VOLUME, VOLUME_PARTS
from codemods.catalog.schema import BotoClass, BotoModule

_IMPORTED = {
    "boto.ec2.connection": (
        "AWSQueryConnection AccountAttribute Address BlockDeviceMapping BlockDeviceType BundleInstanceTask "
        "ConsoleOutput CopyImage Image ImageAttribute Instance InstanceAttribute InstanceInfo InstanceStatusSet "
        "InstanceType KeyPair ModifyReservedInstancesResult NetworkInterface PlacementGroup Reservation "
        "ReservedInstance ReservedInstanceListing ReservedInstancesConfiguration ReservedInstancesModification "
        "ReservedInstancesOffering SecurityGroup Snapshot SnapshotAttribute SpotDatafeedSubscription "
        "SpotInstanceRequest SpotPriceHistory Tag VPCAttribute Volume VolumeAttribute VolumeStatusSet Zone"
    ),
    "boto.ec2.ec2object": "TagSet",
    "boto.ec2.image": "BlockDeviceMapping",
    "boto.ec2.instance": "Address BlockDeviceMapping Group NetworkInterface ProductCodes",
    "boto.ec2.launchspecification": "BlockDeviceMapping Group SubParse",
    "boto.ec2.networkinterface": "Group",
    "boto.ec2.snapshot": "Zone",
    "boto.ec2.spotdatafeedsubscription": "SpotInstanceStateFault",
    "boto.ec2.spotinstancerequest": "LaunchSpecification",
    "boto.ec2.volume": "Tag",
    "boto.ec2.volumestatus": "Details Status",
    "boto.vpc": "EC2Connection",
}
"""Where boto 2 imports a class that it defines elsewhere, so that programs can import it from there, too."""


def _also_imported(table: BotoClass | BotoModule) -> BotoClass | BotoModule:
    if isinstance(table, BotoModule):
        return table
    name = table.name.rpartition(".")[2]
    places = tuple(f"{module}.{name}" for module, names in _IMPORTED.items() if name in names.split())
    return replace(table, also=(*table.also, *places))


_TABLES: tuple[BotoClass | BotoModule, ...] = (
    QUERY_CONNECTION,
    EC2_CONNECTION,
    CONNECTION_REGION,
    *OBJECTS,
    RESERVATION,
    INSTANCE,
    *INSTANCE_PARTS,
    *STATUSES,
    IMAGE,
    *IMAGE_PARTS,
    VOLUME,
    SNAPSHOT,
    *VOLUME_PARTS,
    *LAUNCH,
    SECURITY_GROUP,
    *SECURITY_PARTS,
    ADDRESS,
    NETWORK_INTERFACE,
    *NETWORK_PARTS,
    *SPOT_CLASSES,
    *RESERVED_CLASSES,
    *ACCOUNT_CLASSES,
    *EC2_MODULES,
)

EC2: tuple[BotoClass | BotoModule, ...] = tuple(_also_imported(table) for table in _TABLES)
