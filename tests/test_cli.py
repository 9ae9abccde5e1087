"""The command line as scripts rely on it: what goes where, exit codes, bad input, and nothing lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from codemods import __version__
from codemods.cli import main

LEGACY = "import boto\n\nprint([b.name for b in boto.connect_s3().get_all_buckets()])\n"
UNKNOWN = "import boto\n\nqueue = boto.connect_sqs().get_queue('jobs')\n"
PYTHON2 = "import boto\nprint boto.connect_s3().lookup('x')\n"
COMMANDS = ("scan", "migrate", "verify", "harden", "rules", "config", "doctor")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()  # settings of folders above are not ours
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def as_process(*arguments: str, cwd: Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    root = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    tool = [sys.executable, "-m", "codemods", *arguments]
    return subprocess.run(tool, cwd=cwd, env=environment, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert "examples:" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert __version__ in capsys.readouterr().out


def test_nothing_to_do(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text("print('hello')\n")
    assert run(capsys, "migrate", ".")[:2] == (0, "")
    assert run(capsys, "scan", ".")[0] == 0


def test_migrate_shows_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    code, out, err = run(capsys, "migrate", ".")
    assert code == 0
    assert out.startswith("--- a/a.py\n+++ b/a.py\n") and "+import boto3" in out
    assert err.startswith("0 uses of boto 2 left")
    assert (here / "a.py").read_text() == LEGACY


def test_write_then_nothing_is_left(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    code, out, _ = run(capsys, "migrate", ".", "--write")
    assert (code, out) == (0, "")
    assert "import boto3" in (here / "a.py").read_text()
    assert run(capsys, "migrate", ".")[:2] == (0, "")


def test_uses_left_for_a_person(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(UNKNOWN)
    assert run(capsys, "migrate", ".", "--write")[0] == 1
    marked = (here / "a.py").read_text()
    assert marked.count("# TODO(boto3ify): other-services") == 1
    assert run(capsys, "migrate", ".", "--write")[0] == 1
    assert (here / "a.py").read_text() == marked


def test_check(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    code, out, _ = run(capsys, "migrate", ".", "--check")
    assert (code, out) == (1, "")
    assert (here / "a.py").read_text() == LEGACY


def test_quiet(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    assert run(capsys, "migrate", ".", "--quiet")[2] == ""


def test_patch_is_what_git_takes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    (here / "crlf.py").write_bytes(LEGACY.replace("\n", "\r\n").encode())
    (here / "no_newline.py").write_text(LEGACY.rstrip("\n"))
    assert run(capsys, "migrate", ".", "--patch", "out.patch", "--quiet")[0] == 0
    (here / ".git").rmdir()
    subprocess.run(["git", "init", "-q", "."], check=True)
    subprocess.run(["git", "apply", "out.patch"], check=True)
    by_patch = {path.name: path.read_bytes() for path in here.glob("*.py")}
    assert all(b"import boto3" in content for content in by_patch.values())
    assert b"\r\n" in by_patch["crlf.py"] and b"\n" not in by_patch["crlf.py"].replace(b"\r\n", b"")


def test_two_patches_for_python_2(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(PYTHON2)
    run(capsys, "migrate", ".", "--patch", "boto3.patch", "--python3-patch", "python3.patch", "--quiet")
    first, second = (here / "python3.patch").read_text(), (here / "boto3.patch").read_text()
    assert "+print(" in first and "boto3" not in first
    assert "+import boto3" in second
    (here / ".git").rmdir()
    subprocess.run(["git", "init", "-q", "."], check=True)
    subprocess.run(["git", "apply", "python3.patch"], check=True)
    subprocess.run(["git", "apply", "boto3.patch"], check=True)


def test_modernising_can_be_turned_off(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(PYTHON2)
    code, out, err = run(capsys, "migrate", ".", "--no-modernise")
    assert (code, out) == (2, "")
    assert "a.py: does not parse" in err


def test_patch_cannot_be_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    code, _, err = run(capsys, "migrate", ".", "--patch", "no/such/folder/x.patch", "--quiet")
    assert code == 2 and err.startswith("boto3ify: no/such/folder/x.patch cannot be written")


def test_report(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY + UNKNOWN)
    code, _, err = run(capsys, "migrate", ".", "--report", "report")
    assert code == 1
    assert "report/report.html" in err
    data = json.loads((here / "report/report.json").read_text())
    assert data["tool"] == "boto3ify"
    summary = data["summary"]
    assert summary["files_scanned"] == 1 and summary["files_with_boto2"] == 1 and summary["files_changed"] == 1
    assert (
        summary["sites"]["total"]
        == len(data["sites"])
        == sum(summary["sites"][status] for status in ("rewritten", "review", "flagged"))
    )
    assert summary["remaining"] > 0 and summary["silent"] == 0
    keys = {"path", "line", "api", "service", "status", "rule", "message", "before", "after"}
    assert all(keys <= site.keys() for site in data["sites"])


def test_standard_input(here: Path) -> None:
    done = as_process("migrate", "-", cwd=here, input=LEGACY.encode())
    assert done.returncode == 0 and b"+import boto3" in done.stdout
    done = as_process("migrate", "-", "--write", "--quiet", cwd=here, input=LEGACY.encode())
    assert done.stdout.startswith(b"import boto3") and done.stderr == b""
    done = as_process("migrate", "-", "--write", "--quiet", cwd=here, input=b"print(1)  # nothing here\n")
    assert done.stdout == b"print(1)  # nothing here\n"
    done = as_process("migrate", "-", "a.py", cwd=here, input=b"")
    assert done.returncode == 2 and b"cannot be mixed" in done.stderr


def test_pipe_that_closes_early(here: Path) -> None:
    (here / "a.py").write_text(LEGACY * 200)
    root = Path(__file__).parents[1]
    command = f"{sys.executable} -m codemods rules | head -1"
    done = subprocess.run(
        command, shell=True, cwd=here, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, check=False
    )
    assert done.stdout.count(b"\n") == 1 and done.stderr == b""


@pytest.mark.parametrize("style", ["client", "resource"])
def test_style(here: Path, capsys: pytest.CaptureFixture[str], style: str) -> None:
    (here / "a.py").write_text("import boto\nkey = boto.connect_s3().get_bucket('b').get_key('k')\nprint(key.size)\n")
    _, out, _ = run(capsys, "migrate", ".", "--style", style)
    assert (".meta.client" in out) == (style == "resource")


def test_only_and_skip(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text("import boto\ns3 = boto.connect_s3()\ns3.delete_bucket('x')\ns3.lookup('y')\n")
    _, out, _ = run(capsys, "migrate", ".", "--skip", "s3.Connection.delete_bucket")
    assert "+s3.delete_bucket(Bucket=" not in out and "lookup" in out
    _, out, _ = run(capsys, "migrate", ".", "--only", "ec2")
    assert "+import boto3" not in out


def test_settings_of_the_project(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    (here / "pyproject.toml").write_text("[tool.boto3ify]\nread_timeout = 33\n")
    assert "read_timeout=33" in run(capsys, "migrate", ".")[1]
    (here / "pyproject.toml").write_text("[tool.boto3ify]\nread_timout = 33\n")
    code, _, err = run(capsys, "migrate", ".")
    assert code == 2 and "'read_timout' is not a setting" in err
    (here / "pyproject.toml").unlink()
    (here / "setup.cfg").write_text("[boto3ify]\ntotal_max_attempts = 3\n")
    assert '"total_max_attempts": 3' in run(capsys, "migrate", ".")[1]


def test_bad_input_is_one_line_each_and_the_rest_is_done(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "good.py").write_text(LEGACY)
    (here / "broken.py").write_text("import boto\ndef f(:\n")
    (here / "binary.py").write_bytes(b"import boto\x00\xff\xfe\x00")
    (here / "odd.py").write_bytes(b"# -*- coding: klingon -*-\nimport boto\n")
    (here / "latin.py").write_bytes(
        b"# -*- coding: latin-1 -*-\nimport boto\nname = '\xe9'\nboto.connect_s3().lookup(name)\n"
    )
    (here / "mislabelled.py").write_bytes(b"import boto\nname = '\xe9'\n")
    (here / "bom.py").write_bytes(b"\xef\xbb\xbf" + LEGACY.encode())
    (here / "empty").mkdir()
    (here / "loop").symlink_to(here, target_is_directory=True)
    before = {path.name: path.read_bytes() for path in here.glob("*.py")}
    code, _, err = run(capsys, "migrate", ".", "missing.py", "--write", "--quiet")
    assert code == 2
    lines = err.splitlines()
    for name in ("broken.py", "binary.py", "odd.py", "mislabelled.py", "missing.py"):
        assert sum(name in line for line in lines) == 1, (name, lines)
    assert "Traceback" not in err
    for name in ("broken.py", "binary.py", "odd.py", "mislabelled.py"):
        assert (here / name).read_bytes() == before[name]
    assert b"import boto3" in (here / "good.py").read_bytes()
    assert b"'\xe9'" in (here / "latin.py").read_bytes() and b"import boto3" in (here / "latin.py").read_bytes()
    assert (here / "bom.py").read_bytes().startswith(b"\xef\xbb\xbfimport boto3")


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read and write everything")
def test_unreadable_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    (here / "a.py").chmod(0)
    code, _, err = run(capsys, "migrate", ".")
    assert code == 2 and "a.py" in err


def test_modes_and_links_survive(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "real").mkdir()
    (here / "real/tool.py").write_text("#!/usr/bin/env python\n" + LEGACY)
    (here / "real/tool.py").chmod(0o750)
    (here / "link.py").symlink_to("real/tool.py")
    run(capsys, "migrate", ".", "--write", "--quiet")
    assert (here / "link.py").is_symlink()
    assert (here / "real/tool.py").stat().st_mode & 0o777 == 0o750
    assert (here / "real/tool.py").read_text().startswith("#!/usr/bin/env python\nimport boto3")


def test_killed_at_any_time_leaves_whole_files(here: Path) -> None:
    for number in range(30):
        (here / f"m{number}.py").write_text(LEGACY)
    root = Path(__file__).parents[1]
    tool = [sys.executable, "-m", "codemods", "migrate", ".", "--write", "--quiet"]
    for wait in (0.6, 0.9, 1.2):
        process = subprocess.Popen(tool, cwd=here, env={**os.environ, "PYTHONPATH": str(root)})
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        texts = {path.read_text() for path in here.glob("*.py")}
        assert all(text == LEGACY or "import boto3" in text for text in texts)
        for text in texts:
            compile(text, "m.py", "exec")
    assert as_process("migrate", ".", "--write", "--quiet", cwd=here).returncode == 0
    assert not [path for path in here.glob("m*.py") if "import boto3" not in path.read_text()]


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rules")
    assert code == 0 and out.count("\n") > 1000
    code, out, _ = run(capsys, "rules", "s3.Key.delete")
    assert code == 0 and "- " in out and "+ " in out
    code, _, err = run(capsys, "rules", "s3.Kye.delete")
    assert code == 2 and "did you mean s3.Key.delete" in err


def test_config(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "boto.cfg").write_text(
        "[Credentials]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = verysecretverysecret\n"
        "[Boto]\nhttp_socket_timeout = 12\n"
    )
    code, out, _ = run(capsys, "config", "boto.cfg")
    assert code == 0
    assert "read_timeout" in out and "verysecret" not in out and "AKIAEXAMPLEEXAMPLE00" not in out
    code, _, err = run(capsys, "config", "nowhere.cfg")
    assert code == 2 and "nowhere.cfg cannot be read" in err


def test_doctor_wants_a_url(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "doctor", "--endpoint", "s3.amazonaws.com")
    assert code == 2 and "https://s3.amazonaws.com" in err


def test_harden(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text("import boto3\n\nsqs = boto3.client('sqs')\nprint(sqs.list_queues())\n")
    code, out, _ = run(capsys, "harden", ".")
    assert "Config(" in out and code in (0, 1)
    assert run(capsys, "harden", ".", "--write", "--quiet")[0] in (0, 1)
    assert run(capsys, "harden", ".", "--check", "--quiet")[1] == ""


def test_a_command_needs_verify(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.py").write_text(LEGACY)
    code, _, err = run(capsys, "migrate", ".", "--", "python", "a.py")
    assert code == 2 and "--verify" in err
