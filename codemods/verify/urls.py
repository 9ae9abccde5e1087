"""URLs in what a program printed, wrote or sent: one form for what S3 takes for the same, whoever made it."""

from __future__ import annotations

import datetime
import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from codemods.verify.wire.endpoints import AWS_HOST, locate
from codemods.verify.wire.signatures import IN_QUERY

URL = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[^\s'\"<>\\]*)?")
AWS_PORT = re.compile(r"(https://[\w.-]+\.amazonaws\.com(?:\.cn)?):443(?=[/\s'\"]|$)")
# Headers that a URL is signed with. boto 2 writes them into the URL (boto/s3/connection.py, generate_url); Signature
# Version 4 writes their names, and the values are in the signature alone.
AMZ_HEADER = re.compile(r"x-amz-(?!security-token)[\w-]+")


def presigned_urls(text: str) -> str:
    """The text with presigned URLs as what they name and when they end, and without the port of HTTPS."""
    if "://" not in text:
        return text
    return AWS_PORT.sub(r"\1", URL.sub(lambda match: _presigned(match[0]), text))


def same_urls(text: str) -> str:
    """The text with one name for each endpoint of S3, too, for comparing.

    S3 has had several names for one endpoint, of which boto 2 knows the oldest (boto/endpoints.json), and the bucket
    may stand in front of it or behind.
    """
    text = presigned_urls(text)
    return URL.sub(lambda match: _plain(match[0]), text) if "://" in text else text


def _presigned(url: str) -> str:
    parts = urlsplit(url.replace("&amp;", "&"))
    query = parse_qsl(parts.query, keep_blank_values=True)
    named = dict(query)
    if "Signature" not in named and "X-Amz-Signature" not in named:
        return url
    endpoint = locate(parts.netloc)
    path = unquote(parts.path)
    target = f"/{endpoint.bucket}{path}" if endpoint.bucket else path
    rest = urlencode(sorted((k, v) for k, v in query if not IN_QUERY.fullmatch(k) and not AMZ_HEADER.fullmatch(k)))
    headers = {*named, *named.get("X-Amz-SignedHeaders", "").split(";")}
    signed = "".join(f" {name}" for name in sorted(headers) if AMZ_HEADER.fullmatch(name))
    place = f"{endpoint.services[0]} {endpoint.region}"
    return f"<presigned {parts.scheme} {place} {target} {rest}{signed} until {_expiry(named)}>"


def _plain(url: str) -> str:
    scheme, _, rest = url.partition("://")
    host, slash, target = rest.partition("/")
    endpoint = locate(host)
    if not AWS_HOST.fullmatch(host) or endpoint.services != ("s3",):
        return url
    bucket = f"/{endpoint.bucket}" if endpoint.bucket else ""
    return f"{scheme}://s3.{endpoint.region}.amazonaws.com{bucket}{slash}{target}"


def _expiry(query: dict[str, str]) -> str:
    if "X-Amz-Date" not in query:
        return query.get("Expires", "")
    signed = datetime.datetime.strptime(query["X-Amz-Date"], "%Y%m%dT%H%M%SZ")
    start = signed.replace(tzinfo=datetime.timezone.utc).timestamp()
    return str(int(start) + int(query.get("X-Amz-Expires", "0")))
