"""Which uses become one client call, and that nothing that a key remembers is lost by it."""

from __future__ import annotations

import pytest
from s3_use import outcome_of, text_of

from codemods.catalog import s3_headers
from codemods.catalog.schema import Flag, Rewrite

FRESH = "s3.Key.__init__"
NEW = "s3.Bucket.new_key"
FOUND = "s3.Bucket.get_key"
LISTED = "s3.Bucket.list"
PUT = 's3.put_object(Bucket=key["Bucket"], Key=_key(key["Key"]), Body=data, ContentType="application/octet-stream")'


@pytest.mark.parametrize(
    ("source", "origins", "expected"),
    [
        ("key.set_contents_from_string(data)", FRESH, PUT),
        ("key.set_contents_from_string(data)", NEW, PUT),
        (
            "bucket.new_key('/a//b').set_contents_from_string('x')",
            NEW,
            's3.put_object(Bucket=bucket, Key="a/b", Body="x", ContentType="application/octet-stream")',
        ),
        (
            "bucket.new_key(name).set_contents_from_string(data, {'Content-Type': 'text/html'}, policy='private')",
            NEW,
            's3.put_object(Bucket=bucket, Key=_key(name), Body=data, ContentType="text/html", ACL="private")',
        ),
        (
            "key.set_contents_from_string(data, reduced_redundancy=True, encrypt_key=True, cb=None, replace=True)",
            FRESH,
            's3.put_object(Bucket=key["Bucket"], Key=_key(key["Key"]), Body=data, StorageClass="REDUCED_REDUNDANCY", '
            'ServerSideEncryption="AES256", ContentType="application/octet-stream")',
        ),
        (
            "key.set_contents_from_filename(path)",
            FRESH,
            '_upload(s3, path, Bucket=key["Bucket"], Key=_key(key["Key"]))',
        ),
        ("key.set_contents_from_file(fp)", FRESH, "_upload_file(s3, key, fp)"),
    ],
)
def test_plain_uploads(source: str, origins: str, expected: str) -> None:
    assert text_of(source, origins=origins) == expected


@pytest.mark.parametrize(
    "facts",
    [
        {"origins": FOUND},
        {"origins": f"{FRESH} {FOUND}"},
        {"origins": "?"},
        {"origins": ""},
        {"origins": FRESH, "writes": "content_type"},
        {"origins": FRESH, "writes": "metadata"},
        {"origins": FRESH, "writes": "storage_class"},
        {"origins": FRESH, "calls": "set_metadata"},
        {"origins": FRESH, "calls": "get_metadata"},
        {"origins": FRESH, "calls": "read"},
    ],
    ids=str,
)
def test_uploads_of_keys_that_remember_take_the_helper(facts: dict[str, str]) -> None:
    assert text_of("key.set_contents_from_string(data)", **facts) == "_put_string(s3, key, data)"


@pytest.mark.parametrize(
    "facts",
    [
        {"used": True},
        {"reads": "size"},
        {"reads": "md5"},
        {"calls": "set_contents_from_filename"},
        {"calls": "set_contents_from_string"},
    ],
    ids=str,
)
def test_uploads_that_only_the_answer_counts_of_take_the_short_helper(facts: dict[str, str]) -> None:
    assert text_of("key.set_contents_from_string(data)", origins=FRESH, **facts) == "_upload_string(s3, key, data)"


@pytest.mark.parametrize(
    ("makers", "writes", "is_direct"),
    [
        ("Key(bucket, name)", "", True),
        ("boto.s3.key.Key(name=name, bucket=bucket)", "", True),
        ("Key(bucket)", "key", True),
        ("Key(bucket)", "name", True),
        ("Key(bucket)", "", False),
        ("Key(bucket, name); Key(bucket)", "", False),
        ("Key(bucket, None)", "", False),
        ("", "", False),
    ],
)
def test_a_key_that_may_have_no_name_takes_the_helper(makers: str, writes: str, is_direct: bool) -> None:
    """boto 2 names such an object after its content."""
    text = text_of("key.set_contents_from_string(data)", origins=FRESH, makers=makers, writes=writes)
    assert text == (PUT if is_direct else "_put_string(s3, key, data)")


@pytest.mark.parametrize("facts", [{"reads": "etag"}, {"reads": "version_id"}, {"calls": "delete"}], ids=str)
def test_an_upload_can_note_its_answer(facts: dict[str, str]) -> None:
    assert text_of("key.set_contents_from_string(data)", origins=FRESH, **facts) == f"key.update({PUT})"


@pytest.mark.parametrize(
    "source",
    [
        "key.set_contents_from_string(data, replace=False)",
        "key.set_contents_from_string(data, replace=unknown)",
        "key.set_contents_from_string(data, cb=unknown)",
        "key.set_contents_from_string(data, md5=unknown)",
        "key.set_contents_from_string(data, policy=unknown)",
        "key.set_contents_from_string(data, encrypt_key=unknown)",
        "key.set_contents_from_string(data, headers=unknown)",
        "key.set_contents_from_string(data, headers={unknown: 'x'})",
        "key.set_contents_from_string(data, headers={'Content-Type': unknown})",
        "key.set_contents_from_string(data, headers={'Content-Disposition': 'ü'})",
        "key.set_contents_from_string(data, headers={'Expires': 'Thu, 01 Dec 1994 16:00:00 GMT'})",
        "key.set_contents_from_string(data, headers={'x-amz-meta-a': unknown})",
    ],
)
def test_uploads_with_what_is_known_at_run_time_take_the_helper(source: str) -> None:
    assert text_of(source, origins=FRESH).startswith("_put_string(s3, key, data, ")


@pytest.mark.parametrize(
    "source",
    [
        "key.set_contents_from_string(data, headers={'X-Robots-Tag': 'all'})",
        "key.set_contents_from_filename(path, headers={'X-Custom': 'a'})",
        "key.set_contents_from_file(fp, headers={'X-Custom': 'a'})",
        "bucket.get_key(name, headers={'X-Custom': 'a'})",
        "bucket.initiate_multipart_upload(name, headers={'X-Custom': 'a'})",
        "key.get_contents_as_string(headers={'X-Custom': 'a'})",
        "conn.create_bucket(name, headers={'X-Custom': 'a'})",
    ],
)
def test_headers_that_boto3_cannot_send_are_flagged(source: str) -> None:
    outcome = outcome_of(source, origins=FRESH)
    assert isinstance(outcome, Flag)
    assert "no parameter for the header" in outcome.advice


def test_headers_that_mean_nothing_are_left_out() -> None:
    source = "key.set_contents_from_string(data, headers={'Content-Length': '3', 'User-Agent': 'me'})"
    assert text_of(source, origins=FRESH) == PUT
    assert "ContentType" not in text_of("key.get_contents_as_string({'Content-Type': 'a/b'})", origins=FRESH)


def test_botocore_says_which_header_is_which_parameter() -> None:
    names = s3_headers.header_names("PutObject")
    assert names["cache-control"] == "CacheControl"
    assert names["x-amz-server-side-encryption-aws-kms-key-id"] == "SSEKMSKeyId"
    assert "x-robots-tag" not in names


GET = 's3.get_object(Bucket=key["Bucket"], Key=_key(key["Key"]))["Body"]'


@pytest.mark.parametrize(
    ("source", "origins", "expected"),
    [
        ("key.get_contents_as_string()", FRESH, f"{GET}.read()"),
        ("key.get_contents_as_string()", LISTED, f"{GET}.read()"),
        ("key.get_contents_as_string()", FOUND, 's3.get_object(**_at(key))["Body"].read()'),
        ("key.get_contents_as_string()", "?", 's3.get_object(**_at(key))["Body"].read()'),
        ("key.get_contents_as_string(encoding='utf-8')", FRESH, f'{GET}.read().decode("utf-8")'),
        (
            "key.get_contents_as_string(version_id='1')",
            FRESH,
            's3.get_object(Bucket=key["Bucket"], Key=_key(key["Key"]), VersionId="1")["Body"].read()',
        ),
        ("key.get_contents_as_string(version_id=name)", FOUND, 's3.get_object(**_at(key, name))["Body"].read()'),
        (
            "key.get_contents_as_string({'Range': 'bytes=0-9'})",
            FOUND,
            's3.get_object(**_at(key), Range="bytes=0-9")["Body"].read()',
        ),
        ("key.get_contents_to_file(fp)", FOUND, 'shutil.copyfileobj(s3.get_object(**_at(key))["Body"], fp)'),
        ("key.get_file(fp)", FRESH, f"shutil.copyfileobj({GET}, fp)"),
        ("key.get_contents_to_filename(path)", FOUND, "_download(s3, path, **_at(key))"),
        (
            "key.get_contents_to_filename(path)",
            LISTED,
            '_download(s3, path, Bucket=key["Bucket"], Key=_key(key["Key"]))',
        ),
    ],
)
def test_plain_downloads(source: str, origins: str, expected: str) -> None:
    assert text_of(source, origins=origins) == expected


@pytest.mark.parametrize(
    "facts",
    [
        {"reads": "md5"},
        {"reads": "metadata"},
        {"calls": "get_metadata"},
        {"calls": "read"},
        {"calls": "close"},
        {"calls": "open"},
        {"calls": "set_contents_from_string"},
        {"writes": "version_id"},
    ],
    ids=str,
)
def test_downloads_that_a_key_has_to_remember_take_the_helper(facts: dict[str, str]) -> None:
    for origins in (FRESH, LISTED):
        text = text_of("key.get_contents_as_string()", origins=origins, **facts)
        assert text == "_get_string(s3, key)"


@pytest.mark.parametrize(
    "facts",
    [
        {"reads": "md5"},
        {"calls": "read"},
        {"calls": "close"},
        {"calls": "open"},
        {"calls": "set_contents_from_string"},
        {"writes": "version_id"},
    ],
    ids=str,
)
def test_downloads_of_a_key_from_a_head_remember_less(facts: dict[str, str]) -> None:
    plain = 's3.get_object(**_at(key))["Body"].read()'
    for harmless in ({"reads": "size"}, {"reads": "metadata"}, {"calls": "get_contents_to_file"}, {"calls": "delete"}):
        assert text_of("key.get_contents_as_string()", origins=FOUND, **harmless) == plain
    assert text_of("key.get_contents_as_string()", origins=FOUND, **facts) == "_get_string(s3, key)"


@pytest.mark.parametrize(
    "source",
    [
        "key.get_contents_as_string(cb=unknown)",
        "key.get_contents_as_string(version_id=unknown)",
        "key.get_contents_as_string(encoding=unknown)",
        "key.get_contents_as_string(response_headers={'response-content-type': 'a/b'})",
    ],
)
def test_downloads_with_what_is_known_at_run_time_take_the_helper(source: str) -> None:
    assert text_of(source, origins=FRESH).startswith("_get_string(s3, key, ")


@pytest.mark.parametrize(
    ("source", "facts", "expected"),
    [
        ("key.delete()", {"origins": LISTED}, 's3.delete_object(Bucket=key["Bucket"], Key=_key(key["Key"]))'),
        ("bucket.new_key('a').delete()", {"origins": NEW}, 's3.delete_object(Bucket=bucket, Key="a")'),
        ("key.delete()", {"origins": FOUND}, "_delete(s3, key)"),
        ("key.delete()", {"origins": FRESH, "makers": "Key(bucket)"}, "_delete(s3, key)"),
        ("key.delete()", {"origins": "s3.Bucket.list_versions"}, "_delete(s3, key)"),
        ("key.delete()", {"origins": LISTED, "used": True}, "_delete(s3, key)"),
        ("key.delete()", {"origins": LISTED, "calls": "get_contents_as_string"}, "_delete(s3, key)"),
        ("key.delete()", {"origins": LISTED, "writes": "version_id"}, "_delete(s3, key)"),
        ("bucket.delete_key('a')", {}, 's3.delete_object(Bucket=bucket, Key="a")'),
        ("bucket.delete_key('/a')", {}, 's3.delete_object(Bucket=bucket, Key="a")'),
        ("bucket.delete_key(key)", {}, "s3.delete_object(Bucket=bucket, Key=_key(key))"),
        ("bucket.delete_key('')", {}, '_delete_key(s3, bucket, "")'),
        ("bucket.delete_key('a', version_id='1')", {}, 's3.delete_object(Bucket=bucket, Key="a", VersionId="1")'),
        (
            "bucket.delete_key('a', version_id=unknown)",
            {},
            '_delete_key(s3, bucket, "a", version_id=unknown)',
        ),
        ("bucket.delete_key('a')", {"used": True}, '_delete_key(s3, bucket, "a")'),
    ],
)
def test_deletes(source: str, facts: dict[str, object], expected: str) -> None:
    assert text_of(source, **facts) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("bucket.set_acl('public-read')", 's3.put_bucket_acl(Bucket=bucket, ACL="public-read")'),
        ("bucket.set_acl('private', '/k')", 's3.put_object_acl(Bucket=bucket, Key="k", ACL="private")'),
        ("bucket.set_acl(unknown)", "_set_acl(s3, bucket, unknown)"),
        ("bucket.set_acl('private', unknown)", '_set_acl(s3, bucket, "private", unknown)'),
        ("bucket.set_canned_acl('private')", 's3.put_bucket_acl(Bucket=bucket, ACL="private")'),
        ("bucket.make_public()", 's3.put_bucket_acl(Bucket=bucket, ACL="public-read")'),
        ("bucket.make_public(recursive=True)", "_make_public(s3, bucket, recursive=True)"),
        ("bucket.make_public(unknown)", "_make_public(s3, bucket, unknown)"),
        ("key.set_acl('private')", 's3.put_object_acl(Bucket=key["Bucket"], Key=_key(key["Key"]), ACL="private")'),
        ("key.set_acl(unknown)", "_set_key_acl(s3, key, unknown)"),
        ("key.make_public()", 's3.put_object_acl(Bucket=key["Bucket"], Key=_key(key["Key"]), ACL="public-read")'),
        ("bucket.configure_versioning(True, True)", "_configure_versioning(s3, bucket, True, True)"),
        ("bucket.configure_versioning(unknown)", "_configure_versioning(s3, bucket, unknown)"),
        (
            "bucket.configure_versioning(False)",
            's3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended", '
            '"MFADelete": "Disabled"})',
        ),
        ("bucket.get_location()", 's3.get_bucket_location(Bucket=bucket).get("LocationConstraint") or ""'),
        ("bucket.initiate_multipart_upload('/a')", 's3.create_multipart_upload(Bucket=bucket, Key="a")'),
        (
            "bucket.initiate_multipart_upload('a', metadata=unknown)",
            '_initiate_multipart_upload(s3, bucket, "a", metadata=unknown)',
        ),
        (
            "bucket.copy_key('/new', 'other', 'old')",
            's3.copy_object(Bucket=bucket, Key="new", CopySource={"Bucket": "other", "Key": "old"}, '
            'StorageClass="STANDARD", MetadataDirective="COPY")',
        ),
        ("bucket.copy_key('n', 'o', 'k', {})", '_copy_key(s3, bucket, "n", "o", "k", {})'),
        (
            "bucket.copy_key('n', 'o', 'k', preserve_acl=True)",
            '_copy_key(s3, bucket, "n", "o", "k", preserve_acl=True)',
        ),
        ("bucket.get_key('a', validate=False)", '{"Bucket": bucket, "Key": "a"}'),
        ("bucket.get_key('a')", '_get_key(s3, bucket, "a")'),
        ("bucket.new_key('a')", '{"Bucket": bucket, "Key": "a"}'),
        ("conn.get_bucket('a', validate=False)", '"a"'),
        ("conn.get_bucket('a')", '_get_bucket(s3, "a")'),
        ("conn.get_all_buckets()", '[bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]'),
        ("conn.create_bucket('a')", 's3.create_bucket(Bucket="a")'),
        ("conn.create_bucket('a', location='us-east-1')", 's3.create_bucket(Bucket="a")'),
        (
            "conn.create_bucket('a', location='EU')",
            's3.create_bucket(Bucket="a", CreateBucketConfiguration={"LocationConstraint": "EU"})',
        ),
        ("conn.create_bucket('a', location=unknown)", '_create_bucket(s3, "a", location=unknown)'),
    ],
)
def test_buckets_and_settings(source: str, expected: str) -> None:
    assert text_of(source, origins=FRESH) == expected


def test_a_bucket_that_is_made_and_used_is_its_name() -> None:
    assert text_of("conn.create_bucket('a')", used=True) == '_create_bucket(s3, "a")'


def test_signed_urls() -> None:
    signed = (
        's3.generate_presigned_url("get_object", Params={"Bucket": key["Bucket"], "Key": _key(key["Key"])}, '
        "ExpiresIn=60)"
    )
    assert text_of("key.generate_url(60)", origins=FRESH) == signed
    assert text_of("key.generate_url(60, 'GET')", origins=LISTED) == signed
    for source, facts in (
        ("key.generate_url(60)", {"origins": FOUND}),
        ("key.generate_url(60)", {"origins": FRESH, "calls": "set_contents_from_string"}),
        ("key.generate_url(60, 'PUT')", {"origins": FRESH}),
        ("key.generate_url(60, query_auth=False)", {"origins": FRESH}),
        ("key.generate_url(unknown)", {"origins": FRESH}),
        ("key.generate_url(9999999999, expires_in_absolute=True)", {"origins": FRESH}),
    ):
        assert text_of(source, **facts).startswith("_generate_url(s3, key, ")
    outcome = outcome_of("key.generate_url(604801)", origins=FRESH)
    assert isinstance(outcome, Flag) and "seven days" in outcome.advice


def test_a_key_that_is_made_knows_where_it_is() -> None:
    assert text_of("Key(bucket)", short="s3.Key") == '{"Bucket": bucket, "Key": None}'
    assert text_of("Key(bucket, 'a')", short="s3.Key") == '{"Bucket": bucket, "Key": "a"}'
    assert text_of("Key(name='a')", short="s3.Key") == '{"Bucket": None, "Key": "a"}'


@pytest.mark.parametrize(
    ("source", "expected", "note"),
    [
        (
            "key.generate_url(60, 'PUT', policy='private')",
            '_generate_url(s3, key, 60, "PUT", policy="private")',
            "has to send the x-amz- headers",
        ),
        (
            "key.generate_url(60, 'PUT', headers={'x-amz-acl': 'private'})",
            '_generate_url(s3, key, 60, "PUT", headers={"x-amz-acl": "private"})',
            "has to send the x-amz- headers",
        ),
        (
            "conn.create_bucket('a', policy='public-read')",
            '_create_bucket(s3, "a", policy="public-read")',
            "refuses ACLs on new buckets",
        ),
        ("conn.lookup('a')", '_lookup_bucket(s3, "a")', "takes every error for a missing bucket"),
    ],
)
def test_what_a_person_should_know(source: str, expected: str, note: str) -> None:
    outcome = outcome_of(source, origins=FRESH)
    assert isinstance(outcome, Rewrite)
    assert outcome.code.text == expected
    assert note in outcome.note
