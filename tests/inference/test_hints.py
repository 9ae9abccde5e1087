"""A user's hints for parameters, locals, attributes and globals; and the hints that the tool asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods.pipeline import migrate
from codemods.settings import Settings
from tests.inference.programs import wrong_types

UNKNOWN = {
    "tool/__init__.py": "",
    "tool/jobs.py": """\
import boto
from plugins import load


class Job:
    def __init__(self):
        self.bucket = load("bucket")

    def run(self, volume, name):
        self.bucket.list()  #? self.bucket: {attribute}
        volume.create_snapshot(name)  #? volume: {parameter}
        image = load(name)
        image.id  #? image: {local}


CONN = load("conn")


def regions():
    return CONN.get_bucket("x")  #? CONN: {glob}
""",
}


@pytest.mark.parametrize(
    ("hint", "where"),
    [
        ({"tool.jobs.Job.bucket": "Bucket"}, {"attribute": "s3.Bucket (declared)"}),
        ({"tool.jobs.Job.run.volume": "ec2.Volume"}, {"parameter": "ec2.Volume (declared)"}),
        ({"tool.jobs.Job.run.image": "boto.ec2.image.Image"}, {"local": "ec2.Image (declared)"}),
        ({"tool.jobs.CONN": "S3Connection"}, {"glob": "s3.Connection (declared)"}),
        ({"Job.run.volume": "Volume"}, {"parameter": "ec2.Volume (declared)"}),
    ],
    ids=["attribute", "parameter", "local", "global", "end of the path"],
)
def test_a_hint_is_a_declaration(hint: dict[str, str], where: dict[str, str]) -> None:
    expected = {"attribute": "?", "parameter": "?", "local": "?", "glob": "?", **where}
    modules = {path: text.format(**expected) for path, text in UNKNOWN.items()}
    assert wrong_types(modules, hint) == []


def test_a_hint_decides_where_kinds_of_objects_meet() -> None:
    text = """\
import boto
def keys(store):
    return store.list()  #? store: {}
keys(boto.connect_s3().get_bucket("b"))
class Own:
    def list(self):
        return []
keys(Own())
"""
    assert wrong_types({"main.py": text.format("Own | s3.Bucket")}) == []
    assert wrong_types({"main.py": text.format("s3.Bucket (declared)")}, {"keys.store": "Bucket"}) == []


PROGRAM = """\
import boto


class Job:
    def __init__(self, plugins):
        self.conn = plugins.load("conn")

    def run(self):
        for volume in self.conn.get_all_volumes():
            print(volume)
        return self.conn.get_all_snapshots(), self.conn.get_all_images(), self.conn.own()


def first(plugins):
    conn = plugins.load("conn")
    return conn.get_all_security_groups(), conn.get_all_images(), conn.own


def name_of(layout):
    return layout.key_name, layout.anything


def other(thing):
    return thing.get_all_volumes(), thing.what_boto_has_not()
"""


def test_the_hints_that_would_help_most_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "jobs.py"
    path.write_text(PROGRAM)
    hints = migrate([str(tmp_path)], Settings()).hints
    assert hints == (
        f'"jobs.Job.conn" = "ec2.Connection"  # 4 uses: get_all_images, get_all_snapshots, get_all_volumes ({path}:11)',
        f'"jobs.first.conn" = "ec2.Connection"  # 3 uses: get_all_images, get_all_security_groups ({path}:16)',
    )


def test_a_hint_that_was_asked_for_is_understood(tmp_path: Path) -> None:
    (tmp_path / "jobs.py").write_text(PROGRAM)
    hints = migrate([str(tmp_path)], Settings()).hints
    types = dict(hint.partition("  # ")[0].replace('"', "").split(" = ") for hint in hints)
    again = migrate([str(tmp_path)], Settings(types=types))
    assert again.hints == ()
    assert {site.line for site in again.sites if site.rule == "unknown-type"} == {24}


def test_no_hint_where_nothing_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import boto\nprint(boto.connect_ec2().get_all_volumes())\n")
    assert migrate([str(tmp_path)], Settings()).hints == ()
