"""What boto 2 and boto3 send to EC2, without sending it, in one form that can be compared."""

from __future__ import annotations

import re
from typing import Any

import boto3
from boto.ec2.regioninfo import RegionInfo
from boto.vpc import VPCConnection
from botocore.config import Config


class Sent(Exception):
    """A request on its way: the test has seen enough."""

    def __init__(self, action: str, params: dict[str, Any]) -> None:
        super().__init__(action)
        self.request = (action, tidy(params))


class Recording(VPCConnection):
    """A boto 2 connection that raises its first request."""

    def __init__(self) -> None:
        region = RegionInfo(None, "us-east-1", "ec2.us-east-1.amazonaws.com")
        super().__init__("key", "secret", region=region)

    def make_request(self, action: str, params: Any = None, path: str = "/", verb: str = "GET") -> Any:
        raise Sent(action, dict(params or {}))


def recording_client() -> Any:
    """A boto3 client that raises its first request."""
    client = boto3.client(
        "ec2",
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
        config=Config(parameter_validation=True),
    )

    def sent(model: Any, params: dict[str, Any], **_: Any) -> None:
        raise Sent(model.name, params["body"])

    client.meta.events.register("before-call.ec2", sent)
    return client


def request_of(call: Any) -> Any:
    """The request that a call makes first."""
    try:
        call()
    except Sent as sent:
        return sent.request
    raise AssertionError("no request was made")


NOISE = {"Action", "Version", "ClientToken", "PresignedUrl", "DestinationRegion"}
"""What one of the two libraries adds by itself."""

FALSE_BY_DEFAULT = {
    "AllowReassignment",
    "DisableApiTermination",
    "DryRun",
    "EbsOptimized",
    "Egress",
    "Encrypted",
    "Force",
    "IncludeAllInstances",
    "LaunchSpecification.EbsOptimized",
    "LaunchSpecification.Monitoring.Enabled",
    "Monitoring.Enabled",
    "NoReboot",
    "Options.StaticRoutesOnly",
}
"""What EC2 takes for false when it is not said; boto 2 did not say it."""


def text_of(value: Any) -> str:
    """A value as it stands in a request."""
    if isinstance(value, bool):
        return str(value).lower()
    text = value.decode() if isinstance(value, bytes) else str(value)
    return re.sub(r"(\d\d:\d\d:\d\d)(\.0+)?Z$", r"\1Z", text)


def tidy(params: dict[str, Any]) -> dict[str, str]:
    """Parameters of a request, numbered from 1 and without noise."""
    plain = {name: text_of(value) for name, value in params.items() if name not in NOISE}
    plain = {name: text for name, text in plain.items() if not (name in FALSE_BY_DEFAULT and text == "false")}
    return {renumbered(name, plain): text for name, text in plain.items()}


def renumbered(name: str, names: Any) -> str:
    """`Tag.0.Key` and `Tag.1.Key` are what others call `Tag.1.Key` and `Tag.2.Key`."""
    parts = name.split(".")
    result = list(parts)
    for position, part in enumerate(parts):
        if part.isdigit():
            before = parts[:position]
            siblings = {other.split(".")[position] for other in names if other.split(".")[:position] == before}
            result[position] = str(int(part) + ("0" in siblings))
    return ".".join(result)
