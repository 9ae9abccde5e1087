"""The stage of the pipeline: the rules for boto3 over the files of a run, with lines as in the files of the user."""

from __future__ import annotations

import ast
import functools
import re
import warnings
from collections.abc import Callable, Iterable
from dataclasses import replace

from codemods.discover import Found
from codemods.harden import lines
from codemods.harden.engine import harden_source
from codemods.harden.rules import RULES
from codemods.model import FileResult, Finding, Level, Remaining, Site
from codemods.parallel import in_order
from codemods.settings import Settings
from codemods.source import Source, UnreadableSource

_USES = re.compile(rb"\b(boto3|botocore|aws_encryption_sdk|aioboto3)\b|169\.254\.169\.254")
Progress = Callable[[str, int, int], None]


def uses_boto3(raw: bytes) -> bool:
    """True for a file that the rules may have something to say about."""
    return _USES.search(raw) is not None


def harden_results(
    files: Iterable[Found], results: Iterable[FileResult], settings: Settings, progress: Progress
) -> list[FileResult]:
    """The results with what the rules make of the texts that would be written; files without a result may get one."""
    by_path = {result.path: result for result in results}
    texts = {file.path: file.raw for file in files}
    texts.update({path: result.after for path, result in by_path.items() if not result.failed})
    if not any(settings.enabled(rule.id) for rule in RULES):
        return list(by_path.values())
    wanted = sorted(path for path, raw in texts.items() if uses_boto3(raw))
    known = [by_path.get(path) or FileResult(path, texts[path], texts[path]) for path in wanted]
    for number, hardened in enumerate(in_order(functools.partial(_hardened, settings), known, settings.jobs)):
        progress("harden", number, len(wanted))
        if hardened is not None:
            by_path[hardened.path] = hardened
    return list(by_path.values())


def unreadable(files: Iterable[Found]) -> list[FileResult]:
    """A failure for each file that uses boto3 and cannot be parsed."""
    found = []
    for file in files:
        if not uses_boto3(file.raw):
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(Source.decode(file.path, file.raw).text)
        except UnreadableSource as error:
            found.append(_failed(file, str(error)))
        except (SyntaxError, ValueError) as error:
            found.append(_failed(file, f"does not parse: {error}; left alone"))
    return found


def _failed(file: Found, problem: str) -> FileResult:
    return FileResult(file.path, file.raw, file.raw, findings=(Finding(file.path, 0, "input", problem, Level.ERROR),))


def _hardened(settings: Settings, known: FileResult) -> FileResult | None:
    """The result with the rules applied to its text; None where they have nothing to say."""
    try:
        source = Source.decode(known.path, known.after)
        made = harden_source(source, RULES, settings)
        if not made.sites and made.text == source.text:
            return None
        after = source.encode(made.text) if made.text != source.text else known.after
        before = Source.decode(known.path, known.before).text if known.before != known.after else source.text
    except (UnreadableSource, SyntaxError, ValueError, RecursionError):
        return None
    origins = lines.between(before, source.text) if before != source.text else lines.same(before)
    now = lines.forward(made.origins)
    return replace(
        known,
        after=after,
        encoding=source.encoding,
        sites=(*(_moved(site, now) for site in known.sites), *(_original(site, origins) for site in made.sites)),
        remaining=tuple(_moved_rest(rest, now) for rest in known.remaining),
    )


def _moved(site: Site, now: dict[int, int]) -> Site:
    return replace(site, line_after=now.get(site.line_after, site.line_after)) if site.line_after else site


def _moved_rest(rest: Remaining, now: dict[int, int]) -> Remaining:
    return replace(rest, line=now.get(rest.line, rest.line))


def _original(site: Site, origins: list[int]) -> Site:
    return replace(site, line=origins[site.line - 1] if site.line <= len(origins) else site.line)
