"""Who may do what: canned ACLs, grants and whole policies of buckets and keys."""

from codemods.emitted.common import _given
from codemods.emitted.s3_headers import _header_parameters
from codemods.emitted.s3_listing import _list
from codemods.emitted.s3_names import _at

_CANNED_ACLS = (
    "private",
    "public-read",
    "public-read-write",
    "authenticated-read",
    "bucket-owner-read",
    "bucket-owner-full-control",
    "log-delivery-write",
)


def _get_acl(s3, bucket, key_name="", headers=None, version_id=None):
    """The owner and the grants of a bucket, or of an object in it."""
    if key_name:
        where = _at({"Bucket": bucket, "Key": key_name}, version_id)
        response = s3.get_object_acl(**where, **_header_parameters(s3, "GetObjectAcl", headers))
    else:
        response = s3.get_bucket_acl(Bucket=bucket, **_header_parameters(s3, "GetBucketAcl", headers))
    return {"Owner": response["Owner"], "Grants": response.get("Grants", [])}


def _set_acl(s3, bucket, acl_or_str, key_name="", headers=None, version_id=None):
    """Set the ACL of a bucket, or of an object in it: the name of a canned one, or owner and grants."""
    name = "AccessControlPolicy" if isinstance(acl_or_str, dict) else "ACL"
    assert name != "ACL" or acl_or_str in _CANNED_ACLS, f"not a canned ACL: {acl_or_str}"
    if key_name:
        where = _at({"Bucket": bucket, "Key": key_name}, version_id)
        parameters = _header_parameters(s3, "PutObjectAcl", headers)
        s3.put_object_acl(**where, **{**parameters, name: acl_or_str})
    else:
        parameters = _header_parameters(s3, "PutBucketAcl", headers)
        s3.put_bucket_acl(Bucket=bucket, **{**parameters, name: acl_or_str})


def _set_canned_acl(s3, bucket, acl_str, key_name="", headers=None, version_id=None):
    """Set the ACL of a bucket, or of an object in it, to a canned one."""
    _set_acl(s3, bucket, acl_str, key_name, headers, version_id)


def _make_public(s3, bucket, recursive=False, headers=None):
    """Let everybody read a bucket's listing, and with recursive all that is in it."""
    _set_acl(s3, bucket, "public-read", headers=headers)
    for key in _list(s3, bucket) if recursive else ():
        _set_acl(s3, bucket, "public-read", key["Key"], headers)


def _add_grant(s3, bucket, grant, key_name="", headers=None):
    """Add a grant to the ACL of a bucket, or of an object in it."""
    acl = _get_acl(s3, bucket, key_name, headers)
    acl["Grants"].append(grant)
    _set_acl(s3, bucket, acl, key_name, headers)


def _add_bucket_grant(s3, bucket, grant, recursive, headers):
    """Add a grant to the ACL of a bucket, and with recursive to those of all that is in it."""
    if grant["Permission"] not in ("READ", "WRITE", "READ_ACP", "WRITE_ACP", "FULL_CONTROL"):
        raise ValueError(f"Unknown Permission: {grant['Permission']}")
    _add_grant(s3, bucket, grant, headers=headers)
    for key in _list(s3, bucket) if recursive else ():
        _add_grant(s3, bucket, grant, key["Key"], headers)


def _grant(permission=None, type=None, id=None, display_name=None, uri=None, email_address=None):
    """A grant as an ACL holds it."""
    grantee = _given(Type=type, ID=id, DisplayName=display_name, URI=uri, EmailAddress=email_address)
    return {"Grantee": grantee, "Permission": permission}


def _add_email_grant(s3, bucket, permission, email_address, recursive=False, headers=None):
    """Grant a permission on a bucket to whoever has this mail address."""
    grant = _grant(permission, "AmazonCustomerByEmail", email_address=email_address)
    _add_bucket_grant(s3, bucket, grant, recursive, headers)


def _add_user_grant(s3, bucket, permission, user_id, recursive=False, headers=None, display_name=None):
    """Grant a permission on a bucket to the user with this canonical id."""
    grant = _grant(permission, "CanonicalUser", user_id, display_name)
    _add_bucket_grant(s3, bucket, grant, recursive, headers)


def _list_grants(s3, bucket, headers=None):
    """The grants of a bucket."""
    return _get_acl(s3, bucket, headers=headers)["Grants"]


def _get_key_acl(s3, key, headers=None):
    """The owner and the grants of an object."""
    return _get_acl(s3, key["Bucket"], key["Key"], headers)


def _set_key_acl(s3, key, acl_str, headers=None):
    """Set the ACL of an object: the name of a canned one, or owner and grants."""
    _set_acl(s3, key["Bucket"], acl_str, key["Key"], headers)


def _make_key_public(s3, key, headers=None):
    """Let everybody read an object."""
    _set_acl(s3, key["Bucket"], "public-read", key["Key"], headers)


def _add_key_email_grant(s3, key, permission, email_address, headers=None):
    """Grant a permission on an object to whoever has this mail address."""
    grant = _grant(permission, "AmazonCustomerByEmail", email_address=email_address)
    _add_grant(s3, key["Bucket"], grant, key["Key"], headers)


def _add_key_user_grant(s3, key, permission, user_id, headers=None, display_name=None):
    """Grant a permission on an object to the user with this canonical id."""
    grant = _grant(permission, "CanonicalUser", user_id, display_name)
    _add_grant(s3, key["Bucket"], grant, key["Key"], headers)


def _set_as_logging_target(s3, bucket, headers=None):
    """Allow S3 to write logs into a bucket."""
    group = "http://acs.amazonaws.com/groups/s3/LogDelivery"
    acl = _get_acl(s3, bucket, headers=headers)
    acl["Grants"] += [_grant(permission, "Group", uri=group) for permission in ("WRITE", "READ_ACP")]
    _set_acl(s3, bucket, acl, headers=headers)
