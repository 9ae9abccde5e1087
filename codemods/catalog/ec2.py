"""All of boto 2's EC2: one tuple of tables."""

from __future__ import annotations

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

EC2: tuple[BotoClass | BotoModule, ...] = (
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
