"""The diff of one file with its sites on their lines, as plain data for the templates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypedDict

from codemods.model import FileResult, Site, Status
from codemods.report.diff import Row, Words, hunks_of, line_map, rows_of
from codemods.report.verdict import Results

_CODE_WIDTH = 100


class NoteView(TypedDict):
    """A site in the diff. `verified` is what verify said of it, or nothing, `because` why."""

    anchor: str
    line: int
    line_after: int
    status: str
    service: str
    rule: str
    api: str
    message: str
    code: str
    verified: str
    because: str


class RowView(TypedDict):
    """A line, and the notes that stand under it."""

    kind: str
    old: int
    new: int
    words: Words
    text: str
    notes: list[NoteView]


class HunkView(TypedDict):
    """Lines that stand together."""

    head: str
    rows: list[RowView]


class StageView(TypedDict):
    """One step of a file: all of the change, or one of the two for a file that was Python 2 first."""

    title: str
    added: int
    removed: int
    hunks: list[HunkView]


class FileView(TypedDict):
    """One file. `loose` are the notes whose line is not in the diff; `notes` are all of them."""

    id: str
    path: str
    unfolded: bool
    counts: dict[str, int]
    added: int
    removed: int
    stages: list[StageView]
    notes: list[NoteView]
    loose: list[NoteView]


def anchors(file: FileResult, name: str) -> dict[Site, str]:
    """The sites of a file in the order of lines, each with the id of its note in the page."""
    ordered = sorted(file.sites, key=lambda site: (site.line, site.column, site.api, site.rule))
    return {site: f"{name}-{number}" for number, site in enumerate(ordered, start=1)}


def file_view(file: FileResult, name: str, path: str, unfolded: bool, results: Results) -> FileView:
    """What is shown of one file. `name` is its id in the page; `results` are verify's."""
    before, after = _text(file, file.before), _text(file, file.after)
    modern = before if file.modernised is None else _text(file, file.modernised)
    notes = [_note(site, anchor, results) for site, anchor in anchors(file, name).items()]
    places = {} if file.modernised is None else line_map(before, modern)
    by_line: dict[int, list[NoteView]] = {}
    for note in notes:
        by_line.setdefault(places.get(note["line"], note["line"]), []).append(note)
    stages = []
    if file.modernised is not None:
        stages.append(_stage("Python 2 to Python 3", rows_of(before, modern), {}))
    last = _stage("boto 2 to boto3", rows_of(modern, after), by_line)
    stages.append(last)
    placed = {note["anchor"] for hunk in last["hunks"] for row in hunk["rows"] for note in row["notes"]}
    return FileView(
        id=name,
        path=path,
        unfolded=unfolded,
        counts={status.value: sum(site.status is status for site in file.sites) for status in Status},
        added=sum(stage["added"] for stage in stages),
        removed=sum(stage["removed"] for stage in stages),
        stages=stages,
        notes=notes,
        loose=[note for note in notes if note["anchor"] not in placed],
    )


def _stage(title: str, rows: Sequence[Row], by_line: Mapping[int, list[NoteView]]) -> StageView:
    hunks = [HunkView(head=hunk.head, rows=_rows(hunk.rows, by_line)) for hunk in hunks_of(rows, by_line)]
    return StageView(
        title=title,
        added=sum(row.kind == "add" for row in rows),
        removed=sum(row.kind == "del" for row in rows),
        hunks=hunks,
    )


def _rows(hunk: Sequence[Row], by_line: Mapping[int, list[NoteView]]) -> list[RowView]:
    """The lines of a hunk; notes on changed lines wait for the end of the change, so that it can be read as one."""
    views: list[RowView] = []
    waiting: list[NoteView] = []
    for at, row in enumerate(hunk):
        waiting += by_line.get(row.old, []) if row.old else []
        goes_on = row.kind != "same" and at + 1 < len(hunk) and hunk[at + 1].kind != "same"
        notes, waiting = ([], waiting) if goes_on else (waiting, [])
        views.append(RowView(kind=row.kind, old=row.old, new=row.new, words=row.words, text=row.text, notes=notes))
    return views


def _note(site: Site, anchor: str, results: Results) -> NoteView:
    said = results.of(site)
    return NoteView(
        anchor=anchor,
        line=site.line,
        line_after=site.line_after,
        status=site.status.value,
        service=site.service,
        rule=site.rule,
        api=site.api,
        message=site.message,
        code=short(site.before),
        verified=said.result,
        because=said.reason,
    )


def _text(file: FileResult, raw: bytes) -> str:
    return raw.decode(file.encoding, "replace")


def short(code: str) -> str:
    """Code as one line that fits a list."""
    line = re.sub(r"(?<=[(\[{]) | (?=[)\]}])", "", " ".join(code.split()))
    return line if len(line) <= _CODE_WIDTH else line[: _CODE_WIDTH - 1] + "…"
