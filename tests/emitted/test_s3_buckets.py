"""Buckets: looking them up, making them, their ACLs and those of their keys."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import boto.s3
import boto3
import pytest
from boto.exception import S3PermissionsError
from boto.regioninfo import RegionInfo
from boto.s3.acl import Grant, Policy
from boto.s3.bucket import S3WebsiteEndpointTranslate
from boto.s3.connection import Location
from botocore.exceptions import ClientError
from s3_worlds import Worlds, with_bucket, with_keys

from codemods.emitted import s3_acl, s3_buckets


def test_looking_up_buckets(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        return [
            connection.get_bucket("bucket").name,
            connection.head_bucket("bucket").name,
            connection.get_bucket("missing", validate=False).name,
            connection.lookup("bucket").name,
            connection.lookup("missing"),
            connection.lookup("missing", validate=False).name,
            "bucket" in connection,
            "missing" in connection,
            [bucket.name for bucket in connection],
            connection.get_all_buckets()[0].creation_date,
        ]

    def new(s3: Any) -> Any:
        return [
            s3_buckets._get_bucket(s3, "bucket"),
            s3_buckets._head_bucket(s3, "bucket"),
            s3_buckets._get_bucket(s3, "missing", validate=False),
            s3_buckets._lookup_bucket(s3, "bucket"),
            s3_buckets._lookup_bucket(s3, "missing"),
            s3_buckets._lookup_bucket(s3, "missing", validate=False),
            s3_buckets._has_bucket(s3, "bucket"),
            s3_buckets._has_bucket(s3, "missing"),
            s3_buckets._bucket_names(s3),
            s3_buckets._creation_date(s3, "bucket"),
        ]

    def prepare(s3: Any) -> None:
        with_bucket(s3)
        s3.create_bucket(Bucket="another")

    worlds.same(old, new, prepare)
    with pytest.raises(ClientError, match="404"):
        s3_buckets._get_bucket(worlds.client, "missing")
    with pytest.raises(AttributeError):
        s3_buckets._creation_date(worlds.client, "missing")


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"location": Location.DEFAULT},
        {"policy": "public-read"},
        {"headers": {"x-amz-acl": "private"}, "policy": "authenticated-read"},
    ],
    ids=str,
)
def test_create_bucket(worlds: Worlds, arguments: dict[str, Any]) -> None:
    worlds.same(
        lambda connection: connection.create_bucket("bucket", **arguments).name,
        lambda s3: s3_buckets._create_bucket(s3, "bucket", **arguments),
        settings=True,
    )


@pytest.mark.parametrize(("location", "sent"), [("EU", "EU"), ("us-west-2", "us-west-2"), ("us-east-1", None)])
def test_where_a_bucket_is_made(worlds: Worlds, location: str, sent: str | None) -> None:
    """Checked on the request: us-east-1 must not be sent, S3 refuses it."""
    worlds.reset()
    bodies: list[Any] = []

    def look(params: Any, **_: Any) -> None:
        bodies.append(params.get("CreateBucketConfiguration", {}).get("LocationConstraint"))

    event = "before-parameter-build.s3.CreateBucket"
    worlds.client.meta.events.register(event, look)
    try:
        s3_buckets._create_bucket(worlds.client, "bucket", location=location)
    except ClientError:
        pass  # moto, as a regional endpoint does, refuses other regions on the endpoint of us-east-1
    finally:
        worlds.client.meta.events.unregister(event, look)
    assert bodies == [sent]


@pytest.mark.parametrize("region", ["us-east-1", "eu-west-1", "eu-central-1", "sa-east-1", "us-west-2"])
def test_location_and_website_endpoint(worlds: Worlds, region: str) -> None:
    def prepare(s3: Any) -> None:
        configuration = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        s3.meta.events.register("before-sign.s3.CreateBucket", regional, unique_id="region")
        s3.create_bucket(Bucket="bucket", **configuration)
        s3.meta.events.unregister("before-sign.s3.CreateBucket", regional, unique_id="region")

    def regional(request: Any, **_: Any) -> None:
        request.context["signing"]["region"] = region

    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        endpoint = f"bucket.{S3WebsiteEndpointTranslate.translate_region(bucket.get_location())}.amazonaws.com"
        return bucket.get_location(), endpoint

    def new(s3: Any) -> Any:
        return s3_buckets._get_location(s3, "bucket"), s3_buckets._website_endpoint(s3, "bucket")

    worlds.same(old, new, prepare)


GROUP = "http://acs.amazonaws.com/groups/s3/LogDelivery"


def grants_of(policy: Any) -> Any:
    """Owner and grants of an ACL of either library."""
    if isinstance(policy, dict):
        granted = [
            (
                grant["Grantee"].get("Type"),
                grant["Grantee"].get("ID"),
                grant["Grantee"].get("URI"),
                grant["Grantee"].get("EmailAddress"),
                grant["Permission"],
            )
            for grant in policy["Grants"]
        ]
        return policy["Owner"]["ID"], granted
    granted = [(one.type, one.id, one.uri, one.email_address, one.permission) for one in policy.acl.grants]
    return policy.owner.id, granted


def test_acls_of_a_bucket(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        given = [grants_of(bucket.get_acl())]
        bucket.set_acl("public-read")
        given.append(grants_of(bucket.get_acl()))
        bucket.set_canned_acl("private")
        bucket.add_user_grant("READ", "f" * 64, display_name="friend")
        policy = bucket.get_acl()
        assert isinstance(policy, Policy)
        policy.acl.add_grant(Grant("WRITE", "Group", uri=GROUP))
        policy.acl.add_user_grant("READ_ACP", "e" * 64)
        bucket.set_acl(policy)
        given.append([(grant.permission, grant.id) for grant in bucket.list_grants()])
        bucket.set_as_logging_target()
        return given

    def new(s3: Any) -> Any:
        given = [grants_of(s3_acl._get_acl(s3, "bucket"))]
        s3_acl._set_acl(s3, "bucket", "public-read")
        given.append(grants_of(s3_acl._get_acl(s3, "bucket")))
        s3_acl._set_canned_acl(s3, "bucket", "private")
        s3_acl._add_user_grant(s3, "bucket", "READ", "f" * 64, display_name="friend")
        acl = s3_acl._get_acl(s3, "bucket")
        acl["Grants"].append(s3_acl._grant("WRITE", "Group", uri=GROUP))
        acl["Grants"].append(s3_acl._grant("READ_ACP", "CanonicalUser", "e" * 64))
        s3_acl._set_acl(s3, "bucket", acl)
        listed = s3_acl._list_grants(s3, "bucket")
        given.append([(grant["Permission"], grant["Grantee"].get("ID")) for grant in listed])
        s3_acl._set_as_logging_target(s3, "bucket")
        return given

    worlds.same(old, new, with_bucket, settings=True)


def test_acls_of_keys(worlds: Worlds) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        one, two, three = (bucket.new_key(name) for name in ("//one", "two", "three"))
        one.set_acl("public-read")
        given = [grants_of(one.get_acl()), grants_of(bucket.get_acl("one"))]
        two.make_public()
        two.set_acl(one.get_acl())
        three.add_user_grant("FULL_CONTROL", "f" * 64)
        bucket.set_acl("authenticated-read", "four")
        bucket.get_key("five").set_canned_acl("public-read-write")
        return given

    def new(s3: Any) -> Any:
        one, two, three = ({"Bucket": "bucket", "Key": name} for name in ("//one", "two", "three"))
        s3_acl._set_key_acl(s3, one, "public-read")
        given = [grants_of(s3_acl._get_key_acl(s3, one)), grants_of(s3_acl._get_acl(s3, "bucket", "one"))]
        s3_acl._make_key_public(s3, two)
        s3_acl._set_key_acl(s3, two, s3_acl._get_key_acl(s3, one))
        s3_acl._add_key_user_grant(s3, three, "FULL_CONTROL", "f" * 64)
        s3_acl._set_acl(s3, "bucket", "authenticated-read", "four")
        s3_acl._set_key_acl(s3, {"Bucket": "bucket", "Key": "five"}, "public-read-write")
        return given

    worlds.same(old, new, with_keys("one", "two", "three", "four", "five"))


@pytest.mark.parametrize("recursive", [False, True])
def test_acls_of_all_in_a_bucket(worlds: Worlds, recursive: bool) -> None:
    def old(connection: Any) -> Any:
        bucket = connection.get_bucket("bucket")
        bucket.make_public(recursive)
        bucket.add_user_grant("READ", "f" * 64, recursive)
        with pytest.raises(S3PermissionsError, match="Unknown Permission"):
            bucket.add_email_grant("NONE", "a@b.c")

    def new(s3: Any) -> Any:
        s3_acl._make_public(s3, "bucket", recursive)
        s3_acl._add_user_grant(s3, "bucket", "READ", "f" * 64, recursive)
        with pytest.raises(ValueError, match="Unknown Permission"):
            s3_acl._add_email_grant(s3, "bucket", "NONE", "a@b.c")

    worlds.same(old, new, with_keys("a", "b"), settings=True)


def test_grants_to_mail_addresses(worlds: Worlds) -> None:
    """moto does not know who has an address; so this looks at what is sent."""
    worlds.reset()
    with_keys("k")(worlds.client)
    sent: list[Any] = []

    def look(params: Any, **_: Any) -> None:
        sent.append(params["AccessControlPolicy"]["Grants"][-1])

    for operation in ("PutBucketAcl", "PutObjectAcl"):
        worlds.client.meta.events.register(f"before-parameter-build.s3.{operation}", look, unique_id=operation)
    try:
        for add in (
            lambda: s3_acl._add_email_grant(worlds.client, "bucket", "READ", "a@b.c"),
            lambda: s3_acl._add_key_email_grant(worlds.client, {"Bucket": "bucket", "Key": "k"}, "READ", "a@b.c"),
        ):
            with suppress(ClientError):
                add()
    finally:
        for operation in ("PutBucketAcl", "PutObjectAcl"):
            worlds.client.meta.events.unregister(f"before-parameter-build.s3.{operation}", unique_id=operation)
    grantee = {"Type": "AmazonCustomerByEmail", "EmailAddress": "a@b.c"}
    assert sent == [{"Grantee": grantee, "Permission": "READ"}] * 2


@pytest.mark.parametrize(
    "region", sorted(boto.s3.regions(), key=lambda region: region.name), ids=lambda region: region.name
)
def test_hosts_have_boto_2s_names(region: RegionInfo) -> None:
    client = boto3.client("s3", region.name, aws_access_key_id="testing", aws_secret_access_key="testing")
    assert s3_buckets._host(client) == region.endpoint
