"""Copying, always with one request: metadata, storage class, ACL and versions as boto 2 handled them."""

from codemods.emitted.s3_buckets import _lookup_bucket
from codemods.emitted.s3_headers import _header_parameters
from codemods.emitted.s3_keys import _storage_class
from codemods.emitted.s3_metadata import _headers_of_metadata, _remote_metadata
from codemods.emitted.s3_names import _at, _key


def _copy_key(
    s3,
    bucket,
    new_key_name,
    src_bucket_name,
    src_key_name,
    metadata=None,
    src_version_id=None,
    storage_class="STANDARD",
    preserve_acl=False,
    encrypt_key=False,
    headers=None,
    query_args=None,
):
    """Copy an object into the bucket; metadata replaces that of the source, and its content type."""
    if query_args:
        raise ValueError("boto3 takes no query arguments; upload_part_copy is what copies a part")
    source = {"Bucket": src_bucket_name, "Key": src_key_name}
    acl = s3.get_object_acl(**_at(source)) if preserve_acl else None
    if src_version_id:
        source["VersionId"] = src_version_id
    parameters = _header_parameters(s3, "CopyObject", headers)
    if encrypt_key:
        parameters["ServerSideEncryption"] = "AES256"
    if storage_class:
        parameters["StorageClass"] = storage_class
    parameters["MetadataDirective"] = "COPY" if metadata is None else "REPLACE"
    parameters.update(_header_parameters(s3, "CopyObject", _headers_of_metadata(metadata)))
    response = s3.copy_object(Bucket=bucket, Key=_key(new_key_name), CopySource=source, **parameters)
    if acl:
        policy = {"Owner": acl["Owner"], "Grants": acl["Grants"]}
        s3.put_object_acl(Bucket=bucket, Key=_key(new_key_name), AccessControlPolicy=policy)
    copied = {name: response[name] for name in ("VersionId", "CopySourceVersionId") if name in response}
    return {"Bucket": bucket, "Key": new_key_name, **response["CopyObjectResult"], **copied}


def _copy(
    s3,
    key,
    dst_bucket,
    dst_key,
    metadata=None,
    reduced_redundancy=False,
    preserve_acl=False,
    encrypt_key=False,
    validate_dst_bucket=True,
):
    """Copy a key's object, in the version that the key holds, to a name in another bucket."""
    if validate_dst_bucket and _lookup_bucket(s3, dst_bucket) is None:
        raise AttributeError(f"there is no bucket {dst_bucket} to copy to")
    return _copy_key(
        s3,
        dst_bucket,
        dst_key,
        key["Bucket"],
        key["Key"],
        metadata,
        src_version_id=key.get("VersionId"),
        storage_class="REDUCED_REDUNDANCY" if reduced_redundancy else _storage_class(s3, key),
        preserve_acl=preserve_acl,
        encrypt_key=encrypt_key,
    )


def _change_storage_class(s3, key, new_storage_class, dst_bucket=None, validate_dst_bucket=True):
    """Give an object another storage class; its metadata and its ACL stay."""
    if new_storage_class not in ("STANDARD", "REDUCED_REDUNDANCY"):
        raise ValueError(f"Invalid storage class: {new_storage_class}")
    return _copy(
        s3,
        key,
        dst_bucket or key["Bucket"],
        key["Key"],
        reduced_redundancy=new_storage_class == "REDUCED_REDUNDANCY",
        preserve_acl=True,
        validate_dst_bucket=validate_dst_bucket,
    )


def _set_remote_metadata(s3, key, metadata_plus, metadata_minus, preserve_acl, headers=None):
    """Change the metadata of the object itself: what the key knows of it, with more, without some."""
    metadata = _remote_metadata(key)
    metadata.update({name.lower(): value for name, value in metadata_plus.items()})
    for name in metadata_minus:
        metadata.pop(name.lower(), None)
    metadata = {name.replace("x-amz-meta-", ""): value for name, value in metadata.items()}
    _copy_key(
        s3,
        key["Bucket"],
        key["Key"],
        key["Bucket"],
        key["Key"],
        metadata,
        preserve_acl=preserve_acl,
        headers=headers,
    )


def _restore(s3, key, days, headers=None):
    """Ask for a copy of an archived object that can be read for some days."""
    where = {"Bucket": key["Bucket"], "Key": _key(key["Key"])}
    parameters = _header_parameters(s3, "RestoreObject", headers)
    s3.restore_object(**where, RestoreRequest={"Days": int(days)}, **parameters)
