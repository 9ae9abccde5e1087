"""The house's own rules: package list complete, files that a head can hold, nothing named that must not be."""

from __future__ import annotations

import ast
import configparser
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "codemods").rglob("*.py"))
TABLES = ("catalog/",)
MOST_LINES = 420


def test_setup_cfg_lists_every_package() -> None:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg")
    listed = set(parser["options"]["packages"].split())
    present = {".".join(path.parent.relative_to(ROOT).parts) for path in SOURCES if path.name == "__init__.py"} | {
        "codemods.templates"
    }
    assert listed == present


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_fits_in_a_head(path: Path) -> None:
    if not any(table in path.as_posix() for table in TABLES):
        assert len(path.read_text().splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_things_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree) or not path.read_text().strip()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_no_registry_host_and_no_machine_path_is_named() -> None:
    forbidden = re.compile("|".join(["pypi" + r"\.org", "python" + "hosted", "/wo" + r"rk/(?:main|wt|shared|steering|\.library)", "/fa" + "rm/"]))
    for path in ROOT.rglob("*"):
        if path.suffix in (".py", ".md", ".cfg", ".toml", ".j2") and ".venv" not in path.parts and path.is_file():
            assert not forbidden.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_the_tool_knows_no_corpus_project() -> None:
    named = re.compile(
        "luigi|starcluster|kingpin|beeswith|wal[-_]e\\b|boto_rsync|cloudbridge|thunder|automated.ebs", re.I
    )
    for path in [*SOURCES, *sorted((ROOT / "templates").iterdir())]:
        assert not named.search(path.read_text()), path
