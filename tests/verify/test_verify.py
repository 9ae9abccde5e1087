"""Whole verifications: what a user gets, and what each kind of program comes to."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from codemods.verify import judge, verify
from codemods.verify.model import Kind, Proof, Verdict
from tests.verify.bench import Bench, site
from tests.verify.planted import PUBLISH

BEFORE = """\
import boto
conn = boto.connect_s3()
bucket = conn.create_bucket("one-bucket")
key = bucket.new_key("k")
key.set_contents_from_string(
    "text",
    headers={"Content-Type": "text/plain"},
)
if len(list(bucket.list())) > 1:
    bucket.delete_key("k")
"""
AFTER = """\
import boto3
s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="one-bucket")


def count(bucket):
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return sum(len(page.get("Contents", [])) for page in pages)


s3.put_object(Bucket="one-bucket", Key="k", Body="text",
              ContentType="text/plain")
if count("one-bucket") > 1:
    s3.delete_object(Bucket="one-bucket", Key="k")
"""
SITES = (
    site(2, 2, "boto.connect_s3"),
    site(3, 3, "boto.s3.connection.S3Connection.create_bucket"),
    site(5, 11, "boto.s3.key.Key.set_contents_from_string"),
    site(9, 13, "boto.s3.bucket.Bucket.list"),
    site(10, 14, "boto.s3.bucket.Bucket.delete_key"),
)


def test_a_right_migration_from_outside() -> None:
    """The entry itself, once: two fakes, a setup file, files written, a listing in small pages."""
    verdict = verify(PUBLISH.before, PUBLISH.after, PUBLISH.command, setup=PUBLISH.setup, timeout=60, page_size=3)
    assert (verdict.result, verdict.exit_code, verdict.differences) == ("same", 0, ())
    assert re.fullmatch(r"\d+ calls, the end, the output and the state are the same\.", verdict.reason)
    (row,) = verdict.wire
    assert row.good
    assert (row.service, row.region, row.host) == ("s3", "us-east-1", "s3.amazonaws.com")
    assert any("DeleteObjects" in limit or "signature" in limit.lower() for limit in verdict.limits)
    assert json.loads(json.dumps(verdict.as_dict()))["exit_code"] == 0


def proofs(verdict: Verdict) -> list[Proof]:
    return [proof.proof for proof in verdict.sites]


def test_sites_of_a_right_migration(bench: Bench) -> None:
    verdict = bench.judge(BEFORE, AFTER, SITES)
    assert verdict.result == "same", verdict.reason
    assert proofs(verdict) == [Proof.PROVED] * 4 + [Proof.NOT_EXERCISED]
    assert [proof.calls for proof in verdict.sites] == [0, 1, 1, 1, 0]
    assert "makes no call of its own" in verdict.sites[0].reason


def test_sites_of_a_wrong_migration(bench: Bench) -> None:
    verdict = bench.judge(BEFORE, AFTER.replace("text/plain", "text/html"), SITES)
    assert (verdict.result, verdict.exit_code) == ("differs", 1)
    assert proofs(verdict) == [
        Proof.NOT_EXERCISED,
        Proof.PROVED,
        Proof.DIFFERS,
        Proof.PROVED,
        Proof.NOT_EXERCISED,
    ]
    first = verdict.differences[0]
    assert (first.kind, str(first.before_at), str(first.after_at)) == (Kind.CHANGED, "app.py:5", "app.py:11")
    (detail,) = first.details
    assert (detail.path, detail.before, detail.after) == ("ContentType", "'text/plain'", "'text/html'")
    assert verdict.differences[1].kind is Kind.STATE
    assert "s3://one-bucket/k" in verdict.differences[1].summary


def boto3_program(body: str, options: str = "") -> str:
    return f'import boto3\ns3 = boto3.client("s3", region_name="us-east-1"{options})\n{body}'


ONE_CALL = boto3_program('s3.create_bucket(Bucket="one-bucket")\n')


def test_nothing_to_compare(bench: Bench) -> None:
    verdict = bench.judge("print(1)", "print(2)")
    assert (verdict.result, verdict.exit_code) == ("not compared", 2)
    assert verdict.reason == "The command makes no AWS call, so there is nothing to compare."
    crashed = bench.judge("import no_such_module", "import no_such_module")
    assert crashed.reason.endswith("It ended with: ModuleNotFoundError: No module named 'no_such_module'")


def test_a_program_that_fails_on_both_sides_is_said_to(bench: Bench) -> None:
    verdict = bench.judge(BEFORE + "1 / 0\n", AFTER + "1 / 0\n")
    assert verdict.result == "same", verdict.reason
    (note,) = [note.text for note in verdict.notes if "exit code" in note.text]
    assert note.startswith("Both runs end with exit code 1: ZeroDivisionError: division by zero.")


def test_a_program_that_hangs_after_the_migration(bench: Bench) -> None:
    verdict = bench.judge(ONE_CALL, ONE_CALL + "import time\ntime.sleep(60)\n", timeout=5)
    assert verdict.result == "differs"
    (difference,) = (d for d in verdict.differences if d.kind is Kind.END)
    assert (difference.before, difference.after) == ("exit code 0", "stopped after 5 s")


def test_a_program_that_hung_before(bench: Bench) -> None:
    verdict = bench.judge("import time\ntime.sleep(60)\n", ONE_CALL, timeout=2)
    assert (verdict.exit_code, verdict.reason) == (2, "The program before does not end within 2 s.")


def test_the_same_aws_error_ends_both(bench: Bench) -> None:
    before = (
        'import boto\nbucket = boto.connect_s3().get_bucket("no-bucket", validate=False)\n'
        'bucket.get_key("k", validate=False).read()\n'
    )
    after = boto3_program('s3.get_object(Bucket="no-bucket", Key="k")\n')
    verdict = bench.judge(before, after)
    assert verdict.result == "same", verdict.differences
    assert verdict.before is not None
    assert verdict.before.code == 1


def test_a_call_that_the_fake_cannot_answer(bench: Bench) -> None:
    source = 'import boto3\nboto3.client("ec2", region_name="us-east-1").describe_bundle_tasks()\n'
    verdict = bench.judge(source, source)
    assert verdict.exit_code == 2
    assert verdict.reason.startswith("The fake AWS cannot answer ec2.DescribeBundleTasks: moto does not implement")


def test_threads_finish_in_any_order(bench: Bench) -> None:
    program = """
from concurrent.futures import ThreadPoolExecutor
import time
s3.create_bucket(Bucket="one-bucket")
def put(number):
    time.sleep(number / 20)
    s3.put_object(Bucket="one-bucket", Key=f"k{number}", Body=b"x")
    return s3.get_object(Bucket="one-bucket", Key=f"k{number}")["Body"].read()
with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(put, ORDER)))
"""
    before = boto3_program(program.replace("ORDER", "[0, 1, 2]"))
    after = boto3_program(program.replace("ORDER", "[2, 1, 0]"))
    assert bench.judge(before, after).result == "same"
    wrong = bench.judge(
        before,
        after.replace('get_object(Bucket="one-bucket", Key=f"k{number}"', 'get_object(Bucket="one-bucket", Key="k0"'),
    )
    assert wrong.result == "differs"


def test_order_counts_outside_of_threads(bench: Bench) -> None:
    put = 's3.put_object(Bucket="one-bucket", Key="{}")\n'
    body = 's3.create_bucket(Bucket="one-bucket")\n' + put.format("a") + put.format("b")
    swapped = body.replace('Key="a"', 'Key="x"').replace('Key="b"', 'Key="a"').replace('Key="x"', 'Key="b"')
    verdict = bench.judge(boto3_program(body), boto3_program(swapped))
    assert [difference.kind for difference in verdict.differences] == [Kind.ORDER]


def test_processes_one_after_the_other_keep_their_order(bench: Bench) -> None:
    source = """
import subprocess, sys
code = "import boto3; boto3.client('s3', region_name='us-east-1').create_bucket(Bucket='bucket-%s')"
for name in ("a", "b"):
    subprocess.run([sys.executable, "-c", code % name], check=True)
s3.list_buckets()
"""
    verdict = bench.judge(boto3_program(source), boto3_program(source))
    assert verdict.result == "same", verdict.differences
    assert verdict.after is not None
    assert verdict.after.calls == 3


def test_signature_version_2_is_a_violation(bench: Bench) -> None:
    old = ', config=__import__("botocore.config").config.Config(signature_version="s3")'
    source = boto3_program('s3.create_bucket(Bucket="one-bucket")\n', old)
    verdict = bench.judge(source, source)
    (difference,) = verdict.differences
    assert (difference.kind, difference.summary) == (
        Kind.WIRE,
        "s3.CreateBucket is signed with Signature Version 2, not 4.",
    )
    assert str(difference.after_at) == "app.py:3"
    assert not verdict.wire[0].good


def test_what_boto_2_still_does_is_told(bench: Bench) -> None:
    verdict = bench.judge(BEFORE, BEFORE)
    assert verdict.result == "same"
    assert verdict.wire == ()
    assert "s3.CreateBucket is still made by boto 2." in [note.text for note in verdict.notes]


def test_the_instance_metadata_service_is_out_of_reach(bench: Bench) -> None:
    before = "import boto, boto.utils\nprint(boto.utils.get_instance_metadata(timeout=1, num_retries=1))\n"
    before += 'boto.connect_s3().create_bucket("one-bucket")\n'
    verdict = bench.judge(before, ONE_CALL.replace("import boto3\n", "import boto3\nprint({})\n"))
    assert verdict.result == "same", verdict.differences
    assert verdict.before is not None
    assert verdict.before.seconds < 20


def test_a_failing_setup_file(tmp_path: Path) -> None:
    setup = tmp_path / "setup.py"
    setup.write_text("raise SystemExit('no such thing')")
    verdict = verify(tmp_path, tmp_path, ["python", "x.py"], setup=setup, timeout=30)
    assert (verdict.exit_code, verdict.reason) == (2, "The setup file setup.py failed: no such thing")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("3 13 True True", "boto 2 does not import on Python 3.13: install"),
        ("3 11 False True", "boto is not installed for "),
        ("3 11 True False", "boto3 is not installed for "),
    ],
)
def test_a_python_that_will_not_do(tmp_path: Path, answer: str, reason: str) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho {answer}\n")
    python.chmod(0o755)
    verdict = verify(tmp_path, tmp_path, ["python", "x.py"], python=str(python))
    assert verdict.exit_code == 2
    assert verdict.reason.startswith(reason)


@pytest.mark.parametrize(
    ("before", "command", "setup", "reason"),
    [
        ("none", ["python"], None, "none is not a directory."),
        (".", [], None, "There is no command to run."),
        (".", ["python"], "none.py", "The setup file none.py does not exist."),
    ],
)
def test_arguments_that_cannot_work(before: str, command: list[str], setup: str | None, reason: str) -> None:
    verdict = verify(Path(before), Path("."), command, setup=Path(setup) if setup else None)
    assert (verdict.exit_code, verdict.reason) == (2, reason)


def test_output_that_is_never_the_same_is_no_difference(tmp_path: Path) -> None:
    for name, line in (("before", "sent"), ("after", "sent")):
        (tmp_path / name).mkdir()
        source = ONE_CALL + f"import os\nprint(os.urandom(8).hex())\nprint('{line}')\n"
        (tmp_path / name / "app.py").write_text(source)
    verdict = verify(tmp_path / "before", tmp_path / "after", ["python", "app.py"], timeout=60)
    assert verdict.result == "same", verdict.reason
    assert "stdout: not the same in two runs before either (line 1)." in [note.text for note in verdict.notes]


def test_a_crash_comes_before_the_calls_that_it_prevents(bench: Bench) -> None:
    body = 's3.create_bucket(Bucket="one-bucket")\n{}s3.list_buckets()\n'
    verdict = bench.judge(boto3_program(body.format("")), boto3_program(body.format("{}['gone']\n")))
    assert [difference.kind for difference in verdict.differences] == [Kind.END, Kind.MISSING, Kind.STDERR]
    assert verdict.differences[0].after == "exit code 1: KeyError: 'gone'"


def test_a_look_up_that_only_boto_2_makes_proves_nothing(bench: Bench) -> None:
    before = 'import boto\nconn = boto.connect_s3()\nconn.create_bucket("one-bucket")\nconn.get_bucket("one-bucket")\n'
    sites = (site(4, 4, "boto.s3.connection.S3Connection.get_bucket"),)
    right = bench.judge(before, ONE_CALL + "bucket = 'one-bucket'\n", sites)
    assert (right.result, proofs(right)) == ("same", [Proof.PROVED])
    assert right.sites[0].reason.startswith("Ran on both sides; makes no call of its own")
    assert [note.text for note in right.notes] == ["HeadBucket is asked on boto 2 only, and was answered."]
    wrong = bench.judge(before, ONE_CALL + "raise SystemExit(4)\n", sites)
    assert (wrong.result, proofs(wrong)) == ("differs", [Proof.NOT_EXERCISED])


def test_a_command_that_is_no_python(bench: Bench, tmp_path: Path) -> None:
    seen = bench.trace(tmp_path, command=("true",))
    verdict = judge(seen, seen)
    assert verdict.exit_code == 2
    assert verdict.reason == "The command did not start a Python that lets itself be watched (before)."


def test_a_program_that_is_not_in_the_tree(bench: Bench, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    installed.mkdir()
    (installed / "app.py").write_text(ONE_CALL)
    tree = tmp_path / "tree"
    tree.mkdir()
    seen = bench.trace(tree, command=("python", str(installed / "app.py")))
    assert judge(seen, seen).reason.startswith("No call comes from the tree before")
