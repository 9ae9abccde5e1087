"""A name of boto 2 that one module of a program imports from another goes with it."""

from __future__ import annotations

from pathlib import Path

from codemods.model import Status
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


COMPAT = """\
try:
    import boto
    from boto.s3.connection import S3Connection
except ImportError:
    boto = None
    S3Connection = object
"""


def test_names_are_found_through_the_module_that_imports_them(tmp_path: Path) -> None:
    main = (
        "import compat\n\n\ndef names():\n    if compat.boto is None:\n        return []\n    try:\n"
        "        return [bucket.name for bucket in compat.boto.connect_s3().get_all_buckets()]\n"
        "    except compat.boto.exception.S3ResponseError as e:\n        return [e.status]\n"
    )
    results = run_files(tmp_path, {"compat.py": COMPAT, "main.py": main})
    after = {name: result.after.decode() for name, result in results.items()}
    assert "if boto3 is None:" in after["main.py"]
    assert "except ClientError as e:" in after["main.py"]
    assert "boto3.client(" in after["main.py"]
    assert "compat.boto" not in after["main.py"]
    assert after["compat.py"] == "try:\n    import boto3\nexcept ImportError:\n    boto3 = None\n"


def test_a_name_that_is_still_needed_comes_from_boto_itself(tmp_path: Path) -> None:
    main = "from compat import S3Connection as Base, boto\n\n\nclass Mine(Base):\n    pass\n"
    results = run_files(tmp_path, {"compat.py": COMPAT, "main.py": main})
    after = results["main.py"].after.decode()
    assert "from compat" not in after
    assert "from boto.s3.connection import S3Connection as Base\n" in after
    assert "subclass there is no class to inherit from" in after
    assert {site.status for site in results["main.py"].sites if site.rule == "subclass"} == {Status.FLAGGED}


def test_names_read_off_a_module_that_imported_them(tmp_path: Path) -> None:
    files = {
        "cloud.py": "import boto\nfrom boto.exception import S3ResponseError\nGone = S3ResponseError\n",
        "main.py": (
            "import cloud\nconn = cloud.boto.connect_s3()\ntry:\n    conn.get_bucket('a')\n"
            "except cloud.S3ResponseError as e:\n    print(e.status)\n"
            "try:\n    conn.get_bucket('b')\nexcept cloud.Gone as e:\n    print(e.status)\n"
        ),
    }
    results = run_files(tmp_path, files)
    after = {name: result.after.decode() for name, result in results.items()}
    assert "cloud.boto" not in after["main.py"] and "conn = boto3.client(" in after["main.py"]
    assert "except ClientError as e:" in after["main.py"]
    assert "except cloud.Gone as e:" in after["main.py"] and "Gone = ClientError" in after["cloud.py"]
