"""Masks credentials before anything of a run is shown: promise 8, "secrets stay".

`redact` takes a `Run` and gives the same run without secrets; every writer works on that one. A secret is found in two
ways: by its shape (key ids, 40-character AWS secrets, session tokens, passwords in URLs, private keys) and by the name
that it is given to (`password = "..."`, `"aws_secret_access_key": "..."`, the second argument of `connect_s3`). What
was found in one place is masked in every place, so that a value that moves to where no name tells is covered as well.
Masking never adds or removes a line: diffs and line numbers stay true.

Shapes: AWS's own documentation of key ids (AKIA: long-term, ASIA: temporary) and secret keys (40 characters of
base64); https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from codemods.model import FileResult, Finding, Remaining, Run, Site
from codemods.report.secret_names import is_setting_name, may_be_harmless, names_a_secret

Place = tuple[int, int]

MASK = "********"
_ANYWHERE = 16  # a value of this length is masked wherever it stands
_QUOTED = 6  # a shorter one only where it is a whole string literal; still shorter ones only where they were found

_KEY_ID = re.compile(r"(?P<value>(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16,})")
_SHAPES = (
    _KEY_ID,
    # A secret access key. In quotes mixed case is enough unless it is words in camel case; bare text must also have a
    # digit or a plus. A SHA-1 in hex has no mixed case.
    re.compile(
        r"""(?P<quote>["'])(?=[^"']*[a-z])(?=[^"']*[A-Z])(?![a-z]*(?:[A-Z][a-z]{2,})+["'])"""
        r"""(?P<value>[A-Za-z0-9/+]{40})(?P=quote)"""
        r"|(?<![A-Za-z0-9/+_])(?=[A-Za-z/+]{0,39}[0-9+])(?=[A-Z0-9/+]{0,39}[a-z])(?=[a-z0-9/+]{0,39}[A-Z])"
        r"(?P<bare>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=_])"
    ),
    # A session token, or any other blob of base64 that long.
    re.compile(
        r"(?<![A-Za-z0-9/+_])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])(?=[A-Za-z/+]*[0-9])"
        r"(?P<value>[A-Za-z0-9/+]{100,}={0,2})"
    ),
    re.compile(r"""://[^\s/:@"'<>]*:(?P<value>[^\s/@"'<>]+)@"""),  # the password of a URL
    re.compile(r"""://(?P<value>[A-Za-z0-9_-]{20,})@"""),  # a token in the place of a user name
    re.compile(
        r"""[?&;](?:AWSAccessKeyId|Signature|X-Amz-(?:Signature|Security-Token|Credential))=(?P<value>[^&;\s"'<>]+)"""
    ),
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?P<value>.*?)-----END ", re.DOTALL),
    re.compile(r"(?P<value>\bgh[pousr]_[A-Za-z0-9]{20,}|\bxox[abprs]-[A-Za-z0-9-]{10,})"),
)
_STRING = re.compile(
    r"""(?:\b[bBrRuUfF]{1,2})?(?:\"{3}(?P<long>(?:[^\\]|\\.)*?)\"{3}|'{3}(?P<long1>(?:[^\\]|\\.)*?)'{3}"""
    r"""|"(?P<short>(?:[^"\\\r\n]|\\.)*)"|'(?P<short1>(?:[^'\\\r\n]|\\.)*)')""",
    re.DOTALL,
)
_PROSE = re.compile(r"#[^\r\n]*|" + _STRING.pattern, re.DOTALL)
_NAME = r"(?<!\w)(?P<name>[A-Za-z_][\w-]*)"
_GIVEN = re.compile(_NAME + r"""(?=(?P<quote>["']?)\s*[\])]*\s*(?P<sign>[=!+]?=|[:,]))""")
_GIVEN_IN_PROSE = re.compile(_NAME + r"""(?=["']?\s*(?:[:=]|\s)\s*["']?(?P<value>[^\s"',;]{8,}))""")
_ANNOTATION = re.compile(r"[ \t]*[\w.\[\] |]+=")
_ON_THIS_LINE = re.compile(r"""[ \t]*[("'bBuUrR]""")
_BEFORE_A_STRING = re.compile(r"[\s(\[+\\]*")
_CONNECT = re.compile(r"\b(?:connect_(?!to_region\b)\w+|(?!HTTP)\w*Connection)\s*\(\s*")
_VARIABLE = re.compile(r"[\w.]+")
_NEXT = re.compile(r"\s*,\s*")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:\(\w*\))?[-#0 +]*[\d.*]*[a-zA-Z]|<[^<>]*>|\$\{?\w+\}?")


@dataclass(frozen=True, slots=True)
class Redactor:
    """Masks what looks like a credential, and the values that were found to be one elsewhere."""

    known: frozenset[str] = frozenset()
    searched: Mapping[str, tuple[Place, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Redactor:
        """A redactor that knows every secret that stands in `texts`."""
        searched = {text: tuple(_secrets(text)) for text in dict.fromkeys(texts)}
        known = {text[start:end] for text, places in searched.items() for start, end in places}
        return cls(frozenset(known), searched)

    def text(self, text: str) -> str:
        """`text` without secrets and with as many lines as before."""
        searched = self.searched.get(text)
        spans = [*(_secrets(text) if searched is None else searched), *self._known_in(text)]
        result, position = [], 0
        for start, end in sorted(spans):
            if end <= position:
                continue
            start = max(start, position)
            result += [text[position:start], _mask(text[start:end])]
            position = end
        return "".join([*result, text[position:]])

    def run(self, run: Run) -> Run:
        """A run as it may be shown."""
        return replace(
            run,
            files=tuple(_file(self, file) for file in run.files),
            findings=tuple(_finding(self, finding) for finding in run.findings),
            styles={service: (style, self.text(reason)) for service, (style, reason) in run.styles.items()},
            hints=tuple(map(self.text, run.hints)),
        )

    def plain(self, value: object) -> object:
        """The same for plain data: every string in mappings and sequences."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {str(key): self._named(str(key), item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.plain(item) for item in value]
        return value

    def _named(self, name: str, value: object) -> object:
        if isinstance(value, str) and names_a_secret(name) and _worth_hiding(value):
            return _mask(value)
        return self.plain(value)

    def _known_in(self, text: str) -> Iterator[Place]:
        for value in self.known:
            if len(value) >= _QUOTED and value in text:
                pattern = re.escape(value)
                if len(value) < _ANYWHERE:
                    pattern = rf"""(?<=["']){pattern}(?=["'])"""
                yield from (match.span() for match in re.finditer(pattern, text))


def redact(run: Run) -> Run:
    """`run` without secrets."""
    return redactor_of(run).run(run)


def redactor_of(run: Run) -> Redactor:
    """A redactor that knows the secrets of the files and the messages of a run."""
    return Redactor.of(_texts(run))


def _file(redactor: Redactor, file: FileResult) -> FileResult:
    def masked(raw: bytes) -> bytes:
        return redactor.text(raw.decode(file.encoding, "replace")).encode(file.encoding, "replace")

    def site(one: Site) -> Site:
        text = redactor.text
        return replace(one, message=text(one.message), before=text(one.before), after=text(one.after))

    def rest(one: Remaining) -> Remaining:
        return replace(one, what=redactor.text(one.what))

    return replace(
        file,
        before=masked(file.before),
        after=masked(file.after),
        modernised=None if file.modernised is None else masked(file.modernised),
        sites=tuple(map(site, file.sites)),
        findings=tuple(_finding(redactor, finding) for finding in file.findings),
        remaining=tuple(map(rest, file.remaining)),
    )


def _finding(redactor: Redactor, finding: Finding) -> Finding:
    return replace(finding, message=redactor.text(finding.message))


def _texts(run: Run) -> Iterator[str]:
    for file in run.files:
        for raw in dict.fromkeys((file.before, file.modernised, file.after)):
            if raw is not None:
                yield raw.decode(file.encoding, "replace")
        for site in file.sites:
            yield from (site.message, site.before, site.after)
        for finding in file.findings:
            yield finding.message
    for finding in run.findings:
        yield finding.message
    yield from run.hints


def _mask(value: str) -> str:
    """Stars for each line of a secret; a key id keeps the four letters that say which kind it is."""
    if _KEY_ID.fullmatch(value):
        return value[:4] + "*" * 16
    return re.sub(r"[^\r\n]+", MASK, value)


# -- where the secrets of one text are ------------------------------------------------------------------------------


def _secrets(text: str) -> Iterator[Place]:
    for pattern in _SHAPES:
        for match in pattern.finditer(text):
            group = "bare" if match.groupdict().get("bare") else "value"
            if _worth_hiding(match[group]):
                yield match.span(group)
    # Names are looked for everywhere: what is commented out or quoted in a docstring is code as well.
    for match in _GIVEN.finditer(text):
        if names_a_secret(match["name"]):
            yield from _given(text, match)
    for match in _CONNECT.finditer(text):
        yield from _positional(text, match.end())
    yield from _in_prose(text)


def _given(text: str, match: re.Match[str]) -> Iterator[Place]:
    """The string literals that a name is given, compared with or paired with."""
    sign, at = match["sign"], match.end("sign")
    if sign == "," and not match["quote"]:
        return
    if sign == ":" and not match["quote"]:  # an annotation, or a comment; not a block with its docstring
        annotation = _ANNOTATION.match(text, at)
        at = annotation.end() if annotation else at
        if not annotation and not _ON_THIS_LINE.match(text, at):
            return
    # `["secret_key", "region"]` is a list of names, `setdefault("secret_key", "9vX...")` is not.
    sure = sign != "," and not may_be_harmless(match["name"])
    at = _skip(_BEFORE_A_STRING, text, at)
    while literal := _STRING.match(text, at):
        body = str(literal.lastgroup)
        if _worth_hiding(literal[body]) and (sure or _looks_random(literal[body])):
            yield literal.span(body)
        at = _skip(_BEFORE_A_STRING, text, literal.end())


def _positional(text: str, at: int) -> Iterator[Place]:
    """The first two arguments of boto 2's connections are key id and secret: boto/connection.py."""
    for _ in range(2):
        literal = _STRING.match(text, at)
        if literal is not None and _worth_hiding(literal[str(literal.lastgroup)]):
            yield literal.span(str(literal.lastgroup))
        argument = literal or _VARIABLE.match(text, at)
        following = _NEXT.match(text, argument.end()) if argument else None
        if following is None:
            return
        at = following.end()


def _in_prose(text: str) -> Iterator[Place]:
    """`aws_secret_access_key = 9vX...` without quotes, in comments and strings: ini files, command lines."""
    found = [
        match.span("value")
        for match in _GIVEN_IN_PROSE.finditer(text)
        if names_a_secret(match["name"]) and _looks_random(match["value"])
    ]
    prose = [match.span() for match in _PROSE.finditer(text)] if found else []
    for start, end in found:
        at = bisect.bisect_right(prose, (start, len(text))) - 1
        if at >= 0 and prose[at][0] <= start and end <= prose[at][1]:
            yield start, end


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _worth_hiding(value: str) -> bool:
    """False for what is no value: nothing, a placeholder, stars, the name of a setting."""
    bare = _PLACEHOLDER.sub("", value)
    return bool(re.search(r"[^\s*]", bare)) and not is_setting_name(value)


def _looks_random(value: str) -> bool:
    """True for what no person would choose as a name: long enough, and of mixed characters."""
    if len(value) < 8 or re.search(r"\s", value) or not _worth_hiding(value):
        return False
    letters = bool(re.search("[a-z]", value)) + bool(re.search("[A-Z]", value))
    others = bool(re.search("[0-9]", value)) + bool(re.search("[/+=!@#$%^&*]", value))
    return letters + others >= 2 and (others > 0 or len(value) >= 20)
