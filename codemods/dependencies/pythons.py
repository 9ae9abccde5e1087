"""Which Pythons a project claims that boto3 no longer supports, read from whatever file says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codemods.dependencies.bounds import OLD_PYTHONS
from codemods.dependencies.requirement import parse_requirement, version_of

_CLASSIFIER = re.compile(r"Programming Language :: Python :: (?P<version>\d(?:\.\d+)?)(?=\s*[\"',\r\n]|\s*$)")
_REQUIRES = re.compile(
    r"(?:python_requires|requires-python|(?m:^)\s*python(?:_version|_full_version)?)[\"']?\s*=\s*(?P<quote>[\"']?)"
    r"(?P<specifier>[<>=!~^]?=?\s*\d[^\"'\r\n#]*)(?P=quote)"
)
_TOX = re.compile(r"(?<![\w.])py(?P<version>2[5-7]|3[0-7])(?!\d)")
_TOX_FACTORS = re.compile(r"(?<![\w.])py\{(?P<versions>[\d,\s]+)\}")
_IMAGE = re.compile(
    r"(?im)^\s*FROM\s+(?:--\S+\s+)?(?:[\w./-]*/)?python:(?P<version>\d(?:\.\d+)?)|image:\s*[\"']?python:(?P<other>\d(?:\.\d+)?)"
)
_CONDA = re.compile(r"(?m)^\s*-\s*[\"']?python\s*(?P<specifier>[<>=!~]=?\s*\d[\w.*,<>=!]*)")
_RUNTIME = re.compile(r"(?:python-)?(?P<version>\d\.\d+)(?:\.\d+)?\s*$")
_CI_KEY = re.compile(
    r"(?P<indent>[ -]*)[\"']?(?:python|python[-_.]version|PYTHON_VERSION)[\"']?\s*:\s*"
    r"(?P<rest>.*)"
)
_CI_VERSION = re.compile(r"(?<![\w.])(?P<version>\d\.\d+)(?:\.\d+)?(?:-dev)?(?![\w.])")

Claim = tuple[int, str]
"""An offset, and a version such as `2.7` or `2`."""


def claimed(text: str, kind: str) -> Iterator[Claim]:
    """The Pythons older than boto3's that a file claims. `kind` is the kind of file that `files.py` knows."""
    if kind in ("setup.py", "setup.cfg", "pyproject", "pipfile", "tox"):
        for match in _CLASSIFIER.finditer(text):
            if _is_old(match["version"]):
                yield match.start(), match["version"]
        for match in _REQUIRES.finditer(text):
            yield from _from_specifier(match.start(), match["specifier"])
    if kind in ("tox", "setup.cfg", "pyproject"):
        for match in _TOX.finditer(text):
            yield match.start(), f"{match['version'][0]}.{match['version'][1:]}"
        for match in _TOX_FACTORS.finditer(text):
            for version in re.findall(r"\d+", match["versions"]):
                if _is_old(f"{version[0]}.{version[1:]}"):
                    yield match.start(), f"{version[0]}.{version[1:]}"
    if kind in ("docker", "yaml", "conda"):
        for match in _IMAGE.finditer(text):
            image = match["version"] or match["other"]
            if _is_old(image):
                yield match.start(), image
    if kind == "conda":
        for match in _CONDA.finditer(text):
            yield from _from_specifier(match.start(), match["specifier"])
    if kind == "yaml":
        yield from _from_ci(text)
    if kind == "runtime" and (found := _RUNTIME.match(text.strip())) and _is_old(found["version"]):
        yield 0, found["version"]


def _is_old(version: str) -> bool:
    return version in OLD_PYTHONS or version == "2"


def _from_specifier(offset: int, specifier: str) -> Iterator[Claim]:
    """The lowest old Python that a specifier such as `>=2.7, !=3.0.*` allows."""
    for text in re.split(r"\s*\|\|?\s*", specifier.strip()):
        if claims := list(_from_alternative(offset, text)):
            yield claims[0]
            return


def _from_alternative(offset: int, text: str) -> Iterator[Claim]:
    plain = re.fullmatch(r"\d+(?:\.\d+)*", text)
    if plain:
        shortened = ".".join(text.split(".")[:2])
        if _is_old(shortened):
            yield offset, shortened
        return
    requirement = parse_requirement(f"python{text}")
    if requirement is None:
        return
    lowest = [version for version in OLD_PYTHONS if _satisfies(requirement.specifier, version)]
    if lowest:
        yield offset, lowest[0]


def _satisfies(specifier: str, version: str) -> bool:
    """Does a Python, by its first two numbers, satisfy a specifier? Patch releases do not matter here."""
    mine = version_of(version)
    for sign, text in re.findall(r"(===|==|~=|!=|<=|>=|<|>|=|\^|~)\s*([\w.*+!-]+)", specifier):
        theirs = version_of(text)[:2]
        prefix = mine[: len(theirs)]
        holds = {
            "==": prefix == theirs,
            "===": prefix == theirs,
            "=": prefix == theirs,
            "!=": prefix != theirs or len(version_of(text)) > 2,
            "<": mine < theirs,
            "<=": prefix <= theirs,
            ">": mine >= theirs,
            ">=": mine >= theirs,
            "~=": mine >= theirs and mine[0] == theirs[0],
            "^": mine >= theirs and mine[0] == theirs[0],
            "~": mine == theirs,
        }[sign]
        if not holds:
            return False
    return True


def _from_ci(text: str) -> Iterator[Claim]:
    """Versions below a `python:` or `python-version:` key, in the same line or in a list."""
    offset, depth = 0, -1
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\r\n")
        indent = len(content) - len(content.lstrip(" "))
        part = ""
        if match := _CI_KEY.match(content):
            depth, part = indent, match["rest"]
        elif depth >= 0 and content.strip():
            if indent >= depth and content.lstrip().startswith("- "):
                part = content
            else:
                depth = -1
        for match in _CI_VERSION.finditer(part.partition(" #")[0]):
            if _is_old(match["version"]):
                yield offset + content.index(part) + match.start(), match["version"]
        offset += len(line)
