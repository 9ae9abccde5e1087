"""One call in a form that is the same for boto 2 and boto3. The rules are in `rules`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from codemods.verify import rules
from codemods.verify.matching import Bag
from codemods.verify.model import Blob, Call
from codemods.verify.wire.values import timestamp

UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


@dataclass(slots=True)
class Names:
    """Other names of resources, as answers of the run told them: group names and addresses -> ids."""

    groups: dict[tuple[str, str], str] = field(default_factory=dict)
    addresses: dict[tuple[str, str], str] = field(default_factory=dict)

    def learn(self, call: Call) -> None:
        """Take what an answer says."""
        if call.service != "ec2" or call.error:
            return
        for group in call.result.get("SecurityGroups", ()):
            self.groups.setdefault((call.region, group.get("GroupName", "")), group.get("GroupId", ""))
        if call.operation == "CreateSecurityGroup":
            name = call.params.get("GroupName", "")
            self.groups[call.region, name] = str(call.result.get("GroupId", ""))
        for address in [*call.result.get("Addresses", ()), call.result]:
            if address.get("PublicIp") and address.get("AllocationId"):
                self.addresses[call.region, address["PublicIp"]] = address["AllocationId"]


def parameters(call: Call, names: Names) -> dict[str, Any]:
    """The parameters of a call, normalised."""
    operation = rules.SAME_OPERATION.get((call.service, call.operation), call.operation)
    renamed = rules.SAME_PARAMETER.get((call.service, call.operation), {})
    dropped = rules.TRANSPORT.get(call.service, frozenset())
    params = {
        renamed.get(name, name): _clean(call.service, name, value, dropped)
        for name, value in call.params.items()
        if name not in dropped
    }
    if call.service == "s3":
        _s3(operation, params)
    if call.service == "ec2":
        _ec2(call, operation, params, names)
    if isinstance(params.get("QueueUrl"), str):
        params["QueueUrl"] = urlsplit(params["QueueUrl"]).path
    for key in ((call.service, "*"), (call.service, operation)):
        for path, default in rules.DEFAULTS.get(key, {}).items():
            _drop_default(params, path.split("."), default)
    return params


def _clean(service: str, name: str, value: Any, dropped: frozenset[str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _clean(service, key, item, dropped) for key, item in value.items() if key not in dropped}
    if isinstance(value, list):
        items = [_clean(service, name, item, dropped) for item in value]
        unordered = service in rules.UNORDERED_SERVICES and (service, name) not in rules.ORDERED
        return Bag(items) if unordered or (service, name) in rules.UNORDERED else items
    if name == "Expires" and isinstance(value, str):
        return timestamp(value)
    return value


def _s3(operation: str, params: dict[str, Any]) -> None:
    encoding = params.get("ContentEncoding")
    if isinstance(encoding, str):
        # aws-chunked is how the body travels, not how the object is stored.
        kept = [part.strip() for part in encoding.split(",") if part.strip() != "aws-chunked"]
        params["ContentEncoding"] = ",".join(kept)
        if not kept:
            del params["ContentEncoding"]
    if isinstance(params.get("CopySource"), str):
        path, _, version = params["CopySource"].partition("?versionId=")
        params["CopySource"] = unquote(path).removeprefix("/") + (f"?versionId={version}" if version else "")
    location = params.get("CreateBucketConfiguration", {}).get("LocationConstraint")
    if location == "EU":
        params["CreateBucketConfiguration"] = {"LocationConstraint": "eu-west-1"}
    if operation in ("PutObject", "UploadPart") and "Body" not in params:
        params["Body"] = Blob(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    if operation == "CompleteMultipartUpload":
        for part in params.get("MultipartUpload", {}).get("Parts", ()):
            part["ETag"] = part.get("ETag", "").strip('"')


def _ec2(call: Call, operation: str, params: dict[str, Any], names: Names) -> None:
    token = params.get("ClientToken")
    if isinstance(token, str) and UUID.fullmatch(token):
        # botocore makes one up for every call that may be repeated; boto 2 sends none.
        del params["ClientToken"]
    if re.fullmatch(r"(Authorize|Revoke)SecurityGroup(Ingress|Egress)", operation):
        _permissions(call, params, names)
    if operation in ("DeleteSecurityGroup", "AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress"):
        _by_id(params, "GroupName", "GroupId", call.region, names.groups)
    if operation in ("ReleaseAddress", "AssociateAddress"):
        _by_id(params, "PublicIp", "AllocationId", call.region, names.addresses)
    if operation in ("RunInstances", "RequestSpotInstances"):
        launch = params.get("LaunchSpecification", params)
        groups = launch.pop("SecurityGroups", ())
        ids = [names.groups.get((call.region, name), name) for name in groups]
        if ids or "SecurityGroupIds" in launch:
            launch["SecurityGroupIds"] = Bag([*launch.get("SecurityGroupIds", ()), *ids])
    if operation == "CreateTags":
        params["Tags"] = Bag({"Value": "", **tag} for tag in params.get("Tags", ()))


def _permissions(call: Call, params: dict[str, Any], names: Names) -> None:
    """One form for rules: the short form with its fields at the top becomes a list of one permission."""
    short: dict[str, Any] = {name: params.pop(name) for name in ("IpProtocol", "FromPort", "ToPort") if name in params}
    if "CidrIp" in params:
        short["IpRanges"] = Bag([{"CidrIp": params.pop("CidrIp")}])
    if short:
        params["IpPermissions"] = Bag([*params.get("IpPermissions", ()), short])
    for permission in params.get("IpPermissions", ()):
        for name in ("IpRanges", "Ipv6Ranges", "PrefixListIds", "UserIdGroupPairs"):
            if name in permission and not permission[name]:
                del permission[name]
        for pair in permission.get("UserIdGroupPairs", ()):
            _by_id(pair, "GroupName", "GroupId", call.region, names.groups)
            if pair.get("UserId") == OWN_ACCOUNT:
                del pair["UserId"]


OWN_ACCOUNT = "123456789012"  # moto's


def _by_id(params: dict[str, Any], name: str, id_name: str, region: str, known: Mapping[tuple[str, str], str]) -> None:
    """Replace a name by the id that it stands for, where an answer told so."""
    value = params.get(name)
    if isinstance(value, str) and (region, value) in known:
        del params[name]
        params.setdefault(id_name, known[region, value])


def _drop_default(params: dict[str, Any], path: list[str], default: Any) -> None:
    name, *rest = path
    if name not in params:
        return
    if rest:
        below = params[name]
        if isinstance(below, dict):
            _drop_default(below, rest, default)
            if not below:
                del params[name]
    elif params[name] == default and type(params[name]) is type(default):
        del params[name]
