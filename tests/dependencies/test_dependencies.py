"""Dependency files: each case file holds a path, the file before and after, and what is said about it, line
by line.
"""

import ast
import itertools
import pathlib
import re

import pytest
import yaml

from codemods.dependencies import RULES, Wanted, handles, rewrite_dependencies
from codemods.dependencies.files import tomllib
from codemods.model import Status

CASES = sorted((pathlib.Path(__file__).parents[1] / "cases" / "dependencies").glob("*.case"))


def read_case(path):
    head, before, after, said = re.split(r"^=====\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    options = dict(line.split(": ") for line in head.splitlines())
    return options, before, after, said.splitlines()


def change_of(name, text, **wanted):
    return rewrite_dependencies(name, text, Wanted(**wanted))


def said_about(change):
    if change is None:
        return []
    lines = [(site.line, site.status.value, site.rule) for site in change.sites]
    lines += [(finding.line, finding.level.value, finding.rule) for finding in change.findings]
    return [f"{line} {what} {rule}" for line, what, rule in sorted(lines, key=lambda one: one[0])]


def parser_of(name):
    parsers = {".toml": tomllib.loads, "Pipfile": tomllib.loads, ".yml": yaml.safe_load, ".py": ast.parse}
    return next((parser for end, parser in parsers.items() if name.endswith(end)), str)


def parses(parse, text):
    try:
        parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
def test_case(path, newline):
    options, before, after, said = read_case(path)
    name, keep = options["path"], "keep_boto" in options
    before, after = before.replace("\n", newline), after.replace("\n", newline)
    assert handles(name)
    change = change_of(name, before, keep_boto=keep)
    assert (change.text if change else before) == after
    assert said_about(change) == said
    assert {line.split()[-1] for line in said} <= set(RULES)
    again = change_of(name, after, keep_boto=keep)
    assert (again.text if again else after) == after


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_sites_tell_the_truth(path):
    options, before, _, _ = read_case(path)
    change = change_of(options["path"], before, keep_boto="keep_boto" in options)
    for site in change.sites if change else ():
        line = before.splitlines()[site.line - 1]
        assert line[site.column - 1 :].startswith(site.before.splitlines()[0])
        assert (site.before == site.after) == (site.status is Status.FLAGGED)
        assert site.message.endswith(".")
        if site.after and "keep_boto" not in options:
            assert site.after.splitlines()[0] in change.text.splitlines()[site.line_after - 1]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_could_be_parsed_can_be_parsed_afterwards(path):
    options, before, after, _ = read_case(path)
    parse = parser_of(options["path"])
    if parses(parse, before):
        parse(after)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_boto_can_always_be_kept(path):
    """Nothing goes that a use of boto needs, every file stays what it is, and a second run adds nothing."""
    options, before, _, _ = read_case(path)
    name = options["path"]
    change = change_of(name, before, keep_boto=True, moto=False)
    if change is None:
        return
    boto = re.compile(r"(?<![\w.])boto(?![\w.-])")
    assert len(boto.findall(change.text)) == len(boto.findall(before))
    parse = parser_of(name)
    if parses(parse, before):
        parse(change.text)
    again = change_of(name, change.text, keep_boto=True, moto=False)
    assert again is None or again.text == change.text


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_file_without_a_last_newline_stays_without(path):
    options, before, after, _ = read_case(path)
    change = change_of(options["path"], before.rstrip("\n"), keep_boto="keep_boto" in options)
    assert (change.text if change else before).rstrip("\n") == after.rstrip("\n")


@pytest.mark.parametrize(
    "name",
    [
        *("requirements.txt", "requirements-dev.txt", "requirements_test.txt", "dev-requirements.in"),
        *("requirements/prod.txt", "constraints.txt", "tools/pip-requires", "test-requires", "deps.txt"),
        *("setup.py", "a/b/setup.py", "setup.cfg", "tox.ini", "pyproject.toml", "Pipfile", "Pipfile.lock"),
        *("environment.yml", "environment-dev.yaml", "conda-environment.yml", "Dockerfile", "Dockerfile.dev"),
        *("docker/app.dockerfile", "roles/x/tasks/main.yml", ".travis.yml", ".github/workflows/a.yaml"),
        *("poetry.lock", "uv.lock", "Makefile", "scripts/setup.sh", "runtime.txt", "a\\b\\setup.py"),
    ],
)
def test_handled_names(name):
    assert handles(name)


@pytest.mark.parametrize(
    "name",
    [
        "app.py",
        "setup.py.orig",
        "requirements.py",
        "README.txt",
        "notes.md",
        "my-setup.py",
        "Pipfiles",
        "x.egg-info/requires.txt",
    ],
)
def test_other_names(name):
    assert not handles(name)
    assert rewrite_dependencies(name, "boto\n") is None


def test_moto_is_left_alone_where_no_mock_was_moved():
    assert change_of("requirements.txt", "moto==1.3\n", moto=False) is None


def test_keep_boto_next_to_boto3_changes_nothing():
    assert change_of("requirements.txt", "boto\nboto3>=1.36\n", keep_boto=True) is None


@pytest.mark.parametrize(
    "order", list(itertools.permutations(["boto", "types-boto", "boto3>=1.36", "boto3-stubs>=1.36"]))
)
@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("setup.py", "setup(install_requires=[{}])\n"),
        ("pyproject.toml", "[project]\ndependencies = [{}]\n"),
        ("main.yml", "- pip:\n    name: [{}]\n"),
    ],
)
def test_neighbours_that_go_together(name, form, order):
    """Whatever the order, what is left is a list of the other two."""
    text = form.format(", ".join(f'"{one}"' for one in order))
    change = change_of(name, text)
    left = re.findall(r'"([^"]*)"', change.text)
    assert left == [one for one in order if one.startswith("boto3")]
    parser_of(name)(change.text)
    assert re.sub(r'"[^"]*"|[\s,]', "", change.text) == re.sub(r"\s", "", form.format(""))


def test_a_file_that_names_neither_is_nothing_to_talk_about():
    assert change_of("requirements.txt", "six\n") is None


def test_urls_with_passwords_are_not_repeated():
    text = "git+https://user:hunter2@example.org/boto.git\n"
    change = change_of("requirements.txt", text)
    assert "hunter2" not in str(change.sites)
