"""`--config-module`: one module has the Config and the helpers, the files import them."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

from codemods.diffs import diffs
from codemods.model import Level
from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.write import write_results

FILES = {
    "shop/__init__.py": "",
    "shop/store.py": "import boto\n\n\ndef open_store(name):\n    return boto.connect_s3().get_bucket(name)\n",
    "shop/fleet.py": (
        "import boto.ec2\n\n\ndef names():\n    ec2 = boto.ec2.connect_to_region('eu-west-1')\n"
        "    return [i.tags.get('Name') for i in ec2.get_only_instances()]\n"
    ),
    "shop/late.py": "def volumes():\n    import boto\n    return boto.connect_ec2().get_all_volumes()\n",
}
SETTINGS = Settings(config_module="shop.aws")


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_helpers_live_in_one_module(shop: Path) -> None:
    run = migrate(["."], SETTINGS)
    assert not write_results(run.files)
    aws = (shop / "shop/aws.py").read_text()
    defined = {node.name for node in ast.parse(aws).body if isinstance(node, ast.FunctionDef)}
    assert {"_get_bucket", "_tags", "_instances"} <= defined
    assert "S3_CONFIG = " in aws and "EC2_CONFIG = " in aws
    for name in ("store", "fleet", "late"):
        text = (shop / f"shop/{name}.py").read_text()
        assert "def _" not in text and "Config(" not in text
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom) and node.module == "shop.aws":
                assert {alias.name for alias in node.names} <= defined | {"S3_CONFIG", "EC2_CONFIG"}
    assert "from shop.aws import EC2_CONFIG" in (shop / "shop/late.py").read_text()


def test_second_run_changes_nothing(shop: Path) -> None:
    write_results(migrate(["."], SETTINGS).files)
    assert not [file.path for file in migrate(["."], SETTINGS).files if file.changed]


def test_more_helpers_are_added(shop: Path) -> None:
    write_results(migrate(["shop/fleet.py", "shop/store.py"], SETTINGS).files)
    before = (shop / "shop/aws.py").read_text()
    (shop / "shop/more.py").write_text("from boto.utils import parse_ts\nprint(parse_ts('2014-01-01T00:00:00Z'))\n")
    write_results(migrate(["."], SETTINGS).files)
    after = (shop / "shop/aws.py").read_text()
    assert "def _parse_ts" in after
    assert [line for line in before.splitlines() if line.startswith("def ")] == [
        line for line in after.splitlines() if line.startswith("def ") and "_parse_ts" not in line
    ]
    ast.parse(after)


def test_patch_makes_the_module(shop: Path) -> None:
    patch = b"".join(diffs(migrate(["."], SETTINGS).files))
    subprocess.run(["git", "init", "-q", "."], check=True)
    subprocess.run(["git", "apply", "-"], input=patch, check=True)
    assert (shop / "shop/aws.py").exists()


def test_no_folder_for_the_module(shop: Path) -> None:
    run = migrate(["."], Settings(config_module="nowhere.aws"))
    problems = [finding for file in run.files for finding in file.findings if finding.level is Level.ERROR]
    assert [problem.path for problem in problems] == ["nowhere/aws.py"]
    assert "no folder" in problems[0].message
