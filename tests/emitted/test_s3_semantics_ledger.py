"""The catalogue of differences, row by row (sections 5 to 13, S3): each row has a program here, or a test elsewhere.

The programs of `test_s3_semantics` and of this file begin with the rows that they are for.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import test_s3_every_row
import test_s3_semantics
from s3_programs import Programs
from s3_worlds import Worlds

from codemods.catalog import catalog
from codemods.catalog.schema import Manual
from codemods.emitted import s3_listing
from codemods.model import Status
from codemods.settings import Style
from tests.helpers import CASES, sites

PROGRAMS = {
    "B7 B8 a place, and a bucket that is there": """
        made = conn.create_bucket("made", location="eu-west-1")
        again = conn.create_bucket("bucket")
        return made.get_location(), again.name, conn.create_bucket("plain", location=Location.DEFAULT).get_location()
    """,
    "B9 a bucket with a policy": """
        made = conn.create_bucket("made", policy="public-read")
        return sorted(grant.permission for grant in made.get_acl().acl.grants)
    """,
    "L4 names as they are asked for": """
        Key(bucket, u"x y+z/\u00e9").set_contents_from_string("1")
        return [key.name for key in bucket.list("x", encoding_type="url")], [key.name for key in bucket.list("x")]
    """,
    "L7 pages": """
        keys, versions = bucket.get_all_keys(max_keys=1), bucket.get_all_versions(max_keys=1)
        return [k.name for k in keys], [v.name for v in versions], keys.is_truncated
    """,
    "L14 errors come with the first item": """
        listing = conn.get_bucket("missing", validate=False).list()
        try:
            return [key.name for key in listing]
        except S3ResponseError as error:
            return error.status, error.error_code
    """,
    "L15 a prefix is taken as it is": """
        return [k.name for k in bucket.list(prefix="/dir")], [k.name for k in bucket.list(prefix="dir//")]
    """,
    "K6 what a HEAD is asked": """
        etag = bucket.get_key("a").etag
        same = bucket.get_key("a", headers={"If-Match": etag})
        return same.name, bucket.get_key("a", response_headers={"response-content-type": "text/css"}).size
    """,
    "K19 a key is read as a file": """
        import json
        import shutil
        Key(bucket, "j").set_contents_from_string('{"x": [1]}')
        out = io.BytesIO()
        shutil.copyfileobj(bucket.get_key("a"), out)
        return json.load(bucket.get_key("j")), out.getvalue()
    """,
    "K22 a download tells about the object": """
        key = Key(bucket, "a")
        before = key.size, key.etag, key.md5, key.last_modified
        data = key.get_contents_as_string()
        return before, data, key.size, key.etag, key.content_type, key.last_modified
    """,
    "W11 a file that is open for text": """
        path = os.path.join(folder, "text")
        with open(path, "w", encoding="utf-8") as file:
            file.write(u"caf\\u00e9")
        with open(path, encoding="utf-8") as file:
            sent = Key(bucket, "k").set_contents_from_file(file)
        return sent, bucket.get_key("k").read()
    """,
    "W24 no such file": """
        try:
            Key(bucket, "k").set_contents_from_filename(os.path.join(folder, "missing"))
        except IOError as error:
            return error.errno, bucket.get_key("k")
    """,
    "M4 names of metadata are lower case": """
        key = Key(bucket, "k")
        key.set_metadata("Owner", "me")
        local = key.get_metadata("Owner"), key.get_metadata("owner")
        key.set_contents_from_string("1")
        found = bucket.get_key("k")
        return local, found.get_metadata("owner"), found.get_metadata("Owner"), sorted(found.metadata)
    """,
    "M5 metadata that is a number": """
        key = Key(bucket, "k")
        try:
            key.set_metadata("n", 5)
            key.set_contents_from_string("1")
        except Exception:
            return "refused"
        return bucket.get_key("k").get_metadata("n")
    """,
    "D5 a quiet deletion": """
        result = bucket.delete_keys(["a", "dir/b"], quiet=True)
        return sorted(d.key for d in result.deleted), result.errors, [key.name for key in bucket]
    """,
    "D9 D10 D11 D14 what a copy keeps": """
        key = Key(bucket, "source")
        key.set_metadata("x", "y")
        key.set_contents_from_string("1", policy="public-read", reduced_redundancy=True)
        found = bucket.get_key("source")
        one = found.copy("bucket", "one", preserve_acl=True)
        two = found.copy("bucket", "two", encrypt_key=True, reduced_redundancy=False)
        bucket.copy_key("three", "bucket", "source")
        keys = [bucket.get_key(name) for name in ("one", "two", "three")]
        told = [(k.storage_class, k.etag == found.etag, k.get_metadata("x"), k.encrypted) for k in keys]
        return told, [len(k.get_acl().acl.grants) for k in keys], one.name, two.name
    """,
    "D16 names with blanks and plus signs": """
        Key(bucket, "x y+z%20").set_contents_from_string("1")
        bucket.copy_key("copy of+it", "bucket", "x y+z%20")
        return bucket.get_key("copy of+it").read(), sorted(key.name for key in bucket)
    """,
    "D17 versioning is set": """
        return bucket.configure_versioning(True), bucket.configure_versioning(False), bucket.get_versioning_status()
    """,
    "U1 U7 U13 URLs that do something": """
        import requests
        key = bucket.new_key("new")
        put = key.generate_url(60, "PUT", headers={"Content-Type": "text/css"})
        one = requests.put(put, data="1", headers={"Content-Type": "text/css"}).status_code
        two = requests.head(key.generate_url(60, "HEAD")).headers["Content-Type"]
        three = requests.get(conn.generate_url(60, "GET", "bucket", "new")).text
        four = requests.delete(key.generate_url(60, method="DELETE")).status_code
        return one, two, three, four, bucket.get_key("new")
    """,
    "U3 U10 a plain URL": """
        return [Key(bucket, name).generate_url(60, query_auth=False).split("/bucket/")[1] for name in ("a", "//x//y")]
    """,
    "U5 U12 until a moment": """
        import requests
        import time
        key = bucket.get_key("a")
        until = requests.get(key.generate_url(int(time.time()) + 60, expires_in_absolute=True))
        return until.text, requests.get(key.generate_url(60.0)).text
    """,
    "U6 headers of the answer": """
        import requests
        headers = {"response-content-disposition": "attachment; filename=x", "response-content-type": "text/css"}
        answer = requests.get(bucket.get_key("a").generate_url(60, response_headers=headers))
        return answer.headers["Content-Disposition"], answer.headers["Content-Type"], answer.text
    """,
    "U4 U8 without TLS, and with a policy": """
        import requests
        key = bucket.new_key("new")
        url = key.generate_url(60, "GET", force_http=True)
        return url.partition(":")[0]
    """,
    "A4 A7 who may do what": """
        acl = bucket.get_acl()
        told = [(g.permission, g.type, g.id, g.uri, g.email_address) for g in acl.acl.grants]
        return acl.owner.id, told, [grant.permission for grant in bucket.list_grants()]
    """,
    "A19 headers that are idle": """
        bucket.set_acl("public-read", headers={})
        bucket.get_key("a").set_acl("public-read", headers=None)
        return len(bucket.get_acl(headers=None).acl.grants)
    """,
    "P2 P7 a part of a file is a part": """
        file = io.BytesIO(b"0123456789")
        upload = bucket.initiate_multipart_upload("parts")
        upload.upload_part_from_file(file, 1, size=4)
        place = file.tell()
        done = upload.complete_upload()
        return place, bucket.get_key("parts").read(), done.version_id, bool(done.location)
    """,
}

OF_VERSIONS = {
    "K6 D12 a version by its id": """
        old = bucket.get_key("a").version_id
        Key(bucket, "a").set_contents_from_string("newer")
        bucket.copy_key("copy", "bucket", "a", src_version_id=old)
        return bucket.get_key("a", version_id=old).read(), bucket.get_key("a").read(), bucket.get_key("copy").read()
    """,
    "U11 a URL holds the version that the key knows": """
        import requests
        key = bucket.get_key("a")
        Key(bucket, "a").set_contents_from_string("newer")
        return requests.get(key.generate_url(60)).text, requests.get(Key(bucket, "a").generate_url(60)).text
    """,
    "D19 P7 an upload in parts has a version": """
        upload = bucket.initiate_multipart_upload("parts")
        upload.upload_part_from_file(io.BytesIO(b"1"), 1)
        return bool(upload.complete_upload().version_id)
    """,
}

TABLES = {"plain": Programs(PROGRAMS), "versioned": Programs(OF_VERSIONS)}
NAMES = [(table, name) for table, programs in TABLES.items() for name in programs.names]


@pytest.mark.parametrize("style", [Style.CLIENT, Style.RESOURCE], ids=lambda style: style.value)
@pytest.mark.parametrize(("table", "name"), NAMES, ids=[name for _, name in NAMES])
def test_row(worlds: Worlds, tmp_path: Path, table: str, name: str, style: Style) -> None:
    versioned = table == "versioned"
    TABLES[table].check(name, style, worlds, tmp_path, versioned=versioned, settings=name.startswith(("A", "D17")))


def test_listings_are_of_version_1() -> None:
    """L12: other stores may not know the second version of it."""
    assert "list_objects_v2" not in inspect.getsource(s3_listing)


def test_resuming_is_left_to_a_person() -> None:
    """K21: boto3 cannot go on with a download of another process."""
    text = (
        "import boto\nfrom boto.s3.resumable_download_handler import ResumableDownloadHandler\n"
        "key = boto.connect_s3().get_bucket('b').get_key('k')\n"
        "key.get_contents_to_filename('x', res_download_handler=ResumableDownloadHandler('tracker'))\n"
    )
    found = {site.rule for site in sites(text) if site.status is Status.FLAGGED}
    assert "s3.Key.get_contents_to_filename" in found


SECTIONS = {"B": 17, "L": 15, "K": 22, "W": 24, "M": 8, "D": 20, "U": 14, "A": 19, "P": 9}
"""How many rows each section has."""

EVERY_ROW = {
    "B13": "connections",
    "B14": "buckets made by hand",
    "B15": "buckets made by hand",
    "L9": "uploads that wait",
    "L11": "owners of listed keys",
    "W21": "a file is sent",
    "M7": "a redirect",
    "M8": "a redirect",
    "D15": "another storage class",
    "A2": "everything is public",
    "A5": "a policy made by hand",
    "A6": "grants of a bucket",
    "A8": "a policy of a bucket",
    "A10": "a policy of a bucket",
    "A11": "cross-origin rules",
    "A12": "lifecycle",
    "A13": "lifecycle",
    "A14": "a website",
    "A15": "logs",
    "A17": "request payment",
    "P4": "uploads that wait",
    "P5": "an upload in parts",
    "P6": "an upload in parts",
}
"""Rows that a program of `test_s3_every_row` is for."""

LEFT_TO_A_PERSON = {
    "B17": ("s3.Bucket", "set_key_class"),
    "K17": ("s3.Key", "resp"),
    "K18": ("s3.KeyFile", "__init__"),
    "K20": ("s3.Key", "get_torrent_file"),
    "W20": ("s3.Key", "set_contents_from_stream"),
    "A18": ("s3.Bucket", "get_subresource"),
}
"""Rows that are not rewritten: what has the advice."""

ELSEWHERE = {
    "B16": "test_s3_urls.py: test_a_form_for_uploads",
    "L12": "test_s3_semantics_ledger.py: test_listings_are_of_version_1",
    "L13": "no listing of a boto3 collection is ever emitted",
    "K21": "test_s3_semantics_ledger.py: test_resuming_is_left_to_a_person",
    "W18": "the server checks what it gets; boto 2's own check had no counterpart to test",
    "W23": "one PUT is sent, never threads: test_s3_semantics.py, W3",
    "U2": "cases/s3/url_too_long.py",
    "U9": "the port is not in the URL any more, which is said in the documents",
    "U14": "programs/s3_presigned compares the hosts",
    "P9": "loops over parts stay as they are: programs/s3_multipart",
}
"""Rows that other tests are for, and rows that ask nothing of the tool."""


def test_every_row_has_a_test() -> None:
    names = [name for table in (*TABLES.values(), *test_s3_semantics.TABLES.values()) for name in table.names]
    shown = {row for name in names for row in re.findall(r"\b[A-Z]\d+\b", name)}
    rows = {f"{section}{number}" for section, count in SECTIONS.items() for number in range(1, count + 1)}
    assert sorted(rows - shown - set(EVERY_ROW) - set(LEFT_TO_A_PERSON) - set(ELSEWHERE)) == []
    assert set(EVERY_ROW.values()) <= set(test_s3_every_row.ROWS)
    assert all(isinstance(catalog().member(*place), Manual) for place in LEFT_TO_A_PERSON.values())
    assert (CASES / "s3" / "url_too_long.py").exists()
