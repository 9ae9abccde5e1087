"""boto.cfg -> what says the same on boto3, each line with the settings that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from configparser import DEFAULTSECT
from dataclasses import dataclass

from codemods.botoconfig.files import Note, Reader, Setting, read_config, read_text
from codemods.botoconfig.options import OPTIONS, Fate, Found, Line, Option, Place, find_option, is_false

_KNOWN_SECTIONS = ("Boto", "Credentials", "s3", "ec2")
_PASSWORD = re.compile(r"(?<=:)[^:/@]+(?=@)")

APPLICATION = (
    "boto 2 does not read this; if the program does, through boto.config, the rewritten program reads it "
    "from the same "
    "files with configparser."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the answer. `text` is ready to print: secrets are masked."""

    place: Place
    scope: str
    text: str
    sources: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What to know about some settings: why they have no counterpart, or what changes."""

    sources: tuple[Setting, ...]
    message: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class ConfigReport:
    """All that `boto3ify config` says about a file."""

    path: str
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]
    notes: tuple[Note, ...]

    @property
    def complete(self) -> bool:
        """True when every setting has a counterpart or needs none."""
        return all(remark.fate is not Fate.LOST for remark in self.remarks)


def convert_config(path: str, text: str, read: Reader = read_text) -> ConfigReport:
    """What says the same as the boto.cfg at `path` on boto3. Raises UnreadableConfig.

    `read` gives the text of a file that an #import names.
    """
    config = read_config(path, text, read)
    clear = any(
        (setting.section, setting.option) == ("Boto", "is_secure") and is_false(setting.value or "")
        for setting in config.settings
    )
    entries: list[Entry] = []
    remarks: list[Remark] = []
    for row, settings in _grouped(config.settings):
        remarks += [Remark((setting,), setting.problem, Fate.LOST) for setting in settings if setting.problem]
        readable = tuple(setting for setting in settings if not setting.problem)
        if not readable:
            continue
        if row is None:
            remarks.append(Remark(readable, _unknown(readable[0]), Fate.LOST))
            continue
        values = {setting.option: setting.value or "" for setting in readable}
        try:
            lines = row.lines(Found(readable[0].section, values, clear))
        except ValueError as error:
            remarks.append(Remark(readable, str(error), Fate.LOST))
            continue
        entries += [_entry(line, readable) for line in lines]
        remarks.append(Remark(readable, row.advice, row.fate))
    return ConfigReport(path, tuple(entries), tuple(remarks), config.notes)


def _grouped(settings: tuple[Setting, ...]) -> Iterator[tuple[Option | None, tuple[Setting, ...]]]:
    """Settings that one row covers together, section by section; unknown ones by section."""
    groups: dict[tuple[str, int], list[Setting]] = {}
    rows = {setting: find_option(setting.section, setting.option) for setting in settings}
    used = {one.option for one, row in rows.items() if one.inherited and row is not None and not row.is_section}
    for setting, row in rows.items():
        # What [DEFAULT] says stands in every section: it is told of where boto 2 reads it.
        if setting.inherited and (row is None or row.is_section):
            continue
        if setting.section == DEFAULTSECT and setting.option in used:
            continue
        groups.setdefault((setting.section, OPTIONS.index(row) if row else -1), []).append(setting)
    for (_, index), group in groups.items():
        yield (OPTIONS[index] if index >= 0 else None), tuple(group)


def _unknown(setting: Setting) -> str:
    meant = next((name for name in _KNOWN_SECTIONS if name.lower() == setting.section.lower()), None)
    if meant and meant != setting.section:
        return f"boto 2 reads [{meant}], and names of sections count by case: this had no effect."
    return APPLICATION


def _entry(line: Line, settings: tuple[Setting, ...]) -> Entry:
    value = masked(line.name, line.value) if line.secret else line.value
    in_file = line.place in (Place.CONFIG_FILE, Place.CREDENTIALS_FILE)
    sign = "=" if not in_file else " =" if value.startswith("\n") else " = "
    sources = tuple(setting for setting in settings if not line.of or setting.option in line.of)
    return Entry(line.place, line.scope, f"{line.name}{sign}{value}", sources)


def masked(name: str, value: str) -> str:
    """A secret as a report may show it: nothing of it, but for the kind of an access key and a URL around a
    password.
    """
    if "://" in value:
        return _PASSWORD.sub("********", value)
    if name == "aws_access_key_id":
        return f"{value[:4]}********"
    return "********"
