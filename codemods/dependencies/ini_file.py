"""setup.cfg and tox.ini: lists of requirements as values of some keys, commands as values of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.dependencies.items import Found, Item, Mention, TextLine, lines_of, newline_of, unchanged
from codemods.dependencies.requirement import parse_requirement, starts_like_boto
from codemods.dependencies.requirements_file import COMPUTED, FROM_URL, names_boto_url
from codemods.dependencies.shell import read_commands
from codemods.model import Span

_SECTION = re.compile(r"\[([^]]+)\]")
_KEY = re.compile(r"(?P<key>[^\s=:#;][^=:]*?)\s*[=:](?!=)\s*")
_FACTOR = re.compile(r"(?P<factor>[\w.,{}!-]+:\s*)(?!//)")
_COMMENT = re.compile(r"\s+#.*$")
_MARKER = re.compile(r"\b(?:python_|sys_|platform_|os_name|implementation_|extra\b)")


def _asks(section: str, key: str) -> bool:
    """Does this key hold requirements?"""
    if section == "options.extras_require":
        return True
    if section in ("options", "metadata"):
        return key.replace("-", "_") in (
            *("install_requires", "setup_requires", "tests_require", "extras_require"),
            *("requires", "requires_dist", "setup_requires_dist"),
        )
    return key in ("deps", "extras_require") and (section.startswith(("testenv", "tox:", "env")) or ":" in section)


def read_ini(text: str) -> Iterator[Found]:
    """The requirements and install commands of a setup.cfg or tox.ini."""
    section, key = "", ""
    newline = newline_of(text)
    for line in lines_of(text):
        content = line.text
        if not content.strip() or content.lstrip().startswith(("#", ";")):
            continue
        indented = content[0].isspace()
        value_at = len(content) - len(content.lstrip())
        if not indented:
            if match := _SECTION.match(content):
                section, key = match.group(1), ""
                continue
            match = _KEY.match(content)
            if match is None:
                continue
            key = match.group("key").strip().lower()
            value_at = match.end()
        if key in ("commands", "commands_pre", "commands_post", "install_command"):
            yield from read_commands(text, line.start + value_at, line.end)
        elif _asks(section, key):
            group = f"{section} {key}"
            yield from _read_value(line, value_at, indented, group, newline)


def _read_value(line: TextLine, value_at: int, indented: bool, group: str, newline: str) -> Iterator[Found]:
    value = _COMMENT.sub("", line.text[value_at:]).rstrip()
    if factor := _FACTOR.match(value):
        value_at += factor.end()
        value = value[factor.end() :]
    for offset, part in _parts(value):
        start = line.start + value_at + offset
        span = Span(start, start + len(part))
        requirement = parse_requirement(part)
        if requirement is None:
            if names_boto_url(part):
                yield Mention(span, FROM_URL)
            elif starts_like_boto(part):
                yield Mention(span, COMPUTED)
            continue
        alone = len(part) == len(value)
        prefix = line.text[:value_at] if indented else "    "
        addition = (line.end, f"{newline}{prefix}", "") if alone else (span.end, "; ", "")
        removal = line.whole if indented and alone else span
        yield Item(span, requirement, group, unchanged, removal, addition)


def _parts(value: str) -> Iterator[tuple[int, str]]:
    """A value as requirements: setuptools takes several in one line apart at semicolons, markers have them,
    too.
    """
    if ";" not in value or _MARKER.search(value):
        yield 0, value
        return
    for match in re.finditer(r"[^;\s][^;]*", value):
        yield match.start(), match.group().rstrip()
