"""Requests that AWS understands and moto does not, put into words of moto. The recording keeps the original.

Every rule here is a gap in moto 5.2 that a right program fell into.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from moto.backends import get_backend
from moto.core.models import DEFAULT_ACCOUNT_ID


def mend(host: str, region: str, body: bytes) -> bytes:
    """The body to give to moto for a request to `host`."""
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
