"""The inventory of `boto3ify scan`: which services and APIs of boto 2 are used, and what would become of them."""

from __future__ import annotations

from collections import Counter, defaultdict

from codemods.model import Run, Site, Status


def scan_lines(run: Run) -> list[str]:
    """The inventory as lines of text, the most used API of each service first."""
    by_service: defaultdict[str, defaultdict[str, list[Site]]] = defaultdict(lambda: defaultdict(list))
    for site in run.sites:
        by_service[site.service][site.api].append(site)
    files = len({site.path for site in run.sites})
    lines = [f"{len(run.sites)} uses of boto 2 in {files} of {run.scanned} Python files"]
    for service in sorted(by_service):
        apis = by_service[service]
        total = sum(len(sites) for sites in apis.values())
        lines += ["", f"{service}  {total}"]
        for api, sites in sorted(apis.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            lines.append(f"  {len(sites):5}  {api}  {_fate(sites)}")
    for title, hints in (("type hints that would unlock more, for [tool.boto3ify.types]:", run.hints),):
        if hints:
            lines += ["", title, *(f"  {hint}" for hint in hints)]
    return lines


def _fate(sites: list[Site]) -> str:
    counts = Counter(site.status for site in sites)
    return ", ".join(f"{counts[status]} {status.value}" for status in Status if counts[status])
