"""Where an object is: boto 2 changed names on their way into a URL, and pinned the versions that it knew."""

import re


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if name is None:
        raise ValueError("the object has no name")
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _named(name):
    """The name that a new object gets; boto 2 refused an empty one before it sent anything."""
    if not name:
        raise ValueError("Empty key names are not allowed")
    return name


def _at(key, version_id=None):
    """Where an object is, as parameters: in the given version, or else in the one that the key holds."""
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    version_id = version_id or key.get("VersionId")
    return {**where, "VersionId": version_id} if version_id else where
