"""Status checks of instances and volumes, with their events and actions."""

from __future__ import annotations

from codemods.catalog.ec2_rows import collection, constructor, fields, sure_fields
from codemods.catalog.schema import BotoClass, Form, HelpedField, Manual, optional
from codemods.emitted import ec2_network

_TOKEN = "Call the client with MaxResults= and NextToken= and read ['NextToken'], or let a paginator do it."

STATUSES: tuple[BotoClass, ...] = (
    BotoClass(
        name="boto.ec2.instancestatus.InstanceStatus",
        short="ec2.InstanceStatus",
        form=Form.RECORD,
        members=(
            constructor(
                optional("id", "InstanceId"),
                optional("zone", "AvailabilityZone"),
                optional("events", "Events"),
                optional("state_code"),
                optional("state_name"),
            ),
            *sure_fields({"id": "InstanceId", "zone": "AvailabilityZone", "state_name": "InstanceState.Name"}),
            *sure_fields({"state_code": "InstanceState.Code"}, gives="int"),
            *sure_fields({"system_status": "SystemStatus", "instance_status": "InstanceStatus"}, gives="ec2.Status"),
            *fields({"events": "Events"}, gives="[ec2.InstanceEvent]?"),
        ),
        shape="InstanceStatus",
        text="InstanceStatus:{InstanceId}",
    ),
    BotoClass(
        name="boto.ec2.instancestatus.Status",
        short="ec2.Status",
        form=Form.RECORD,
        members=(
            constructor(optional("status", "Status"), optional("details")),
            *sure_fields({"status": "Status"}),
            HelpedField("details", ec2_network._status_details, gives="{str: str}"),
        ),
        shape="InstanceStatusSummary",
        text="Status:{Status}",
    ),
    BotoClass(
        name="boto.ec2.instancestatus.Event",
        short="ec2.InstanceEvent",
        form=Form.RECORD,
        members=(
            constructor(
                optional("code", "Code"),
                optional("description", "Description"),
                optional("not_before", "NotBefore"),
                optional("not_after", "NotAfter"),
            ),
            *fields(
                {
                    "code": "Code",
                    "description": "Description",
                    "not_before": "NotBefore",
                    "not_after": "NotAfter",
                }
            ),
        ),
        shape="InstanceStatusEvent",
        text="Event:{Code}",
    ),
    collection(
        "boto.ec2.instancestatus.Details",
        "ec2.Details",
        "{str: str}",
    ),
    collection("boto.ec2.instancestatus.EventSet", "ec2.InstanceEventSet", "[ec2.InstanceEvent]"),
    collection(
        "boto.ec2.instancestatus.InstanceStatusSet",
        "ec2.InstanceStatusSet",
        "[ec2.InstanceStatus]",
        optional("connection"),
        members=(
            Manual("connection", "Use the client at hand.", attribute=True),
            Manual("next_token", _TOKEN, "str?", attribute=True),
        ),
    ),
    BotoClass(
        name="boto.ec2.volumestatus.VolumeStatus",
        short="ec2.VolumeStatus",
        form=Form.RECORD,
        members=(
            constructor(optional("id", "VolumeId"), optional("zone", "AvailabilityZone")),
            *sure_fields({"id": "VolumeId", "zone": "AvailabilityZone"}),
            *sure_fields({"volume_status": "VolumeStatus"}, gives="ec2.Status"),
            *fields({"events": "Events"}, gives="[ec2.VolumeEvent]?"),
            *fields({"actions": "Actions"}, gives="[ec2.VolumeAction]?"),
        ),
        shape="VolumeStatusItem",
        text="VolumeStatus:{VolumeId}",
    ),
    BotoClass(
        name="boto.ec2.volumestatus.Event",
        short="ec2.VolumeEvent",
        form=Form.RECORD,
        members=(
            constructor(
                optional("type", "EventType"),
                optional("id", "EventId"),
                optional("description", "Description"),
                optional("not_before", "NotBefore"),
                optional("not_after", "NotAfter"),
            ),
            *fields(
                {
                    "type": "EventType",
                    "id": "EventId",
                    "description": "Description",
                    "not_before": "NotBefore",
                    "not_after": "NotAfter",
                }
            ),
        ),
        shape="VolumeStatusEvent",
        text="Event:{EventType}",
    ),
    collection("boto.ec2.volumestatus.EventSet", "ec2.VolumeEventSet", "[ec2.VolumeEvent]"),
    BotoClass(
        name="boto.ec2.volumestatus.Action",
        short="ec2.VolumeAction",
        form=Form.RECORD,
        members=(
            constructor(
                optional("code", "Code"),
                optional("id", "EventId"),
                optional("description", "Description"),
                optional("type", "EventType"),
            ),
            *fields({"code": "Code", "id": "EventId", "description": "Description", "type": "EventType"}),
        ),
        shape="VolumeStatusAction",
        text="Action:{Code}",
    ),
    collection("boto.ec2.volumestatus.ActionSet", "ec2.VolumeActionSet", "[ec2.VolumeAction]"),
    collection(
        "boto.ec2.volumestatus.VolumeStatusSet",
        "ec2.VolumeStatusSet",
        "[ec2.VolumeStatus]",
        optional("connection"),
        members=(
            Manual("connection", "Use the client at hand.", attribute=True),
            Manual("next_token", _TOKEN, "str?", attribute=True),
        ),
    ),
)
