"""`boto3ify verify`, and `migrate --verify`: what a person gives, and what comes back."""

from __future__ import annotations

import argparse
import json
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from codemods.commands import verify
from codemods.commands.exits import UsageError
from codemods.pipeline import migrate
from codemods.report import write_reports
from codemods.settings import Settings
from codemods.verify import conditions
from codemods.verify.migration import root_of
from tests.verify.planted import PUBLISH


def parse(*arguments: object) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="boto3ify")
    commands = parser.add_subparsers()
    verify.add_parser(commands)
    migrating = commands.add_parser("migrate")
    migrating.add_argument("paths", nargs="+")
    migrating.add_argument("--quiet", action="store_true")
    verify.add_migrate_options(migrating)
    return parser.parse_args([str(argument) for argument in arguments])


def run(*arguments: object) -> int:
    parsed = parse("verify", *arguments)
    code: int = parsed.run(parsed)
    return code


def test_options_of_the_command_are_its_own() -> None:
    parsed = parse("verify", "old", "new", "--timeout", "5", "--", "python", "main.py", "--timeout", "9", "--", "-x")
    assert (parsed.timeout, parsed.command) == (5.0, ["python", "main.py", "--timeout", "9", "--", "-x"])
    parsed = parse("migrate", "a", "b", "--verify", "--", "./run.sh", "--verify")
    assert (parsed.paths, parsed.verify, parsed.command) == (["a", "b"], True, ["./run.sh", "--verify"])
    assert not parse("migrate", "a").verify


def test_help_has_examples_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse("verify", "--help")
    text = capsys.readouterr().out
    assert all(example in text for example in verify.EXAMPLES)
    assert "exit codes:" in text and "-- COMMAND..." in text


@pytest.mark.parametrize("wrong", ["0", "-1", "soon", "nan", "inf"])
def test_a_timeout_is_a_number_of_seconds(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse("verify", "a", "b", "--timeout", wrong, "--", "x")
    assert "is not a number of seconds" in capsys.readouterr().err


def test_one_sentence_for_each_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gone is not a folder; give the folder that holds the program"):
        run(tmp_path / "gone", tmp_path, "--", "python", "main.py")
    with pytest.raises(UsageError, match="there is no command to run; put it behind --, as in: boto3ify verify"):
        run(tmp_path, tmp_path)
    with pytest.raises(UsageError, match=r"the setup file .*no.py does not exist"):
        run(tmp_path, tmp_path, "--setup", tmp_path / "no.py", "--", "python", "main.py")
    stdin = parse("migrate", "-", "--verify", "--", "python", "main.py")
    with pytest.raises(UsageError, match="--verify needs files to run"):
        verify.verify_planned(stdin, migrate([str(tmp_path)], Settings()))


def test_missing_extras_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> ModuleSpec | None:
        return None

    monkeypatch.setattr(conditions, "find_spec", absent)
    with pytest.raises(UsageError, match=r"^moto is not installed: pip install 'boto3ify\[verify\]'\.$"):
        run(tmp_path, tmp_path, "--", "python", "main.py")


def test_a_python_that_boto_2_cannot_import_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python3.12"
    python.write_text("#!/bin/sh\necho 3 12 False True\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(
        UsageError, match=r"^boto 2 does not import on Python 3\.12: install .* on Python 3\.10 or 3\.11"
    ):
        run(tmp_path, tmp_path, "--", "python", "main.py")


def test_root_of_paths(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one.py").touch()
    assert root_of([str(tmp_path / "a" / "one.py")]) == tmp_path / "a"
    assert root_of([str(tmp_path / "a")]) == tmp_path / "a"
    assert root_of([str(tmp_path / "a" / "one.py"), str(tmp_path / "a" / "b")]) == tmp_path / "a"


def test_verify_two_trees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """AFTER is written by hand here: sites are those of BEFORE, and their lines are found in AFTER."""
    report = tmp_path / "report"
    options = ("--setup", PUBLISH.setup, "--timeout", "60", "--report", report)
    code = run(PUBLISH.before, PUBLISH.after, *options, "--", *PUBLISH.command)
    out, err = capsys.readouterr()
    assert code == 0, out
    first, *rest = out.splitlines()
    assert first.startswith("same: ") and first.endswith("the end, the output and the state are the same.")
    assert any(line.startswith("sites     ") and " proved" in line for line in rest)
    (wire,) = [line for line in rest if line.startswith("wire ")]
    assert "s3 us-east-1 s3.amazonaws.com" in wire
    assert err == f"report    {report / 'report.html'}\n"
    data = json.loads((report / "report.json").read_text())
    assert data["verify"]["result"] == "same"
    assert data["verify"]["wire"][0]["SigV4"] == data["verify"]["wire"][0]["requests"]
    assert data["verify"]["limits"]
    said = [site["verify"]["result"] for site in data["sites"]]
    assert said.count("proved") > len(said) / 2
    html = (report / "report.html").read_text()
    assert "verify: proved" in html and "What a fake cannot show" in html and "On the wire" in html
    assert "s3.put_object" in html, "the diff is the one to AFTER as it is"


PYTHON_2 = """\
import boto


def main():
    bucket = boto.connect_s3().create_bucket('one-bucket')
    for name in 'a', 'b':
        print name
        bucket.new_key(name).set_contents_from_string(u'text %d' % len(name))
    if len(list(bucket.list())) > 5:
        bucket.delete()


main()
"""


def test_migrate_and_verify_in_one_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A Python 2 program: the first step of the migration runs on boto 2, the second on boto3."""
    source = tmp_path / "project" / "main.py"
    source.parent.mkdir()
    source.write_text(PYTHON_2)
    arguments = parse("migrate", source.parent, "--verify", "--timeout", "60", "--", "python", "main.py")
    planned = migrate(arguments.paths, Settings())
    verdict = verify.verify_planned(arguments, planned)
    assert source.read_text() == PYTHON_2, "the verification works on copies"
    assert verdict is not None and verdict.result == "same", verdict
    assert verify.worst(0, verdict) == 0 and verify.worst(1, verdict) == 1 and verify.worst(0, None) == 0
    written = write_reports(planned, tmp_path / "report", verdict=verify.show(verdict))
    assert "main.py is Python 2: it ran as Python 3" in capsys.readouterr().out
    (data,) = [json.loads(path.read_text()) for path in written if path.suffix == ".json"]
    said = {site["line"]: site["verify"]["result"] for site in data["sites"] if site["rule"] != "imports"}
    assert said[5] == said[8] == said[9] == "proved"
    assert said[10] == "not exercised"
