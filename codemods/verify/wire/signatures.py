"""Who signed a request, and for what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

SCOPE = re.compile(r"[^/]*/\d{8}/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request")

# Query names that carry a signature and no parameter of a call.
IN_QUERY = re.compile(
    r"X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token)|AWSAccessKeyId|Signature"
    r"|SignatureMethod|SignatureVersion|Timestamp|Expires|SecurityToken|x-amz-security-token",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The version ('' for none), the scope of SigV4, and whether it stands in the URL."""

    version: str = ""
    region: str = ""
    service: str = ""
    in_query: bool = False


def read(headers: Mapping[str, str], query: Mapping[str, str], form: Mapping[str, str]) -> Signature:
    """Read a signature; header names are lower-case, `form` is a body of the query protocol."""
    authorization = headers.get("authorization", "") + headers.get("x-amzn-authorization", "")
    if authorization.startswith("AWS4-"):
        return _version_4(authorization, False)
    if authorization.startswith("AWS3"):
        return Signature("v3")
    if authorization.startswith("AWS "):
        return Signature("v2")
    if "X-Amz-Algorithm" in query:
        return _version_4(query.get("X-Amz-Credential", ""), True)
    if "Signature" in query:
        return Signature("v2", in_query=True)
    return Signature("v2") if "Signature" in form else Signature()


def _version_4(text: str, in_query: bool) -> Signature:
    scope = SCOPE.search(text.replace("Credential=", ""))
    if scope is None:
        return Signature("v4", in_query=in_query)
    return Signature("v4", scope["region"], scope["service"], in_query)
