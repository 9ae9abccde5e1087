"""Helpers that code for any service may need: optional arguments, lists, filters and boto 2's way to write times."""

from datetime import timezone
from email.utils import format_datetime


def _given(**arguments):
    """The arguments that are not None: botocore refuses None where boto 2 took it for "not given"."""
    return {name: value for name, value in arguments.items() if value is not None}


def _as_list(value):
    """A list for what may be None, one value or several, as boto 2 accepted it."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)


def _filters(filters):
    """A dict (or pairs) of filters as the Filters parameter of the EC2 API."""
    result = []
    for name, values in dict(filters or {}).items():
        if not name.startswith("tag:"):
            name = name.replace("_", "-")
        values = values if isinstance(values, list) else [values]
        values = [str(value).lower() if isinstance(value, bool) else str(value) for value in values]
        result.append({"Name": name, "Values": values})
    return result


def _iso_z(moment):
    """A datetime as boto 2 gave it: 2026-11-22T05:27:54.000Z; None stays None."""
    if moment is None or isinstance(moment, str):
        return moment
    moment = moment.astimezone(timezone.utc)
    return "%s.%03dZ" % (moment.strftime("%Y-%m-%dT%H:%M:%S"), moment.microsecond // 1000)


def _rfc1123(moment):
    """A datetime as an HTTP date: Sun, 22 Nov 2026 05:20:31 GMT; None stays None."""
    if moment is None or isinstance(moment, str):
        return moment
    return format_datetime(moment.astimezone(timezone.utc), usegmt=True)


def _maybe(convert, value):
    """`convert(value)`, or None for None."""
    return None if value is None else convert(value)


def _shown(record, template, *members):
    """An object as boto 2 showed it: its members in a template; None for None."""
    return None if record is None else template % tuple(record[member] for member in members)


def _member(members, name):
    """The member of that name; there is no other, as `getattr` would say."""
    if name not in members:
        raise AttributeError(name)
    return members[name]
