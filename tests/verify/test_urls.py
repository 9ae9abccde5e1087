"""URLs that S3 takes for the same are the same to the verifier; all others are not."""

from __future__ import annotations

import pytest

from codemods.verify.urls import presigned_urls, same_urls, signature

BOTO_2 = "https://b.s3.amazonaws.com:443/k?Signature=x%3D&Expires=1795000600&AWSAccessKeyId=A"
VERSION_4 = (
    "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A"
    "&X-Amz-Date=20261118T110640Z&X-Amz-Expires=600&X-Amz-SignedHeaders={headers}&X-Amz-Signature=z"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://s3-eu-west-1.amazonaws.com/b/k", "https://s3.eu-west-1.amazonaws.com/b/k"),
        ("https://s3-eu-west-1.amazonaws.com/b/k", "https://b.s3.eu-west-1.amazonaws.com/k"),
        ("https://b.s3.amazonaws.com:443/k", "https://s3.us-east-1.amazonaws.com/b/k"),
        ("https://b.s3.amazonaws.com/k?x-amz-meta-a=1", "https://b.s3.amazonaws.com/k"),
        ("https://b.s3.amazonaws.com/k?versionId=1&x-amz-meta-a=1", "https://b.s3.amazonaws.com/k?versionId=1"),
        ("http://s3.amazonaws.com/b/k", "http://b.s3.amazonaws.com/k"),
        ("see https://b.s3.amazonaws.com/", "see https://s3.amazonaws.com/b/"),
        ("https://s3-eu-west-1.amazonaws.com", "https://s3.eu-west-1.amazonaws.com"),
        ("<a href='https://b.s3.amazonaws.com:443/k'>", "<a href='https://b.s3.amazonaws.com/k'>"),
        (BOTO_2, VERSION_4.format(headers="host")),
        (BOTO_2.replace("&", "&amp;"), VERSION_4.format(headers="host").replace("&", "&amp;")),
        (BOTO_2 + "&x-amz-meta-a=1", VERSION_4.format(headers="host%3Bx-amz-meta-a")),
        (BOTO_2 + "&x-amz-security-token=t", VERSION_4.format(headers="host") + "&X-Amz-Security-Token=t"),
        (
            BOTO_2 + "&response-content-type=text%2Fplain",
            VERSION_4.format(headers="host").replace("?", "?response-content-type=text%2Fplain&"),
        ),
    ],
)
def test_same(before: str, after: str) -> None:
    assert same_urls(before) == same_urls(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://b.s3.amazonaws.com/k", "https://b.s3.amazonaws.com/l"),
        ("https://b.s3.amazonaws.com/k", "https://c.s3.amazonaws.com/k"),
        ("https://b.s3.amazonaws.com/k", "http://b.s3.amazonaws.com/k"),
        ("https://b.s3.amazonaws.com/k", "https://b.s3.eu-west-1.amazonaws.com/k"),
        ("https://b.s3.amazonaws.com/k", "https://b.s3.amazonaws.com/k?versionId=1"),
        ("https://b.s3.amazonaws.com:444/k", "https://b.s3.amazonaws.com/k"),
        ("http://b.s3-website-us-east-1.amazonaws.com/k", "http://b.s3.us-east-1.amazonaws.com/k"),
        ("https://example.com:443/b/k", "https://example.com/b/k"),
        (BOTO_2, BOTO_2.partition("?")[0]),
        (BOTO_2, BOTO_2.replace("/k?", "/l?")),
        (BOTO_2, VERSION_4.format(headers="host").replace("=600&", "=60&")),
        (BOTO_2 + "&x-amz-meta-a=1", VERSION_4.format(headers="host")),  # an upload, for all that is known
        (BOTO_2 + "&x-amz-acl=public-read", VERSION_4.format(headers="host%3Bx-amz-meta-a")),
        (BOTO_2 + "&response-content-type=text%2Fplain", VERSION_4.format(headers="host")),
    ],
)
def test_different(before: str, after: str) -> None:
    assert same_urls(before) != same_urls(after)


def test_what_a_url_is_for_is_compared_where_it_is_known() -> None:
    with_metadata, without = BOTO_2 + "&x-amz-meta-a=1", VERSION_4.format(headers="host")
    read, write = {"x=": "GET", "z": "GET"}, {"x=": "PUT", "z": "PUT"}
    assert signature(BOTO_2) == "x=" and signature(without) == "z" and signature("https://b.s3.amazonaws.com/k") == ""
    # boto 2 signs the metadata that a key has for downloads too (boto/s3/key.py, generate_url).
    assert same_urls(with_metadata, read) == same_urls(without, read)
    assert same_urls(with_metadata, write) != same_urls(without, write)
    assert same_urls(without, read) != same_urls(without, write)


def test_text_without_urls_stays() -> None:
    for text in ("", "s3://b/k", "https://", "see b.s3.amazonaws.com:443"):
        assert same_urls(text) == presigned_urls(text) == text
