"""Keys: looking them up, and what boto 2's attributes made of what S3 answers."""

import binascii
import re
from urllib.parse import unquote

from botocore.exceptions import ClientError

from codemods.emitted.common import _iso_z, _rfc1123
from codemods.emitted.s3_headers import _header_parameters, _response_parameters
from codemods.emitted.s3_names import _key


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


def _get_key(s3, bucket, key_name, headers=None, version_id=None, response_headers=None, validate=True):
    """The key of an object, or None if there is no such object; all other errors are raised."""
    if validate is False:
        return {"Bucket": bucket, "Key": key_name}
    parameters = {**_header_parameters(s3, "HeadObject", headers), **_response_parameters(response_headers)}
    if version_id:
        parameters["VersionId"] = version_id
    try:
        response = s3.head_object(Bucket=bucket, Key=_key(key_name), **parameters)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise
    return {"StorageClass": "STANDARD", "Bucket": bucket, "Key": key_name, **_described(response)}


def _lookup_key(s3, bucket, key_name, headers=None):
    """The key of an object, or None if there is no such object."""
    return _get_key(s3, bucket, key_name, headers)


def _has_key(s3, bucket, key_name):
    """True if the bucket has an object of this name."""
    return _get_key(s3, bucket, key_name) is not None


def _exists(s3, key, headers=None):
    """True if the object exists."""
    return _get_key(s3, key["Bucket"], key["Key"], headers) is not None


def _last_modified(key):
    """When the object was changed, as text: an HTTP date from a HEAD or GET, ISO 8601 from a listing."""
    moment = key.get("LastModified")
    return _rfc1123(moment) if "ContentLength" in key else _iso_z(moment)


def _expires(key):
    """The Expires header of an object as text."""
    return _rfc1123(key.get("Expires"))


def _storage_class(s3, key):
    """The storage class of an object; a key that does not know it asks S3, no answer means STANDARD."""
    if key.get("StorageClass") is None:
        found = s3.list_objects(Bucket=key["Bucket"], Prefix=key["Key"], MaxKeys=1).get("Contents", [{}])
        key["StorageClass"] = found[0].get("StorageClass", "STANDARD")
    return key["StorageClass"]


def _base64md5(key):
    """The MD5 of what was last uploaded or downloaded, in base64."""
    return key.get("MD5") and binascii.b2a_base64(binascii.a2b_hex(key["MD5"]), newline=False).decode("ascii")


def _ongoing_restore(key):
    """True while the object is restored from an archive, False afterwards, None if it is not archived."""
    return 'ongoing-request="true"' in key["Restore"] if "Restore" in key else None


def _expiry_date(key):
    """Until when the restored copy of an archived object is there."""
    date = re.search('expiry-date="(.*?)"', key.get("Restore", ""))
    return date and date.group(1)


def _new_key(bucket=None, name=None):
    """A key: where an object is, whether there is one or not."""
    return {"Bucket": bucket, "Key": name}
