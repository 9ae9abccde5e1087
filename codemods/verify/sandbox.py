"""Run one command in a copy of a tree, with no settings of the user and no way out but the fake AWS."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from codemods.verify.fake import Fake
from codemods.verify.urls import signature

RUNNER = Path(__file__).with_name("runner")

MEMORY = 8 * 1024**3
FILE_SIZE = 4 * 1024**3
TICK = 0.2  # seconds between two looks at whether the verification was cancelled

# What boto, botocore, proxies and TLS libraries read, what changes how Python runs, and what looks like a
# secret.
SCRUBBED = re.compile(
    r"AWS_|BOTO|EC2_|S3_|EUCA|MOTO_|PYTHON|PYTEST_|COV_CORE_|COVERAGE_|SSL_CERT_|XDG_|TMP$|TEMP$|TMPDIR$|.*PROXY"
    r"|.*_CA_BUNDLE|.*(SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL)",
    re.IGNORECASE,
)

# Not a default of anybody: boto 2 ignores the variable (boto/__init__.py, boto/ec2/__init__.py) and boto3
# obeys it, so a client that was left without a region shows up in the comparison. boto 2 knows this region
# too.
DEFAULT_REGION = "ap-southeast-2"

# Bulky, or of no use to a program: left out of the copy.
LEFT_OUT = shutil.ignore_patterns(
    ".git",
    ".hg",
    ".svn",
    "__pycache__",
    ".venv",
    ".tox",
    ".nox",
    "node_modules",
    ".mypy_cache",
    ".pytest_cache",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it left behind. `code` is None when it ran out of time."""

    code: int | None
    stdout: str
    stderr: str
    seconds: float
    files: Mapping[str, bytes]  # created or changed below the tree
    removed: tuple[str, ...]
    ran: frozenset[tuple[str, int]]  # wanted lines that were executed
    refused: tuple[str, ...]  # what the program tried to reach round the proxy
    loaded: bool  # the runner was active
    presigned: Mapping[str, str]  # signature of a URL that the program made -> the method it is for


class Sandbox:
    """A directory with the copy of the tree, a home, and an environment that points at one fake."""

    def __init__(
        self,
        directory: Path,
        fake: Fake,
        python: str = sys.executable,
        cancelled: threading.Event | None = None,
    ) -> None:
        # Resolved, because the program's frames are recognised by their path.
        self._directory = directory.resolve()
        self._fake = fake
        self._python = python
        self._cancelled = cancelled or threading.Event()
        self.tree = self._directory / "tree"
        self.home = self._directory / "home"
        self.temporary = self._directory / "tmp"
        for path in (self.tree, self.home, self.temporary, self._directory / "bin"):
            path.mkdir(parents=True)
        for name in ("python", "python3"):
            # A script, not a link: a linked interpreter does not find the virtual environment that it belongs
            # to.
            script = self._directory / "bin" / name
            script.write_text(f'#!/bin/sh\nexec {shlex.quote(python)} "$@"\n')
            script.chmod(0o755)
        self._write_boto_config()

    def run(
        self,
        tree: Path | None,
        command: Sequence[str],
        timeout: float,
        lines: Mapping[str, Sequence[int]] | None = None,
        region: str = DEFAULT_REGION,
    ) -> Ended:
        """Copy `tree`, run `command` in the copy, and see what became of it; `lines` are watched."""
        if tree is not None:
            shutil.copytree(tree, self.tree, symlinks=True, ignore=LEFT_OUT, dirs_exist_ok=True)
        log = self._directory / "log"
        log.write_bytes(b"")
        environment = self._environment(region, log)
        if lines:
            lines_file = self._directory / "lines"
            lines_file.write_text(json.dumps({path: list(numbers) for path, numbers in lines.items()}))
            environment["BOTO3IFY_LINES"] = str(lines_file)
        before = dict(self._stamps())
        started = time.monotonic()
        code, stdout, stderr = self._execute(self._command(command), environment, timeout)
        seconds = time.monotonic() - started
        after = dict(self._stamps())
        events = [json.loads(line) for line in log.read_text().splitlines()]
        return Ended(
            code=code,
            stdout=stdout,
            stderr=stderr,
            seconds=seconds,
            files=dict(self._changed(tree, (path for path in after if before.get(path) != after[path]))),
            removed=tuple(sorted(set(before) - set(after))),
            ran=frozenset((event[1], event[2]) for event in events if event[0] == "ran"),
            refused=tuple(dict.fromkeys(event[1] for event in events if event[0] == "refused")),
            loaded=any(event[0] == "loaded" for event in events),
            presigned={signature(event[2]): event[1] for event in events if event[0] == "presigned"},
        )

    def _command(self, command: Sequence[str]) -> list[str]:
        """The command with `python` as the interpreter of the verification, and Python files run by it."""
        program, *arguments = command
        if program in ("python", "python3"):
            return [self._python, *arguments]
        script = self.tree / program
        if script.is_file() and (script.suffix == ".py" or _is_python_script(script)):
            return [self._python, program, *arguments]
        if "/" not in program and script.is_file() and os.access(script, os.X_OK):
            return [str(script), *arguments]
        return [program, *arguments]

    def _execute(self, command: list[str], environment: dict[str, str], timeout: float) -> tuple[int | None, str, str]:
        launch = [
            self._python,
            "-I",
            "-S",
            str(RUNNER / "_boto3ify" / "launch.py"),
            str(MEMORY),
            str(FILE_SIZE),
        ]
        # Files, not pipes: a grandchild that keeps a pipe open would keep us waiting.
        out, err = self._directory / "stdout", self._directory / "stderr"
        with out.open("wb") as stdout, err.open("wb") as stderr:
            process = subprocess.Popen(
                [*launch, *command],
                cwd=self.tree,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                start_new_session=True,
            )
            try:
                code = self._wait(process, timeout)
            finally:
                _kill_group(process)
        return code, out.read_text(errors="replace"), err.read_text(errors="replace")

    def _wait(self, process: subprocess.Popen[bytes], timeout: float) -> int | None:
        """The exit code, or None when the time is over or the verification was cancelled."""
        deadline = time.monotonic() + timeout
        while (rest := deadline - time.monotonic()) > 0 and not self._cancelled.is_set():
            with suppress(subprocess.TimeoutExpired):
                return process.wait(min(rest, TICK))
        return None

    def _environment(self, region: str, log: Path) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not SCRUBBED.match(name)}
        proxy = f"http://127.0.0.1:{self._fake.port}"
        authority = str(self._fake.ca_file)
        path = [str(self._directory / "bin"), str(Path(self._python).parent), kept.get("PATH", os.defpath)]
        local = "localhost,127.0.0.1,169.254.169.254"
        return kept | {
            "PATH": os.pathsep.join(path),
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "PWD": str(self.tree),
            "TZ": "UTC",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "TERM": "dumb",
            "NO_COLOR": "1",
            "COLUMNS": "120",
            "PYTHONPATH": str(RUNNER),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            # boto 2 warns about itself on Python 3; warnings are no behaviour of the program.
            "PYTHONWARNINGS": "ignore::DeprecationWarning,ignore::SyntaxWarning,ignore::ResourceWarning",
            "PYTEST_ADDOPTS": "-p no:warnings --color=no",
            "AWS_ACCESS_KEY_ID": "AKIAVERIFYVERIFYFAKE",
            "AWS_SECRET_ACCESS_KEY": "this-key-opens-nothing",
            "AWS_DEFAULT_REGION": region,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CA_BUNDLE": authority,
            "REQUESTS_CA_BUNDLE": authority,
            "SSL_CERT_FILE": authority,
            "CURL_CA_BUNDLE": authority,
            "BOTO_CONFIG": str(self._directory / "boto.cfg"),
            **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), proxy),
            # The metadata service is not behind the proxy: reached directly, and refused by the runner.
            "no_proxy": local,
            "NO_PROXY": local,
            "BOTO3IFY_TREE": str(self.tree),
            "BOTO3IFY_PROXY_HOST": "127.0.0.1",
            "BOTO3IFY_PROXY_PORT": str(self._fake.port),
            "BOTO3IFY_CA": authority,
            "BOTO3IFY_LOG": str(log),
        }

    def _write_boto_config(self) -> None:
        (self._directory / "boto.cfg").write_text(
            "[Boto]\n"
            f"ca_certificates_file = {self._fake.ca_file}\n"
            "https_validate_certificates = True\n"
            "metadata_service_timeout = 1\n"
            "metadata_service_num_attempts = 1\n"
        )

    def _stamps(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Size and time of every file, which say whether it may have changed."""
        for directory, folders, names in os.walk(self.tree):
            left_out = LEFT_OUT(directory, [*folders, *names])
            folders[:] = [name for name in folders if name not in left_out]
            for name in names:
                path = Path(directory, name)
                if name not in left_out and path.is_file() and not path.is_symlink():
                    stat = path.stat()
                    yield path.relative_to(self.tree).as_posix(), (stat.st_size, stat.st_mtime_ns)

    def _changed(self, original: Path | None, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The content of those files that are not as they were given."""
        for path in paths:
            content = (self.tree / path).read_bytes()
            given = original / path if original is not None else None
            if given is None or not given.is_file() or given.read_bytes() != content:
                yield path, content


def _is_python_script(path: Path) -> bool:
    with path.open("rb") as file:
        first = file.readline(200)
    return first.startswith(b"#!") and b"python" in first


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End the command and all that it left running."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
