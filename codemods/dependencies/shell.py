"""Commands that install packages, wherever a file holds commands: Dockerfiles, CI files, scripts, tox.ini."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.dependencies import bounds
from codemods.dependencies.items import Found, Item, Mention, Swap
from codemods.dependencies.requirement import parse_requirement, starts_like_boto
from codemods.dependencies.requirements_file import COMPUTED, FROM_URL, names_boto_url
from codemods.model import Span

_INSTALL = re.compile(
    r"(?<![\w-])(?:pip[\d.]*|pipx|pipenv|poetry|uv|conda|mamba|micromamba|easy_install[-\d.]*)"
    r"(?:[\"']?,?[ \t]+[\"']?(?:-[\w-]+|pip))*"
    r"(?:[\"']?,?[ \t]+[\"']?(?:install|add|inject)\b|(?<=easy_install))[\"']?,?"
)
_GAP = r"(?P<gap>(?:[ \t,]|\\\r?\n(?:[ \t]*#[^\n]*\n)*)*)"  # a Dockerfile may have comments between the lines
_WORD = re.compile(_GAP + r"(?P<quote>[\"']?)(?P<word>[^\s\"'|&`]+?)(?P=quote)(?=[\s,;|&)\"'`\]]|$)")
_QUOTED = re.compile(_GAP + r"(?P<quote>[\"'])(?P<word>[^\"'\r\n]*)(?P=quote)(?=[\s,;|&)\]]|$)")
_DISTRIBUTION = re.compile(r"(?<![\w./@-])(?P<name>python[23]?-boto|py[23]?-boto)(?P<pin>(?:=[\w.:~+*-]+)?)(?![\w.-])")
_DISTRIBUTION_NOTE = (
    f"A distribution's own boto3 can be older than {bounds.BOTO3}, which migrated code needs: check, or "
    "install it with pip."
)


def read_commands(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The packages that the commands in a stretch of text install with Python's tools."""
    end = len(text) if end is None else end
    for match in _INSTALL.finditer(text, start, end):
        if not _in_comment(text, match.start()):
            yield from _read_words(text, match.end(), end)


def read_distribution_packages(text: str) -> Iterator[Found]:
    """The packages of Linux distributions that hold boto; their names say so wherever they stand."""
    for match in _DISTRIBUTION.finditer(text):
        if not _in_comment(text, match.start()):
            new = (
                "py3-boto3"
                if match["name"].startswith("py") and not match["name"].startswith("python")
                else "python3-boto3"
            )
            yield Swap(Span(*match.span()), new, _DISTRIBUTION_NOTE)


def _in_comment(text: str, offset: int) -> bool:
    line = text[max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1 : offset]
    return bool(re.match(r"\s*(?:#|;|//|--\s)", line))


def _read_words(text: str, at: int, end: int) -> Iterator[Found]:
    """The words of one command, up to what ends it."""
    group = f"command {at}"
    opened = _open_quote(text, at)
    while at < end:
        match = _QUOTED.match(text, at, end) or _WORD.match(text, at, end)
        if match is None:
            return
        at = match.end()
        word, quote = match["word"], match["quote"]
        stops = not quote and word.endswith((";", ")", "]"))
        word = word.rstrip(";)]") if stops else word
        span = Span(match.start("quote"), match.end() - (len(match["word"]) - len(word)))
        yield from _read_word(text, word, quote, opened, span, match.start(), group)
        if stops:
            return


def _read_word(
    text: str, word: str, quote: str, opened: str, span: Span, gap_start: int, group: str
) -> Iterator[Found]:
    requirement = parse_requirement(word)
    if requirement is None:
        if names_boto_url(word):
            yield Mention(span, FROM_URL)
        elif starts_like_boto(word):
            yield Mention(span, COMPUTED)
        return
    if requirement.key not in ("boto", "boto3", "moto", "types-boto", "boto3-stubs"):
        return
    # A version needs quotes, or the shell takes `>` for a redirection; within quotes it needs the other kind.
    new_quote = quote or ("'" if opened == '"' else '"')
    yield Item(
        span,
        requirement,
        group,
        lambda new: f"{new_quote}{new}{new_quote}",
        Span(gap_start, span.end),
        (span.end, " ", ""),
    )


def _open_quote(text: str, offset: int) -> str:
    """The quote that is open at an offset of a line; empty for none."""
    line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    opened = ""
    for character in text[line_start:offset]:
        if character in "\"'" and opened in ("", character):
            opened = "" if opened else character
    return opened
