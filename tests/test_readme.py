"""The documents say what is true: the example, the table, the commands and the options.

`python -m tests.test_readme` brings the generated parts up to date.
"""

from __future__ import annotations

import re
from pathlib import Path

from codemods import cli, config_files
from codemods.config_files import load_settings
from codemods.coverage import by_hand_page, readme_table
from tests.helpers import migrated

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COVERAGE = ROOT / "docs" / "coverage.md"
_PARTS = re.compile(
    r"(?P<lead>.*<!-- before -->\n```python\n)(?P<before>.*?)(?P<between>```\n\n<!-- after -->\n```python\n)"
    r"(?P<after>.*?)(?P<rest>```\n.*<!-- coverage -->\n)(?P<table>.*?)(?P<end><!-- end of coverage -->\n.*)",
    re.DOTALL,
)


def parts() -> dict[str, str]:
    """The README, cut at what is generated."""
    match = _PARTS.fullmatch(README.read_text())
    assert match is not None
    return match.groupdict()


def test_example_is_what_the_tool_makes() -> None:
    found = parts()
    assert found["after"] == migrated(found["before"])


def test_table_is_counted_from_the_catalog() -> None:
    assert parts()["table"] == readme_table() + "\n"
    assert COVERAGE.read_text() == by_hand_page()


def test_commands_exist() -> None:
    text = README.read_text()
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"^    make (\w+)", text, re.MULTILINE):
        assert f"\n{target}:" in makefile
    commands = set(re.findall(r"\bboto3ify ([a-z]+) ", text)) | set(
        re.findall(r"^\| `([a-z]+)[ `]", text, re.MULTILINE)
    )
    known = cli._parser().format_help()
    assert {"scan", "migrate", "verify", "harden", "rules", "config", "doctor"} <= commands
    assert not [
        name
        for name in commands - {"signature_version"}
        if f"\n    {name} " not in known
        and name.islower()
        and name in ("scan", "migrate", "verify", "harden", "rules", "config", "doctor")
    ]


def test_settings_exist(tmp_path: Path) -> None:
    paragraph = re.search(r"Settings live in .*?cannot see\.", README.read_text(), re.DOTALL)
    assert paragraph is not None
    names = re.findall(r"`([a-z_]+)`", paragraph[0])
    for name in names:
        value = {"style": '"auto"', "types": "{}", "retry_mode": '"standard"', "config_module": '"aws"'}.get(name)
        value = value or ("true" if name.startswith("modernise") else "[]" if name in config_files._LISTS else "1")
        (tmp_path / "pyproject.toml").write_text(f"[tool.boto3ify]\n{name} = {value}\n")
        load_settings(tmp_path)
    assert len(names) >= 12


def accept() -> None:
    """Write the generated parts."""
    found = parts()
    found["after"] = migrated(found["before"])
    found["table"] = readme_table() + "\n"
    README.write_text("".join(found.values()))
    COVERAGE.write_text(by_hand_page())


if __name__ == "__main__":
    accept()
