"""Programs of a few lines: run on boto 2 as they stand, and on boto3 as the tool writes them.

All programs of a table are functions of one file, which is migrated once in each style. What a function gives, and all
that is left in the fake S3, has to be the same.
"""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from s3_worlds import Worlds, with_keys

from codemods.model import Site, Status
from codemods.pipeline import migrate_text
from codemods.settings import Settings, Style

TOP = """\
import io
import os
import boto
from boto.exception import S3ResponseError
from boto.s3.connection import Location, S3Connection
from boto.s3.deletemarker import DeleteMarker
from boto.s3.key import Key
from boto.s3.prefix import Prefix
"""


@dataclass(frozen=True)
class Written:
    """A table of programs as one file, and what the tool makes of it in one style."""

    before: str
    after: str
    sites: tuple[Site, ...]

    def sites_of(self, index: int) -> list[Site]:
        """The sites inside of one program."""
        starts = [number for number, line in enumerate(self.before.splitlines(), 1) if line.startswith("def work_")]
        ends = [*starts[1:], len(self.before)]
        return [site for site in self.sites if starts[index] <= site.line < ends[index]]


class Programs:
    """A table of programs: a body each, under the name of what it shows."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        self.names = list(bodies)
        self._bodies = list(bodies.values())

    @functools.cache  # noqa: B019 - a table lives as long as the tests
    def written(self, style: Style) -> Written:
        """The table as one file, migrated."""
        before = TOP + "".join(_function(number, body) for number, body in enumerate(self._bodies))
        run = migrate_text("program.py", before.encode(), Settings(style=style))
        return Written(before, run.files[0].after.decode(), tuple(run.sites))

    def check(self, name: str, style: Style, worlds: Worlds, folder: Path, *, versioned: bool, settings: bool) -> None:
        """Run one program on both libraries."""
        index, written = self.names.index(name), self.written(style)
        assert [site.message for site in written.sites_of(index) if site.status is Status.FLAGGED] == []
        worlds.same(
            lambda connection: _result(written.before, index, connection, folder / "old"),
            lambda client: _result(written.after, index, _handle(style, worlds, client), folder / "new"),
            with_keys("a", "dir/b", versioned=versioned),
            settings=settings,
        )


def _function(number: int, body: str) -> str:
    inside = textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
    return (
        f'\n\ndef work_{number}(conn, folder):\n    """:type conn: boto.s3.connection.S3Connection"""\n'
        f'    bucket = conn.get_bucket("bucket")\n{inside}\n'
    )


def _handle(style: Style, worlds: Worlds, client: Any) -> Any:
    """What stands for a connection in a style."""
    if style is Style.CLIENT:
        return client
    handle = boto3.resource(
        "s3",
        region_name="us-east-1",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        endpoint_url=client.meta.endpoint_url,
    )
    handle.meta.client = client
    return handle


@functools.cache
def _compiled(text: str) -> dict[str, Any]:
    space: dict[str, Any] = {}
    exec(compile(text, "program.py", "exec"), space)
    return space


def _result(text: str, index: int, connection: Any, folder: Path) -> Any:
    folder.mkdir()
    return _compiled(text)[f"work_{index}"](connection, str(folder))
