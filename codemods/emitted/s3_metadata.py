"""Metadata of objects: on boto 2 some of its names were real headers, and became them."""

from codemods.emitted.s3_keys import _expires

_OBJECT_HEADERS = {
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-md5",
    "content-type",
    "expires",
    "x-robots-tag",
}


def _headers_of_metadata(metadata):
    """A key's metadata as headers: some names are real headers, the others are x-amz-meta-, as in boto 2."""
    return {
        name if name.lower() in _OBJECT_HEADERS else "x-amz-meta-" + name: value
        for name, value in (metadata or {}).items()
    }


def _set_metadata(key, name, value):
    """Set metadata for the next upload; some names are headers of their own."""
    name = {"content-type": "Content-Type", "content-md5": "Content-MD5"}.get(name.lower(), name)
    key.setdefault("Metadata", {})[name] = value
    if name.lower() in _OBJECT_HEADERS:
        key[name.title().replace("-", "")] = value


def _remote_metadata(key, headers=None):
    """The metadata that the object has now, by the names of the headers."""
    metadata = {name: key.get(name.title().replace("-", "")) for name in _OBJECT_HEADERS}
    metadata["content-type"] = key.get("ContentType", "application/octet-stream")
    metadata["expires"] = _expires(key)
    for name, value in key.get("Metadata", {}).items():
        metadata["x-amz-meta-" + name.replace("_", "-").lower()] = value
    return {name: value for name, value in metadata.items() if value}
