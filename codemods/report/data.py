"""`report.json`: the report for scripts. Keys and their order are stable; `format` counts up when that ends."""

from __future__ import annotations

import json
from collections.abc import Mapping

from codemods import __version__
from codemods.model import Finding, Run, Site
from codemods.report.summary import findings, headline, numbers, sites
from codemods.report.verdict import Results, Said

FORMAT = 1


def render_json(run: Run, verdict: Mapping[str, object] | None = None) -> str:
    """The run as JSON. It must be free of secrets already, as must be the verdict."""
    results = Results(verdict)
    data = {
        "tool": "boto3ify",
        "version": __version__,
        "format": FORMAT,
        "headline": headline(run),
        "summary": _summary(run),
        "styles": {
            service: {"style": style, "reason": reason} for service, (style, reason) in sorted(run.styles.items())
        },
        "sites": [_site(site, results.of(site)) for site in sites(run)],
        "remaining": [
            {"path": rest.path, "line": rest.line, "what": rest.what, "marked": rest.marked} for rest in run.remaining
        ],
        "findings": [_finding(finding) for finding in findings(run)],
        "hints": list(run.hints),
    }
    if verdict is not None:
        data["verify"] = dict(verdict)
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _summary(run: Run) -> dict[str, object]:
    count = numbers(run)
    return {
        "files_scanned": count.scanned,
        "files_with_boto2": count.with_boto2,
        "files_changed": count.changed,
        "files_failed": count.failed,
        "sites": {
            "total": count.total,
            "rewritten": count.rewritten,
            "review": count.review,
            "flagged": count.flagged,
        },
        "remaining": count.remaining,
        "silent": count.silent,
    }


def _site(site: Site, said: Said) -> dict[str, object]:
    verified = {"verify": {"result": said.result, "reason": said.reason}} if said.result else {}
    return {
        "path": site.path,
        "line": site.line,
        "column": site.column,
        "line_after": site.line_after,
        "api": site.api,
        "service": site.service,
        "status": site.status.value,
        "rule": site.rule,
        "message": site.message,
        "before": site.before,
        "after": site.after,
        **verified,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
    }
