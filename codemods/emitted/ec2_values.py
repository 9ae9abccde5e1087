"""EC2 values whose type changed between boto 2 and boto3, such as numbers that boto 2 left as text."""

import base64
from datetime import timezone


def _true_or_false(value):
    """A truth value as EC2 spells it ("true" or "false"), as boto 2 gave it; None stays None."""
    return None if value is None else str(value).lower()


def _truth(value):
    """A truth value that boto 2 took as a bool or as EC2 spells it ("true" or "false")."""
    return value.lower() == "true" if isinstance(value, str) else bool(value)


def _naive_utc(moment):
    """A datetime as boto 2 parsed it: in UTC and without a time zone; None stays None."""
    return None if moment is None else moment.astimezone(timezone.utc).replace(tzinfo=None)


def _first_lower(record):
    """A dict with the keys that boto 2 gave, {"code": ...} for {"Code": ...}; None stays None."""
    return None if record is None else {key[:1].lower() + key[1:]: value for key, value in record.items()}


def _base64(data):
    """Text or bytes in base64, as text; nothing stays None."""
    if not data:
        return None
    return base64.b64encode(data.encode() if isinstance(data, str) else data).decode()


def _id_of(record, *members):
    """The id of an EC2 object of one kind or another: the first of these members that it has."""
    return next(record[member] for member in members if member in record)
