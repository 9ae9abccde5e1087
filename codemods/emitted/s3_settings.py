"""Settings of buckets: versioning, logging, lifecycle, CORS and tags."""

from xml.etree import ElementTree

from codemods.emitted.common import _given, _iso_z
from codemods.emitted.s3_headers import _header_parameters


def _get_versioning_status(s3, bucket, headers=None):
    """Whether a bucket is versioned: Versioning and MfaDelete, as boto 2 called them; empty if never."""
    parameters = _header_parameters(s3, "GetBucketVersioning", headers)
    response = s3.get_bucket_versioning(Bucket=bucket, **parameters)
    return _given(Versioning=response.get("Status"), MfaDelete=response.get("MFADelete"))


def _configure_versioning(s3, bucket, versioning, mfa_delete=False, mfa_token=None, headers=None):
    """Turn versioning on, or suspend it."""
    parameters = _header_parameters(s3, "PutBucketVersioning", headers)
    if mfa_token:
        parameters["MFA"] = " ".join(mfa_token)
    configuration = {
        "Status": "Enabled" if versioning else "Suspended",
        "MFADelete": "Enabled" if mfa_delete else "Disabled",
    }
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration=configuration, **parameters)
    return True


def _get_request_payment(s3, bucket, headers=None):
    """Who pays for requests to a bucket: the document that boto 2 handed on as S3 had sent it."""
    parameters = _header_parameters(s3, "GetBucketRequestPayment", headers)
    payer = s3.get_bucket_request_payment(Bucket=bucket, **parameters).get("Payer", "BucketOwner")
    document = ElementTree.Element("RequestPaymentConfiguration", xmlns="http://s3.amazonaws.com/doc/2006-03-01/")
    ElementTree.SubElement(document, "Payer").text = payer
    return ElementTree.tostring(document, "UTF-8")


def _logging(target=None, prefix=None, grants=None):
    """Where a bucket logs to, as S3 has it; empty if it does not log."""
    if target is None:
        return {}
    status = {"TargetBucket": target, "TargetPrefix": prefix or ""}
    return {**status, "TargetGrants": grants} if grants else status


def _enable_logging(s3, bucket, target_bucket, target_prefix="", grants=None, headers=None):
    """Log requests to a bucket into another one."""
    s3.put_bucket_logging(
        Bucket=bucket,
        BucketLoggingStatus={"LoggingEnabled": _logging(target_bucket, target_prefix, grants)},
        **_header_parameters(s3, "PutBucketLogging", headers),
    )
    return True


def _get_logging_status(s3, bucket, headers=None):
    """Where a bucket logs to; empty if it does not log."""
    response = s3.get_bucket_logging(Bucket=bucket, **_header_parameters(s3, "GetBucketLogging", headers))
    return response.get("LoggingEnabled", {})


def _timed(days=None, date=None):
    """When a lifecycle rule acts: after days, or else at a date."""
    return {"Date": date} if days is None and date is not None else _given(Days=days)


def _transition(days=None, date=None, storage_class=None):
    """When a lifecycle rule changes the storage class of objects, and to which."""
    return {**_timed(days, date), "StorageClass": storage_class}


def _lifecycle_rule(id=None, prefix=None, status=None, expiration=None, transition=None):
    """A lifecycle rule; expiration may be a number of days, transition one transition or several."""
    rule = _given(ID=id, Status=status, Expiration=expiration)
    if isinstance(expiration, int):
        rule["Expiration"] = {"Days": expiration}
    transitions = [transition] if isinstance(transition, dict) else transition or []
    return {**rule, "Prefix": prefix or "", "Transitions": transitions}


def _add_lifecycle_rule(lifecycle, id=None, prefix="", status="Enabled", expiration=None, transition=None):
    """Add a rule to a lifecycle."""
    lifecycle.append(_lifecycle_rule(id, prefix, status, expiration, transition))


def _configure_lifecycle(s3, bucket, lifecycle_config, headers=None):
    """Replace all lifecycle rules of a bucket."""
    s3.put_bucket_lifecycle_configuration(
        Bucket=bucket,
        LifecycleConfiguration={"Rules": list(lifecycle_config)},
        **_header_parameters(s3, "PutBucketLifecycleConfiguration", headers),
    )
    return True


def _get_lifecycle_config(s3, bucket, headers=None):
    """The lifecycle rules of a bucket, each with a Prefix and with a list of Transitions."""
    parameters = _header_parameters(s3, "GetBucketLifecycleConfiguration", headers)
    rules = s3.get_bucket_lifecycle_configuration(Bucket=bucket, **parameters)["Rules"]
    for rule in rules:
        rule.setdefault("Transitions", [])
        if set(rule.get("Filter", ())) == {"Prefix"}:
            rule["Prefix"] = rule.pop("Filter")["Prefix"]
    return rules


def _first_transition(transitions, member):
    """A member of the first transition; dates as text."""
    value = transitions[0].get(member) if transitions else None
    return _iso_z(value) if member == "Date" else value


def _cors_rule(
    allowed_method=None,
    allowed_origin=None,
    id=None,
    allowed_header=None,
    max_age_seconds=None,
    expose_header=None,
):
    """A CORS rule; each of its lists may be given as a single value."""
    lists = {
        "AllowedMethods": allowed_method,
        "AllowedOrigins": allowed_origin,
        "AllowedHeaders": allowed_header,
        "ExposeHeaders": expose_header,
    }
    rule = _given(ID=id or None, MaxAgeSeconds=max_age_seconds or None)
    for name, values in lists.items():
        rule[name] = [values] if isinstance(values, str) else list(values or ())
    return rule


def _add_cors_rule(
    cors,
    allowed_method,
    allowed_origin,
    id=None,
    allowed_header=None,
    max_age_seconds=None,
    expose_header=None,
):
    """Add a rule to a CORS configuration."""
    cors.append(_cors_rule(allowed_method, allowed_origin, id, allowed_header, max_age_seconds, expose_header))


def _set_cors(s3, bucket, cors_config, headers=None):
    """Replace the CORS rules of a bucket."""
    s3.put_bucket_cors(
        Bucket=bucket,
        CORSConfiguration={"CORSRules": list(cors_config)},
        **_header_parameters(s3, "PutBucketCors", headers),
    )
    return True


def _get_cors(s3, bucket, headers=None):
    """The CORS rules of a bucket."""
    return s3.get_bucket_cors(Bucket=bucket, **_header_parameters(s3, "GetBucketCors", headers))["CORSRules"]


def _get_tags(s3, bucket, headers=None):
    """The tags of a bucket: a list of the one set of tags that there is, which is a list of Key and Value."""
    parameters = _header_parameters(s3, "GetBucketTagging", headers)
    return [s3.get_bucket_tagging(Bucket=bucket, **parameters)["TagSet"]]


def _set_tags(s3, bucket, tags, headers=None):
    """Replace the tags of a bucket by those of a list of sets."""
    s3.put_bucket_tagging(
        Bucket=bucket,
        Tagging={"TagSet": [tag for tag_set in tags for tag in tag_set]},
        **_header_parameters(s3, "PutBucketTagging", headers),
    )
    return True


def _set_xml_tags(s3, bucket, tag_str, headers=None, query_args="tagging"):
    """Replace the tags of a bucket by those of an XML document."""
    tags = []
    for element in ElementTree.fromstring(tag_str.strip()).iter():
        if element.tag.endswith("}Tag") or element.tag == "Tag":
            values = {child.tag.rpartition("}")[2]: child.text or "" for child in element}
            tags.append({"Key": values["Key"], "Value": values["Value"]})
    return _set_tags(s3, bucket, [tags], headers)
