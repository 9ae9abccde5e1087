"""Every automatic row of the S3 tables is used by a program that does the same on both libraries, in both styles."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import boto3
import pytest
import test_s3_semantics
import test_s3_urls
from boto.s3.connection import OrdinaryCallingFormat, S3Connection
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from s3_programs import Programs
from s3_worlds import Worlds

from codemods.catalog.s3 import S3
from codemods.catalog.schema import BotoClass, BotoModule, Field, Manual, Member
from codemods.emitted.s3_urls import _signed_url_v4
from codemods.model import Status
from codemods.settings import Style
from tests.helpers import migrated

KEYS = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing"}

ROWS = {
    "constants": """
        from boto.s3 import acl, bucket as module
        from boto.s3.bucket import S3Permissions
        places = [Location.DEFAULT, Location.EU, Location.EUCentral1, Location.USWest, Location.USWest2]
        places += [Location.SAEast, Location.APNortheast, Location.APSoutheast, Location.APSoutheast2]
        names = S3Permissions, acl.CannedACLStrings, module.CannedACLStrings, bucket.LoggingGroup
        return places, Location.CNNorth1, names, Key.BufferSize
    """,
    "constants of objects": """
        key = bucket.get_key("a")
        key.BufferSize = 3
        grants = [grant.NameSpace for grant in bucket.get_acl().acl.grants]
        return key.DefaultContentType, key.BufferSize, S3Connection.DefaultHost, grants
    """,
    "connections": """
        other = bucket.connection
        user = other.get_canonical_user_id()
        name = other.head_bucket("bucket").name
        host = other.host
        other.close()
        keys = other.aws_access_key_id, other.aws_secret_access_key, other.access_key, other.secret_key
        return user, name, host, keys
    """,
    "buckets made by hand": """
        from boto.s3.bucket import Bucket
        made = Bucket(conn, "bucket")
        found = [b.creation_date for b in conn.get_all_buckets()]
        return made.name, found, made.get_website_endpoint().startswith("bucket.s3-website-us-east-1.")
    """,
    "grants of a bucket": """
        owner = bucket.get_acl().owner
        bucket.add_user_grant("READ", owner.id, display_name=owner.display_name)
        bucket.set_as_logging_target()
        return sorted((g.permission, g.type, g.id, g.uri, g.email_address) for g in bucket.list_grants()), owner.id
    """,
    "grants of a key": """
        key = bucket.get_key("a")
        key.add_user_grant("WRITE_ACP", key.get_acl().owner.id)
        key.set_canned_acl("public-read")
        key.add_user_grant("READ_ACP", key.get_acl().owner.id)
        return sorted(grant.permission for grant in key.get_acl().acl.grants)
    """,
    "grants by mail": """
        told = []
        try:
            bucket.add_email_grant("READ", "someone@example.com")
        except S3ResponseError as error:
            told.append(error.status)
        try:
            bucket.get_key("a").add_email_grant("READ", "someone@example.com")
        except S3ResponseError as error:
            told.append(error.status)
        return told, sorted((g.permission, g.email_address or "") for g in bucket.list_grants())
    """,
    "a policy made by hand": """
        from boto.s3.acl import ACL, Grant, Policy
        from boto.s3.user import User
        found = bucket.get_acl()
        policy = Policy()
        policy.owner = User(None, found.owner.id, "me")
        policy.acl = ACL(policy)
        policy.acl.add_user_grant("FULL_CONTROL", found.owner.id)
        policy.acl.add_grant(Grant("READ", "Group", uri="http://acs.amazonaws.com/groups/global/AllUsers"))
        bucket.set_acl(policy)
        other = ACL()
        other.add_email_grant("READ", "someone@example.com")
        told = [(g.permission, g.type, g.uri, g.display_name, g.email_address) for g in other.grants]
        return found.acl.policy.owner.id, told
    """,
    "everything is public": """
        bucket.make_public(recursive=True)
        return [sorted(g.permission for g in bucket.get_acl(name).acl.grants) for name in ("a", "dir/b")]
    """,
    "a policy of a bucket": """
        import json
        statement = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"}
        done = bucket.set_policy(json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
        found = json.loads(bucket.get_policy())["Statement"][0]["Action"]
        return done, found, bucket.delete_policy()
    """,
    "request payment": """
        document = bucket.get_request_payment()
        return type(document).__name__
    """,
    "cross-origin rules": """
        from boto.s3.cors import CORSConfiguration, CORSRule
        config = CORSConfiguration()
        config.add_rule(["GET", "PUT"], ["*"], "one", ["x-a"], 300, ["x-b"])
        config.append(CORSRule(["POST"], ["https://example.com"]))
        config.insert(0, CORSRule(["HEAD"], ["*"], id="first"))
        config.extend([CORSRule(["DELETE"], ["*"])])
        last = config.pop()
        config.remove(config[0])
        bucket.set_cors(config)
        found = bucket.get_cors()
        told = [(r.id, r.allowed_method, r.allowed_origin, r.allowed_header) for r in found]
        more = [(r.max_age_seconds, r.expose_header) for r in found]
        return len(config), last.allowed_method, told, more, len(found), found[0].id
    """,
    "lifecycle": """
        from boto.s3.lifecycle import Expiration, Lifecycle, Rule, Transition, Transitions
        steps = Transitions()
        steps.add_transition(days=30, storage_class="STANDARD_IA")
        steps.append(Transition(days=90, storage_class="GLACIER"))
        steps.insert(0, Transition(days=10, storage_class="ONEZONE_IA"))
        steps.extend([Transition(date="2030-01-01T00:00:00.000Z", storage_class="GLACIER")])
        dated = steps.pop()
        steps.remove(steps[0])
        life = Lifecycle()
        life.add_rule("tmp", "tmp/", "Enabled", Expiration(days=3))
        life.append(Rule("old", "old/", "Enabled", Expiration(days=365), steps))
        life.insert(0, Rule("none", "none/", "Disabled", 7))
        life.extend([Rule("dated", "dated/", "Enabled", Expiration(date="2030-01-01T00:00:00.000Z"))])
        last = life.pop()
        life.remove(life[0])
        done = bucket.configure_lifecycle(life)
        found = bucket.get_lifecycle_config()
        rules = [(r.id, r.prefix, r.status, r.expiration.days, r.expiration.date) for r in found]
        moved = [(t.days, t.date, t.storage_class) for r in found for t in r.transition]
        first = found[1].transition
        return done, len(life), last.expiration.date, dated.date, rules, moved, len(steps), found[0].id, (
            first.days, first.date, first.storage_class, len(first), first[0].days,
            bucket.delete_lifecycle_configuration(),
        )
    """,
    "logs": """
        from boto.s3.acl import Grant
        from boto.s3.bucketlogging import BucketLogging
        before = bucket.get_logging_status().target
        bucket.set_as_logging_target()
        done = bucket.enable_logging(bucket, "log/")
        found = bucket.get_logging_status()
        made = BucketLogging("bucket", "x/")
        made.add_grant(Grant("READ", "CanonicalUser", id="1"))
        one = made.grants[0]
        bucket.disable_logging()
        bucket.delete_keys(bucket.list("log/"))  # the fake does write logs
        return before, done, found.target, found.prefix, len(found.grants), made.target, one.permission, (
            one.type, one.id, bucket.disable_logging()
        )
    """,
    "tags": """
        from boto.s3.tagging import Tag, Tags, TagSet
        inner = TagSet()
        inner.add_tag("team", "web")
        inner.append(Tag("cost", "42"))
        inner.insert(0, Tag("first", "1"))
        inner.extend([Tag("x", "y")])
        last = inner.pop()
        inner.remove(inner[0])
        tags, more = Tags(), TagSet()
        tags.append(inner)
        tags.insert(1, more)
        tags.extend([more])
        tags.pop()
        tags.remove(more)
        bucket.set_tags(tags)
        found = bucket.get_tags()
        pairs = [(tag.key, tag.value) for group in found for tag in group]
        counts = len(inner), len(tags), len(found), found[0][0].key
        return last.key, sorted(pairs), counts, bucket.delete_tags()
    """,
    "tags as XML": """
        text = "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"
        return bucket.set_xml_tags(text), bucket.get_tags()[0][0].value
    """,
    "a website": """
        from boto.s3.website import Condition, Redirect, RedirectLocation, RoutingRule, RoutingRules
        rules = RoutingRules()
        rules.add_rule(RoutingRule(Condition(key_prefix="docs/"), Redirect(replace_key_prefix="documents/")))
        missing = RoutingRule.when(http_error_code="404")
        rules.append(missing.then_redirect("example.com", "https", http_redirect_code=302))
        rules.insert(0, RoutingRule.when(key_prefix="x").then_redirect(replace_key="y"))
        rules.extend([RoutingRule.when(key_prefix="z").then_redirect("example.com")])
        last = rules.pop()
        rules.remove(rules[0])
        done = bucket.configure_website("index.html", "oops.html", routing_rules=rules)
        site = bucket.get_website_configuration_obj()
        found = [
            (r.condition.key_prefix, r.condition.http_error_code, r.redirect.hostname, r.redirect.protocol,
             r.redirect.replace_key, r.redirect.replace_key_prefix, r.redirect.http_redirect_code)
            for r in site.routing_rules
        ]
        named = rules[0].condition.key_prefix, last.redirect.hostname
        return done, len(rules), named, site.suffix, site.error_key, found
    """,
    "a website that is elsewhere": """
        from boto.s3.website import RedirectLocation, WebsiteConfiguration
        site = WebsiteConfiguration(redirect_all_requests_to=RedirectLocation("example.com", "https"))
        done = bucket.set_website_configuration(site)
        where = site.redirect_all_requests_to
        told = bucket.get_website_configuration()
        return done, where.hostname, where.protocol, told, bucket.delete_website_configuration()
    """,
    "what a HEAD tells": """
        headers = {"Content-Encoding": "gzip", "Content-Language": "de", "Content-Disposition": "inline"}
        headers.update({"Cache-Control": "no-cache", "Expires": "Thu, 01 Jan 2099 00:00:00 GMT"})
        Key(bucket, "told").set_contents_from_string("12345", headers=headers)
        key = bucket.get_key("told")
        one = key.content_encoding, key.content_language, key.content_disposition, key.cache_control, key.expires
        two = key.content_length, key.is_latest, key.delete_marker, key.encrypted, key.source_version_id
        key.content_md5 = "x"  # S3 itself never tells it
        return one, two, key.content_md5, key.ongoing_restore, key.expiry_date, key._get_remote_metadata() is not None
    """,
    "owners of listed keys": """
        return [(key.owner.id, key.owner.display_name) for key in bucket.list()]
    """,
    "pieces of a key": """
        Key(bucket, "big").set_contents_from_string("x" * 9000)
        key = bucket.get_key("big")
        key.open("r")
        first, second = key.next(), next(key)
        key.close()
        out = io.BytesIO()
        bucket.get_key("a").get_file(out)
        return len(first), len(second), out.getvalue()
    """,
    "digests": """
        key = Key(bucket, "k")
        pair = key.compute_md5(io.BytesIO(b"content"))
        key.set_contents_from_string("content")
        return pair, key.base64md5
    """,
    "a file is sent": """
        key = Key(bucket, "k")
        file = io.BytesIO(b"content")
        key.compute_md5(file)
        key.send_file(file)
        return bucket.get_key("k").read()
    """,
    "metadata": """
        key = Key(bucket, "k")
        key.update_metadata({"colour": "blue", "Content-Language": "de"})
        key.set_contents_from_string("1")
        found = bucket.get_key("k")
        return found.get_metadata("colour"), found.content_language
    """,
    "another storage class": """
        key = bucket.get_key("a")
        key.change_storage_class("REDUCED_REDUNDANCY")
        return bucket.get_key("a").storage_class, bucket.get_key("a").read()
    """,
    "a redirect": """
        key = Key(bucket, "moved")
        done = key.set_redirect("https://example.com/")
        return done, bucket.get_key("moved").get_redirect(), bucket.get_key("moved").size
    """,
    "from the archive": """
        bucket.copy_key("cold", "bucket", "a", storage_class="GLACIER")
        key = bucket.get_key("cold")
        key.restore(2)
        return bucket.get_key("cold").ongoing_restore is not None
    """,
    "an upload in parts": """
        upload = bucket.initiate_multipart_upload("parts", reduced_redundancy=True)
        part = upload.upload_part_from_file(io.BytesIO(b"x" * 5242880), 1)
        upload.copy_part_from_key("bucket", "dir/b", 2, 0, 2)
        parts = upload.get_all_parts()
        told = [(p.part_number, p.etag, p.size, p.last_modified) for p in parts]
        state = upload.is_truncated, upload.part_number_marker, upload.max_parts, upload.storage_class
        owners = upload.owner.id == upload.initiator.id, upload.bucket.name, upload.bucket_name, upload.key_name
        done = upload.complete_upload()
        end = done.bucket.name, done.bucket_name, done.key_name, done.etag, done.version_id, done.encrypted
        return part.etag, told, state, owners, end, bool(done.location), bool(upload.id), upload.next_part_number_marker
    """,
    "uploads that wait": """
        bucket.initiate_multipart_upload("left")
        waiting = [(u.key_name, u.initiated[:2]) for u in bucket.list_multipart_uploads()]
        for upload in bucket.list_multipart_uploads():
            bucket.cancel_multipart_upload(upload.key_name, upload.id)
        return waiting, len(list(bucket.list_multipart_uploads()))
    """,
    "prefixes": """
        found = [item for item in bucket.list("", "/") if isinstance(item, Prefix)]
        return [(item.name, item.bucket.name) for item in found]
    """,
    "what could not be deleted": """
        result = bucket.delete_keys(["a", Prefix(bucket, "dir/"), None])
        return [(e.key, e.code, e.message, e.version_id) for e in result.errors], [
            (d.key, d.delete_marker, d.version_id, d.delete_marker_version_id) for d in result.deleted
        ]
    """,
    "made by hand": """
        from boto.s3.multidelete import Deleted, Error, MultiDeleteResult
        from boto.s3.multipart import CompleteMultiPartUpload, MultiPartUpload, Part
        marker, upload = DeleteMarker(bucket, "a"), MultiPartUpload(bucket)
        upload.key_name = "a"
        empty = [Deleted("a"), Error("b", None, "Code", "text")]
        return marker.name, marker.bucket.name, upload.key_name, upload.bucket.name, empty[0].key, empty[1].message, (
            MultiDeleteResult(bucket).deleted, Part(bucket).size, CompleteMultiPartUpload(bucket).key_name
        )
    """,
    "URLs of what may be read by all": """
        urls = [conn.generate_url(60, "GET", "bucket", "a", query_auth=False)]
        urls.append(bucket.get_key("a").generate_url(0, query_auth=False))
        return [url.partition("?")[0] for url in urls]
    """,
    "signed URLs": """
        import requests
        one = conn.generate_url(60, "GET", "bucket", "a")
        two = bucket.generate_url(60)
        three = bucket.get_key("a").generate_url(60)
        answers = [requests.get(url) for url in (one, two, three)]
        return [answer.status_code for answer in answers], answers[0].text, answers[2].text
    """,
}

OF_VERSIONS = {
    "versions": """
        bucket.delete_key("a")
        page = bucket.get_all_versions()
        markers = [item for item in bucket.list_versions() if isinstance(item, DeleteMarker)]
        told = [(m.name, m.bucket.name, m.is_latest, bool(m.version_id), m.owner.id, m.last_modified) for m in markers]
        return len(page), told
    """,
    "what a deletion tells": """
        gone = bucket.delete_key("a")
        result = bucket.delete_keys(["dir/b"])
        one = result.deleted[0]
        return gone.delete_marker, bool(gone.version_id), one.key, one.delete_marker, bool(one.delete_marker_version_id)
    """,
}

TABLES = {"plain": Programs(ROWS), "versioned": Programs(OF_VERSIONS)}
PROGRAMS = [(table, name) for table, programs in TABLES.items() for name in programs.names]


@pytest.mark.parametrize("style", [Style.CLIENT, Style.RESOURCE], ids=lambda style: style.value)
@pytest.mark.parametrize(("table", "name"), PROGRAMS, ids=[name for _, name in PROGRAMS])
def test_program(worlds: Worlds, tmp_path: Path, table: str, name: str, style: Style) -> None:
    TABLES[table].check(name, style, worlds, tmp_path, versioned=table == "versioned", settings=True)


@pytest.mark.parametrize("style", [Style.CLIENT, Style.RESOURCE], ids=lambda style: style.value)
def test_every_automatic_row_is_used(style: Style) -> None:
    tables = [*TABLES.values(), *test_s3_semantics.TABLES.values()]
    used = {site.rule for table in tables for site in table.written(style).sites if site.status is not Status.FLAGGED}
    rows = {f"{_short(table)}.{row.name}" for table in S3 for row in table.members if not _stays(row)}
    assert sorted(rows - used - set(ON_THE_WIRE)) == []
    assert not set(ON_THE_WIRE) & used


def _short(table: BotoClass | BotoModule) -> str:
    return table.short if isinstance(table, BotoClass) else table.name


def _stays(row: Member) -> bool:
    """True for what has no code of its own: nothing automatic, what a list does, and `next` of what is iterated."""
    return isinstance(row, Manual) or (isinstance(row, Field) and not row.member) or row.name == "__next__"


# What the fake, or boto 2 on Python 3, cannot show


def test_who_pays_is_set(worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake knows no request payment: this compares the requests."""
    connection, seen = worlds.connection(), []

    def make_request(method: str, bucket: str, data: str, query_args: str, headers: Any) -> Any:
        seen.append((method, bucket, query_args, ElementTree.fromstring(data)[0].text))
        return SimpleNamespace(read=bytes, status=200)

    monkeypatch.setattr(connection, "make_request", make_request)
    text = "import boto\nboto.connect_s3().get_bucket('bucket', validate=False).set_request_payment('Requester')\n"
    assert connection.get_bucket("bucket", validate=False).set_request_payment("Requester") is True

    def send(request: Any, **_: Any) -> AWSResponse:
        url = urlsplit(request.url)
        seen.append((request.method, url.path.strip("/"), url.query, ElementTree.fromstring(request.body)[0].text))
        return AWSResponse(request.url, 200, {}, SimpleNamespace(stream=lambda: iter(())))

    client = boto3.client("s3", "us-east-1", endpoint_url=worlds.client.meta.endpoint_url, **KEYS)
    client.meta.events.register("before-send.s3.PutBucketRequestPayment", send)
    monkeypatch.setattr(boto3, "client", lambda *_, **__: client)
    exec(migrated(text), {})
    assert seen[0] == seen[1] == ("PUT", "bucket", "requestPayment", "Requester")


def test_signed_urls_of_version_4() -> None:
    """The fake lets every signature pass, so this compares the parts of the URLs."""
    host = "s3.eu-central-1.amazonaws.com"
    connection = S3Connection("key", "secret", host=host, calling_format=OrdinaryCallingFormat())
    client = boto3.client(
        "s3",
        "eu-central-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )
    urls = connection.generate_url_sigv4(60, "GET", "bucket", "a b"), _signed_url_v4(client, 60, "GET", "bucket", "a b")
    old, new = ((urlsplit(url), dict(parse_qsl(urlsplit(url).query))) for url in urls)
    assert old[0].path == new[0].path == "/bucket/a%20b"
    assert old[0].hostname == new[0].hostname == host
    for name in ("X-Amz-Algorithm", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Credential"):
        assert old[1][name] == new[1][name]


ON_THE_WIRE = {
    "s3.Bucket.set_request_payment": test_who_pays_is_set,
    "s3.Connection.generate_url_sigv4": test_signed_urls_of_version_4,
    "s3.Connection.build_post_form_args": test_s3_urls.test_a_form_for_uploads,
}
"""Rows that no program can use on both libraries, and the tests that look at their requests."""
