"""Requests that AWS understands and moto does not, put into words of moto, and answers that AWS would not give.

The recording keeps the original request. Every rule here is a gap in moto 5.2 that a right program fell into.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode, urlsplit
from xml.etree import ElementTree

from botocore.exceptions import DataNotFoundError
from botocore.loaders import Loader
from botocore.model import ListShape, ServiceModel, Shape, StructureShape
from moto.backends import get_backend
from moto.core.models import DEFAULT_ACCOUNT_ID

from codemods.verify.wire.endpoints import locate

Request = tuple[str, Mapping[str, str], bytes]

_NO_PORT = re.compile(r":(?:80|443)$")


def mend_request(url: str, headers: Mapping[str, str], body: bytes) -> Request:
    """URL, headers and body to give to moto."""
    # boto 2 names the port in the Host header (boto/connection.py, server_name); moto takes it for another host.
    headers = {name: _NO_PORT.sub("", value) if name.lower() == "host" else value for name, value in headers.items()}
    host = urlsplit(url).netloc
    endpoint = locate(host)
    if endpoint.services == ("s3",) and endpoint.region == "eu-west-1":
        # The old name of the region (boto/s3/connection.py, Location.EU) is welcome there; moto wants the new one.
        body = body.replace(b"<LocationConstraint>EU</", b"<LocationConstraint>eu-west-1</")
    if endpoint.bucket:
        return *_path_style(url, host, endpoint.bucket, headers), body
    return url, headers, _ec2_body(host, endpoint.region, body)


def _path_style(url: str, host: str, bucket: str, headers: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The bucket in the path: moto takes a leading `www.` off a host name (s3/utils.py, bucket_name_from_url)."""
    plain = host[len(bucket) + 1 :]
    scheme, _, rest = url.partition("://")
    return (
        f"{scheme}://{plain}/{quote(bucket)}{rest[len(host) :] or '/'}",
        {name: plain if name.lower() == "host" else value for name, value in headers.items()},
    )


def _ec2_body(host: str, region: str, body: bytes) -> bytes:
    if not host.startswith("ec2.") or b"Action=" not in body:
        return body
    pairs = _from_one(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    fields = dict(pairs)
    if fields.get("Action") == "DetachVolume" and "InstanceId" not in fields:
        # EC2 knows what the volume is attached to; moto wants to be told (ec2/models/elastic_block_store.py).
        volume = get_backend("ec2")[DEFAULT_ACCOUNT_ID][region].volumes.get(fields.get("VolumeId", ""))
        if volume is not None and volume.attachment is not None:
            pairs.append(("InstanceId", volume.attachment.instance.id))
    return urlencode(pairs).encode()


def _from_one(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """boto 2 counts network interfaces from 0 (boto/ec2/networkinterface.py); moto counts from 1."""
    zero = [name[: match.start()] for name, _ in pairs for match in re.finditer(r"\.0(?=\.|$)", name)]
    for prefix in sorted(set(zero), key=len, reverse=True):
        pattern = re.compile(re.escape(prefix) + r"\.(\d+)(?=\.|$)")
        pairs = [
            (name if match is None else f"{prefix}.{int(match[1]) + 1}{name[match.end() :]}", value)
            for name, value in pairs
            for match in [pattern.match(name)]
        ]
    return pairs


def mend_answer(url: str, body: bytes, answer: bytes) -> bytes:
    """An answer of EC2 without the lists that the API version of the request does not know.

    EC2 answers in the version that it is asked in; moto always in today's. boto 2 takes the items of a list that it
    does not know for the end of what the list stands in (boto/handler.py), and loses all that follows.
    """
    parts = urlsplit(url)
    if not parts.netloc.startswith("ec2."):
        return answer
    fields = dict(parse_qsl(parts.query)) | dict(parse_qsl(body.decode("utf-8", "replace")))
    model = _old_model(fields.get("Version", ""))
    action = fields.get("Action", "")
    if model is None or action not in model.operation_names:
        return answer
    shape = model.operation_model(action).output_shape
    try:
        root = ElementTree.fromstring(answer)
    except ElementTree.ParseError:
        return answer
    if shape is None or not _prune(root, shape):
        return answer
    namespace = re.match(r"\{(.*)\}", root.tag)
    ElementTree.register_namespace("", namespace[1] if namespace else "")
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


@functools.cache
def _old_model(version: str) -> ServiceModel | None:
    loader = Loader()
    if not version or version == loader.determine_latest_version("ec2", "service-2"):
        return None
    try:
        return ServiceModel(loader.load_service_model("ec2", "service-2", version), "ec2")
    except DataNotFoundError:
        return None


def _prune(element: ElementTree.Element, shape: Shape) -> bool:
    """Take out the lists that a shape does not know; True when there were any."""
    if isinstance(shape, ListShape):
        pruned = [_prune(child, shape.member) for child in element]
        return any(pruned)
    if not isinstance(shape, StructureShape):
        return False
    members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
    found = False
    for child in list(element):
        known = members.get(_local(child))
        if known is not None:
            found |= _prune(child, known)
        elif any(_local(below) == "item" for below in child):
            element.remove(child)
            found = True
    return found


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
