"""Multipart uploads: parts from files and from objects, and completing with what S3 says it has."""

from codemods.emitted.common import _given
from codemods.emitted.s3_headers import _header_parameters
from codemods.emitted.s3_keys import _get_key
from codemods.emitted.s3_metadata import _headers_of_metadata
from codemods.emitted.s3_names import _key
from codemods.emitted.s3_writing import _binary, _key_md5, _not_at_end, _transmit


def _initiate_multipart_upload(
    s3,
    bucket,
    key_name,
    headers=None,
    reduced_redundancy=False,
    metadata=None,
    encrypt_key=False,
    policy=None,
):
    """Begin a multipart upload; the result holds its UploadId."""
    headers = {**(headers or {}), **_headers_of_metadata(metadata)}
    parameters = _header_parameters(s3, "CreateMultipartUpload", headers)
    if policy:
        parameters["ACL"] = policy
    if reduced_redundancy:
        parameters["StorageClass"] = "REDUCED_REDUNDANCY"
    if encrypt_key:
        parameters["ServerSideEncryption"] = "AES256"
    response = s3.create_multipart_upload(Bucket=bucket, Key=_key(key_name), **parameters)
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def _this_part(upload, part_num):
    """Which part of which upload, as parameters."""
    if part_num < 1:
        raise ValueError("Part numbers must be greater than zero")
    where = {name: upload[name] for name in ("Bucket", "Key", "UploadId")}
    return {**where, "PartNumber": part_num}


def _upload_part(
    s3,
    upload,
    fp,
    part_num,
    headers=None,
    replace=True,
    cb=None,
    num_cb=10,
    md5=None,
    size=None,
):
    """Upload size bytes of an open file, or what is left of it, as one part; gives a key with its ETag."""
    part = _this_part(upload, part_num)
    key = {"Bucket": upload["Bucket"], "Key": upload["Key"]}
    _not_at_end(fp)
    fp = _binary(fp, size)
    computed = _key_md5(key, fp, size)
    key["MD5"] = computed[0].encode("ascii")
    if not replace and _get_key(s3, key["Bucket"], key["Key"]):
        return key
    parameters = _header_parameters(s3, "UploadPart", headers)
    parameters["ContentMD5"] = (md5 or computed)[1]
    _transmit(s3.upload_part, key, fp, cb, num_cb, **part, **parameters)
    return key


def _copy_part(
    s3,
    upload,
    src_bucket_name,
    src_key_name,
    part_num,
    start=None,
    end=None,
    src_version_id=None,
    headers=None,
):
    """Copy an object, or the bytes from start to end of it, as one part; gives a key with its ETag."""
    parameters = _header_parameters(s3, "UploadPartCopy", headers)
    parameters["CopySource"] = _given(Bucket=src_bucket_name, Key=src_key_name, VersionId=src_version_id)
    if start is not None and end is not None:
        parameters["CopySourceRange"] = f"bytes={start}-{end}"
    response = s3.upload_part_copy(**_this_part(upload, part_num), **parameters)
    return {"Bucket": upload["Bucket"], "Key": upload["Key"], **response["CopyPartResult"]}


def _get_all_parts(s3, upload, max_parts=None, part_number_marker=None, encoding_type=None):
    """One page of the parts that S3 has; the upload learns how to go on from here."""
    where = {name: upload[name] for name in ("Bucket", "Key", "UploadId")}
    marker = int(part_number_marker) if part_number_marker else None
    response = s3.list_parts(**where, **_given(MaxParts=max_parts or None, PartNumberMarker=marker))
    parts = response.pop("Parts", [])
    del response["ResponseMetadata"]
    upload.update(response)
    return parts


def _parts(s3, upload):
    """All parts that S3 has."""
    marker = None
    while True:
        yield from _get_all_parts(s3, upload, part_number_marker=marker)
        if not upload["IsTruncated"]:
            return
        marker = upload["NextPartNumberMarker"]


def _complete_upload(s3, upload):
    """Make one object of all the parts that S3 has."""
    parts = [{"PartNumber": part["PartNumber"], "ETag": part["ETag"]} for part in _parts(s3, upload)]
    response = s3.complete_multipart_upload(
        Bucket=upload["Bucket"],
        Key=upload["Key"],
        UploadId=upload["UploadId"],
        MultipartUpload={"Parts": parts},
    )
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def _marker(number):
    """Where a list of parts begins or ends: boto 2 kept it as text."""
    return None if number is None else str(number)
