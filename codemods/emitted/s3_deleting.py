"""Deleting: what boto 2 answered, and never more than what was asked for."""

from codemods.emitted.s3_headers import _header_parameters
from codemods.emitted.s3_names import _key


def _delete_key(s3, bucket, key_name, headers=None, version_id=None, mfa_token=None):
    """Delete an object or one version of it; gives a key that says what became of it."""
    if not key_name:
        raise ValueError("Empty key names are not allowed")
    parameters = _header_parameters(s3, "DeleteObject", headers)
    if version_id:
        parameters["VersionId"] = version_id
    if mfa_token:
        parameters["MFA"] = " ".join(mfa_token)
    response = s3.delete_object(Bucket=bucket, Key=_key(key_name), **parameters)
    deleted = {name: response[name] for name in ("DeleteMarker", "VersionId") if name in response}
    return {"Bucket": bucket, "Key": key_name, **deleted}


def _delete(s3, key, headers=None):
    """Delete an object, in the version that the key holds; gives a key that says what became of it."""
    return _delete_key(s3, key["Bucket"], key["Key"], headers, key.get("VersionId"))


def _deletion(key):
    """What to delete for a name, a pair of name and version, or a key; or why not."""
    message = "Invalid. No delete action taken for this object."
    if isinstance(key, str):
        return {"Key": key}, None
    if isinstance(key, tuple) and len(key) == 2:
        name, version_id = key
    elif isinstance(key, dict) and key.get("Key") and "Prefix" not in key:
        name, version_id = key["Key"], key.get("VersionId")
    elif isinstance(key, dict) and "Prefix" in key:
        return None, {"Key": key["Key"], "Code": "PrefixSkipped", "Message": message}
    else:
        return None, {"Key": repr(key), "Code": "InvalidArgument", "Message": message}
    return {"Key": name, "VersionId": version_id} if version_id else {"Key": name}, None


def _delete_batch(s3, bucket, objects, quiet, mfa_token, headers):
    """Delete at most a thousand objects."""
    parameters = _header_parameters(s3, "DeleteObjects", headers)
    if mfa_token:
        parameters["MFA"] = " ".join(mfa_token)
    return s3.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": bool(quiet)}, **parameters)


def _delete_keys(s3, bucket, keys, quiet=False, mfa_token=None, headers=None):
    """Delete many objects, a thousand at a time; gives what was deleted, and the errors."""
    answers, errors, objects = [], [], []
    for key in keys:
        found, error = _deletion(key)
        if error:
            errors.append(error)
            continue
        objects.append(found)
        if len(objects) == 1000:
            answers.append(_delete_batch(s3, bucket, objects, quiet, mfa_token, headers))
            objects = []
    if objects:
        answers.append(_delete_batch(s3, bucket, objects, quiet, mfa_token, headers))
    return {
        "Deleted": [deleted for answer in answers for deleted in answer.get("Deleted", [])],
        "Errors": errors + [error for answer in answers for error in answer.get("Errors", [])],
    }
