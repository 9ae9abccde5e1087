"""Uses of buckets and connections that are plain enough for the one client call that a person would write."""

from __future__ import annotations

from codemods.catalog.s3_direct import call, canned, display, given, to_helper
from codemods.catalog.s3_headers import header_parameters
from codemods.catalog.s3_rows import named_object, object_name
from codemods.catalog.schema import NO_LITERAL, Flag, Rewrite, Use
from codemods.code import Binding, Code, code
from codemods.emitted import s3_buckets


def get_key(use: Use) -> Rewrite | Flag | None:
    """`bucket.get_key(name, validate=False)`; headers that boto3 cannot send are refused."""
    validate, name = use.arguments.get("validate"), use.arguments.get("key_name")
    if validate is not None and validate.literal is False and name is not None:
        return Rewrite(display(("Bucket", use.member("")), ("Key", name.code)))
    options = header_parameters(use.arguments.get("headers"), "HeadObject", use)
    return options if isinstance(options, Flag) else None


def delete_key(use: Use) -> Rewrite | None:
    """`bucket.delete_key(name)`."""
    name, version = use.arguments.get("key_name"), use.arguments.get("version_id")
    if use.result_used or given(use, "headers", "mfa_token") or name is None or name.literal in ("", None):
        return None
    parameters = {"Bucket": use.member(""), "Key": named_object(name, use)}
    if version is not None and version.literal is not None:
        if version.may_be_none:
            return None
        parameters["VersionId"] = version.code
    return Rewrite(call(use.client(), "delete_object", **parameters))


def copy_key(use: Use) -> Rewrite | None:
    """`bucket.copy_key(new_name, other_bucket, name)`, as a statement."""
    target, bucket, name = (use.arguments.get(part) for part in ("new_key_name", "src_bucket_name", "src_key_name"))
    storage = use.arguments.get("storage_class")
    unusual = given(use, "metadata", "src_version_id", "preserve_acl", "encrypt_key", "headers", "query_args")
    if use.result_used or unusual or target is None or bucket is None or name is None:
        return None
    if storage is not None and not (isinstance(storage.literal, str) and storage.literal):
        return None
    copied = call(
        use.client(),
        "copy_object",
        Bucket=use.member(""),
        Key=object_name(target, use),
        CopySource=display(("Bucket", bucket.code), ("Key", name.code)),
        StorageClass=storage.code if storage is not None else Code('"STANDARD"'),
        MetadataDirective=Code('"COPY"'),
    )
    return Rewrite(copied)


def initiate_upload(use: Use) -> Rewrite | Flag | None:
    """`bucket.initiate_multipart_upload(name)`."""
    name = use.arguments.get("key_name")
    options = header_parameters(use.arguments.get("headers"), "CreateMultipartUpload", use)
    if options is None or isinstance(options, Flag):
        return options
    if name is None or given(use, "reduced_redundancy", "metadata", "encrypt_key", "policy"):
        return None
    key = object_name(name, use)
    return Rewrite(call(use.client(), "create_multipart_upload", Bucket=use.member(""), Key=key, **options))


def _put_acl(use: Use, acl: Code | None) -> Rewrite | None:
    if acl is None or use.result_used or given(use, "headers", "version_id", "recursive"):
        return None
    name = use.arguments.get("key_name")
    if name is None or name.literal == "":
        return Rewrite(call(use.client(), "put_bucket_acl", Bucket=use.member(""), ACL=acl))
    if not isinstance(name.literal, str):
        return None
    key = object_name(name, use)
    return Rewrite(call(use.client(), "put_object_acl", Bucket=use.member(""), Key=key, ACL=acl))


def set_acl(use: Use) -> Rewrite | None:
    """`bucket.set_acl('public-read')`."""
    return _put_acl(use, canned(use, "acl_or_str"))


def set_canned_acl(use: Use) -> Rewrite | None:
    """`bucket.set_canned_acl('public-read')`."""
    return _put_acl(use, canned(use, "acl_str"))


def make_public(use: Use) -> Rewrite | None:
    """`bucket.make_public()`."""
    return _put_acl(use, Code('"public-read"'))


def get_location(use: Use) -> Rewrite | None:
    """`bucket.get_location()`."""
    if given(use, "headers"):
        return None
    answer = call(use.client(), "get_bucket_location", Bucket=use.member(""))
    return Rewrite(code(f'{answer}.get("LocationConstraint") or ""', answer, binding=Binding.LOOSE))


def configure_versioning(use: Use) -> Rewrite | None:
    """`bucket.configure_versioning(True)`, as a statement."""
    versioning = use.arguments.get("versioning")
    if versioning is None or versioning.literal is NO_LITERAL or use.result_used:
        return None
    if given(use, "mfa_delete", "mfa_token", "headers"):
        return None
    status = "Enabled" if versioning.literal else "Suspended"
    configuration = Code(f'{{"Status": "{status}", "MFADelete": "Disabled"}}')
    bucket = use.member("")
    return Rewrite(call(use.client(), "put_bucket_versioning", Bucket=bucket, VersioningConfiguration=configuration))


def get_bucket(use: Use) -> Rewrite | None:
    """`conn.get_bucket(name, validate=False)` is the name."""
    validate, name = use.arguments.get("validate"), use.arguments.get("bucket_name")
    return Rewrite(name.code) if validate is not None and validate.literal is False and name is not None else None


_NO_ACLS = "AWS refuses ACLs on new buckets today unless ObjectOwnership is given, too; check that the policy is wanted"


def create_bucket(use: Use) -> Rewrite | Flag | None:
    """`conn.create_bucket(name)`, as a statement."""
    name, location = use.arguments.get("bucket_name"), use.arguments.get("location")
    options = header_parameters(use.arguments.get("headers"), "CreateBucket", use)
    if options is None or isinstance(options, Flag) or name is None:
        return options if isinstance(options, Flag) else None
    if given(use, "policy"):
        return to_helper(use, s3_buckets._create_bucket, _NO_ACLS)
    if not (isinstance(name.literal, str) and name.literal == name.literal.lower()):
        return None
    if location is not None and location.literal not in ("", "us-east-1"):
        if not isinstance(location.literal, str):
            return None
        options["CreateBucketConfiguration"] = display(("LocationConstraint", location.code))
    made = call(use.client(), "create_bucket", Bucket=name.code, **options)
    is_refused = isinstance(name.literal, str) and name.literal != name.literal.lower()
    return None if use.result_used or is_refused else Rewrite(made)


def bucket_names(use: Use) -> Rewrite | None:
    """`conn.get_all_buckets()`."""
    if given(use, "headers"):
        return None
    client = use.client()
    return Rewrite(code(f'[bucket["Name"] for bucket in {client.operand}.list_buckets()["Buckets"]]', client))
