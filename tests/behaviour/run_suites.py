"""Runs pytest in each of the folders given, without boto 2: what all of them import is imported once, then forked."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import boto3  # noqa: F401
import moto.ec2.models
import moto.s3.models  # noqa: F401
import pytest

SECONDS = 60


def main() -> None:
    """Write `output.txt` into each folder."""
    sys.modules["boto"] = None  # type: ignore[assignment]
    for folder in sys.argv[1:]:
        child = os.fork()
        if child:
            os.waitpid(child, 0)
            continue
        signal.alarm(SECONDS)
        output = os.open(Path(folder) / "output.txt", os.O_CREAT | os.O_WRONLY)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.chdir(folder)
        sys.path.insert(0, folder)
        options = ["-q", "-rfE", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist", "--rootdir", folder]
        code = pytest.main([*options, folder])
        print(f"exit {int(code)}", flush=True)
        os._exit(0)


if __name__ == "__main__":
    main()
