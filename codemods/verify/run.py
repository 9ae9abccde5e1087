"""One side of a verification: prepare the fake, run the command, keep everything that was seen."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codemods.verify.compare import Trace
from codemods.verify.fake import Fake
from codemods.verify.model import Call
from codemods.verify.normalise import Names
from codemods.verify.output import last_line, scrub, scrub_log
from codemods.verify.sandbox import Ended, Sandbox
from codemods.verify.steps import steps
from codemods.verify.wire import Reader

SETUP_REGION = "us-east-1"
S3_REGION = "us-east-1"  # one S3 for all regions: its state is kept under one name


class NotCompared(Exception):
    """The two trees cannot be compared; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one side did."""

    prepared: Sequence[Call]
    calls: Sequence[Call]
    ended: Ended
    state: Mapping[str, Any]
    started: float
    places: tuple[tuple[str, str], ...]  # paths of the run that must not show, and their names
    refused: tuple[str, ...]  # hosts that the program asked for and that are not AWS


def run(
    tree: Path,
    command: Sequence[str],
    fake: Fake,
    reader: Reader,
    *,
    setup: Path | None = None,
    timeout: float,
    python: str,
    lines: Mapping[str, Sequence[int]] | None = None,
    cancelled: threading.Event | None = None,
) -> Run:
    """Run `command` in a copy of `tree` against the fake, emptied and prepared first."""
    fake.reset()
    with tempfile.TemporaryDirectory(prefix="boto3ify-run-") as directory:
        if setup is not None:
            _prepare(Sandbox(Path(directory, "setup"), fake, python, cancelled), setup.resolve(), timeout)
        prepared = [reader.read(exchange) for exchange in fake.take().exchanges]
        sandbox = Sandbox(Path(directory, "run"), fake, python, cancelled)
        started = time.time()
        try:
            ended = sandbox.run(tree, command, timeout, lines)
        except shutil.Error as error:
            raise NotCompared(f"{tree} cannot be copied: {error.args[0][0][2]}") from error
        recording = fake.take()
        calls = [reader.read(exchange) for exchange in recording.exchanges]
        refused = dict.fromkeys((*ended.refused, *(refusal.host for refusal in recording.refusals)))
        used = {(call.service, S3_REGION if call.service == "s3" else call.region) for call in (*prepared, *calls)}
        places = (
            (str(sandbox.tree), "<tree>"),
            (str(sandbox.home), "<home>"),
            (str(sandbox.temporary), "<tmp>"),
            (f"127.0.0.1:{fake.port}", "<proxy>"),
        )
        return Run(prepared, calls, ended, fake.state(frozenset(used)), started, places, tuple(refused))


def _prepare(sandbox: Sandbox, setup: Path, timeout: float) -> None:
    ended = sandbox.run(None, ["python", str(setup)], timeout, region=SETUP_REGION)
    if ended.code is None:
        raise NotCompared(f"The setup file {setup.name} did not end within {timeout:.0f} s.")
    if ended.code != 0:
        raise NotCompared(f"The setup file {setup.name} failed: {last_line(ended.stderr)}")


def trace(seen: Run, reader: Reader) -> Trace:
    """Make a run comparable: calls into steps, texts without what differs from run to run."""
    methods = seen.ended.presigned
    return Trace(
        steps=steps(seen.calls, reader, _names(seen.prepared, seen.state)),
        calls=seen.calls,
        prepared=seen.prepared,
        ended=seen.ended,
        stdout=scrub(seen.ended.stdout, seen.places, methods),
        stderr=scrub_log(seen.ended.stderr, seen.places, methods),
        files={path: _content(content, seen.places, methods) for path, content in seen.ended.files.items()},
        state=seen.state,
        started=seen.started,
        refused=seen.refused,
    )


def _names(prepared: Iterable[Call], state: Mapping[str, Any]) -> Names:
    names = Names()
    for call in prepared:
        names.learn(call)
    for region, kinds in state.get("ec2", {}).items():
        for group in kinds.get("security_groups", {}).values():
            names.groups.setdefault((region, group["GroupName"]), group["GroupId"])
        for address in kinds.get("addresses", {}).values():
            if address.get("AllocationId"):
                names.addresses.setdefault((region, address["PublicIp"]), address["AllocationId"])
    return names


def _content(content: bytes, places: Sequence[tuple[str, str]], methods: Mapping[str, str]) -> str | bytes:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return content
    return content if "\0" in text else scrub(text, places, methods)
