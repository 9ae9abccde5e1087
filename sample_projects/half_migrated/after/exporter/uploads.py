"""Exports go to S3. Still boto 2."""
import csv
import io
import hashlib
import mimetypes
import re
import string
from email.utils import parsedate_to_datetime
from http.client import responses
from urllib.parse import quote, unquote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from exporter import settings

S3_CONFIG = Config(
    signature_version="s3v4",
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
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


def _reason(error):
    """The HTTP reason phrase of a ClientError; the text of any other exception."""
    if not isinstance(error, ClientError):
        return str(error)
    metadata = error.response["ResponseMetadata"]
    return metadata.get("Reason") or responses.get(metadata["HTTPStatusCode"], "")


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
    s3, bucket, new_key_name, src_bucket_name, src_key_name, src_version_id=None, storage_class="STANDARD"
):
    """Copy an object into the bucket; metadata replaces that of the source, and its content type."""
    source = {"Bucket": src_bucket_name, "Key": src_key_name}
    if src_version_id:
        source["VersionId"] = src_version_id
    parameters = {}
    if storage_class:
        parameters["StorageClass"] = storage_class
    parameters["MetadataDirective"] = "COPY"
    parameters.update(_header_parameters(s3, "CopyObject", _headers_of_metadata(None)))
    response = s3.copy_object(Bucket=bucket, Key=_key(new_key_name), CopySource=source, **parameters)
    copied = {name: response[name] for name in ("VersionId", "CopySourceVersionId") if name in response}
    return {"Bucket": bucket, "Key": new_key_name, **response["CopyObjectResult"], **copied}


def _copy(s3, key, dst_bucket, dst_key):
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
    )


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


def _keys(s3, bucket, prefix=""):
    """All keys of a bucket, and all prefixes if there is a delimiter, page by page."""
    parameters = {}
    if prefix:
        parameters["Prefix"] = prefix
    for page in s3.get_paginator("list_objects").paginate(Bucket=bucket, **parameters):
        for found in page.get("Contents", []):
            yield {"Bucket": bucket, **found}


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


def _learn(key, response):
    """Note in a key what the answer to an upload says."""
    key.pop("DeleteMarker", None)
    key.update(ETag=response["ETag"], VersionId=response.get("VersionId"))


def _put_parameters(s3, key, headers):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = _header_parameters(s3, "PutObject", headers)
    if not headers or "content-type" not in {name.lower() for name in headers}:
        if key.get("Path"):
            key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
        parameters["ContentType"] = key["ContentType"] = key.get("ContentType") or "application/octet-stream"
    if headers:
        learnt = {"ContentEncoding", "ContentLanguage", "ContentType"} & parameters.keys()
        key.update({name: parameters[name] for name in learnt})
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, "PutObject", _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _put_string(s3, key, string_data, headers=None):
    """Upload a string; gives its size, or None if that was not wanted."""
    if not isinstance(string_data, bytes):
        string_data = string_data.encode("utf-8")
    size = len(string_data)
    key.update(Size=size, MD5=hashlib.md5(string_data).hexdigest().encode("ascii"))
    if key["Key"] is None:
        key["Key"] = key["MD5"]  # a nameless key is named after its content
    parameters = _put_parameters(s3, key, headers)
    _learn(key, s3.put_object(Body=string_data, **parameters))
    return size


_conn = None


def get_conn():
    global _conn
    if _conn is None:
        _conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    return _conn


def render(customer, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator='\n')
    writer.writerow(['customer', 'item', 'amount'])
    for item, amount in rows:
        writer.writerow([customer, item, amount])
    return out.getvalue()


def upload_export(customer, day, rows):
    bucket = settings.EXPORTS
    key = {"Bucket": bucket, "Key": None}
    key["Key"] = 'exports/%s/%s.csv' % (customer, day)
    _set_metadata(key, 'rows', str(len(rows)))
    _put_string(_conn, key, render(customer, rows), headers={'Content-Type': 'text/csv'})
    return key


def last_export(customer):
    """The newest key of a customer or None."""
    bucket = _get_bucket(get_conn(), settings.EXPORTS)
    keys = sorted(_keys(_conn, bucket, 'exports/%s/' % customer), key=lambda k: k["Key"])
    return keys[-1] if keys else None


def copy_to_partner(key, customer):
    """Hand a copy to the partner bucket, if the customer has a folder there."""
    try:
        partner = _get_bucket(get_conn(), settings.PARTNERS)
    except ClientError as e:
        print('partner bucket: %s %s' % (e.response["ResponseMetadata"]["HTTPStatusCode"], _reason(e)))
        return None
    if _get_key(_conn, partner, '%s/.keep' % customer) is None:
        return None
    return _copy(_conn, key, partner, '%s/%s' % (customer, key["Key"].split('/')[-1]))
