"""The library itself."""
import mimetypes
import os
import base64
import hashlib
import io
import re
import string
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from urllib.parse import quote, unquote

import boto3
from botocore.exceptions import ClientError, ParamValidationError

from mediastore import preview
from mediastore.asset import Asset
from mediastore.connection import get_connection
from mediastore.errors import MediaExists, MediaNotFound, translate


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


def _new_object(bucket, name=None):
    """The resource object of a key that is yet to be written."""
    return _object(bucket, "Object", {"Bucket": bucket.name, "Key": name})


def _get_bucket(s3, bucket_name, validate=True):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    if validate:
        s3.head_bucket(Bucket=bucket_name)
    return bucket_name


def _create_bucket(s3, bucket_name, location=""):
    """Make a bucket, in the region that the client works in unless a location is given; gives its name."""
    if bucket_name != bucket_name.lower():
        raise ParamValidationError(report=f"Bucket names cannot contain upper-case characters: {bucket_name}")
    parameters = {}
    if location and location != "us-east-1":
        parameters["CreateBucketConfiguration"] = {"LocationConstraint": location}
    s3.create_bucket(Bucket=bucket_name, **parameters)
    return bucket_name


def _header_text(value):
    """The value of a header as boto 2 sent it: all but printable ASCII is percent-encoded."""
    return quote(value if isinstance(value, bytes) else str(value), safe=string.punctuation + " ")


def _header_parameters(s3, headers):
    """HTTP headers as the parameters of an operation that stand for them; idle ones are left out."""
    shapes = s3.meta.service_model.operation_model("PutObject").input_shape.members
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
            raise ValueError(f'boto3 has no parameter for the header {header} in PutObject')
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
        response = s3.head_object(Bucket=bucket, Key=_key_aws(key_name))
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise
    return {"StorageClass": "STANDARD", "Bucket": bucket, "Key": key_name, **_described(response)}


def _keys(s3, bucket, prefix="", delimiter=""):
    """All keys of a bucket, and all prefixes if there is a delimiter, page by page."""
    parameters = {}
    if prefix:
        parameters["Prefix"] = prefix
    if delimiter:
        parameters["Delimiter"] = delimiter
    for page in s3.get_paginator("list_objects").paginate(Bucket=bucket, **parameters):
        for found in page.get("Contents", []):
            yield {"Bucket": bucket, **found}
        for found in page.get("CommonPrefixes", []) if delimiter else ():
            yield {"Bucket": bucket, "Key": found["Prefix"], "Prefix": found["Prefix"]}


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


def _key_aws(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if name is None:
        raise ValueError("the object has no name")
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _key_md5(key, fp):
    """The MD5 of the next size bytes of an open file, or of all, in hex and base64; the file stays put."""
    start, length, digest = fp.tell(), 0, hashlib.md5()
    while True:
        data = fp.read(8192)
        if not data:
            break
        data = data.encode("utf-8") if isinstance(data, str) else data
        digest.update(data)
        length += len(data)
    fp.seek(start)
    key["Size"] = length
    return digest.hexdigest(), base64.b64encode(digest.digest()).decode("ascii")


def _not_at_end(fp):
    """Refuse an open file that somebody forgot to rewind, instead of uploading an empty object."""
    start = fp.tell()
    fp.seek(0, os.SEEK_END)
    end = fp.tell()
    fp.seek(start)
    if start == end > 0:
        raise AttributeError("fp is at EOF. Use rewind option or seek() to data start.")


def _binary(fp):
    """The open file itself, or a binary copy of what is to be sent where it is open for text."""
    return io.BytesIO(fp.read(-1).encode("utf-8")) if isinstance(fp.read(0), str) else fp


def _window(fp, size):
    """The next size bytes of an open file as a body that botocore can measure, send, and send again."""
    start = fp.tell()

    def tell():
        return fp.tell() - start

    def seek(offset, whence=os.SEEK_SET):
        fp.seek(start + offset + {os.SEEK_SET: 0, os.SEEK_CUR: tell(), os.SEEK_END: size}[whence])
        return tell()

    def read(amount=-1):
        rest = size - tell()
        data = fp.read(rest if amount is None or amount < 0 else min(amount, rest))
        return data

    return SimpleNamespace(tell=tell, seek=seek, read=read)


def _transmit(send, key, fp, **parameters):
    """Send as many bytes of an open file as the key says; the key learns what the answer says."""
    size, step = key["Size"], key.get("BufferSize", 8192)
    end = fp.tell() + size
    body = _window(fp, size)
    _learn(key, send(Body=body, **parameters))
    fp.seek(end)


def _learn(key, response):
    """Note in a key what the answer to an upload says."""
    key.pop("DeleteMarker", None)
    key.update(ETag=response["ETag"], VersionId=response.get("VersionId"))


def _put_parameters(s3, key, headers):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = _header_parameters(s3, headers)
    if not headers or "content-type" not in {name.lower() for name in headers}:
        if key.get("Path"):
            key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
        parameters["ContentType"] = key["ContentType"] = key.get("ContentType") or "application/octet-stream"
    if headers:
        learnt = {"ContentEncoding", "ContentLanguage", "ContentType"} & parameters.keys()
        key.update({name: parameters[name] for name in learnt})
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key_aws(key["Key"]), **parameters}


def _put_file(s3, key, fp, headers=None, rewind=False):
    """Upload an open file from where it stands; gives its size, or None if that was not wanted."""
    if hasattr(fp, "name"):
        key["Path"] = str(fp.name)
    if rewind:
        fp.seek(0)
    _not_at_end(fp)
    fp = _binary(fp)
    key["MD5"] = _key_md5(key, fp)[0].encode("ascii")
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, headers)
    _transmit(s3.put_object, key, fp, **parameters)
    return key["Size"]


class Storage(object):
    key_class = staticmethod(_new_object)

    def __init__(self, bucket_name, prefix='library/', region=None, create=False):
        self.bucket_name = bucket_name
        self.prefix = prefix
        self.region = region
        self.create = create
        self._connection = None
        self._bucket = None

    @property
    def connection(self):
        if self._connection is None:
            self._connection = get_connection(self.region)
        return self._connection

    @property
    def bucket(self):
        if self._bucket is None:
            self._bucket = self._get_or_create_bucket(self.bucket_name)
        return self._bucket

    def _get_or_create_bucket(self, name):
        try:
            return _object(
                self.connection, "Bucket", _get_bucket(self.connection.meta.client, name, validate=True)
            )
        except ClientError as e:
            if self.create and e.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                bucket = _object(
                    self.connection,
                    "Bucket",
                    _create_bucket(self.connection.meta.client, name, location=self.region or ''),
                )
                bucket.meta.client.put_bucket_versioning(
                    Bucket=bucket.name,
                    VersioningConfiguration={"Status": "Enabled", "MFADelete": "Disabled"},
                )
                return bucket
            raise translate(e, name)

    def _key(self, name):
        return _object(
            self.bucket, "Object", _get_key(self.bucket.meta.client, self.bucket.name, self.prefix + name)
        )

    def exists(self, name):
        return self._key(name) is not None

    def get(self, name):
        key = self._key(name)
        if key is None:
            raise MediaNotFound(name)
        return Asset(key, self.prefix)

    def save(self, path, name=None, title=None, replace=False):
        name = name or os.path.basename(path)
        if not replace and self.exists(name):
            raise MediaExists(name)
        key = self.key_class(self.bucket, self.prefix + name)
        if title:
            _set_metadata(key.meta.data, 'title', title)
        content_type = mimetypes.guess_type(name)[0] or self.key_class.DefaultContentType
        with open(path, 'rb') as f:
            try:
                _put_file(
                    key.meta.client, key.meta.data, f, headers={'Content-Type': content_type}, rewind=True
                )
            except ClientError as e:
                raise translate(e, name)
        preview.make_preview(key)
        return Asset(key, self.prefix)

    def assets(self, start=''):
        """All assets whose names begin with START."""
        for key in _objects(
            self.bucket,
            "Object",
            _keys(self.bucket.meta.client, self.bucket.name, prefix=self.prefix + start),
        ):
            yield Asset(key, self.prefix)

    def folders(self):
        return [p.meta.data["Key"] for p in _objects(
            self.bucket,
            "Object",
            _keys(self.bucket.meta.client, self.bucket.name, prefix=self.prefix, delimiter='/'),
        ) if p.meta.data["Key"].endswith('/')]

    def remove(self, name):
        asset = self.get(name)
        had_preview = preview.drop_preview(asset.key)
        asset.delete()
        return had_preview

    def usage(self):
        sizes = [asset.size for asset in self.assets()]
        return len(sizes), sum(sizes)
