"""Settings from the project's own files: `[tool.boto3ify]` in pyproject.toml, `[boto3ify]` in setup.cfg."""

from __future__ import annotations

import configparser
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from codemods.settings import ClientConfig, Settings, Style

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_LISTS = ("only", "skip", "exclude")
_FLAGS = ("modernise", "modernise_all")
_NUMBERS = ("jobs",)
_TEXTS = ("config_module",)


class BadSettings(ValueError):
    """A settings file holds something that is not understood; the message names file, key and what to write."""


def load_settings(start: Path) -> Settings:
    """The settings of the project that `start` lies in: the nearest file upwards that has a section for this tool.

    Raises BadSettings.
    """
    folder = (start if start.is_dir() else start.parent).resolve()
    for directory in (folder, *folder.parents):
        for name, read in (("pyproject.toml", _from_pyproject), ("setup.cfg", _from_setup_cfg)):
            path = directory / name
            if path.is_file():
                section = read(path)
                if section is not None:
                    return _settings(section, path)
        if (directory / ".git").exists():
            break
    return Settings()


def _from_pyproject(path: Path) -> Mapping[str, Any] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadSettings(f"{path} cannot be read: {error}") from None
    section: Mapping[str, Any] | None = content.get("tool", {}).get("boto3ify")
    return section


def _from_setup_cfg(path: Path) -> Mapping[str, Any] | None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    try:
        parser.read_string(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, configparser.Error) as error:
        raise BadSettings(f"{path} cannot be read: {error}") from None
    if "boto3ify" not in parser:
        return None
    section: dict[str, Any] = dict(parser["boto3ify"])
    if "boto3ify:types" in parser:
        section["types"] = dict(parser["boto3ify:types"])
    return section


def _settings(section: Mapping[str, Any], path: Path) -> Settings:
    changes: dict[str, Any] = {}
    config: dict[str, Any] = {}
    config_fields = {field.name for field in fields(ClientConfig)}
    for key, value in section.items():
        name = key.replace("-", "_")
        if name == "style":
            changes[name] = _style(value, path)
        elif name in _LISTS:
            items = value if isinstance(value, list) else str(value).replace(",", " ").split()
            changes[name] = tuple(items) if name == "exclude" else frozenset(items)
        elif name in _FLAGS:
            changes[name] = _boolean(key, value, path)
        elif name in _NUMBERS:
            changes[name] = _number(key, value, path)
        elif name in _TEXTS:
            changes[name] = str(value)
        elif name in config_fields:
            config[name] = str(value) if name == "retry_mode" else _number(key, value, path)
        elif name == "types" and isinstance(value, Mapping):
            changes[name] = {str(parameter): str(text) for parameter, text in value.items()}
        else:
            raise BadSettings(f"{path}: {key!r} is not a setting of boto3ify; see `boto3ify migrate --help`")
    return replace(Settings(client_config=ClientConfig(**config)), **changes)


def _style(value: object, path: Path) -> Style:
    try:
        return Style(str(value))
    except ValueError:
        raise BadSettings(f"{path}: style is {value!r}; write auto, client or resource") from None


def _boolean(key: str, value: object, path: Path) -> bool:
    known = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    text = str(value).lower()
    if text not in known:
        raise BadSettings(f"{path}: {key} is {value!r}; write true or false")
    return known[text]


def _number(key: str, value: object, path: Path) -> int:
    try:
        number = int(str(value))
    except ValueError:
        number = -1
    if number < 0:
        raise BadSettings(f"{path}: {key} is {value!r}; write a whole number")
    return number
