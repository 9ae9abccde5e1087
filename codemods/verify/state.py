"""What exists in the fake at the end of a run, read with boto3. Lives in the fake's process."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Any

import botocore.session
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from codemods.verify import backend
from codemods.verify.wire.values import blob, timestamp

State = dict[str, Any]

EC2_INSTANCES = "Reservations[].Instances"

# Chosen anew by botocore for each call, or the same for every resource.
NOISE = frozenset({"ResponseMetadata", "ClientToken", "OwnerId", "UsageOperationUpdateTime"})

# Operation, member that holds the resources, member that identifies one, and parameters of the call.
EC2: tuple[tuple[str, str, str, Mapping[str, Any]], ...] = (
    ("describe_instances", EC2_INSTANCES, "InstanceId", {}),
    ("describe_volumes", "Volumes", "VolumeId", {}),
    ("describe_snapshots", "Snapshots", "SnapshotId", {"OwnerIds": ["self"]}),
    ("describe_images", "Images", "ImageId", {"Owners": ["self"]}),
    ("describe_security_groups", "SecurityGroups", "GroupId", {}),
    ("describe_key_pairs", "KeyPairs", "KeyName", {}),
    ("describe_addresses", "Addresses", "PublicIp", {}),
    ("describe_network_interfaces", "NetworkInterfaces", "NetworkInterfaceId", {}),
    ("describe_vpcs", "Vpcs", "VpcId", {}),
    ("describe_subnets", "Subnets", "SubnetId", {}),
    ("describe_route_tables", "RouteTables", "RouteTableId", {}),
    ("describe_internet_gateways", "InternetGateways", "InternetGatewayId", {}),
    ("describe_network_acls", "NetworkAcls", "NetworkAclId", {}),
    ("describe_dhcp_options", "DhcpOptions", "DhcpOptionsId", {}),
    ("describe_spot_instance_requests", "SpotInstanceRequests", "SpotInstanceRequestId", {}),
    ("describe_vpc_peering_connections", "VpcPeeringConnections", "VpcPeeringConnectionId", {}),
)

# The settings of a bucket: operation, and the member that holds them ('' for the whole answer).
BUCKET: tuple[tuple[str, str], ...] = (
    ("get_bucket_acl", "Grants"),
    ("get_bucket_cors", "CORSRules"),
    ("get_bucket_encryption", "ServerSideEncryptionConfiguration"),
    ("get_bucket_lifecycle_configuration", "Rules"),
    ("get_bucket_location", "LocationConstraint"),
    ("get_bucket_logging", "LoggingEnabled"),
    ("get_bucket_policy", "Policy"),
    ("get_bucket_request_payment", "Payer"),
    ("get_bucket_tagging", "TagSet"),
    ("get_bucket_versioning", "Status"),
    ("get_bucket_website", ""),
)
OBJECT = [
    "CacheControl",
    "ContentDisposition",
    "ContentEncoding",
    "ContentLanguage",
    "ContentType",
    "Expires",
    "Metadata",
    "ServerSideEncryption",
    "StorageClass",
    "TagCount",
    "WebsiteRedirectLocation",
]


class StateReader:
    """Reads the state of the fake; keeps its clients, whose models take longer to load than the answers."""

    def __init__(self) -> None:
        self._session = botocore.session.Session()
        self._session.set_credentials("AKIAREADSTATE", "state")
        self._session.get_component("event_emitter").register("before-send", _answer)
        self._available = frozenset(self._session.get_available_services())
        self._clients: dict[tuple[str, str], Any] = {}

    def read(self, places: Iterable[tuple[str, str]]) -> State:
        """The resources of each pair of service and region: {service: {region: {kind: {name: resource}}}}."""
        state: State = {}
        for service, region in sorted(places):
            if service in self._available:
                reader: Callable[[Any], State] = {"s3": _s3, "ec2": _ec2}.get(service, _anything)
                state.setdefault(service, {})[region] = reader(self._client(service, region))
        return state

    def _client(self, service: str, region: str) -> Any:
        if (service, region) not in self._clients:
            config = Config(
                retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, parameter_validation=False
            )
            self._clients[service, region] = self._session.create_client(service, region_name=region, config=config)
        return self._clients[service, region]


def _answer(request: AWSPreparedRequest, **_: Any) -> AWSResponse:
    body: Any = request.body or b""
    if isinstance(body, str):
        body = body.encode()
    elif not isinstance(body, bytes):
        body = body.read()
    headers = {k: v.decode() if isinstance(v, bytes) else v for k, v in request.headers.items()}
    answer = backend.answer(request.method, request.url, headers, body)
    return AWSResponse(request.url, answer.status, answer.headers, _Raw(answer.body))


class _Raw(BytesIO):
    def stream(self, **_: Any) -> Iterable[bytes]:
        yield self.read()


def _s3(client: Any) -> State:
    buckets = {}
    for bucket in client.list_buckets()["Buckets"]:
        name = bucket["Name"]
        settings = {}
        for operation, member in BUCKET:
            answer = _try(getattr(client, operation), Bucket=name)
            value = answer.get(member) if member else answer
            if value:
                settings[operation.removeprefix("get_bucket_")] = _plain(value)
        buckets[name] = {"settings": settings, "objects": _objects(client, name)}
    return {"buckets": buckets}


def _objects(client: Any, bucket: str) -> State:
    found: State = {}
    history: dict[str, list[str]] = {}
    for page in client.get_paginator("list_object_versions").paginate(Bucket=bucket):
        for kind in ("Versions", "DeleteMarkers"):
            for version in page.get(kind, ()):
                history.setdefault(version["Key"], []).append("version" if kind == "Versions" else "delete marker")
                if version["IsLatest"] and kind == "Versions":
                    found[version["Key"]] = _object(client, bucket, version["Key"])
    for key, versions in history.items():
        if len(versions) > 1 or key not in found:
            found.setdefault(key, {})["versions"] = versions
    return found


def _object(client: Any, bucket: str, key: str) -> State:
    answer = _try(client.get_object, Bucket=bucket, Key=key)
    grants = _try(client.get_object_acl, Bucket=bucket, Key=key).get("Grants", [])
    resource: State = {name: _plain(answer[name]) for name in OBJECT if answer.get(name)}
    resource["Body"] = blob(answer["Body"].read() if "Body" in answer else b"")
    public = [grant for grant in _plain(grants) if grant["Grantee"].get("URI") or grant["Permission"] != "FULL_CONTROL"]
    return resource | ({"Grants": public} if public else {})


def _ec2(client: Any) -> State:
    kinds: State = {}
    for operation, member, identity, params in EC2:
        answer = _try(getattr(client, operation), **params)
        if member == EC2_INSTANCES:
            items = [item for group in answer.get("Reservations", ()) for item in group["Instances"]]
        else:
            items = answer.get(member, [])
        found = {str(item.get(identity)): _plain(item) for item in items}
        if found:
            kinds[operation.removeprefix("describe_")] = found
    return kinds


def _anything(client: Any) -> State:
    """Any other service: the answers of all list and describe calls that need no parameters."""
    kinds: State = {}
    model = client.meta.service_model
    for method, operation in sorted(client.meta.method_to_api_mapping.items()):
        shape = model.operation_model(operation).input_shape
        if method.startswith(("list_", "describe_")) and not (shape and shape.required_members):
            answer = {k: v for k, v in _plain(_try(getattr(client, method))).items() if v}
            if answer:
                kinds[method] = answer
    return kinds


def _try(call: Callable[..., Any], **params: Any) -> dict[str, Any]:
    """An answer, or nothing where the fake has none (no such setting, not implemented)."""
    try:
        answer: dict[str, Any] = call(**params)
    except (ClientError, BotoCoreError, KeyError):
        return {}
    return answer


def _plain(value: Any) -> Any:
    """Values that compare and print well, without what is made anew for each run."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items() if name not in NOISE}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        return timestamp(value)
    return blob(value) if isinstance(value, bytes) else value
