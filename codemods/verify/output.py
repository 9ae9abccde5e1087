"""What a program printed, without what differs between any two runs of it: paths, line numbers, library talk.

Ids and times are left for `matching`, which can tell a moved value from a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from codemods.verify.urls import NO_METHODS, presigned_urls

LINE_NUMBER = re.compile(r"(\.py):\d+|(\bline )\d+(?=, in |\b)")
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")
TEMPORARY = re.compile(r"\btmp[a-z0-9_]{8}\b")

CHAINED = (
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
)
FOLDED = "<traceback>"
TRACEBACK = "Traceback (most recent call last):"
# boto/exception.py and botocore/exceptions.py: the error classes of an AWS answer.
AWS_ERROR = re.compile(
    r"(?:boto\.(?:\w+\.)*\w*(?:ResponseError|ServerError|CreateError|CopyError)"
    r"|botocore\.(?:exceptions|errorfactory)\.\w+): (?P<text>.*)",
    re.DOTALL,
)
ERROR_CODE = re.compile(r"An error occurred \((\w+(?:\.\w+)*)\)|<Code>([\w.]+)</Code>|: (\d{3}) ")
# The body of an error. Its ids are those of one request, its namespace that of the library's version of the API; the
# helpers that write it anew know neither how it was indented nor how its head was spelled.
XML_ERROR = re.compile(
    r"<\?xml[^>]*\?>(?:\s|\\n)*(?P<body><Error\b[^>]*>.*?</Error>|<Response\b[^>]*>.*?</Response>)", re.DOTALL
)
OF_ONE_ANSWER = re.compile(r"<(RequestID|RequestId|HostId)>[^<]*</\1>| xmlns=\"[^\"]*\"|(?<=>)(?:\s|\\n)+(?=<)")

# An error in a log is each library's own sentence, and what stands behind it on the line cannot be told from it.
LOGGED_ERROR = re.compile(
    r"\w*(?:Response|Server|Create|Copy)Error: \d{3} [^<\n]*\n<(?:Error|Response)>[^\n]*?<Code>(?P<old>[\w.]+)<[^\n]*"
    r"|\w*(?:Response|Server|Create|Copy)Error: (?P<status>\d{3}) [^<\n]*(?:\n[^\n]*)?"
    r"|An error occurred \((?P<new>[\w.]+)\) when calling the \w+ operation[^\n]*"
)

# What the libraries log by themselves. A record is known by the logger's name, or by its words.
LIBRARY = r"(?:boto|boto3|botocore|s3transfer|urllib3)\b(?:\.\w+)*"
LEVEL = r"(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)"
LIBRARY_LOG = re.compile(
    rf"\b{LEVEL}\b[\s:|\[\]-]+{LIBRARY}(?=[\s:|\]-])|\b{LIBRARY}[\s:|\[\]-]+{LEVEL}\b"
    "|PythonDeprecationWarning"
    "|Found credentials in (?:environment variables|shared credentials file|config file)"
)


def scrub(text: str, places: Iterable[tuple[str, str]], methods: Mapping[str, str] = NO_METHODS) -> str:
    """The text with paths of the run (`places`: path, name) and all else that never matters replaced.

    `methods` says which HTTP method a presigned URL is for, by its signature.
    """
    for path, name in places:
        text = text.replace(path, name)
    lines = [line for line in _fold_tracebacks(text.splitlines()) if not LIBRARY_LOG.search(line)]
    text = "\n".join(lines)
    text = XML_ERROR.sub(lambda match: OF_ONE_ANSWER.sub("", match["body"]), text)
    text = presigned_urls(text, methods)
    text = LINE_NUMBER.sub(lambda match: f"{match[1] or ''}{match[2] or ''}{':' if match[1] else ''}<line>", text)
    return TEMPORARY.sub("<temporary>", ADDRESS.sub("<address>", text))


def scrub_log(text: str, places: Iterable[tuple[str, str]], methods: Mapping[str, str] = NO_METHODS) -> str:
    """The text of a log, where errors of AWS are only known by their codes."""
    text = scrub(text, places, methods)
    return LOGGED_ERROR.sub(lambda match: f"AWS error {match['old'] or match['status'] or match['new']}", text)


def _fold_tracebacks(lines: list[str]) -> list[str]:
    """A traceback becomes its last line: the frames are those of two different libraries."""
    result: list[str] = []
    i = 0
    while i < len(lines):
        if lines[i].strip() != TRACEBACK:
            result.append(lines[i])
            i += 1
            continue
        i, error = _traceback(lines, i)
        # The last of a chain is the one that ended the program.
        while i < len(lines) and lines[i].strip() in ("", *CHAINED):
            j = next((j for j in range(i, len(lines)) if lines[j].strip() not in ("", *CHAINED)), len(lines))
            if j == len(lines) or lines[j].strip() != TRACEBACK or lines[i:j] == [""] * (j - i):
                break
            i, error = _traceback(lines, j)
        result.append(f"{FOLDED} {error}")
    return result


def _traceback(lines: list[str], start: int) -> tuple[int, str]:
    """The index behind a traceback and the exception it ends with."""
    indent = lines[start][: len(lines[start]) - len(lines[start].lstrip())]
    i = start + 1
    while i < len(lines) and (lines[i].startswith(indent + " ") or not lines[i].strip()):
        i += 1
    if i == len(lines):
        return i, ""
    end = i + 1
    # An AWS error of boto 2 carries the XML of the answer behind its first line.
    while end < len(lines) and lines[end].lstrip().startswith("<"):
        end += 1
    text = "\n".join(line.removeprefix(indent) for line in lines[i:end])
    known = AWS_ERROR.match(text)
    if known is None:
        return i + 1, lines[i].strip()
    code = ERROR_CODE.search(known["text"])
    # An answer to HEAD has no body, so boto3 has the status where boto 2 has nothing.
    named = re.findall(r"<Code>([\w.]+)</Code>", text) or [next(g for g in code.groups() if g)] if code else [""]
    return end, f"AWS error {named[0]}"


def last_line(text: str) -> str:
    """The last line that says something: of a failed program, its error."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip().removeprefix(f"{FOLDED} ") if lines else "it said nothing"
