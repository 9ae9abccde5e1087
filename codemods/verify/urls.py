"""URLs in what a program printed, wrote or sent: one form for what S3 takes for the same, whoever made it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from codemods.verify.wire.endpoints import AWS_HOST, locate
from codemods.verify.wire.signatures import IN_QUERY

URL = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[^\s'\"<>\\]*)?")
AWS_PORT = re.compile(r"(https://[\w.-]+\.amazonaws\.com(?:\.cn)?):443(?=[/\s'\"]|$)")
# Headers that a URL is signed with. boto 2 writes them into the URL (boto/s3/connection.py, generate_url); Signature
# Version 4 writes their names, and the values are in the signature alone.
AMZ_HEADER = re.compile(r"x-amz-(?!security-token)[\w-]+")
# ... and, unasked, into URLs that are not signed: nobody reads it there.
METADATA = re.compile(r"(?<=[?&])x-amz-meta-[\w-]+=[^&]*(?:&|$)")

NO_METHODS: Mapping[str, str] = MappingProxyType({})
READ = frozenset({"GET", "HEAD"})


def presigned_urls(text: str, methods: Mapping[str, str] = NO_METHODS) -> str:
    """The text with presigned URLs as what they name and when they end, and without the port of HTTPS.

    `methods` says which HTTP method a URL is for, by its signature: the URL itself does not show it.
    """
    if "://" not in text:
        return text
    return AWS_PORT.sub(r"\1", URL.sub(lambda match: _presigned(match[0], methods), text))


def same_urls(text: str, methods: Mapping[str, str] = NO_METHODS) -> str:
    """The text with one name for each endpoint of S3, too, for comparing.

    S3 has had several names for one endpoint, of which boto 2 knows the oldest (boto/endpoints.json), and the bucket
    may stand in front of it or behind.
    """
    text = presigned_urls(text, methods)
    return URL.sub(lambda match: _plain(match[0]), text) if "://" in text else text


def signature(url: str) -> str:
    """The signature in a presigned URL, by which it is known; '' when there is none."""
    return _signature(dict(parse_qsl(urlsplit(url).query)))


def _signature(query: Mapping[str, str]) -> str:
    return query.get("X-Amz-Signature") or query.get("Signature", "")


def _presigned(url: str, methods: Mapping[str, str]) -> str:
    parts = urlsplit(url.replace("&amp;", "&"))
    query = parse_qsl(parts.query, keep_blank_values=True)
    named = dict(query)
    if not _signature(named):
        return url
    endpoint = locate(parts.netloc)
    path = unquote(parts.path)
    target = f"/{endpoint.bucket}{path}" if endpoint.bucket else path
    method = methods.get(_signature(named), "")
    rest = urlencode(sorted((k, v) for k, v in query if not IN_QUERY.fullmatch(k) and not AMZ_HEADER.fullmatch(k)))
    words = [
        *("presigned", method, parts.scheme, endpoint.services[0], endpoint.region, target, rest),
        *([] if method in READ else _signed_headers(named)),
        f"until {_expiry(named)}",
    ]
    return f"<{' '.join(word for word in words if word)}>"


def _signed_headers(query: Mapping[str, str]) -> list[str]:
    """The names of the headers that an upload has to be sent with; those of a download say nothing."""
    names = {*query, *query.get("X-Amz-SignedHeaders", "").split(";")}
    return sorted(name for name in names if AMZ_HEADER.fullmatch(name))


def _plain(url: str) -> str:
    scheme, _, rest = url.partition("://")
    host, slash, target = rest.partition("/")
    endpoint = locate(host)
    if not AWS_HOST.fullmatch(host) or endpoint.services != ("s3",):
        return url
    bucket = f"/{endpoint.bucket}" if endpoint.bucket else ""
    return f"{scheme}://s3.{endpoint.region}.amazonaws.com{bucket}{slash}{METADATA.sub('', target).rstrip('?&')}"


def _expiry(query: dict[str, str]) -> str:
    if "X-Amz-Date" not in query:
        return query.get("Expires", "")
    signed = datetime.datetime.strptime(query["X-Amz-Date"], "%Y%m%dT%H%M%SZ")
    start = signed.replace(tzinfo=datetime.timezone.utc).timestamp()
    return str(int(start) + int(query.get("X-Amz-Expires", "0")))
