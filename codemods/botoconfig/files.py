"""Reads a boto 2 configuration file with boto 2's own rules, and remembers where each value stands.

Facts: boto/pyami/config.py (`Config.load_from_path`, the parser's defaults) and Python's configparser.
"""

from __future__ import annotations

import configparser
import os
import re
from collections.abc import Callable
from dataclasses import dataclass

PARSER_DEFAULTS = {"working_dir": "/mnt/pyami", "debug": "0"}
"""What boto 2 gave its parser as defaults: every section seems to have these two options."""

_MARK = "\ufeff"
_IMPORT = re.compile(r"^#import[\s\t]*([^\s^\t]*)[\s\t]*$", re.MULTILINE)
_SECTION = re.compile(r"\[(?P<name>[^]]+)\]")
_OPTION = re.compile(r"(?P<name>[^:=\s][^:=]*?)\s*[:=]")
_INLINE_COMMENT = re.compile(r"\s;.*$")


@dataclass(frozen=True, slots=True)
class Setting:
    """One option of one section: its interpolated value and the place where it is written.

    `value` is None, and `problem` a sentence, when boto 2 itself could not have read the value.
    """

    section: str
    option: str
    value: str | None
    path: str
    line: int
    problem: str = ""
    inherited: bool = False  # written in [DEFAULT]

    @property
    def where(self) -> str:
        """`boto.cfg:12`."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the file itself."""

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class BotoConfig:
    """All settings of a file and of the files that it imports, in the order of sections, and notes about
    them.
    """

    settings: tuple[Setting, ...]
    notes: tuple[Note, ...]


class UnreadableConfig(ValueError):
    """The text is no configuration file; the message is one sentence."""


Reader = Callable[[str], str]


def read_text(path: str) -> str:
    """The text of a file on disk, whatever its encoding: boto.cfg has no way to say it."""
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read()


def read_config(path: str, text: str, read: Reader = read_text) -> BotoConfig:
    """The settings of a boto.cfg. Raises UnreadableConfig when configparser cannot read it, as boto 2 could
    not.
    """
    texts: dict[str, str] = {}
    notes: list[Note] = []
    if text.startswith(_MARK):
        notes.append(Note(path, 1, "the file begins with a byte order mark, on which boto 2 failed."))
    _follow_imports(path, text, read, texts, notes)
    parser = configparser.ConfigParser(PARSER_DEFAULTS, strict=False)
    places: dict[tuple[str, str], tuple[str, int]] = {}
    for name, content in texts.items():
        try:
            parser.read_string(content, source=name)
        except configparser.Error as error:
            raise UnreadableConfig(f"{name} cannot be read: {_complaint(error)}") from None
        for key, line in _lines(content).items():
            places[key] = (name, line)
    settings = []
    for (section, option), (name, line) in places.items():
        settings.append(_setting(parser, section, option, name, line, notes))
    for (section, option), (name, line) in places.items():
        if section == parser.default_section:
            heirs = [other for other in parser.sections() if (other, option) not in places]
            settings += [_setting(parser, heir, option, name, line, [], inherited=True) for heir in heirs]
    return BotoConfig(tuple(settings), tuple(notes))


def _complaint(error: configparser.Error) -> str:
    """What is wrong with a file, without its text: that may be a secret."""
    if isinstance(error, configparser.ParsingError) and not isinstance(error, configparser.MissingSectionHeaderError):
        return f"line {error.errors[0][0]} is neither a section nor an option with its value."
    return error.message.splitlines()[0]


def _follow_imports(path: str, text: str, read: Reader, texts: dict[str, str], notes: list[Note]) -> None:
    """Collect the imported files before the importing one, so that the latter wins, as in load_from_path."""
    for match in _IMPORT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        target = os.path.join(os.path.dirname(path), match.group(1))
        notes.append(
            Note(
                path,
                line,
                f"#import {match.group(1)}: boto 2 followed this only for files that code names in "
                "Config(path=...); in "
                "/etc/boto.cfg, ~/.boto and BOTO_CONFIG it was a comment, and settings from that file had "
                "no effect.",
            )
        )
        if target in texts or target == path:
            continue
        try:
            imported = read(target)
        except OSError as error:
            notes.append(
                Note(
                    path,
                    line,
                    f"{target} cannot be read ({error.strerror}); its settings are not in this list.",
                )
            )
            continue
        _follow_imports(target, imported, read, texts, notes)
    texts[path] = text.removeprefix(_MARK)


def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each option; the last one counts, as for configparser. Indented lines continue a value."""
    found: dict[tuple[str, str], int] = {}
    section = ""
    depth = 0
    continuing = False
    for number, line in enumerate(text.split("\n"), start=1):
        content = line.strip()
        if not content or content.startswith(("#", ";")):
            continue
        indent = len(line) - len(line.lstrip())
        if continuing and indent > depth:
            continue
        if match := _SECTION.match(content):
            section, continuing = match.group("name"), False
        elif match := _OPTION.match(content):
            found[section, match.group("name").rstrip().lower()] = number
            depth, continuing = indent, True
    return found


def _setting(
    parser: configparser.ConfigParser,
    section: str,
    option: str,
    path: str,
    line: int,
    notes: list[Note],
    inherited: bool = False,
) -> Setting:
    try:
        value = parser.get(section, option)
    except configparser.InterpolationError:
        problem = "the value holds a % that boto 2's parser could not resolve; write %% for a plain %"
        return Setting(section, option, None, path, line, problem, inherited)
    if _INLINE_COMMENT.search(value):
        notes.append(
            Note(
                path,
                line,
                f"[{section}] {option}: what follows ' ;' was a comment on Python 2 and is part of the value on 3.",
            )
        )
        value = _INLINE_COMMENT.sub("", value)
    return Setting(section, option, value, path, line, inherited=inherited)
