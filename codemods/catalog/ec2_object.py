"""What EC2's objects have in common: the connection, the region, tags, groups by id and name."""

from __future__ import annotations

from codemods.catalog.ec2_rows import CONNECTION, REGION, TAGS, collection, constructor, fields, sure_fields
from codemods.catalog.schema import BotoClass, Form, Manual, Param, optional

_UNKNOWN_ID = "Say which id is meant: client.{}(Resources=[...], Tags=[...]) wants it."

OBJECTS: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.ec2object.EC2Object",
        short="ec2.EC2Object",
        form=Form.RECORD,
        members=(constructor(optional("connection")), CONNECTION, REGION),
    ),
    BotoClass(
        name="boto.ec2.ec2object.TaggedEC2Object",
        short="ec2.TaggedEC2Object",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        members=(
            constructor(optional("connection")),
            TAGS,
            Manual("add_tag", _UNKNOWN_ID.format("create_tags")),
            Manual("add_tags", _UNKNOWN_ID.format("create_tags")),
            Manual("remove_tag", _UNKNOWN_ID.format("delete_tags")),
            Manual("remove_tags", _UNKNOWN_ID.format("delete_tags")),
        ),
    ),
    BotoClass(
        name="boto.ec2.tag.Tag",
        short="ec2.Tag",
        form=Form.RECORD,
        members=(
            constructor(
                optional("connection"),
                optional("res_id", "ResourceId"),
                optional("res_type", "ResourceType"),
                optional("name", "Key"),
                optional("value", "Value"),
            ),
            CONNECTION,
            *sure_fields({"name": "Key", "res_id": "ResourceId", "res_type": "ResourceType"}),
            *fields({"value": "Value"}),
        ),
        shape="TagDescription",
        text="Tag:{Key}",
    ),
    collection("boto.ec2.tag.TagSet", "ec2.TagSet", "{str: str}", optional("connection"), members=(CONNECTION,)),
    BotoClass(
        name="boto.ec2.group.Group",
        short="ec2.Group",
        form=Form.RECORD,
        members=(
            constructor(Param("parent")),
            *sure_fields({"id": "GroupId", "name": "GroupName"}),
        ),
        shape="GroupIdentifier",
    ),
    collection("boto.ec2.launchspecification.GroupList", "ec2.GroupList", "[str]"),
)
