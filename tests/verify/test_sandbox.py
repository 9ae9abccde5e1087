"""One command in the sandbox: nothing of the user's in, nothing out, and an end in every case."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path

import pytest

from codemods.verify import Fake
from codemods.verify.sandbox import Ended, Sandbox
from tests.verify.bench import runs

TIMEOUT = 30.0


def run(
    fake: Fake,
    folder: Path,
    source: str,
    *command: str,
    timeout: float = TIMEOUT,
    lines: list[int] | None = None,
) -> Ended:
    """Run `source` as app.py in a sandbox."""
    tree = folder / "given"
    tree.mkdir(exist_ok=True)
    (tree / "app.py").write_text(source)
    sandbox = Sandbox(folder / "run", fake)
    return sandbox.run(tree, command or ("python", "app.py"), timeout, {"app.py": lines} if lines else None)


def test_environment_is_its_own(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("AWS_PROFILE", "mine"),
        ("AWS_SECRET_ACCESS_KEY", "mine"),
        ("BOTO_CONFIG", "/etc/mine"),
        ("HTTPS_PROXY", "http://mine"),
        ("MY_API_TOKEN", "mine"),
        ("PYTHONSTARTUP", "mine"),
        ("COLOUR", "blue"),
    ):
        monkeypatch.setenv(name, value)
    ended = run(fake, tmp_path, "import json, os; print(json.dumps(dict(os.environ)))")
    seen = json.loads(ended.stdout)
    assert "mine" not in ended.stdout
    assert seen["COLOUR"] == "blue"
    assert Path(seen["HOME"]) != Path.home()
    assert (seen["TZ"], seen["PYTHONHASHSEED"]) == ("UTC", "0")
    assert seen["AWS_SECRET_ACCESS_KEY"] == "this-key-opens-nothing"


def test_the_tree_is_not_touched(fake: Fake, tmp_path: Path) -> None:
    source = "open('app.py', 'a').write('# more'); open('new.txt', 'w').write('new')"
    ended = run(fake, tmp_path, source)
    assert (tmp_path / "given" / "app.py").read_text() == source
    assert os.listdir(tmp_path / "given") == ["app.py"]
    assert set(ended.files) == {"app.py", "new.txt"}


def test_a_file_written_with_the_same_content_is_no_change(fake: Fake, tmp_path: Path) -> None:
    ended = run(fake, tmp_path, "text = open('app.py').read(); open('app.py', 'w').write(text)")
    assert (ended.code, ended.files) == (0, {})


def test_a_hanging_command_is_stopped_with_its_children(fake: Fake, tmp_path: Path) -> None:
    source = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    started = time.monotonic()
    ended = run(fake, tmp_path, source, timeout=1.5)
    assert ended.code is None
    assert time.monotonic() - started < 10
    child = int(ended.stdout)
    deadline = time.monotonic() + 5
    while runs(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not runs(child)


def test_a_cancelled_run_ends_at_once(fake: Fake, tmp_path: Path) -> None:
    cancelled = threading.Event()
    cancelled.set()
    sandbox = Sandbox(tmp_path / "run", fake, cancelled=cancelled)
    started = time.monotonic()
    assert sandbox.run(None, ["sleep", "60"], TIMEOUT).code is None
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("raise SystemExit(3)", 3),
        ("1 / 0", 1),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", -11),
        ("import resource; block = bytearray(64 * 1024 ** 3)", 1),
    ],
)
def test_a_crash_is_a_result(fake: Fake, tmp_path: Path, source: str, code: int) -> None:
    assert run(fake, tmp_path, source).code == code


def test_what_the_libraries_log_is_not_the_programs(fake: Fake, tmp_path: Path) -> None:
    source = (
        "import logging, sys\n"
        "logging.basicConfig(level=logging.DEBUG, format='%(message)s', stream=sys.stdout)\n"
        "import boto, botocore\n"
        "for name in ('boto', 'botocore.hooks', 'app', 'botofarm'):\n"
        "    logging.getLogger(name).error('from %s', name)\n"
        "logging.getLogger('boto').addHandler(logging.StreamHandler(sys.stdout))\n"
        "logging.getLogger('boto').propagate = False\n"
        "boto.log.error('asked for')\n"
    )
    assert run(fake, tmp_path, source).stdout.splitlines() == ["from app", "from botofarm", "asked for"]


def test_a_command_that_does_not_exist(fake: Fake, tmp_path: Path) -> None:
    ended = run(fake, tmp_path, "", "no-such-command")
    assert (ended.code, ended.loaded) == (127, False)
    assert "no-such-command" in ended.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("python", "app.py"),
        ("python3", "app.py"),
        ("app.py",),
        ("./app.py",),
        ("python", "-m", "app"),
        ("sh", "-c", "python app.py"),
        ("env", "python3", "app.py"),
    ],
    ids=" ".join,
)
def test_forms_of_a_command(fake: Fake, tmp_path: Path, command: tuple[str, ...]) -> None:
    ended = run(fake, tmp_path, "import sys; print(sys.version_info[:2], __name__)", *command)
    assert ended.code == 0, ended.stderr
    assert ended.loaded
    assert ended.stdout == f"{tuple(__import__('sys').version_info[:2])} __main__\n"


def test_only_this_machine_can_be_reached(fake: Fake, tmp_path: Path) -> None:
    source = (
        "import socket, time, urllib.request\n"
        "def attempt(what, *args):\n"
        "    started = time.monotonic()\n"
        "    try:\n"
        "        what(*args, timeout=20)\n"
        "    except OSError as error:\n"
        "        print(type(error).__name__, time.monotonic() - started < 2)\n"
        "attempt(socket.create_connection, ('192.0.2.1', 80))\n"
        "attempt(socket.create_connection, ('example.com', 443))\n"
        "attempt(urllib.request.urlopen, 'http://169.254.169.254/latest/meta-data/')\n"
        "attempt(urllib.request.urlopen, 'https://example.com/')\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(server.getsockname()).close()\n"
        "print('local')\n"
    )
    ended = run(fake, tmp_path, source)
    assert ended.stdout.splitlines() == [
        "ConnectionRefusedError True",
        "gaierror True",
        "URLError True",
        "URLError True",
        "local",
    ]
    assert ended.refused == ("192.0.2.1:80", "example.com", "169.254.169.254:80")
    assert [refusal.host for refusal in fake.take().refusals] == ["example.com"]


def test_lines_that_ran(fake: Fake, tmp_path: Path) -> None:
    source = "def one():\n    return 1\n\ndef two():\n    return 2\n\none()\n"
    assert run(fake, tmp_path, source, lines=[2, 5, 7]).ran == {("app.py", 2), ("app.py", 7)}


def test_the_dice_of_the_program_are_loaded(fake: Fake, tmp_path: Path) -> None:
    source = "import random, uuid; print(random.random(), random.choice('abc'), uuid.uuid4())"
    first = run(fake, tmp_path, source)
    second = Sandbox(tmp_path / "again", fake).run(tmp_path / "given", ["python", "app.py"], TIMEOUT)
    assert first.code == 0
    assert first.stdout == second.stdout


def test_calls_carry_the_line_that_made_them(fake: Fake, tmp_path: Path) -> None:
    fake.reset()
    source = (
        "import boto, boto3\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "s3 = boto3.client('s3', region_name='us-east-1')\n"
        "def make(name):\n"
        "    s3.create_bucket(Bucket=name)\n"
        "make('first-bucket')\n"
        "boto.connect_s3().create_bucket('second-bucket')\n"
        "with ThreadPoolExecutor(1) as pool:\n"
        "    pool.submit(make, 'third-bucket').result()\n"
        "open('file', 'w').write('x')\n"
        "s3.upload_file('file', 'first-bucket', 'k')\n"
    )
    ended = run(fake, tmp_path, source)
    assert ended.code == 0, ended.stderr
    origins = [exchange.origin for exchange in fake.take().exchanges]
    assert [[frame.line for frame in origin.frames] for origin in origins] == [[5, 6], [7], [5], [11]]
    assert [origin.worker for origin in origins] == [False, False, True, False]
    assert origins[1].via == "boto.s3.connection.create_bucket"
    assert {origin.process for origin in origins} == {origins[0].process}


def test_mocks_of_a_test_suite_are_the_fake_of_the_run(fake: Fake, tmp_path: Path) -> None:
    fake.reset()
    source = (
        "import boto\n"
        "from moto import mock_s3, mock_ec2_deprecated\n"
        "@mock_s3\n"
        "def test_one():\n"
        "    boto.connect_s3().create_bucket('same-name')\n"
        "    with mock_ec2_deprecated():\n"
        "        assert len(boto.connect_s3().get_all_buckets()) == 1\n"
        "def test_two():\n"
        "    mock = mock_s3()\n"
        "    mock.start()\n"
        "    assert boto.connect_s3().get_all_buckets() == []\n"
        "    mock.stop()\n"
    )
    ended = run(fake, tmp_path, source, "python", "-m", "pytest", "-q", "app.py")
    assert ended.code == 0, ended.stdout
    assert len(fake.take().exchanges) == 3
