"""`report.sarif`: what needs a person, for code scanning and editors.

SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from codemods import __version__
from codemods.model import Level, Run, Status
from codemods.report.paths import relative
from codemods.report.summary import findings, sites

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_STATUS_LEVELS = {Status.FLAGGED: Level.WARNING, Status.REVIEW: Level.NOTE}
_MESSAGES_SHOWN = 10
_FAILED = "Files and paths that could not be processed"
_WORTH_KNOWING = "What is worth knowing before the merge"
_SILENT = "Uses of boto 2 that the scan of the result found and that nothing marks"


@dataclass(frozen=True, slots=True)
class _Result:
    rule: str
    about: str  # what the rule is about, in one sentence
    level: Level
    message: str
    path: str
    line: int
    column: int
    text: str  # what tells two results of one rule in one file apart when lines move


def render_sarif(run: Run) -> str:
    """The flagged and reviewed sites, findings and unmarked uses of a run, which must be free of secrets already."""
    results = list(_results(run))
    seen: Counter[str] = Counter()
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(results)},
                "originalUriBaseIds": {_BASE: {"description": {"text": "Where the scanned files are relative to."}}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(result, run, seen) for result in results],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _results(run: Run) -> Iterator[_Result]:
    for site in sites(run, *_STATUS_LEVELS):
        message = site.message or f"{site.api}: see rule {site.rule}"
        level = _STATUS_LEVELS[site.status]
        about = f"Uses of boto 2's {site.api}"
        yield _Result(site.rule, about, level, message, site.path, site.line, site.column, site.before)
    for finding in findings(run):
        about = _FAILED if finding.level is Level.ERROR else _WORTH_KNOWING
        message = finding.message
        yield _Result(finding.rule, about, finding.level, message, finding.path, finding.line, 0, message)
    for rest in run.remaining:
        if not rest.marked:
            message = f"{rest.what}: left in the result (line {rest.line} there) without a mark"
            yield _Result("unmarked", _SILENT, Level.ERROR, message, rest.path, 0, 0, rest.what)


def _driver(results: list[_Result]) -> dict[str, object]:
    rules: dict[str, list[_Result]] = {}
    for result in results:
        rules.setdefault(result.rule, []).append(result)
    return {
        "name": "boto3ify",
        "version": __version__,
        "rules": [_rule(name, rules[name]) for name in sorted(rules)],
    }


def _rule(name: str, results: list[_Result]) -> dict[str, object]:
    abouts = {result.about for result in results}
    about = abouts.pop() if len(abouts) == 1 else f"Uses of boto 2 that rule {name} is for"
    messages = list(dict.fromkeys(result.message for result in results))
    shown = [*messages[:_MESSAGES_SHOWN], *([f"{len(messages)} messages in all"] * (len(messages) > _MESSAGES_SHOWN))]
    return {
        "id": name,
        "shortDescription": {"text": f"{about}."},
        "help": {"text": "\n".join([*shown, f"`boto3ify rules {name}` shows the rule, before and after."])},
        "defaultConfiguration": {"level": _worst(results)},
    }


def _worst(results: list[_Result]) -> str:
    order = list(Level)
    return max((result.level for result in results), key=order.index).value


def _result(result: _Result, run: Run, seen: Counter[str]) -> dict[str, object]:
    path = relative(result.path, run.roots)
    key = "\0".join((result.rule, path, " ".join(result.text.split())))
    seen[key] += 1
    fingerprint = hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "replace")).hexdigest()
    entry: dict[str, object] = {
        "ruleId": result.rule,
        "level": result.level.value,
        "message": {"text": result.message},
    }
    if result.path:
        entry["locations"] = [{"physicalLocation": _location(path, result)}]
    return entry | {"partialFingerprints": {"boto3ify/v1": fingerprint[:32]}}


def _location(path: str, result: _Result) -> dict[str, object]:
    artifact: dict[str, object] = {"uri": quote(path, errors="replace"), "uriBaseId": _BASE}
    if PurePath(path).is_absolute():
        artifact = {"uri": f"file://{quote(path, errors='replace')}"}
    if not result.line:
        return {"artifactLocation": artifact}
    region = {"startLine": result.line} | ({"startColumn": result.column} if result.column else {})
    return {"artifactLocation": artifact, "region": region}
