"""One requirement as it is written: `boto >= 2.0 ; python_version < "3"`, and its replacement in the same
style.

The grammar is PEP 508's, and Conda's (`boto=2.49`), as far as names and versions go; the rest is kept as
text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

_CLAUSE = r"(?:===|==|~=|!=|<=|>=|<|>|=|\^|~)\s*[\w.*+!-]+(?:=[\w.*]+)?"
_REQUIREMENT = re.compile(
    rf"""
    (?P<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)
    (?P<extras>\s*\[[^]]*\])?
    (?P<gap>\s*)
    (?P<specifier>\(\s*{_CLAUSE}(?:\s*,\s*{_CLAUSE})*\s*\)|{_CLAUSE}(?:\s*[,|]\s*{_CLAUSE})*)?
    (?P<tail>\s*(?:;.*|@.*|\s--?\w.*)?)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPERATOR = re.compile(r"(===|==|~=|!=|<=|>=|<|>|=|\^|~)(\s*)([\w.*+!-]+)")
_OLD_PYTHON = re.compile(
    r"python_(?:full_)?version\s*"
    r"(?:<\s*['\"](?:2|3(?:\.[0-8](?:\.0)?)?['\"])|<=\s*['\"](?:2|3\.[0-7]['\"])|[=~]=\s*['\"](?:2|3\.[0-7]['\"]))"
)

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement in its parts, exactly as written; the parts together are the text."""

    name: str
    extras: str
    gap: str
    specifier: str
    tail: str

    @property
    def text(self) -> str:
        """The requirement as it is written."""
        return f"{self.name}{self.extras}{self.gap}{self.specifier}{self.tail}"

    @property
    def key(self) -> str:
        """The package's name, normalised as PEP 503 says."""
        return re.sub(r"[-_.]+", "-", self.name).lower()

    @property
    def is_direct(self) -> bool:
        """True for `boto @ git+https://...`."""
        return self.tail.lstrip().startswith("@")

    @property
    def only_old_pythons(self) -> bool:
        """True when its marker limits it to Pythons that boto3 does not run on."""
        return bool(_OLD_PYTHON.search(self.tail))

    @property
    def marker(self) -> str:
        """The environment marker, without its semicolon."""
        return self.tail.partition(";")[2].strip()

    def replaced(self, name: str, version: str, keep_extras: bool = False) -> str:
        """The text that asks for at least this version of another package, in the style of this one."""
        operator = _OPERATOR.search(self.specifier)
        between = operator.group(2) if operator else ""
        sign = "^" if operator and operator.group(1) == "^" else ">="
        specifier = f"{sign}{between}{version}"
        if self.specifier.startswith("("):
            specifier = f"({specifier})"
        extras = self.extras if keep_extras else ""
        if not self.specifier:
            return f"{name}{extras}{specifier}{self.gap}{self.tail}"
        return f"{name}{extras}{self.gap}{specifier}{self.tail}"

    def allows(self, floor: str) -> bool:
        """Does the specifier allow any version from `floor` on?"""
        return all(_allows(sign, version, version_of(floor)) for sign, version in self._clauses())

    def guarantees(self, floor: str) -> bool:
        """Does the specifier rule out every version before `floor`?"""
        lower = [version_of(version) for sign, version in self._clauses() if sign not in ("<", "<=", "!=")]
        return any(_padded(version) >= _padded(version_of(floor)) for version in lower)

    def _clauses(self) -> list[tuple[str, str]]:
        return [(match.group(1), match.group(3)) for match in _OPERATOR.finditer(self.specifier)]


def parse_requirement(text: str) -> Requirement | None:
    """The requirement that a text is, None when it is something else (an option, a path, a URL)."""
    match = _REQUIREMENT.fullmatch(text)
    if match is None:
        return None
    parts = {name: value or "" for name, value in match.groupdict().items()}
    return Requirement(**parts)


def starts_like_boto(text: str) -> bool:
    """Does a text that is no requirement begin like one for boto, with a version that something else fills
    in?
    """
    return bool(re.match(r"\s*boto\s*(?:[<>=!~;@\[({%$]|\Z)", text))


def version_of(text: str) -> Version:
    """The numbers at the start of a version: 1.36.0rc1 is (1, 36, 0), 2.* is (2,)."""
    numbers = re.findall(r"\d+|[^\d.]+", text)
    return tuple(int(number) for number in takewhile(str.isdigit, numbers))


def _padded(version: Version) -> Version:
    """A version that compares as PEP 440 wants it: 5 equals 5.0."""
    return version + (0,) * (6 - len(version))


def _allows(sign: str, text: str, floor: Version) -> bool:
    version = version_of(text)
    match sign:
        case "==" | "===" if text.endswith("*"):
            return version >= floor[: len(version)]
        case "=":
            return version >= floor[: len(version)]
        case "==" | "===" | "<=":
            return _padded(version) >= _padded(floor)
        case "<":
            return _padded(version) > _padded(floor)
        case "~=":
            return version[:-1] >= floor[: len(version) - 1]
        case "~":
            return version[:2] >= floor[: len(version[:2])]
        case "^":
            return version[:1] >= floor[:1]
        case _:
            return True
