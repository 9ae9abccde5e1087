"""Names that a file already uses keep their meaning in code and helpers that are written into it."""

from __future__ import annotations

import ast

from tests.helpers import migrated

BEFORE = """
import datetime
import boto

class Config(object):
    region = 'us-east-1'

conn = boto.connect_ec2()
for instance in conn.get_only_instances():
    print(instance.launch_time, datetime.datetime.now(), Config.region)
"""


def test_imports_of_the_file_keep_their_meaning() -> None:
    after = migrated(BEFORE)
    bound = [
        alias.asname or alias.name
        for node in ast.walk(ast.parse(after))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    assert len(bound) == len(set(bound))
    assert "from botocore.config import Config as _Config" in after
    assert "EC2_CONFIG = _Config(" in after
