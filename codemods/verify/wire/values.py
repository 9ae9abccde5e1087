"""One scalar of a call: the same Python value whichever protocol and library wrote it."""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
from email.utils import parsedate_to_datetime
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape

from codemods.verify.model import Blob

SHOWN = 60  # bytes of a blob that a person sees
LONGEST_TEXT = 16 * 1024  # bytes of a blob that is compared as text


def blob(content: bytes) -> Blob:
    """Bytes as they stand in a call."""
    return Blob(len(content), hashlib.sha256(content).hexdigest(), content[:SHOWN], _short_text(content))


def _short_text(content: bytes) -> str | None:
    if len(content) > LONGEST_TEXT or b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def scalar(shape: Shape, text: str) -> Any:
    """The value of `text` for this shape; text that does not fit stays text, so that a wrong type is seen."""
    kind = shape.type_name
    try:
        if kind in ("integer", "long"):
            return int(text)
        if kind in ("float", "double"):
            return float(text)
        if kind == "blob":
            return blob(base64.b64decode(text, validate=True))
    except (ValueError, binascii.Error):
        return text
    if kind == "boolean":
        return {"true": True, "false": False}.get(text.lower(), text)
    if kind == "timestamp":
        return timestamp(text)
    return text


def timestamp(value: Any) -> str:
    """A time in one form: ISO 8601, UTC, whole seconds unless there is a fraction."""
    moment = _moment(value)
    if moment is None:
        return str(value)
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return moment.isoformat() + "Z"


def _moment(value: Any) -> datetime.datetime | None:
    if isinstance(value, datetime.datetime):
        return value
    text = str(value)
    try:
        return datetime.datetime.fromtimestamp(float(text), datetime.timezone.utc)
    except (ValueError, OverflowError):
        pass
    try:
        # Python 3.10 reads neither "Z" nor fractions of other than 3 or 6 digits.
        return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def from_json(shape: Shape, value: Any) -> Any:
    """A value out of JSON (or CBOR) with names, times and bytes as the other protocols have them."""
    if isinstance(shape, StructureShape) and isinstance(value, dict):
        names = {member.serialization.get("name", name): name for name, member in shape.members.items()}
        return {
            names.get(key, key): from_json(shape.members[names[key]], item) if key in names else item
            for key, item in value.items()
        }
    if isinstance(shape, ListShape) and isinstance(value, list):
        return [from_json(shape.member, item) for item in value]
    if isinstance(shape, MapShape) and isinstance(value, dict):
        return {key: from_json(shape.value, item) for key, item in value.items()}
    if isinstance(value, bytes):
        return blob(value)
    if shape.type_name == "timestamp" and value is not None:
        return timestamp(value)
    return scalar(shape, value) if shape.type_name == "blob" and isinstance(value, str) else value
