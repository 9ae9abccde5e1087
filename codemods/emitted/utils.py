"""Helpers in place of the rest of boto.utils. Each does what boto 2's function of that name did."""

import base64
import gzip
import importlib
import locale
import re
import shutil
import tempfile
import threading
import time
from contextlib import contextmanager
from datetime import datetime
from email.encoders import encode_base64
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import parsedate
from hashlib import md5
from urllib.parse import unquote
from urllib.request import HTTPBasicAuthHandler, HTTPPasswordMgrWithDefaultRealm, build_opener

import boto3
from botocore.config import Config

_LOCALE_LOCK = threading.Lock()


def _compute_hash(fp, buf_size=8192, size=None, hash_algorithm=md5):
    """The hash of (size bytes of) a file from where it stands: hex, base64, and how many bytes."""
    start = fp.tell()
    digest = hash_algorithm()
    left = size or None
    while left is None or left > 0:
        data = fp.read(buf_size if left is None else min(buf_size, left))
        if not data:
            break
        data = data.encode("utf-8") if isinstance(data, str) else data
        digest.update(data)
        left = None if left is None else left - len(data)
    length = fp.tell() - start
    fp.seek(start)
    return digest.hexdigest(), base64.encodebytes(digest.digest()).decode("ascii").rstrip("\n"), length


def _compute_md5(fp, buf_size=8192, size=None):
    """The MD5 of (size bytes of) a file from where it stands: hex, base64, and how many bytes."""
    return _compute_hash(fp, buf_size, size)


def _get_ts(ts=None):
    """A struct_time (now, if it is missing) in UTC as 2026-11-22T05:27:54Z."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", ts or time.gmtime())


def _parse_ts(ts):
    """A timestamp of AWS (ISO 8601, with or without fractions, or an HTTP date): naive, in UTC."""
    ts = ts.strip()
    for layout in ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.%fZ"):
        try:
            return datetime.strptime(ts, layout)
        except ValueError:
            pass
    date = parsedate(ts)
    if date is None:
        raise ValueError(f"{ts!r} is not a timestamp")
    return datetime(*date[:6])


def _mklist(value):
    """A list for a list, a tuple or anything else as the only element."""
    if isinstance(value, list):
        return value
    return list(value) if isinstance(value, tuple) else [value]


def _get_utf8_value(value):
    """Anything as bytes: text in UTF-8."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8")


def _pythonize_name(name):
    """CamelCase as camel_case, HTTPStatus200Ok as http_status_200_ok."""
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    name = re.sub("([a-z])([0-9]+)", r"\1_\2", name)
    return re.sub("([a-z0-9])([A-Z])", r"\1_\2", name).lower()


def _find_class(module_name, class_name=None):
    """What a dotted name (in one part or two) stands for; None when it cannot be imported."""
    module, _, name = (f"{module_name}.{class_name}" if class_name else module_name).rpartition(".")
    try:
        return getattr(importlib.import_module(module), name)
    except Exception:
        return None


def _find_matching_headers(name, headers):
    """The names of headers that are name in any case."""
    return [header for header in headers if header.lower() == name.lower()]


def _merge_headers_by_name(name, headers):
    """The values of the headers that are name in any case, joined by commas."""
    values = [headers[header] for header in headers if header.lower() == name.lower()]
    return ",".join(str(value) for value in values if value is not None)


def _get_aws_metadata(headers, provider=None):
    """Takes the user metadata (x-amz-meta-*) out of a dict of headers and gives it as a dict."""
    prefix = "x-amz-meta-"
    names = [name for name in headers if name.lower().startswith(prefix)]
    return {name[len(prefix) :]: unquote(headers.pop(name)) for name in names}


def _merge_meta(headers, metadata, provider=None):
    """A copy of HTTP headers with metadata in it: what is no header that users may set becomes an x-amz-meta header."""
    settable = ["cache-control", "expires", "x-robots-tag"]
    settable += [f"content-{name}" for name in ("disposition", "encoding", "language", "md5", "type")]
    named = {name if name.lower() in settable else "x-amz-meta-" + name: value for name, value in metadata.items()}
    return {**headers, **named}


def _host_is_ipv6(hostname):
    """Does this look like an IPv6 address?"""
    return isinstance(hostname, str) and (hostname.startswith("[") or hostname.count(":") > 1)


def _parse_host(hostname):
    """A host name or address without its port."""
    hostname = hostname.strip()
    if hostname.startswith("[") or hostname.count(":") > 1:
        return hostname.split("]:", 1)[0].strip("[]")
    return hostname.split(":", 1)[0]


@contextmanager
def _setlocale(name):
    """Sets the process's locale for the length of a with block."""
    with _LOCALE_LOCK:
        saved = locale.setlocale(locale.LC_ALL)
        try:
            yield locale.setlocale(locale.LC_ALL, name)
        finally:
            locale.setlocale(locale.LC_ALL, saved)


def _fetch_file(uri, file=None, username=None, password=None):
    """The contents of an s3:// or other URI in a file (a temporary one by default), ready to read."""
    file = file or tempfile.NamedTemporaryFile()
    if uri.startswith("s3://"):
        bucket, key = uri[len("s3://") :].split("/", 1)
        client = boto3.client(
            "s3",
            region_name="us-east-1",
            aws_access_key_id=username,
            aws_secret_access_key=password,
            config=Config(retries={"total_max_attempts": 7, "mode": "standard"}),
        )
        client.download_fileobj(bucket, key, file)
    else:
        passwords = HTTPPasswordMgrWithDefaultRealm()
        if username and password:
            passwords.add_password(None, uri, username, password)
        with build_opener(HTTPBasicAuthHandler(passwords)).open(uri) as response:
            shutil.copyfileobj(response, file)
    file.seek(0)
    return file


def _guess_mime_type(content, deftype):
    """The type of a piece of user data as cloud-init knows it, deftype for anything else."""
    kinds = {
        "#include": "text/x-include-url",
        "#!": "text/x-shellscript",
        "#cloud-config": "text/cloud-config",
        "#upstart-job": "text/upstart-job",
        "#part-handler": "text/part-handler",
        "#cloud-boothook": "text/cloud-boothook",
    }
    return next((kind for start, kind in kinds.items() if content.startswith(start)), deftype)


def _write_mime_multipart(content, compress=False, deftype="text/plain", delimiter=":"):
    """Pairs of name and content as a multipart document for user data; as gzipped bytes with compress."""
    wrapper = MIMEMultipart()
    for name, text in content:
        maintype, subtype = _guess_mime_type(text, deftype).split("/", 1)
        part = MIMEText(text, _subtype=subtype) if maintype == "text" else MIMEBase(maintype, subtype)
        if maintype != "text":
            part.set_payload(text)
            encode_base64(part)
        part.add_header("Content-Disposition", "attachment", filename=name)
        wrapper.attach(part)
    document = wrapper.as_string()
    return gzip.compress(document.encode("utf-8")) if compress else document
