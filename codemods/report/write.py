"""Writes a report: all of it is made before any of it is written, and each file is replaced in one step."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from codemods.model import Run
from codemods.report.data import render_json
from codemods.report.pages import render_html, render_markdown
from codemods.report.redact import redact, redactor_of
from codemods.report.sarif import render_sarif
from codemods.report.view import view


class UnwritableReport(Exception):
    """The directory cannot be written; the message is one sentence for the user."""


def write_reports(run: Run, directory: Path, *, verdict: Mapping[str, object] | None = None) -> list[Path]:
    """Write `report.html`, `report.md`, `report.json` and `report.sarif` to `directory`, which is made if needed.

    `verdict` is what verify said, as plain data: "result", "differences", "sites", "wire", "limits". Files of that
    name are replaced, all others stay. Raises UnwritableReport.
    """
    redactor = redactor_of(run)
    clean = redactor.run(run)
    said = None if verdict is None else {name: redactor.plain(value) for name, value in verdict.items()}
    page = view(clean, said)
    texts = {
        "report.html": render_html(page),
        "report.md": render_markdown(page),
        "report.json": render_json(clean, said),
        "report.sarif": render_sarif(clean),
    }
    try:
        directory.mkdir(parents=True, exist_ok=True)
        return _replace_all({directory / name: text.encode("utf-8", "replace") for name, text in texts.items()})
    except OSError as error:
        raise UnwritableReport(f"cannot write the report to {directory}: {error.strerror or error}") from None


def _replace_all(contents: Mapping[Path, bytes]) -> list[Path]:
    drafts = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in contents}
    try:
        for path, content in contents.items():
            drafts[path].write_bytes(content)
        for path, draft in drafts.items():
            draft.replace(path)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
    return list(contents)


def to_json(run: Run) -> str:
    """`report.json` as text."""
    return render_json(redact(run))


def to_markdown(run: Run) -> str:
    """`report.md` as text."""
    return render_markdown(view(redact(run)))


def to_html(run: Run) -> str:
    """`report.html` as text."""
    return render_html(view(redact(run)))


def to_sarif(run: Run) -> str:
    """`report.sarif` as text."""
    return render_sarif(redact(run))
