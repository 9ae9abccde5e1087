"""When two runs can be compared, and why not: each answer is one sentence for the user."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from codemods.verify.compare import Trace
from codemods.verify.output import last_line
from codemods.verify.run import NotCompared

PROBE = (
    "import sys, importlib.util as util\n"
    "print(*sys.version_info[:2], *(bool(util.find_spec(name)) for name in ('boto', 'boto3')))"
)


def check(before: Path, after: Path, command: Sequence[str], setup: Path | None, python: str) -> None:
    """What can be known to fail before anything runs."""
    for tree in (before, after):
        if not tree.is_dir():
            raise NotCompared(f"{tree} is not a directory.")
    if setup is not None and not setup.is_file():
        raise NotCompared(f"The setup file {setup} does not exist.")
    if not command:
        raise NotCompared("There is no command to run.")
    check_python(python)


def check_python(python: str) -> None:
    """Can both libraries and the fake work here? Raises NotCompared."""
    try:
        answer = subprocess.run([python, "-c", PROBE], capture_output=True, text=True, timeout=60, check=False)
    except OSError as error:
        raise NotCompared(f"{python} cannot be started: {error.strerror}.") from error
    if answer.returncode:
        raise NotCompared(f"{python} does not work: {last_line(answer.stderr)}")
    major, minor, boto, boto3 = answer.stdout.split()
    if (int(major), int(minor)) >= (3, 12):
        raise NotCompared(
            f"boto 2 does not import on Python {major}.{minor}: "
            "install boto3ify[verify] on Python 3.10 or 3.11 and run it there."
        )
    if find_spec("moto") is None:
        raise NotCompared("moto is not installed: pip install 'boto3ify[verify]'.")
    for name, found in (("boto", boto), ("boto3", boto3)):
        if found != "True":
            raise NotCompared(f"{name} is not installed for {python}: pip install 'boto3ify[verify]'.")


def not_comparable(before: Trace, after: Trace) -> str:
    """Why two runs say nothing about the migration, in a sentence; '' when they do."""
    for name, side in (("before", before), ("after", after)):
        if side.ended.code == 127 and not side.calls:
            return f"The command cannot be started: {last_line(side.stderr)}"
        if not side.ended.loaded:
            return f"The command did not start a Python that lets itself be watched ({name})."
    if before.ended.code is None:
        return f"The program before does not end within {before.ended.seconds:.0f} s."
    gap = next((call for call in before.calls if call.exchange.failure), None)
    if gap is not None:
        return f"The fake AWS cannot answer {gap.service}.{gap.operation}: {last_line(gap.exchange.failure)}"
    if not before.calls and not after.calls:
        said = f" It ended with: {last_line(before.stderr)}" if before.ended.code else ""
        return f"The command makes no AWS call, so there is nothing to compare.{said}"
    for name, side in (("before", before), ("after", after)):
        if side.calls and not any(call.origin.frames for call in side.calls):
            return f"No call comes from the tree {name}: the command seems to run an installed copy."
    return ""
