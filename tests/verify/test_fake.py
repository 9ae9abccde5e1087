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
