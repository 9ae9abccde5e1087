"""The promises, for all inputs: bytes without boto 2 stay, a second run changes nothing, what comes out parses."""

from __future__ import annotations

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from codemods.model import Status
from tests.helpers import migrated, run_text

_STATEMENTS = (
    "conn = boto.connect_ec2()",
    "conn = boto.ec2.connect_to_region({text})",
    "s3 = boto.connect_s3({text}, {text})",
    "bucket = s3.get_bucket({text})",
    "bucket = s3.lookup({text})",
    "key = bucket.get_key({text})",
    "key = Key(bucket, {text})",
    "key.key = {text}",
    "key.set_contents_from_string({text})",
    "print(key.name, key.size, {text})",
    "for key in bucket.list({text}): print(key.name)",
    "volumes = conn.get_all_volumes([{text}])",
    "for volume in volumes: volume.delete()",
    "names = [i.tags.get({text}) for r in conn.get_all_instances() for i in r.instances]",
    "x = {text}",
    "print('{{}} %s' % key, f'{{key.name}}')",
    "if not key: pass",
    "try:\n    bucket.delete()\nexcept S3ResponseError as e:\n    print(e.status, e.message)",
    "conn.trim_snapshots()",
    "def f(key=None):\n    return key.etag",
    "f(key)",
    "# a comment",
)
_HEADER = "import boto\nimport boto.ec2\nfrom boto.s3.key import Key\nfrom boto.exception import S3ResponseError\n\n"
_TEXTS = st.sampled_from(["'a'", '"b/c"', "'/x//y'", "None", "''", "x", "u'é'", "'%s' % 1", "('a' +\n 'b')"])


@st.composite
def programs(draw: st.DrawFn) -> str:
    """Programs of random statements, in any order: most are nonsense, and none may trip the tool."""
    chosen = draw(st.lists(st.sampled_from(_STATEMENTS), max_size=12))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    body = "\n".join(statement.format(text=draw(_TEXTS)) for statement in chosen)
    indented = draw(st.booleans())
    if indented and body:
        body = "def main(x=1):\n" + "\n".join(f"    {line}" for line in body.splitlines()) + "\n    return x"
    return (_HEADER + body + "\n").replace("\n", newline)


@settings(max_examples=60, deadline=None)
@given(programs())
def test_output_parses_and_a_second_run_changes_nothing(text: str) -> None:
    run = run_text(text)
    assert not [finding for file in run.files for finding in file.findings if file.failed], text
    once = migrated(text)
    ast.parse(once)
    assert migrated(once) == once


@settings(max_examples=60, deadline=None)
@given(programs())
def test_nothing_is_silent(text: str) -> None:
    run = run_text(text)
    assert all(rest.marked for rest in run.remaining)
    for site in run.sites:
        unchanged = site.before == site.after
        assert unchanged or site.status is not Status.FLAGGED
        assert not unchanged or site.status is Status.FLAGGED or site.rule in ("imports", "handed-on")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_without_boto_stay(raw: bytes) -> None:
    from codemods.pipeline import migrate_text
    from codemods.settings import Settings

    raw = raw.replace(b"boto", b"moto")
    assert [file.after for file in migrate_text("x.py", raw, Settings()).files] == [raw]
