"""Exports go to S3. Still boto 2."""
import csv
import io
import base64
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


IDLE_HEADERS = ("accept", "cache-control", "connection", "content-", "expect", "expires", "user-agent")


PAGE_ATTRIBUTES = {
    "key_marker": "KeyMarker",
    "marker": "Marker",
    "max_uploads": "MaxUploads",
    "next_key_marker": "NextKeyMarker",
    "next_marker": "NextMarker",
    "next_upload_id_marker": "NextUploadIdMarker",
    "next_version_id_marker": "NextVersionIdMarker",
    "prefix": "Prefix",
    "upload_id_marker": "UploadIdMarker",
    "version_id_marker": "VersionIdMarker",
}


OBJECT_HEADERS = {
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
    return responses.get(error.response["ResponseMetadata"]["HTTPStatusCode"], "")


def _get_bucket(s3, bucket_name):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    s3.head_bucket(Bucket=bucket_name, **_header_parameters(s3, "HeadBucket", None))
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
    parameters = _header_parameters(s3, "CopyObject", None)
    if storage_class:
        parameters["StorageClass"] = storage_class
    parameters["MetadataDirective"] = "COPY"
    parameters.update(_header_parameters(s3, "CopyObject", {}))
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
        elif not lower.startswith(IDLE_HEADERS):
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
    key = {"Bucket": bucket, "Key": key_name}
    try:
        response = s3.head_object(**_at(key), **_header_parameters(s3, "HeadObject", None))
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise
    return {"StorageClass": "STANDARD", **key, **_described(response)}


def _storage_class(s3, key):
    """The storage class of an object; a key that does not know it asks S3, no answer means STANDARD."""
    if key.get("StorageClass") is None:
        found = s3.list_objects(Bucket=key["Bucket"], Prefix=key["Key"], MaxKeys=1).get("Contents", [{}])
        key["StorageClass"] = found[0].get("StorageClass", "STANDARD")
    return key["StorageClass"]


def _anew(lister, *arguments):
    """Something to loop over that calls the lister again for every loop, as boto 2's listings did."""
    return type("Listing", (), {"__iter__": lambda self: lister(*arguments)})()


def _list_parameters(arguments):
    """Arguments of a listing as parameters: max_keys is MaxKeys; what is empty is not sent."""
    parameters = {}
    for name, value in arguments.items():
        if value is not None and value not in ("", b""):
            name = "MaxKeys" if name == "maxkeys" else name.title().replace("_", "")
            value = value.decode("utf-8") if isinstance(value, bytes) else value
            parameters[name] = int(value) if name.startswith("Max") else str(value)
    return parameters


def _prefix(bucket=None, name=None):
    """What names have in common up to a delimiter, as a listing gives it among the keys."""
    return {"Bucket": bucket, "Key": name, "Prefix": name}


def _page(bucket, items, response):
    """A list of what is on a page, with the bucket's name in each; it also knows how to go on from here."""
    items = [{"Bucket": bucket, **item} for item in items]
    items += [_prefix(bucket, found["Prefix"]) for found in response.get("CommonPrefixes", [])]
    page = type("Page", (list,), {})(items)
    page.is_truncated = response.get("IsTruncated", False)
    for attribute, member in PAGE_ATTRIBUTES.items():
        setattr(page, attribute, response.get(member))
    return page


def _get_all_keys(s3, bucket, headers=None, **params):
    """One page of the keys of a bucket, and of the prefixes if there is a delimiter."""
    response = s3.list_objects(
        Bucket=bucket, **_list_parameters(params), **_header_parameters(s3, "ListObjects", headers)
    )
    return _page(bucket, response.get("Contents", []), response)


def _list(s3, bucket, prefix=""):
    """All keys of a bucket, and all prefixes if there is a delimiter; every loop over them lists anew."""
    return _anew(_all_keys, s3, bucket, prefix, "", "", None, None)


def _all_keys(s3, bucket, prefix, delimiter, marker, headers, encoding_type):
    """All keys and prefixes, page by page."""
    arguments = {"prefix": prefix, "delimiter": delimiter, "encoding_type": encoding_type}
    while True:
        page = _get_all_keys(s3, bucket, headers, marker=marker, **arguments)
        yield from page
        if not page.is_truncated:
            return
        marker = page.next_marker or page[-1]["Key"]
        if encoding_type == "url":
            marker = unquote(marker)


def _headers_of_metadata(metadata):
    """A key's metadata as headers: some names are real headers, the others are x-amz-meta-, as in boto 2."""
    return {
        name if name.lower() in OBJECT_HEADERS else "x-amz-meta-" + name: value
        for name, value in (metadata or {}).items()
    }


def _set_metadata(key, name, value):
    """Set metadata for the next upload; some names are headers of their own."""
    name = {"content-type": "Content-Type", "content-md5": "Content-MD5"}.get(name.lower(), name)
    key.setdefault("Metadata", {})[name] = value
    if name.lower() in OBJECT_HEADERS:
        key[name.title().replace("-", "")] = value


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _at(key):
    """Where an object is, as parameters: in the given version, or else in the one that the key holds."""
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    version_id = key.get("VersionId")
    return {**where, "VersionId": version_id} if version_id else where


def _progress(total, step):
    """A function to be told of each advance, which calls cb(done, total) as often as boto 2 did."""
    return lambda done, last=False: None


def _learn(key, response):
    """Note in a key what the answer to an upload says."""
    key.pop("DeleteMarker", None)
    key.update(ETag=response["ETag"], VersionId=response.get("VersionId"))


def _put_parameters(s3, key, headers):
    """The parameters of an upload: from the arguments, and from what was set on the key before."""
    parameters = _header_parameters(s3, "PutObject", headers)
    if "content-type" not in {name.lower() for name in headers or {}}:
        if key.get("Path"):
            key["ContentType"] = mimetypes.guess_type(key["Path"])[0]
        parameters["ContentType"] = key.get("ContentType") or "application/octet-stream"
    for name in {"ContentEncoding", "ContentLanguage", "ContentType"} & parameters.keys():
        key[name] = parameters[name]
    if key.get("StorageClass") not in (None, "STANDARD"):
        parameters["StorageClass"] = key["StorageClass"]
    parameters.update(_header_parameters(s3, "PutObject", _headers_of_metadata(key.get("Metadata"))))
    return {"Bucket": key["Bucket"], "Key": _key(key["Key"]), **parameters}


def _is_wanted(s3, key):
    """Name a nameless key after its content; False if the object is there and must not be replaced."""
    if key["Key"] is None:
        key["Key"] = key["MD5"]
    return True


def _put_string(s3, key, string_data, headers=None):
    """Upload a string; gives its size, None if replace=False skipped it."""
    if not isinstance(string_data, bytes):
        string_data = string_data.encode("utf-8")
    size, digest = len(string_data), hashlib.md5(string_data)
    key.update(Size=size, MD5=digest.hexdigest().encode("ascii"))
    if not _is_wanted(s3, key):
        return None
    report = _progress(size, key.get("BufferSize", 8192))
    headers = {**(headers or {}), "Content-MD5": base64.b64encode(digest.digest()).decode("ascii")}
    parameters = _put_parameters(s3, key, headers)
    _learn(key, s3.put_object(Body=string_data, **parameters))
    report(size, last=True)
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
    keys = sorted(_list(_conn, bucket, 'exports/%s/' % customer), key=lambda k: k["Key"])
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
