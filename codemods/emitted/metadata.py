"""Helpers for the instance metadata service, in place of boto.utils.get_instance_metadata and its kin.

The service's second version (IMDSv2) wants a session token, which boto 2 never sent:
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
Values are parsed as in boto/utils.py: `retry_url`, `LazyLoadMetadata`, `get_instance_identity`.
"""

import json
import logging
import time
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import ProxyHandler, Request, build_opener

_METADATA_TOKENS = {}


def _metadata_headers(base, timeout):
    """The session token for the metadata service at base, as a header; no header where it gives no tokens."""
    token, renew = _METADATA_TOKENS.get(base, (None, 0))
    if time.monotonic() >= renew:
        wanted = {"X-aws-ec2-metadata-token-ttl-seconds": "21600"}
        request = Request(base + "/latest/api/token", headers=wanted, method="PUT")
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=timeout or 2) as response:
                token = response.read().decode("ascii")
                seconds = int(response.headers.get("X-aws-ec2-metadata-token-ttl-seconds", 21600))
        except HTTPError as error:
            if error.code not in (403, 404, 405):
                raise
            token, seconds = None, 300  # only version 1 there, which needs no token
        except URLError:
            raise
        except OSError:
            token, seconds = None, 300  # no answer to a PUT: more hops away than an answer may travel
        _METADATA_TOKENS[base] = token, time.monotonic() + seconds - min(60, seconds / 2)
    return {"X-aws-ec2-metadata-token": token} if token else {}


def _read_metadata(url, timeout):
    """One read of the metadata service, with a new session token when it does not take the one we have."""
    base = "{0.scheme}://{0.netloc}".format(urlsplit(url))
    opener = build_opener(ProxyHandler({}))  # never through a proxy: what the service says is secret
    headers = _metadata_headers(base, timeout)
    try:
        with opener.open(Request(url, headers=headers), timeout=timeout) as response:
            return response.read().decode("utf-8")
    except HTTPError as error:
        if error.code != 401 or not headers:
            raise
    _METADATA_TOKENS.pop(base, None)
    with opener.open(Request(url, headers=_metadata_headers(base, timeout)), timeout=timeout) as response:
        return response.read().decode("utf-8")


def _metadata_text(url, retry_on_404, num_retries, timeout):
    """The text at a URL of the metadata service; "" when num_retries attempts did not give any."""
    for attempt in range(num_retries):
        try:
            return _read_metadata(url, timeout)
        except HTTPError as error:
            if error.code == 404 and not retry_on_404:
                return ""
        except Exception as error:
            logging.getLogger(__name__).info("Cannot read %s: %s", url, error)
        if attempt + 1 < num_retries:
            time.sleep(min(2**attempt, 60))
    return ""


def _metadata_tree(url, num_retries, timeout=None):
    """All that the metadata service lists below a URL, as nested dicts; {} when it cannot be read."""
    tree = {}
    listing = _metadata_text(url, True, num_retries, timeout)
    for field in listing.split("\n") if listing else ():
        if field.endswith("/"):
            tree[field[:-1]] = _metadata_tree(url + field, num_retries, timeout)
            continue
        name = resource = field
        if field.find("=") > 0:  # "0=my-key" in public-keys/ stands for the key my-key, to be read in 0/
            number, _, name = field.partition("=")
            resource = number + "/openssh-key"
        value = _metadata_text(url + quote(resource, safe="/:"), False, num_retries, timeout)
        tree[name] = json.loads(value) if value.startswith("{") else value
        if value.find("\n") > 0 and tree[name] is value:
            tree[name] = value.split("\n")
    return tree


def _get_instance_metadata(
    version="latest", url="http://169.254.169.254", data="meta-data/", timeout=None, num_retries=5
):
    """The instance's metadata as nested dicts, with lists for values of several lines; {} off EC2."""
    return _metadata_tree(f"{url}/{version}/{data}", num_retries, timeout)


def _get_instance_identity(version="latest", url="http://169.254.169.254", timeout=None, num_retries=5):
    """The instance's identity document and its signatures. Raises IndexError off EC2."""
    base = f"{url}/{version}/dynamic/instance-identity/"
    names = _metadata_text(base, True, num_retries, timeout)
    if not names:
        raise IndexError(f"No instance identity at {base}")
    texts = {name: _metadata_text(base + name, True, num_retries, timeout) for name in names.split()}
    return {name: json.loads(text) if text.startswith("{") else text for name, text in texts.items()}


def _get_instance_userdata(version="latest", sep=None, url="http://169.254.169.254", timeout=None, num_retries=5):
    """The instance's user data, as a dict of name=value pairs when sep separates them; "" without any."""
    text = _metadata_text(f"{url}/{version}/user-data", False, num_retries, timeout)
    if not text or not sep:
        return text
    pairs = [pair.split("=") for pair in text.split(sep)]
    return {pair[0].strip(): pair[1].strip() for pair in pairs}


def _retry_url(url, retry_on_404=True, num_retries=10, timeout=None):
    """The text at a URL; "" when num_retries attempts did not give any. Proxies are not used."""
    if urlsplit(url).hostname in ("169.254.169.254", "fd00:ec2::254", "instance-data"):
        return _metadata_text(url, retry_on_404, num_retries, timeout)
    for attempt in range(num_retries):
        try:
            with build_opener(ProxyHandler({})).open(url, timeout=timeout) as response:
                return response.read().decode("utf-8")
        except HTTPError as error:
            if error.code == 404 and not retry_on_404:
                return ""
        except Exception as error:
            logging.getLogger(__name__).info("Cannot read %s: %s", url, error)
        if attempt + 1 < num_retries:
            time.sleep(min(2**attempt, 60))
    return ""
