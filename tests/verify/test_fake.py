"""The fake's process: fresh when asked, and gone with the program that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from codemods.verify import Fake, FakeError
from codemods.verify.sandbox import Sandbox
from tests.verify.bench import runs

CREATE = "import boto3; boto3.client('s3').create_bucket(Bucket='one-bucket')"


def test_reset_empties_it(fake: Fake, tmp_path: Path) -> None:
    fake.reset()
    places = frozenset({("s3", "us-east-1")})
    sandbox = Sandbox(tmp_path / "run", fake)
    assert sandbox.run(None, ["python", "-c", CREATE], 30, region="us-east-1").code == 0
    assert list(fake.state(places)["s3"]["us-east-1"]["buckets"]) == ["one-bucket"]
    assert len(fake.take().exchanges) == 1
    assert fake.take().exchanges == ()
    fake.reset()
    assert fake.state(places)["s3"]["us-east-1"]["buckets"] == {}


def test_it_ends_with_its_parent() -> None:
    source = (
        "import os\n"
        "from codemods.verify import Fake\n"
        "print(Fake()._process.pid, flush=True)\n"
        "os._exit(0)\n"  # no cleaning up
    )
    root = Path(__file__).parents[2]
    parent = subprocess.run([sys.executable, "-c", source], cwd=root, capture_output=True, check=True)
    process = int(parent.stdout)
    deadline = time.monotonic() + 10
    while runs(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not runs(process)


def test_a_fake_that_died_says_so() -> None:
    fake = Fake()
    try:
        os.kill(fake._process.pid, signal.SIGKILL)
        with pytest.raises(FakeError, match="The fake AWS ended"):
            fake.take()
    finally:
        fake.close()


def test_what_is_made_later_is_younger(fake: Fake, tmp_path: Path) -> None:
    """AWS tells the times of snapshots and objects in seconds: two of one second would be in any order."""
    fake.reset()
    program = (
        "import boto3, time\n"
        "ec2, s3 = boto3.client('ec2'), boto3.client('s3')\n"
        "volume = ec2.create_volume(Size=1, AvailabilityZone='us-east-1a')['VolumeId']\n"
        "made = [ec2.create_snapshot(VolumeId=volume) and ec2.describe_snapshots(OwnerIds=['self']) for _ in '123']\n"
        "times = sorted(one['StartTime'].timestamp() for one in made[-1]['Snapshots'])\n"
        "s3.create_bucket(Bucket='a-bucket')\n"
        "for name in '12':\n"
        "    s3.put_object(Bucket='a-bucket', Key=name)\n"
        "    times.append(s3.head_object(Bucket='a-bucket', Key=name)['LastModified'].timestamp())\n"
        "assert all(later - earlier >= 1 for earlier, later in zip(times, times[1:])), times\n"
        "assert 0 <= times[0] - time.time() + 60 < 90, times\n"
    )
    ended = Sandbox(tmp_path / "run", fake).run(None, ["python", "-c", program], 30, region="us-east-1")
    assert ended.code == 0, ended.stderr
