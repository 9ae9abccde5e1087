"""YAML that installs packages: Conda environments, Ansible tasks, CI configurations.

An outline of the lines (indentation, keys, list items) is enough to see which list or module a line belongs
to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.dependencies.items import Found, Item, Mention, TextLine, lines_of, newline_of
from codemods.dependencies.requirement import Requirement, parse_requirement, starts_like_boto
from codemods.dependencies.requirements_file import COMPUTED, FROM_URL, names_boto_url
from codemods.dependencies.shell import read_commands, read_distribution_packages
from codemods.model import Span

_LINE = re.compile(
    r"(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+)*)"
    r"(?:(?P<key>[\w./ -]+?|\"[^\"]+\"|'[^']+')[ ]*:(?=\s|$)[ ]*)?"
    r"(?P<value>.*?)(?P<comment>[ \t]+\#.*|[ \t]*)$"
)
_PIP = re.compile(r"(?:ansible\.builtin\.)?pip$")
_PAIR = re.compile(r"(?P<name>\w+)=(?P<quote>[\"']?)(?P<value>[^\"'\s]*)(?P=quote)")
_FLOW_PAIR = re.compile(r"(?P<name>\w+)\s*:\s*(?P<quote>[\"']?)(?P<value>[^\"',{}\[\]]*?)(?P=quote)\s*(?=[,}])")
_LOOPS = ("with_items", "loop", "with_flattened")
_NAMES = ("name", "pkg", "package", "packages", "pkgs")
_TITLED = (
    *("tasks", "handlers", "pre_tasks", "post_tasks", "block", "rescue", "always"),
    *("steps", "jobs", "stages"),
)
"""Keys of lists whose entries have a title in `name`."""

UNCLEAR = "If this asks for the package boto, ask for boto3."
VERSION_ELSEWHERE = "The version comes from a variable: ask for boto3 here, and change the variable."


@dataclass(frozen=True, slots=True)
class Node:
    """A line as part of the outline: its keys from the outside in, its own key last.

    Siblings share `mapping`; the items of a list share `owner`, the number of the line with the list's key.
    """

    line: TextLine
    path: tuple[str, ...]
    mapping: int
    is_item: bool
    value: Span
    owner: int

    @property
    def key(self) -> str:
        """The line's own key, empty for an item of a list."""
        return "" if self.is_item else (self.path[-1] if self.path else "")

    @property
    def parents(self) -> tuple[str, ...]:
        """The keys around the line."""
        return self.path if self.is_item else self.path[:-1]


def outline(text: str) -> list[Node]:
    """The lines of a YAML file that hold something, with the keys that they lie under."""
    nodes: list[Node] = []
    open_keys: list[tuple[int, str, int]] = []
    mappings: dict[int, int] = {}
    block = -1
    for number, line in enumerate(lines_of(text)):
        content = line.text
        if not content.strip() or content.lstrip().startswith("#"):
            continue
        match = _LINE.match(content)
        assert match is not None
        indent, column = len(match["indent"]), len(match["indent"]) + len(match["dashes"])
        if block >= 0 and indent > block:
            continue
        block = -1
        while open_keys and open_keys[-1][0] >= column:
            open_keys.pop()
        # A dash begins a new mapping at its column; deeper columns belong to what is over now.
        if match["dashes"]:
            mappings = {at: mapping for at, mapping in mappings.items() if at <= indent}
        mappings = {at: mapping for at, mapping in mappings.items() if at <= column}
        mapping = mappings.setdefault(column, number)
        owner = open_keys[-1][2] if open_keys else -1
        key = (match["key"] or "").strip("\"'")
        value = Span(line.start + match.start("value"), line.start + match.end("value"))
        path = tuple(name for _, name, _ in open_keys)
        if key:
            nodes.append(Node(line, (*path, key), mapping, False, value, owner))
            open_keys.append((column, key, number))
            if re.match(r"[|>][+-]?\d?$", match["value"]):
                block = indent
        else:
            nodes.append(Node(line, path, mapping, True, value, owner))
    return nodes


def read_yaml(text: str, conda: bool = False) -> Iterator[Found]:
    """The packages that a YAML file installs, with whatever tool."""
    nodes = outline(text)
    commands = list(read_commands(text))
    yield from commands
    yield from read_distribution_packages(text)
    taken = [found.span for found in commands]
    newline = newline_of(text)
    for node in nodes:
        if any(node.line.whole.contains(span) for span in taken):
            continue
        if conda and node.parents[:1] == ("dependencies",):
            yield from _read_conda(node, text, newline)
        elif inline := _module_call(node, text):
            yield from _read_pairs(node, text, inline)
        elif (node.parents and _PIP.match(node.parents[-1]) and node.key == "name") or _is_pip_loop(node, nodes):
            yield from _read_module(node, nodes, text)
        elif node.is_item and node.parents and _is_pip_list(node, nodes):
            yield from _read_list_item(node, text, newline, f"list {node.owner}")
        else:
            yield from _read_other(node, text)


def _is_pip_list(node: Node, nodes: list[Node]) -> bool:
    """An item of a list that Ansible's pip module gets: `name:` below it, or the loop next to it."""
    own = node.parents[-1]
    if own in _NAMES:
        return len(node.parents) > 1 and bool(_PIP.match(node.parents[-2]))
    if own not in _LOOPS:
        return False
    loop = [other for other in nodes if other.key == own and other.line.start < node.line.start][-1]
    return any(_PIP.match(other.key) for other in nodes if other.mapping == loop.mapping)


def _is_pip_loop(node: Node, nodes: list[Node]) -> bool:
    """`with_items: [boto, six]` next to `pip: name={{ item }}`."""
    return node.key in _LOOPS and any(_PIP.match(other.key) for other in nodes if other.mapping == node.mapping)


def _read_conda(node: Node, text: str, newline: str) -> Iterator[Found]:
    """Items of `dependencies:` in environment.yml, and of the pip list among them."""
    if node.is_item:
        pip = node.parents[-1] == "pip"
        yield from _read_list_item(node, text, newline, "pip" if pip else "conda")


def _scalar(node: Node, text: str) -> tuple[str, str]:
    """A value without its quotes, and the quotes."""
    value = text[node.value.start : node.value.end]
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1], value[0]
    return value, ""


def _read_list_item(node: Node, text: str, newline: str, group: str) -> Iterator[Found]:
    value, quote = _scalar(node, text)
    channel, _, name = value.rpartition("::")
    requirement = parse_requirement(name)
    if requirement is None:
        if names_boto_url(value):
            yield Mention(node.value, FROM_URL)
        elif starts_like_boto(value):
            yield Mention(node.value, COMPUTED)
        return
    prefix = f"{channel}::" if channel else ""
    lead = text[node.line.start : node.value.start]
    addition = (node.line.end, newline + lead, "")
    yield Item(node.value, requirement, group, lambda new: f"{quote}{prefix}{new}{quote}", node.line.whole, addition)


def _module_call(node: Node, text: str) -> re.Match[str] | None:
    """`pip: name=boto version=2.49`, and `action: pip name=boto`, the older way."""
    value = text[node.value.start : node.value.end]
    if _PIP.match(node.key):
        return re.match(r"(?=\w+=|\{)", value)
    if node.key in ("action", "local_action"):
        return re.match(r"(?:ansible\.builtin\.)?pip\s+(?=\w+=)", value)
    return None


def _read_pairs(node: Node, text: str, call: re.Match[str]) -> Iterator[Found]:
    begin = node.value.start + call.end()
    pattern = _FLOW_PAIR if text[begin] == "{" else _PAIR
    pairs = {match["name"]: match for match in pattern.finditer(text, begin, node.value.end)}
    name = pairs.get("name")
    if name is None and re.search(r"[\[,]\s*[\"']?boto(?![\w.-])", text[node.value.start : node.value.end]):
        yield Mention(node.value, UNCLEAR)
    requirement = parse_requirement(name["value"]) if name else None
    if name is None or requirement is None or requirement.key not in ("boto", "moto", "types-boto", "boto3"):
        return
    span = Span(name.start("quote"), name.end())
    drop = None
    if version := pairs.get("version"):
        if not version["value"][:1].isdigit():
            yield Mention(span, VERSION_ELSEWHERE)
            return
        drop = Span(len(text[: version.start()].rstrip(" ,")), version.end())
        requirement = _with_version(requirement, version["value"])
    yield Item(span, requirement, f"{span}", lambda new: f'"{new}"', span, None, drop=drop)


def _with_version(requirement: Requirement, version: str) -> Requirement:
    whole = parse_requirement(f"{requirement.name}{requirement.extras}=={version}")
    assert whole is not None
    return whole


def _read_module(node: Node, nodes: list[Node], text: str) -> Iterator[Found]:
    """`pip:` with `name:` below it: one package, or a list in brackets."""
    value, quote = _scalar(node, text)
    if value.startswith("["):
        for match in re.finditer(r"(?P<quote>[\"']?)(?P<word>[^\[\],\"']+?)(?P=quote)\s*(?=[,\]])", value):
            requirement = parse_requirement(match["word"].strip())
            if requirement is not None:
                start = node.value.start + match.start()
                own = match["quote"] or '"'
                span = Span(start, start + len(match.group().rstrip()))
                yield Item(
                    span,
                    requirement,
                    f"{node.value}",
                    lambda new, own=own: f"{own}{new}{own}",  # type: ignore[misc]
                    _with_comma(text, span),
                    (span.end, ", ", ""),
                )
        return
    requirement = parse_requirement(value)
    if requirement is None or requirement.key not in ("boto", "moto", "types-boto", "boto3"):
        if names_boto_url(value):
            yield Mention(node.value, FROM_URL)
        return
    drop = None
    for sibling in nodes:
        if sibling.mapping == node.mapping and sibling.key == "version":
            version, _ = _scalar(sibling, text)
            if not version[:1].isdigit():
                yield Mention(node.value, VERSION_ELSEWHERE)
                return
            drop = sibling.line.whole
            requirement = _with_version(requirement, version)
    yield Item(
        node.value,
        requirement,
        f"{node.value}",
        lambda new: f"{quote}{new}{quote}",
        node.value,
        None,
        drop=drop,
    )


def _with_comma(text: str, span: Span) -> Span:
    """An element of a list in brackets with the comma that goes with it."""
    if match := re.compile(r"\s*,\s*").match(text, span.end):
        return Span(span.start, match.end())
    return Span(len(text[: span.start].rstrip().removesuffix(",")), span.end)


def _read_other(node: Node, text: str) -> Iterator[Found]:
    """A package that some other tool installs: pointed out, not edited."""
    value, _ = _scalar(node, text)
    requirement = parse_requirement(value)
    title = node.key == "name" and (not node.parents or node.parents[-1] in _TITLED)
    asks = not title and (node.is_item or node.key in _NAMES)
    alone = requirement is not None and requirement.key == "boto" and asks
    listed = node.key in (*_NAMES, *_LOOPS) and re.search(r"[\[,]\s*[\"']?boto(?![\w.-])", value)
    if alone or listed:
        yield Mention(node.value, UNCLEAR)
