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

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from codemods.model import FileResult, Finding, Remaining, Run, Site
from codemods.report.secret_names import is_setting_name, may_be_harmless, names_a_secret

MASK = "********"
_ANYWHERE = 16  # a value of this length is masked wherever it stands
_QUOTED = 6  # a shorter one only where it is a whole string literal; still shorter ones only where they were found

_KEY_ID = re.compile(r"(?P<value>(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16,})")
_SHAPES = (
    _KEY_ID,
    # A secret access key. In quotes mixed case is enough; bare text must also have a digit or a plus, or else a
    # camel case name of that length would be one. A SHA-1 in hex has no mixed case.
    re.compile(
        r"""(?P<quote>["'])(?=[^"']*[a-z])(?=[^"']*[A-Z])(?P<value>[A-Za-z0-9/+]{40})(?P=quote)"""
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
_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\r\n]*)
    | (?:\b[bBrRuUfF]{1,2})?(?P<long>\"{3}(?P<body1>(?:[^\\]|\\.)*?)\"{3}|'{3}(?P<body2>(?:[^\\]|\\.)*?)'{3})
    | (?:\b[bBrRuUfF]{1,2})?(?P<short>"(?P<body3>(?:[^"\\\r\n]|\\.)*)"|'(?P<body4>(?:[^'\\\r\n]|\\.)*)')
    | (?P<name>[^\W\d]\w*)
    | (?P<other>[=!<>+]=|\d[\w.]*|[^\w\s])
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:\(\w*\))?[-#0 +]*[\d.*]*[a-zA-Z]|<[^<>]*>|\$\{?\w+\}?")
_PLAIN_PAIR = re.compile(r"""(?<![\w-])(?P<name>[\w-]*\w)(?=["']?\s*(?:[:=]|\s)\s*["']?(?P<value>[^\s"',;]{8,}))""")
_CONNECTS = re.compile(r"connect_(?!to_region$)\w+|(?!HTTP)\w*Connection")


@dataclass(frozen=True, slots=True)
class Redactor:
    """Masks what looks like a credential, and the values that were found to be one elsewhere."""

    known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> Redactor:
        """A redactor that knows every secret that stands in `texts`."""
        return cls(frozenset(text[start:end] for text in texts for start, end in _secrets(text)))

    def text(self, text: str) -> str:
        """`text` without secrets and with as many lines as before."""
        spans = [*_secrets(text), *self._known_in(text)]
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

    def _known_in(self, text: str) -> Iterator[tuple[int, int]]:
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
        # What could not be read is shown nowhere, so it is not decoded either.
        before=b"" if file.failed else masked(file.before),
        after=b"" if file.failed else masked(file.after),
        modernised=None if file.failed or file.modernised is None else masked(file.modernised),
        sites=tuple(map(site, file.sites)),
        findings=tuple(_finding(redactor, finding) for finding in file.findings),
        remaining=tuple(map(rest, file.remaining)),
    )


def _finding(redactor: Redactor, finding: Finding) -> Finding:
    return replace(finding, message=redactor.text(finding.message))


def _texts(run: Run) -> Iterator[str]:
    for file in run.files:
        for raw in dict.fromkeys((file.before, file.modernised, file.after)):
            if raw is not None and not file.failed:
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


def _secrets(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _SHAPES:
        for match in pattern.finditer(text):
            group = "bare" if match.groupdict().get("bare") else "value"
            if _worth_hiding(match[group]):
                yield match.span(group)
    yield from _named(text)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "string", "name" or "other"
    text: str  # of a string: what stands between the quotes
    start: int
    end: int


def _named(text: str, base: int = 0) -> Iterator[tuple[int, int]]:
    """The values that are given to a name that says it is a secret, in code, in comments and inside of strings."""
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        if match["comment"]:
            yield from _in_prose(match["comment"][1:], base + match.start() + 1)
            continue
        body = next((name for name in ("body1", "body2", "body3", "body4") if match[name] is not None), None)
        if body is not None:
            tokens.append(_Token("string", match[body], base + match.start(body), base + match.end(body)))
            yield from _in_prose(match[body], base + match.start(body))
        else:
            kind = "name" if match["name"] else "other"
            tokens.append(_Token(kind, match[0], base + match.start(), base + match.end()))
    for index, token in enumerate(tokens):
        if token.kind != "other" and names_a_secret(token.text):
            yield from _value_of(tokens, index)
        elif token.kind == "name" and _CONNECTS.fullmatch(token.text):
            yield from _positional(tokens, index)


def _in_prose(text: str, base: int) -> Iterator[tuple[int, int]]:
    """Comments and strings can hold code that was commented out, ini files, command lines."""
    if not any(mark in text for mark in "=: "):
        return
    for match in _PLAIN_PAIR.finditer(text):
        if names_a_secret(match["name"]) and _looks_random(match["value"]):
            yield base + match.start("value"), base + match.end("value")
    if any(quote in text for quote in "\"'"):
        yield from _named(text, base)


def _value_of(tokens: list[_Token], index: int) -> Iterator[tuple[int, int]]:
    """The string literals that the name at `index` is given, compared with or paired with."""
    token = tokens[index]
    at = index + 1
    while at < len(tokens) and tokens[at].text in ("]", ")") and tokens[at].kind == "other":
        at += 1
    if at >= len(tokens):
        return
    sign = tokens[at].text
    at += 1
    if sign == ":" and token.kind == "name":  # an annotation: the value stands behind the next equals sign
        if not (at + 1 < len(tokens) and tokens[at].kind == "name" and tokens[at + 1].text == "="):
            return
        at += 2
    elif sign not in ("=", "==", "!=", "+=", ":") and not (sign == "," and token.kind == "string"):
        return
    while at < len(tokens) and tokens[at].kind == "other" and tokens[at].text in ("(", "[", "+", "\\"):
        at += 1
    while at < len(tokens) and (tokens[at].kind == "string" or tokens[at].text in ("+", "\\")):
        value = tokens[at].text
        # `["secret_key", "region"]` is a list of names, `setdefault("secret_key", "9vX...")` is not.
        sure = sign != "," and not may_be_harmless(token.text)
        if tokens[at].kind == "string" and _worth_hiding(value) and (sure or _looks_random(value)):
            yield tokens[at].start, tokens[at].end
        at += 1


def _positional(tokens: list[_Token], index: int) -> Iterator[tuple[int, int]]:
    """The first two arguments of boto 2's connections are key id and secret: boto/connection.py."""
    at = index + 1
    if at >= len(tokens) or tokens[at].text != "(":
        return
    for place in (at + 1, at + 3):
        following = tokens[place + 1 : place + 2]
        if place < len(tokens) and tokens[place].kind == "string" and following and following[0].text in (",", ")"):
            if _worth_hiding(tokens[place].text):
                yield tokens[place].start, tokens[place].end
            if following[0].text == ")":
                return
        elif not (place < len(tokens) and tokens[place].kind == "name" and following and following[0].text == ","):
            return


def _worth_hiding(value: str) -> bool:
    """False for what is no value: nothing, a placeholder, stars, the name of a setting."""
    bare = _PLACEHOLDER.sub("", value)
    return bool(re.search(r"[^\s*]", bare)) and not is_setting_name(value)


def _looks_random(value: str) -> bool:
    """True for what no person would choose as a name: long enough, and of mixed characters."""
    if len(value) < 8 or re.search(r"\s", value) or not _worth_hiding(value):
        return False
    kinds = sum(bool(re.search(kind, value)) for kind in ("[a-z]", "[A-Z]", "[0-9]", "[/+=!@#$%^&*]"))
    return kinds >= 2
