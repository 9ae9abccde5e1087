"""Helpers for making clients where boto 2's arguments are known only at run time."""

import re
from urllib.parse import quote

import boto3
from botocore import UNSIGNED
from botocore.config import Config


def _endpoint(host=None, port=None, is_secure=True, path="/"):
    """Client arguments for a host as boto 2 took it: AWS's own hosts only tell the region."""
    region = _aws_region(host)
    if region:
        return {"region_name": region, "use_ssl": bool(is_secure)}
    scheme = "https" if is_secure else "http"
    port = ":%s" % port if port else ""
    return {"region_name": "us-east-1", "endpoint_url": "%s://%s%s%s" % (scheme, host, port, (path or "/").rstrip("/"))}


def _aws_region(host):
    """The region that one of AWS's host names belongs to; None for any other host."""
    if not host:
        return "us-east-1"
    match = re.match(r"(?:s3|ec2)(?:[.-](?P<region>[\w-]+))?\.amazonaws\.com(?:\.cn)?$", host)
    if match is None:
        return None
    region = match.group("region")
    return "us-east-1" if region in (None, "external-1") else region


def _proxies(host, port=None, user=None, password=None):
    """The proxies of a Config for boto 2's proxy arguments; None without a proxy."""
    if not host:
        return None
    login = "%s:%s@" % (quote(user, safe=""), quote(password or "", safe="")) if user else ""
    url = "http://%s%s%s" % (login, host, ":%s" % port if port else "")
    return {"http": url, "https": url}


def _region_names(service):
    """The names of all regions where a service is, in the partitions that boto 2 listed."""
    session = boto3.session.Session()
    partitions = ("aws", "aws-cn", "aws-us-gov")
    return [name for partition in partitions for name in session.get_available_regions(service, partition)]


def _regions(service):
    """Every region of a service, as dicts like those of describe_regions."""
    return [{"RegionName": name, "Endpoint": _region_host(service, name)} for name in _region_names(service)]


def _region_host(service, name):
    """The host name that boto 2 had for a service in a region."""
    suffix = ".cn" if name.startswith("cn-") else ""
    return "%s.%s.amazonaws.com%s" % (service, name, suffix)


def _region(service, name):
    """A region by name, as a dict; None when there is no such region."""
    return next((region for region in _regions(service) if region["RegionName"] == name), None)


def _in_region(region, port=None, is_secure=True, path="/"):
    """Client arguments for a region in a dict: an endpoint is named only where it is not AWS's own."""
    options = {"region_name": region["RegionName"] or "us-east-1"}
    if _aws_region(region["Endpoint"]):
        return dict(options, use_ssl=bool(is_secure))
    return dict(_endpoint(region["Endpoint"], port, is_secure, path), **options)


def _connect_to_region(service, region_name, **options):
    """A client for a region; None when there is no such region, as in boto 2."""
    if region_name not in _region_names(service):
        return None
    return boto3.client(service, region_name=region_name, **options)


def _resource_in_region(service, region_name, **options):
    """A service resource for a region; None when there is no such region, as in boto 2."""
    if region_name not in _region_names(service):
        return None
    return boto3.resource(service, region_name=region_name, **options)


def _s3_connection(
    aws_access_key_id=None,
    aws_secret_access_key=None,
    is_secure=True,
    port=None,
    proxy=None,
    proxy_port=None,
    proxy_user=None,
    proxy_pass=None,
    host=None,
    debug=0,
    https_connection_factory=None,
    calling_format=None,
    path="/",
    provider="aws",
    bucket_class=None,
    security_token=None,
    suppress_consec_slashes=True,
    anon=False,
    validate_certs=None,
    profile_name=None,
    region_name=None,
    config=None,
    kind="client",
    known=None,
):
    """An S3 client for the arguments of boto 2's S3Connection, where they are known only at run time."""
    if known is not None and region_name not in known:
        return None
    if https_connection_factory or bucket_class or provider == "google" or not suppress_consec_slashes:
        raise ValueError("boto3 knows no https_connection_factory, bucket_class, Google or suppress_consec_slashes")
    options = {"region_name": region_name} if region_name and not host else _endpoint(host, port, is_secure, path)
    extra = {"signature_version": UNSIGNED} if anon else {}
    if "endpoint_url" in options:
        extra.update(request_checksum_calculation="when_required", response_checksum_validation="when_required")
        calling_format = calling_format or "virtual"
    if calling_format:
        path_style = str(calling_format) == "path" or "Ordinary" in str(calling_format)
        extra["s3"] = {"addressing_style": "path" if path_style else "virtual"}
    extra["proxies"] = _proxies(proxy, proxy_port, proxy_user, proxy_pass)
    keys = (aws_access_key_id, aws_secret_access_key, security_token)
    if hasattr(provider, "access_key"):
        keys = (provider.access_key, provider.secret_key, provider.security_token)
    return _connection("s3", options, extra, keys, profile_name, is_secure, config, kind)


def _ec2_connection(
    aws_access_key_id=None,
    aws_secret_access_key=None,
    is_secure=True,
    host=None,
    port=None,
    proxy=None,
    proxy_port=None,
    proxy_user=None,
    proxy_pass=None,
    debug=0,
    https_connection_factory=None,
    region=None,
    path="/",
    api_version=None,
    security_token=None,
    validate_certs=None,
    profile_name=None,
    region_name=None,
    config=None,
    kind="client",
    known=None,
):
    """An EC2 client for the arguments of boto 2's EC2Connection, where they are known only at run time."""
    if known is not None and region_name not in known:
        return None
    if https_connection_factory or api_version:
        raise ValueError("boto3 has no https_connection_factory and no api_version that boto 2 knew")
    name = region["RegionName"] if region else region_name or "us-east-1"
    endpoint = region["Endpoint"] if region else host
    options = {"region_name": name}
    if endpoint and not _aws_region(endpoint):
        options["endpoint_url"] = _endpoint(endpoint, port, is_secure, path)["endpoint_url"]
    extra = {"proxies": _proxies(proxy, proxy_port, proxy_user, proxy_pass)}
    keys = (aws_access_key_id, aws_secret_access_key, security_token)
    return _connection("ec2", options, extra, keys, profile_name, is_secure, config, kind)


def _connection(service, options, extra, keys, profile_name, is_secure, config, kind):
    """A client (or resource) from what the arguments of boto 2 came to."""
    for name, key in zip(("aws_access_key_id", "aws_secret_access_key", "aws_session_token"), keys):
        if key:
            options[name] = key
    if "endpoint_url" not in options:
        options["use_ssl"] = bool(is_secure)
    session = boto3.session.Session(profile_name=profile_name)
    return getattr(session, kind)(service, config=config.merge(Config(**extra)), **options)


def _with_credentials(client):
    """The client (or resource), if it has credentials: boto 2 looked for them at once, boto3 looks later."""
    meta = getattr(client, "meta", None)
    if meta is not None:  # there is none in what a test puts in the place of a client
        signing = getattr(meta, "client", client)
        action = "list_buckets" if signing.meta.service_model.service_name == "s3" else "describe_regions"
        signing.generate_presigned_url(action)  # signs without a request; raises NoCredentialsError
    return client


def _credential(client, name):
    """A part of the credentials that a client signs its requests with, for which boto3 has no public name."""
    credentials = client._request_signer._credentials
    return None if credentials is None else getattr(credentials.get_frozen_credentials(), name)
