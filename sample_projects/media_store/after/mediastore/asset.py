"""One file of the library and what may be done with it."""
import hashlib
import io
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote
import boto3
from botocore.exceptions import ClientError


_IDENTIFIERS = {
    "Object": ["Bucket", "Key"],
}


_CANNED_ACLS = (
    "private",
    "public-read",
    "public-read-write",
    "authenticated-read",
    "bucket-owner-read",
    "bucket-owner-full-control",
    "log-delivery-write",
)


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


def _get_acl(s3, bucket, key_name=""):
    """The owner and the grants of a bucket, or of an object in it."""
    if key_name:
        where = _at({"Bucket": bucket, "Key": key_name})
        response = s3.get_object_acl(**where)
    else:
        response = s3.get_bucket_acl(Bucket=bucket)
    return {"Owner": response["Owner"], "Grants": response.get("Grants", [])}


def _set_acl(s3, bucket, acl_or_str, key_name=""):
    """Set the ACL of a bucket, or of an object in it: the name of a canned one, or owner and grants."""
    name = "AccessControlPolicy" if isinstance(acl_or_str, dict) else "ACL"
    assert name != "ACL" or acl_or_str in _CANNED_ACLS, f"not a canned ACL: {acl_or_str}"
    if key_name:
        where = _at({"Bucket": bucket, "Key": key_name})
        s3.put_object_acl(**where, **{name: acl_or_str})
    else:
        s3.put_bucket_acl(Bucket=bucket, **{name: acl_or_str})


def _get_key_acl(s3, key):
    """The owner and the grants of an object."""
    return _get_acl(s3, key["Bucket"], key["Key"])


def _set_key_acl(s3, key, acl_str):
    """Set the ACL of an object: the name of a canned one, or owner and grants."""
    _set_acl(s3, key["Bucket"], acl_str, key["Key"])


def _get_bucket(s3, bucket_name):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    s3.head_bucket(Bucket=bucket_name)
    return bucket_name


def _lookup_bucket(s3, bucket_name):
    """The bucket's name, or None if the bucket cannot be reached, for whatever reason."""
    try:
        return _get_bucket(s3, bucket_name)
    except Exception:
        return None


def _copy_key(
    s3,
    bucket,
    new_key_name,
    src_bucket_name,
    src_key_name,
    src_version_id=None,
    storage_class="STANDARD",
    preserve_acl=False,
):
    """Copy an object into the bucket; metadata replaces that of the source, and its content type."""
    source = {"Bucket": src_bucket_name, "Key": src_key_name}
    acl = s3.get_object_acl(**_at(source)) if preserve_acl else None
    if src_version_id:
        source["VersionId"] = src_version_id
    parameters = {}
    if storage_class:
        parameters["StorageClass"] = storage_class
    parameters["MetadataDirective"] = "COPY"
    parameters.update(_header_parameters(s3, "CopyObject", _headers_of_metadata()))
    response = s3.copy_object(Bucket=bucket, Key=_key(new_key_name), CopySource=source, **parameters)
    if acl:
        policy = {"Owner": acl["Owner"], "Grants": acl["Grants"]}
        s3.put_object_acl(Bucket=bucket, Key=_key(new_key_name), AccessControlPolicy=policy)
    copied = {name: response[name] for name in ("VersionId", "CopySourceVersionId") if name in response}
    return {"Bucket": bucket, "Key": new_key_name, **response["CopyObjectResult"], **copied}


def _copy(s3, key, dst_bucket, dst_key, preserve_acl=False):
    """Copy a key's object, in the version that the key holds, to a name in another bucket."""
    if _lookup_bucket(s3, dst_bucket) is None:
        raise AttributeError(f"there is no bucket {dst_bucket} to copy to")
    return _copy_key(
        s3,
        dst_bucket,
        dst_key,
        key["Bucket"],
        key["Key"],
        src_version_id=key.get("VersionId"),
        storage_class=_storage_class(s3, key),
        preserve_acl=preserve_acl,
    )


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


def _storage_class(s3, key):
    """The storage class of an object; a key that does not know it asks S3, no answer means STANDARD."""
    if key.get("StorageClass") is None:
        found = s3.list_objects(Bucket=key["Bucket"], Prefix=key["Key"], MaxKeys=1).get("Contents", [{}])
        key["StorageClass"] = found[0].get("StorageClass", "STANDARD")
    return key["StorageClass"]


def _headers_of_metadata():
    """A key's metadata as headers: some names are real headers, the others are x-amz-meta-, as in boto 2."""
    return {name if name.lower() in _OBJECT_HEADERS else "x-amz-meta-" + name: value for name, value in ()}


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if name is None:
        raise ValueError("the object has no name")
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _at(key):
    """Where an object is, as parameters: in the given version, or else in the one that the key holds."""
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    version_id = key.get("VersionId")
    return {**where, "VersionId": version_id} if version_id else where


def _open(s3, key, version_id=None):
    """Ask for an object unless it is open already; its key learns what the answer says."""
    if "Body" in key:
        return
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    if version_id:
        where["VersionId"] = version_id
    response = s3.get_object(**where)
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


def _get_file(s3, key, fp):
    """Write an object into an open file; its key learns what the answer says, and the MD5 of what came."""
    _open(s3, key, key.get("VersionId"))
    digest = hashlib.md5()
    for chunk in _chunks(s3, key):
        fp.write(chunk)
        digest.update(chunk)
    key["MD5"] = digest.hexdigest().encode("ascii")


def _get_string(s3, key):
    """The content of an object as bytes, or as text in the given encoding."""
    fp = io.BytesIO()
    _get_file(s3, key, fp)
    return fp.getvalue()


def _signed_url(s3, expires_in, bucket="", key="", headers=None, version_id=None):
    """The URL of a request to an object, a bucket or the service, signed unless query_auth is False."""
    names = {"GET": "GetObject", "PUT": "PutObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
    if bucket and not key:
        names = {"GET": "HeadBucket", "PUT": "CreateBucket", "HEAD": "HeadBucket", "DELETE": "DeleteBucket"}
    elif not bucket:
        names = {"GET": "ListBuckets"}
    if "GET" not in names:
        raise ValueError("boto3 can sign no GET request for this")
    parameters = _header_parameters(s3, names["GET"], headers)
    if bucket:
        parameters["Bucket"] = bucket
    if key:
        parameters["Key"] = _key(key)
    if version_id:
        parameters["VersionId"] = version_id
    seconds = int(expires_in)
    if seconds > 604800:
        raise ValueError("A signed URL cannot be valid for more than seven days")
    operations = {name: operation for operation, name in s3.meta.method_to_api_mapping.items()}
    url = s3.generate_presigned_url(
        operations[names["GET"]], Params=parameters, ExpiresIn=seconds, HttpMethod="GET"
    )
    return url


def _generate_url(s3, key, expires_in):
    """The URL of a request to an object, in the version that the key holds."""
    headers = {}
    return _signed_url(s3, expires_in, key["Bucket"], key["Key"], headers, key.get("VersionId"))


class Asset(object):
    """Wraps a key. Storage makes these; they find their way back through the key."""

    def __init__(self, key, prefix=''):
        self.key = key
        self.prefix = prefix

    def __repr__(self):
        return '<Asset %s, %s bytes>' % (self.name, self.key.meta.data.get("Size"))

    @property
    def name(self):
        return self.key.meta.data["Key"][len(self.prefix):]

    @property
    def size(self):
        return self.key.meta.data.get("Size")

    @property
    def checksum(self):
        return self.key.e_tag.strip('"')

    @property
    def modified(self):
        return self.key.meta.data["LastModified"].replace(tzinfo=None)

    @property
    def title(self):
        return self.key.meta.data.get("Metadata", {}).get('title') or self.name

    @property
    def is_public(self):
        for grant in _get_key_acl(
            self.key.meta.client, self.key.meta.data
        )["Grants"]:
            if grant.get("Grantee", {}).get("Type") == 'Group' and grant.get("Grantee", {}).get("URI").endswith('/AllUsers'):
                return grant.get("Permission") in ('READ', 'FULL_CONTROL')
        return False

    def read(self):
        return _get_string(self.key.meta.client, self.key.meta.data)

    def chunks(self):
        """The content piece by piece, for films that do not fit into memory."""
        for chunk in _chunks(self.key.meta.client, self.key.meta.data):
            yield chunk

    def publish(self, public=True):
        _set_key_acl(
            self.key.meta.client,
            self.key.meta.data,
            'public-read' if public else 'private',
        )

    def url(self, minutes=10):
        return _generate_url(self.key.meta.client, self.key.meta.data, minutes * 60)

    def rename(self, new_name):
        """Copy under the new name, delete the old one."""
        old = self.key
        new = _object(
            old,
            "Object",
            _copy(
                old.meta.client,
                old.meta.data,
                old.meta.data["Bucket"],
                self.prefix + new_name,
                preserve_acl=True,
            ),
        )
        _delete(old.meta.client, old.meta.data)
        self.key = _object(
            (bucket := _object(old, "Bucket", old.meta.data["Bucket"])),
            "Object",
            _get_key(bucket.meta.client, bucket.name, new.meta.data["Key"]),
        )
        return self

    def delete(self):
        _delete(self.key.meta.client, self.key.meta.data)
