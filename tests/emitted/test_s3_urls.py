"""URLs: what they ask for, for how long, and that they work."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
import requests
from s3_worlds import Worlds, with_keys

from codemods.emitted import s3_keys, s3_urls, s3_writing

KEY = {"Bucket": "bucket", "Key": "//a//b"}


def seconds(url: str) -> int:
    """How long a URL of either kind is valid."""
    query = parse_qs(urlsplit(url).query)
    if "Expires" in query:
        return round(int(query["Expires"][0]) - time.time())
    return int(query["X-Amz-Expires"][0])


@pytest.mark.parametrize(
    ("arguments", "lasts"),
    [
        ({"expires_in": 3600}, 3600),
        ({"expires_in": 60.5}, 60),
        ({"expires_in": 60, "headers": {"x-amz-request-payer": "requester"}}, 60),
        ({"expires_in": 60, "response_headers": {"response-content-type": "a/b; c=d&e%20"}}, 60),
        ({"expires_in": 60, "method": "HEAD"}, 60),
    ],
    ids=str,
)
def test_urls_of_keys(worlds: Worlds, arguments: dict[str, Any], lasts: int) -> None:
    def ask(url: str) -> Any:
        response = requests.request(arguments.get("method", "GET"), url, timeout=10)
        return response.status_code, response.content, response.headers["Content-Type"], urlsplit(url).path

    def old(connection: Any) -> Any:
        key = connection.get_bucket("bucket").new_key("//a//b")
        url = key.generate_url(**arguments)
        assert abs(seconds(url) - lasts) <= 1
        return ask(url)

    def new(s3: Any) -> Any:
        url = s3_urls._generate_url(s3, dict(KEY), **arguments)
        assert abs(seconds(url) - lasts) <= 1
        return ask(url)

    worlds.same(old, new, with_keys("a/b", ContentType="text/css"))


def test_a_url_without_tls(worlds: Worlds) -> None:
    secure = boto3.client("s3", "us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
    assert s3_urls._generate_url(secure, dict(KEY), 60).startswith("https://")
    assert s3_urls._generate_url(secure, dict(KEY), 60, force_http=True).startswith("http://")


def test_a_url_until_a_moment(worlds: Worlds) -> None:
    url = s3_urls._generate_url(worlds.client, dict(KEY), time.time() + 100, expires_in_absolute=True)
    assert 97 <= seconds(url) <= 100


def test_urls_pin_the_version_that_the_key_holds(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        first = bucket.get_key("a/b")
        bucket.new_key("a/b").set_contents_from_string("second")
        url = bucket.new_key("a/b").generate_url(60, version_id=first.version_id)
        return [requests.get(found, timeout=10).content for found in (first.generate_url(60), url)]

    def new(s3: Any) -> Any:
        first = s3_keys._get_key(s3, "bucket", "a/b")
        s3_writing._put_string(s3, dict(KEY), "second")
        url = s3_urls._generate_url(s3, dict(KEY), 60, version_id=first["VersionId"])
        return [requests.get(found, timeout=10).content for found in (s3_urls._generate_url(s3, first, 60), url)]

    worlds.same(old, new, with_keys("a/b", versioned=True))


@pytest.mark.parametrize("response_headers", [None, {"response-content-type": "a/b"}])
def test_a_public_url(worlds: Worlds, response_headers: dict[str, str] | None) -> None:
    """Where credentials are temporary, boto 2's has a token in it, which nobody needs."""
    worlds.same(
        lambda connection: (
            connection.get_bucket("bucket")
            .new_key("a ü/b")
            .generate_url(60, query_auth=False, response_headers=response_headers)
            .replace("a/b", "a%2Fb")
        ),
        lambda s3: s3_urls._generate_url(
            s3, {"Bucket": "bucket", "Key": "a ü/b"}, 60, query_auth=False, response_headers=response_headers
        ),
        with_keys(),
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_urls_that_change_something(worlds: Worlds, method: str) -> None:
    def left() -> Any:
        listed = worlds.client.list_objects(Bucket="bucket").get("Contents", [])
        return [(found["Key"], found["ETag"]) for found in listed]

    def old(connection: Any) -> Any:
        url = connection.get_bucket("bucket").new_key("//a//b").generate_url(60, method)
        return requests.request(method, url, data="new", timeout=10).status_code, left()

    def new(s3: Any) -> Any:
        url = s3_urls._generate_url(s3, dict(KEY), 60, method)
        return requests.request(method, url, data="new", timeout=10).status_code, left()

    # Without the state: moto takes the Expires of boto 2's signature for the header of that name.
    worlds.same(old, new, with_keys("a/b"), objects=False)


def test_what_the_sender_of_an_upload_has_to_send(worlds: Worlds) -> None:
    """With signature version 4 the headers are signed, and have to be sent; boto 2 had them in the URL."""
    key = {**KEY, "Metadata": {"colour": "red", "Content-Type": "text/css"}}
    url = s3_urls._generate_url(
        worlds.client, key, 60, "PUT", policy="public-read", reduced_redundancy=True, encrypt_key=True
    )
    signed = parse_qs(urlsplit(url).query)["X-Amz-SignedHeaders"][0].split(";")
    expected = {"x-amz-acl", "x-amz-meta-colour", "x-amz-server-side-encryption", "x-amz-storage-class"}
    assert expected | {"content-type"} <= set(signed)
    assert key["StorageClass"] == "REDUCED_REDUNDANCY"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_urls_of_buckets(worlds: Worlds, method: str) -> None:
    worlds.same(
        lambda connection: (
            requests.request(method, connection.get_bucket("bucket").generate_url(60, method), timeout=10).status_code
        ),
        lambda s3: requests.request(method, s3_urls._bucket_url(s3, "bucket", 60, method), timeout=10).status_code,
        with_keys("k"),
    )
    assert requests.get(s3_urls._signed_url(worlds.client, 60, "GET"), timeout=10).status_code == 200
    by_name = s3_urls._signed_url(worlds.client, 60, "GET", "bucket", "/k")
    assert requests.get(by_name, timeout=10).content == b"k"


def test_what_no_url_can_do_is_refused(worlds: Worlds) -> None:
    with pytest.raises(ValueError, match="seven days"):
        s3_urls._generate_url(worlds.client, dict(KEY), 604801)
    with pytest.raises(ValueError, match="POST"):
        s3_urls._generate_url(worlds.client, dict(KEY), 60, "POST")


def test_a_form_for_uploads(worlds: Worlds) -> None:
    """boto 2's own version of it fails on Python 3, so this uses the form."""
    worlds.reset()
    with_keys()(worlds.client)
    form = s3_urls._post_form(
        worlds.client,
        "bucket",
        "up/${filename}",
        acl="public-read",
        max_content_length=100,
        fields=[{"name": "x-extra", "value": "1"}],
        conditions=['{"x-extra": "1"}'],
    )
    fields = {field["name"]: field["value"] for field in form["fields"]}
    assert fields["acl"] == "public-read"
    assert fields["x-amz-storage-class"] == "STANDARD"
    response = requests.post(form["action"], data=fields, files={"file": ("name.txt", b"content")}, timeout=10)
    assert response.status_code == 204
    assert worlds.client.get_object(Bucket="bucket", Key="up/name.txt")["Body"].read() == b"content"
