"""Helpers for making clients where boto 2's arguments are known only at run time."""

import re
from urllib.parse import quote

import boto3


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


def _regions(service):
    """Every region of a service, as dicts like those of describe_regions."""
    session = boto3.session.Session()
    names = [
        name
        for partition in session.get_available_partitions()
        for name in session.get_available_regions(service, partition)
    ]
    return [{"RegionName": name, "Endpoint": _region_host(service, name)} for name in names]


def _region_host(service, name):
    """The host name that boto 2 had for a service in a region."""
    suffix = ".cn" if name.startswith("cn-") else ""
    return "%s.%s.amazonaws.com%s" % (service, name, suffix)


def _region(service, name):
    """A region by name, as a dict; None when there is no such region."""
    return next((region for region in _regions(service) if region["RegionName"] == name), None)


def _connect_to_region(service, region_name, **options):
    """A client for a region; None when there is no such region, as in boto 2."""
    if _region(service, region_name) is None:
        return None
    return boto3.client(service, region_name=region_name, **options)
