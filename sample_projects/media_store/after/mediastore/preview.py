"""Previews are small keys next to the real ones. The editor shows them in lists."""
import hashlib
import io
import mimetypes
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote
import boto3
from botocore.exceptions import ClientError


_IDENTIFIERS = {
    "Object": ["Bucket", "Key"],
}


_IDLE_HEADERS = tuple("accept cache-control connection content- expect expires user-agent x-amz-content-".split())


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


def _service(owner):
    """The service resource that a resource object belongs to, with the same client."""
    if not owner.meta.identifiers:
        return owner
    service = boto3.resource(owner.meta.service_name, region_name=owner.meta.client.meta.region_name)
    service.meta.client = owner.meta.client
    return service


def _object(owner, kind, record):
    """The resource object for a record (or a bucket name) that is already known; None for None."""
    return next(iter(_objects(owner, kind, [record])))


def _objects(owner, kind, records):
    """Resource objects for records that are already known."""
    service = _service(owner)
    for record in records:
        if record is None or hasattr(record, "meta"):
            yield record
        elif kind == "Bucket":
            yield service.Bucket(record)
        else:
            made = getattr(service, kind)(*[record.get(member) or "-" for member in _IDENTIFIERS[kind]])
            made.meta.data = record
            yield made


def _delete_key(s3, bucket, key_name, version_id=None):
    """Delete an object or one version of it; gives a key that says what became of it."""
    if not key_name:
        raise ValueError("Empty key names are not allowed")
    parameters = {}
    if version_id:
        parameters["VersionId"] = version_id
    response = s3.delete_object(Bucket=bucket, Key=_key(key_name), **parameters)
    deleted = {name: response[name] for name in ("DeleteMarker", "VersionId") if name in response}
    return {"Bucket": bucket, "Key": key_name, **deleted}


def _delete(s3, key):
    """Delete an object, in the version that the key holds; gives a key that says what became of it."""
    return _delete_key(s3, key["Bucket"], key["Key"], key.get("VersionId"))


def _header_text(value):
    """The value of a header as boto 2 sent it: all but printable ASCII is percent-encoded."""
    return quote(value if isinstance(value, bytes) else str(value), safe=string.punctuation + " ")


def _header_parameters(s3, operation, headers):
    """HTTP headers as the parameters of an operation that stand for them; idle ones are left out."""
    shapes = s3.meta.service_model.operation_model(operation).input_shape.members
    names = {shape.serialization.get("name", "").lower(): name for name, shape in shapes.items()}
    parameters, metadata = {}, {}
    for header, value in (headers or {}).items():
        lower = header.lower()
        name = names.get(lower)
        if value is None or lower == "content-length":
            continue
        if lower.startswith("x-amz-meta-"):
            metadata[header[len("x-amz-meta-") :]] = _header_text(value)
        elif name and shapes[name].serialization["location"] == "header":
            is_date = shapes[name].type_name == "timestamp"
            parameters[name] = parsedate_to_datetime(value) if is_date else _header_text(value)
        elif not lower.startswith(_IDLE_HEADERS):
            raise ValueError(f"boto3 has no parameter for the header {header} in {operation}")
    return {**parameters, "Metadata": metadata} if metadata and "Metadata" in shapes else parameters


def _described(response):
    """What a HEAD or GET says of an object, as members of its key."""
    key = {name: value for name, value in response.items() if name not in ("Body", "ResponseMetadata")}
    key["Size"] = response["ContentLength"]
    if "ContentRange" in response:
        key["Size"] = int(response["ContentRange"].rpartition("/")[2])
    if "ExpiresString" in response:
        key["Expires"] = key.pop("ExpiresString")
    key["Metadata"] = {name: unquote(value) for name, value in response["Metadata"].items()}
    return key


def _get_key(s3, bucket, key_name):
    """The key of an object, or None if there is no such object; all other errors are raised."""
    try:
        response = s3.head_object(Bucket=bucket, Key=_key(key_name))
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise
    return {"StorageClass": "STANDARD", "Bucket": bucket, "Key": key_name, **_described(response)}


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


def _open(s3, key, version_id=None, headers=None):
    """Ask for an object unless it is open already; its key learns what the answer says."""
    if "Body" in key:
        return
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    if version_id:
        where["VersionId"] = version_id
    response = s3.get_object(**where, **_header_parameters(s3, "GetObject", headers))
    for stale in ("DeleteMarker", "ServerSideEncryption"):
        key.pop(stale, None)
    known = {name: key[name] for name in ("StorageClass", "VersionId") if key.get(name)}
    key.update({**_described(response), **known, "Body": response["Body"]})


def _close(key):
    """Close an object; the next read starts at its beginning again."""
    key.pop("Read", None)
    if "Body" in key:
        key.pop("Body").close()


def _next_chunk(s3, key):
    """The next 8192 bytes of an object; raises StopIteration at the end, after which it starts anew."""
    _open(s3, key)
    data = key["Body"].read(key.get("BufferSize", 8192))
    if not data:
        _close(key)
        raise StopIteration
    return data


def _chunks(s3, key):
    """The rest of an object in pieces of 8192 bytes."""
    while True:
        try:
            yield _next_chunk(s3, key)
        except StopIteration:
            return


def _get_file(s3, key, fp, headers=None):
    """Write an object into an open file; its key learns what the answer says, and the MD5 of what came."""
    _open(s3, key, key.get("VersionId"), headers)
    digest = hashlib.md5()
    for chunk in _chunks(s3, key):
        fp.write(chunk)
        digest.update(chunk)
    key["MD5"] = digest.hexdigest().encode("ascii")


def _get_string(s3, key, headers=None):
    """The content of an object as bytes, or as text in the given encoding."""
    fp = io.BytesIO()
    _get_file(s3, key, fp, headers)
    return fp.getvalue()


def _learn(key, response):
    """Note in a key what the answer to an upload says."""
    key.pop("DeleteMarker", None)
    key.update(ETag=response["ETag"], VersionId=response.get("VersionId"))


def _put_parameters(s3, key, reduced_redundancy=False):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = {}
    if key.get("Path"):
        key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
    parameters["ContentType"] = key["ContentType"] = key.get("ContentType") or "application/octet-stream"
    if reduced_redundancy:
        key["StorageClass"] = "REDUCED_REDUNDANCY"
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, "PutObject", _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _put_string(s3, key, string_data, reduced_redundancy=False):
    """Upload a string; gives its size, or None if that was not wanted."""
    if not isinstance(string_data, bytes):
        string_data = string_data.encode("utf-8")
    size = len(string_data)
    key.update(Size=size, MD5=hashlib.md5(string_data).hexdigest().encode("ascii"))
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, reduced_redundancy)
    _learn(key, s3.put_object(Body=string_data, **parameters))
    return size


PREFIX = 'preview/'
LENGTH = 16


def preview_name(key):
    return PREFIX + key.meta.data["Key"].rsplit('/', 1)[-1]


def make_preview(key):
    """Write the preview of a key, return the preview's key."""
    start = _get_string(
        key.meta.client,
        key.meta.data,
        headers={'Range': 'bytes=0-%d' % (LENGTH - 1)},
    )
    preview = _object(
        (bucket := _object(key, "Bucket", key.meta.data["Bucket"])),
        "Object",
        {"Bucket": bucket.name, "Key": _named(preview_name(key))},
    )
    _set_metadata(preview.meta.data, 'original', key.meta.data["Key"])
    preview.meta.data["ContentType"] = 'text/plain'
    _put_string(
        preview.meta.client, preview.meta.data, start, reduced_redundancy=True
    )
    return preview


def find_preview(key):
    return _object(
        (bucket := _object(key, "Bucket", key.meta.data["Bucket"])),
        "Object",
        _get_key(bucket.meta.client, bucket.name, preview_name(key)),
    )


def drop_preview(key):
    """True if there was one."""
    preview = find_preview(key)
    if preview is None:
        return False
    _delete(preview.meta.client, preview.meta.data)
    return True
