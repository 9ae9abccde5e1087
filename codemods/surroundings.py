"""Files around the code: what the project depends on, and boto 2's own configuration files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from codemods.botoconfig.findings import config_findings, is_boto_config
from codemods.dependencies import Wanted, handles, rewrite_dependencies
from codemods.discover import Found
from codemods.model import FileResult, Finding, Level
from codemods.source import Source, UnreadableSource


def is_surrounding(path: str) -> bool:
    """True for a file that may list dependencies or configure boto 2."""
    return handles(path) or is_boto_config(path)


def surroundings(files: Iterable[Found], code: dict[str, FileResult], wanted: Wanted) -> list[FileResult]:
    """What becomes of the files around the code; `code` are the results for Python files, by path.

    A file that is both (a setup.py) is taken from its migrated text, and its result replaces the one in `code`.
    Files that have nothing to do with boto 2 give no result; those in the folders around code that uses it are asked
    for the Python and the boto3 that it runs on.
    """
    results = []
    above = {folder for path, result in code.items() if result.sites for folder in PurePath(path).parents}
    for file in files:
        before = code.get(file.path)
        result = _one(file, before, wanted)
        if result is None:
            continue
        is_near = bool(result.findings) and PurePath(file.path).parent in above
        if result.sites or result.changed or result.failed or is_near or is_boto_config(file.path):
            results.append(result)
    return results


def _one(file: Found, before: FileResult | None, wanted: Wanted) -> FileResult | None:
    raw = before.after if before is not None else file.raw
    try:
        source = Source.decode(file.path, raw)
    except UnreadableSource:
        return None
    if is_boto_config(file.path):
        findings = config_findings(file.path, source.text)
        return FileResult(file.path, file.raw, file.raw, findings=findings) if findings else None
    change = rewrite_dependencies(file.path, source.text, wanted)
    if change is None:
        return None
    try:
        after = source.encode(change.text) if change.text != source.text else raw
    except UnreadableSource as error:
        finding = Finding(file.path, 0, "dependencies", str(error), Level.ERROR)
        return FileResult(file.path, file.raw, file.raw, findings=(finding,))
    base = before or FileResult(file.path, file.raw, file.raw, encoding=source.encoding)
    return replace(
        base,
        after=after,
        sites=(*base.sites, *change.sites),
        findings=(*base.findings, *change.findings),
    )
