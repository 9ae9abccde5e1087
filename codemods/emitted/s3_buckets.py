"""Buckets, which are their names: looking them up, making them, and where they are."""

from urllib.parse import urlsplit

from botocore.exceptions import ParamValidationError

from codemods.emitted.common import _iso_z
from codemods.emitted.s3_headers import _header_parameters


def _get_bucket(s3, bucket_name, validate=True, headers=None):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    if validate:
        s3.head_bucket(Bucket=bucket_name, **_header_parameters(s3, "HeadBucket", headers))
    return bucket_name


def _head_bucket(s3, bucket_name, headers=None):
    """The bucket's name, after a request that fails unless the bucket is there (and may be listed)."""
    return _get_bucket(s3, bucket_name, headers=headers)


def _lookup_bucket(s3, bucket_name, validate=True, headers=None):
    """The bucket's name, or None if the bucket cannot be reached, for whatever reason."""
    try:
        return _get_bucket(s3, bucket_name, validate, headers)
    except Exception:
        return None


def _has_bucket(s3, bucket_name):
    """True if the bucket can be reached."""
    return _lookup_bucket(s3, bucket_name) is not None


def _bucket_names(s3, headers=None):
    """The names of all buckets."""
    _header_parameters(s3, "ListBuckets", headers)
    return [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]


def _creation_date(s3, bucket):
    """When a bucket was made, as text."""
    for found in s3.list_buckets()["Buckets"]:
        if found["Name"] == bucket:
            return _iso_z(found["CreationDate"])
    raise AttributeError(f"bucket {bucket} is not one of yours: nobody knows when it was made")


def _create_bucket(s3, bucket_name, headers=None, location="", policy=None):
    """Make a bucket, in the region that the client works in unless a location is given; gives its name."""
    if bucket_name != bucket_name.lower():
        raise ParamValidationError(report=f"Bucket names cannot contain upper-case characters: {bucket_name}")
    parameters = _header_parameters(s3, "CreateBucket", headers)
    if policy:
        parameters["ACL"] = policy
    if location and location != "us-east-1":
        parameters["CreateBucketConfiguration"] = {"LocationConstraint": location}
    s3.create_bucket(Bucket=bucket_name, **parameters)
    return bucket_name


def _get_location(s3, bucket, headers=None):
    """The region of a bucket, empty for us-east-1."""
    parameters = _header_parameters(s3, "GetBucketLocation", headers)
    return s3.get_bucket_location(Bucket=bucket, **parameters).get("LocationConstraint") or ""


def _host(s3):
    """The host of a client as boto 2 named it: with a dash where the region is an old one."""
    host = urlsplit(s3.meta.endpoint_url).hostname
    dashed = {"us-west-1", "us-west-2", "eu-west-1", "sa-east-1", "us-gov-west-1"}
    dashed |= {"ap-northeast-1", "ap-southeast-1", "ap-southeast-2"}
    return host.replace("s3.", "s3-", 1) if s3.meta.region_name in dashed and host.endswith(".amazonaws.com") else host


def _website_endpoint(s3, bucket):
    """The host that serves a bucket as a website."""
    region = s3.get_bucket_location(Bucket=bucket).get("LocationConstraint") or "us-east-1"
    region = "eu-west-1" if region == "EU" else region
    dashed = {"us-east-1", "us-west-1", "us-west-2", "eu-west-1", "sa-east-1"}
    dashed |= {"ap-northeast-1", "ap-southeast-1", "ap-southeast-2"}
    domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return f"{bucket}.s3-website{'-' if region in dashed else '.'}{region}.{domain}"
