"""A name of boto 2 that one module of a program imports from another goes with it."""

from __future__ import annotations

from pathlib import Path

from tests.helpers import run_files


def test_a_name_that_a_module_handed_on(tmp_path: Path) -> None:
    files = {
        "cloud.py": (
            "import boto\nfrom boto.exception import EC2ResponseError\n\n"
            "def connect():\n    return boto.connect_ec2()\n"
        ),
        "main.py": (
            "from cloud import EC2ResponseError, connect\ntry:\n    connect().get_all_zones()\n"
            "except EC2ResponseError as e:\n    print(e.error_code)\n"
        ),
    }
    results = run_files(tmp_path, files)
    after = {name: result.after.decode() for name, result in results.items()}
    assert "EC2ResponseError" not in after["cloud.py"] + after["main.py"]
    assert "from cloud import connect\n" in after["main.py"]
    assert "except ClientError as e:" in after["main.py"]
