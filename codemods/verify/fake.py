"""One fake AWS in a process of its own: started for a run, asked over a private socket, gone with it.

A process, because moto keeps its state in globals, reads the environment and patches botocore: none of that
may touch the program that asks for the verification, and two fakes can then run side by side.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any

from codemods.verify.model import Recording

START_TIMEOUT = 120.0
PAGE_SIZE = 1000  # S3's: how many keys a listing answers at once


class FakeError(Exception):
    """The fake could not be started or gave up."""


class Fake:
    """The handle on the fake's process; a context manager. Small pages show what happens to much data."""

    def __init__(self, page_size: int = PAGE_SIZE) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="boto3ify-fake-")
        self._errors = Path(self._directory.name, "errors")
        ours, theirs = socket.socketpair()
        package_root = Path(__file__).parents[2]
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONPATH": str(package_root),
            "HOME": self._directory.name,
            "TZ": "UTC",
            "PYTHONHASHSEED": "0",
            # A new account owns nothing. With its default images moto would own 1300 snapshots in every
            # region; without them it starts instances of any image all the same.
            "MOTO_EC2_LOAD_DEFAULT_AMIS": "false",
            "MOTO_S3_DEFAULT_MAX_KEYS": str(page_size),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "codemods.verify.serve", str(theirs.fileno()), self._directory.name],
            cwd=self._directory.name,
            env=environment,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # an interrupt at the keyboard is for us; the fake ends with the socket
            stdout=subprocess.DEVNULL,
            stderr=self._errors.open("wb"),
        )
        theirs.close()
        self._connection = Connection(ours.detach())
        self.port: int = self._receive(START_TIMEOUT)
        self.ca_file = Path(self._directory.name, "ca.pem")

    def __enter__(self) -> Fake:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process: it stops when the socket closes."""
        self._connection.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._directory.cleanup()

    def reset(self) -> None:
        """Empty the fake, with the ids that it deals out starting again."""
        self._ask("reset")

    def take(self) -> Recording:
        """What was recorded since the last `take` or `reset`."""
        recording: Recording = self._ask("take")
        return recording

    def state(self, services: frozenset[tuple[str, str]]) -> dict[str, Any]:
        """The resources that exist now, for pairs of service and region. See `codemods.verify.state`."""
        state: dict[str, Any] = self._ask("state", services)
        return state

    def _ask(self, *question: object) -> Any:
        self._connection.send(question)
        return self._receive(START_TIMEOUT)

    def _receive(self, timeout: float) -> Any:
        try:
            if not self._connection.poll(timeout):
                raise FakeError(f"The fake AWS did not answer within {timeout:.0f} s.")
            return self._connection.recv()
        except (EOFError, OSError) as error:
            self._process.kill()
            self._process.wait()
            lines = self._errors.read_text(errors="replace").strip().splitlines()
            raise FakeError(f"The fake AWS ended: {lines[-1] if lines else 'no reason given'}") from error
