"""pyproject.toml and Pipfile: requirements in arrays of strings, and tables that map a package to its
version.

A scanner of TOML's outline (tables, keys, where values begin and end, strings in them) is enough to edit in
place; what comes out is checked with a real parser. Format: https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from codemods.dependencies import bounds
from codemods.dependencies.items import Found, Item, Mention, newline_of
from codemods.dependencies.requirement import parse_requirement, starts_like_boto
from codemods.dependencies.requirements_file import COMPUTED, FROM_URL, names_boto_url
from codemods.model import Span

_TOKEN = re.compile(
    r"(?P<comment>\#[^\r\n]*)"
    r'|(?P<string>"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\r\n])*"|\'[^\'\r\n]*\')'
    r"|(?P<open>[\[{(])|(?P<close>[\]})])|(?P<newline>\r\n|\n|\r)|(?P<other>.)",
    re.DOTALL,
)
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*(?P<name>[^\]\r\n]+?)[ \t]*\]\]?[ \t]*(?:\#[^\r\n]*)?(?=\r|\n|\Z)")
_KEY = re.compile(r"[ \t]*(?P<key>(?:[\w.-]|\"[^\"\r\n]*\"|'[^'\r\n]*'|[ \t]*\.[ \t]*)+?)[ \t]*=[ \t]*")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_LISTS = re.compile(r"dependenc|^requires$|^deps$|requires-extra|dev-requires|dependency-groups", re.IGNORECASE)
_VERSION = re.compile(r"(?P<open>version\s*=\s*[\"'])(?P<version>[^\"']*)(?P<close>[\"'])")
_PIPFILE_TABLES = ("source", "requires", "scripts", "pipenv")

TABLE = "boto has a table of its own here: rename it to boto3 and ask for version >=" + bounds.BOTO3 + "."


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key = value`: the full path, the key's last part, the value, and the strings in it."""

    path: tuple[str, ...]
    line: Span
    key: Span
    value: Span
    strings: tuple[Span, ...]


def scan(text: str) -> Iterator[Entry | Mention]:
    """The entries of a TOML file, in order; a table of boto's own as a Mention."""
    table: tuple[str, ...] = ()
    at = 0
    while at < len(text):
        if header := _HEADER.match(text, at):
            table = _parts(header["name"])
            if table and table[-1] == "boto" and _is_package_table(table[:-1]):
                yield Mention(Span(header.start("name"), header.end("name")), TABLE)
            at = header.end()
        elif key := _KEY.match(text, at):
            value_end, strings, line_end = _value(text, key.end())
            path = (*table, *_parts(key["key"]))
            last = list(_PART.finditer(text, key.start("key"), key.end("key")))[-1]
            yield Entry(path, Span(at, line_end), Span(*last.span()), Span(key.end(), value_end), tuple(strings))
            at = line_end
            continue
        end_of_line = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)").match(text, at)
        assert end_of_line is not None
        at = max(end_of_line.end(), at + 1)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(next(filter(None, match.groups()), "") for match in _PART.finditer(dotted))


def _value(text: str, start: int) -> tuple[int, list[Span], int]:
    """Where a value ends, the strings in it, and where its last line ends."""
    depth = 0
    strings: list[Span] = []
    end = start
    for token in _TOKEN.finditer(text, start):
        match token.lastgroup:
            case "string":
                strings.append(Span(*token.span()))
                end = token.end()
            case "open":
                depth += 1
            case "close":
                depth -= 1
                end = token.end()
            case "newline" if depth <= 0:
                return end, strings, token.end()
            case "other" if not token.group().isspace():
                end = token.end()
    return end, strings, len(text)


def _is_package_table(path: tuple[str, ...]) -> bool:
    """Does a table map packages to versions? Poetry's and Pixi's dependencies do, and Pipenv's categories."""
    if not path:
        return False
    if path[0] == "tool":
        return len(path) > 2 and path[1] in ("poetry", "pixi") and path[-1].endswith("dependencies")
    return False


def read_toml(text: str, pipfile: bool = False) -> Iterator[Found]:
    """The requirements of a pyproject.toml or a Pipfile."""
    newline = newline_of(text)
    for entry in scan(text):
        if isinstance(entry, Mention):
            yield entry
            continue
        table = entry.path[:-1]
        if table == ("tool", "uv", "sources") and entry.path[-1] == "boto":
            yield Mention(Span(entry.key.start, entry.value.end), FROM_URL)
            continue
        packages = _is_package_table(table) or (pipfile and len(table) == 1 and table[0] not in _PIPFILE_TABLES)
        if packages:
            yield from _read_package(entry, text, newline)
        elif text[entry.value.start : entry.value.start + 1] == "[":
            extras = table == ("tool", "poetry", "extras")
            if extras or any(_LISTS.search(part) for part in entry.path):
                yield from _read_array(entry, text, extras)
        elif len(entry.strings) == 1 and re.search(
            r"(?m)^\s*boto(?![\w.-])", text[entry.value.start : entry.value.end]
        ):
            yield Mention(entry.strings[0], "boto is asked for in this text: ask for boto3 by hand.")


def _read_package(entry: Entry, text: str, newline: str) -> Iterator[Found]:
    """`boto = "^2.49"`, `boto = {version = "^2.49", optional = true}`."""
    name = entry.path[-1]
    value = text[entry.value.start : entry.value.end]
    span = Span(entry.key.start, entry.value.end)
    if re.match(r"[\"']", value):
        start, version, stop = value[0], value[1:-1], value[-1]
    elif value.startswith("{") and (match := _VERSION.search(value)):
        start, version, stop = value[: match.end("open")], match["version"], value[match.start("close") :]
    else:
        if name.lower() in ("boto", "types-boto"):
            yield Mention(span, FROM_URL if "git" in value or "path" in value or "url" in value else COMPUTED)
        return
    specifier = "" if version.strip() in ("*", "") else version
    plain = re.match(r"\d", specifier)
    requirement = parse_requirement(f"{name}{'==' if plain else ''}{specifier}")
    if requirement is None:
        if name.lower() in ("boto", "types-boto"):
            yield Mention(span, COMPUTED)
        return
    requirement = replace(requirement, tail=_marker(value))
    between = text[entry.key.end : entry.value.start]
    quotes = text[entry.key.start] if text[entry.key.start] in "\"'" else ""

    def write(new: str) -> str:
        wanted = parse_requirement(new)
        assert wanted is not None
        return f"{quotes}{wanted.name}{quotes}{between}{start}{wanted.specifier}{stop}"

    group = ".".join(entry.path[:-1])
    indent = text[entry.line.start : entry.key.start]
    addition = (len(text[: entry.line.end].rstrip("\r\n")), newline + indent, "")
    yield Item(span, requirement, group, write, entry.line, addition)


_CONDITION = re.compile(r"\b(?P<name>markers|python)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")


def _marker(value: str) -> str:
    """The marker of `{version = "*", python = "<3.12", markers = "..."}`, as a requirement would have it."""
    found = []
    for match in _CONDITION.finditer(value) if value.startswith("{") else ():
        text = match["double"] or match["single"] or ""
        if match["name"] == "markers":
            found.append(text)
        elif "|" not in text:  # alternatives: some newer Python is among them
            clauses = re.findall(r"([<>=!~^]*)\s*(\d[\w.*]*)", text)
            signs = {"": "==", "=": "==", "^": "~=", "~": "~="}
            found += [f"python_version {signs.get(sign, sign)} '{version}'" for sign, version in clauses]
    return f"; {' and '.join(found)}" if found else ""


def _read_array(entry: Entry, text: str, names_only: bool) -> Iterator[Found]:
    for index, span in enumerate(entry.strings):
        source = text[span.start : span.end]
        quote, inner = source[0], source[1:-1]
        if source.startswith(('"""', "'''")) or "\\" in inner or _is_key_or_value(text, span, entry):
            continue
        requirement = parse_requirement(inner.strip())
        if requirement is None:
            if names_boto_url(inner):
                yield Mention(span, FROM_URL)
            elif starts_like_boto(inner):
                yield Mention(span, COMPUTED)
            continue
        removal, separator = _in_array(entry, index, text)

        def write(new: str, quote: str = quote) -> str:
            wanted = parse_requirement(new)
            assert wanted is not None
            return f"{quote}{wanted.name if names_only else new}{quote}"

        yield Item(span, requirement, ".".join(entry.path), write, removal, (span.end, separator, ""))


def _is_key_or_value(text: str, span: Span, entry: Entry) -> bool:
    """True for a string of an inline table in an array: `{include-group = "boto"}`."""
    before = text[entry.value.start : span.start].rstrip()
    return before.endswith("=") or text[span.end : entry.value.end].lstrip().startswith("=")


def _in_array(entry: Entry, index: int, text: str) -> tuple[Span, str]:
    """What goes with an element of an array, and what stands between two of them."""
    span = entry.strings[index]
    line_start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    indent = text[line_start : span.start]
    if indent.isspace():
        separator = f",{newline_of(text)}{indent}"
        if rest := re.compile(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)").match(text, span.end):
            return Span(line_start, rest.end()), separator
    else:
        separator = ", "
    if index + 1 < len(entry.strings):
        return Span(span.start, entry.strings[index + 1].start), separator
    if index:
        return Span(entry.strings[index - 1].end, span.end), separator
    return span, separator
