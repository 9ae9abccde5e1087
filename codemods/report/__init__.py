"""Tells a person what was done, what to review and what is left.

Every writer starts from a `Run` without its secrets (redact.py); the pages are templates over one plain dict (view.py).
"""

from codemods.report.summary import headline, summary_lines
from codemods.report.write import UnwritableReport, to_html, to_json, to_markdown, to_sarif, write_reports

__all__ = [
    "UnwritableReport",
    "headline",
    "summary_lines",
    "to_html",
    "to_json",
    "to_markdown",
    "to_sarif",
    "write_reports",
]
