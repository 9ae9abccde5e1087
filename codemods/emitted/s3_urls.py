"""URLs that are signed, public ones, and forms for uploads from a browser."""

import json
import time
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from codemods.emitted.s3_headers import _header_parameters, _response_parameters
from codemods.emitted.s3_metadata import _headers_of_metadata
from codemods.emitted.s3_names import _key


def _signed_url(
    s3,
    expires_in,
    method,
    bucket="",
    key="",
    headers=None,
    query_auth=True,
    force_http=False,
    response_headers=None,
    expires_in_absolute=False,
    version_id=None,
):
    """The URL of a request to an object, a bucket or the service, signed unless query_auth is False."""
    names = {"GET": "GetObject", "PUT": "PutObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
    if bucket and not key:
        names = {"GET": "HeadBucket", "PUT": "CreateBucket", "HEAD": "HeadBucket", "DELETE": "DeleteBucket"}
    elif not bucket:
        names = {"GET": "ListBuckets"}
    if method not in names:
        raise ValueError(f"boto3 can sign no {method} request for this")
    parameters = _header_parameters(s3, names[method], headers)
    parameters.update(_response_parameters(response_headers))
    if bucket:
        parameters["Bucket"] = bucket
    if key:
        parameters["Key"] = _key(key)
    if version_id and method != "PUT":
        parameters["VersionId"] = version_id
    seconds = int(expires_in - time.time() if expires_in_absolute else expires_in)
    if query_auth and seconds > 604800:
        raise ValueError("A signed URL cannot be valid for more than seven days")
    operations = {name: operation for operation, name in s3.meta.method_to_api_mapping.items()}
    url = s3.generate_presigned_url(operations[names[method]], Params=parameters, ExpiresIn=seconds, HttpMethod=method)
    if not query_auth:
        url = _without_signature(url)
    return url.replace("https:", "http:", 1) if force_http else url


def _without_signature(url):
    """The URL without its signature; what says which version and which headers are wanted stays."""
    scheme, host, path, query, _ = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(query) if name.startswith(("response-", "versionId"))]
    return urlunsplit((scheme, host, path, urlencode(kept), ""))


def _generate_url(
    s3,
    key,
    expires_in,
    method="GET",
    headers=None,
    query_auth=True,
    force_http=False,
    response_headers=None,
    expires_in_absolute=False,
    version_id=None,
    policy=None,
    reduced_redundancy=False,
    encrypt_key=False,
):
    """The URL of a request to an object, in the version that the key holds."""
    headers = dict(headers or {})
    if policy:
        headers["x-amz-acl"] = policy
    if reduced_redundancy:
        key["StorageClass"] = headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY"
    if encrypt_key:
        headers["x-amz-server-side-encryption"] = "AES256"
    if method == "PUT":
        headers.update(_headers_of_metadata(key.get("Metadata")))
    return _signed_url(
        s3,
        expires_in,
        method,
        key["Bucket"],
        key["Key"],
        headers,
        query_auth,
        force_http,
        response_headers,
        expires_in_absolute,
        version_id or key.get("VersionId"),
    )


def _bucket_url(
    s3,
    bucket,
    expires_in,
    method="GET",
    headers=None,
    force_http=False,
    response_headers=None,
    expires_in_absolute=False,
):
    """The signed URL of a request to a bucket."""
    return _signed_url(
        s3,
        expires_in,
        method,
        bucket,
        headers=headers,
        force_http=force_http,
        response_headers=response_headers,
        expires_in_absolute=expires_in_absolute,
    )


def _post_form(
    s3,
    bucket_name,
    key,
    expires_in=6000,
    acl=None,
    success_action_redirect=None,
    max_content_length=None,
    http_method="http",
    fields=None,
    conditions=None,
    storage_class="STANDARD",
    server_side_encryption=None,
):
    """The action and the fields of an HTML form that uploads to a bucket."""
    given = {
        "acl": acl,
        "success_action_redirect": success_action_redirect,
        "x-amz-storage-class": storage_class,
        "x-amz-server-side-encryption": server_side_encryption,
    }
    given = {name: value for name, value in given.items() if value}
    conditions = [json.loads(condition) for condition in conditions or []]
    conditions += [{name: value} for name, value in given.items()]
    if max_content_length:
        conditions.append(["content-length-range", 0, max_content_length])
    given.update({field["name"]: field["value"] for field in fields or []})
    form = s3.generate_presigned_post(bucket_name, key, given, conditions, expires_in)
    return {
        "action": http_method + ":" + form["url"].partition(":")[2],
        "fields": [{"name": name, "value": value} for name, value in form["fields"].items()],
    }


def _signed_url_v4(
    s3,
    expires_in,
    method,
    bucket="",
    key="",
    headers=None,
    force_http=False,
    response_headers=None,
    version_id=None,
    iso_date=None,
):
    """The signed URL of a request to an object, a bucket or the service."""
    if iso_date:
        raise ValueError("boto3 always signs for the present moment")
    return _signed_url(
        s3,
        expires_in,
        method,
        bucket,
        key,
        headers,
        force_http=force_http,
        response_headers=response_headers,
        version_id=version_id,
    )
