"""report.json and report.sarif: what scripts rely on."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

from report_runs import VERDICT, clean_run, full_run, inventory

from codemods import __version__
from codemods.model import Run
from codemods.report import to_json, to_sarif
from codemods.report.data import render_json


def test_summary() -> None:
    data = json.loads(to_json(full_run()))
    assert (data["tool"], data["version"]) == ("boto3ify", __version__)
    assert data["summary"] == {
        "files_scanned": 12,
        "files_with_boto2": 2,
        "files_changed": 2,
        "files_failed": 2,
        "sites": {"total": 11, "rewritten": 7, "review": 2, "flagged": 2},
        "remaining": 2,
        "silent": 1,
    }
    assert len(data["remaining"]) == 2
    assert data["styles"]["ec2"] == {"style": "client", "reason": "every use can reach a client"}


def test_sites_are_complete_and_in_order() -> None:
    data = json.loads(to_json(full_run()))
    sites = data["sites"]
    wanted = {"path", "line", "column", "line_after", "api", "service", "status", "rule", "message", "before", "after"}
    assert all(set(site) == wanted for site in sites)
    places = [(site["path"], site["line"], site["column"]) for site in sites]
    assert places == sorted(places)
    counted = Counter(site["status"] for site in sites)
    assert dict(counted) == {name: n for name, n in data["summary"]["sites"].items() if name != "total"}


def test_order_of_the_run_does_not_matter() -> None:
    run = full_run()
    turned = replace(run, files=tuple(replace(file, sites=file.sites[::-1]) for file in run.files))
    assert to_json(turned) == to_json(run)
    assert to_sarif(turned) == to_sarif(run)


def test_a_verdict_is_passed_on() -> None:
    assert json.loads(render_json(clean_run(), VERDICT))["verify"] == VERDICT
    assert "verify" not in json.loads(to_json(clean_run()))


def test_sarif_levels_and_places() -> None:
    log = json.loads(to_sarif(full_run()))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    levels = Counter((result["ruleId"], result["level"]) for result in run["results"])
    assert levels["ec2.Instance.stop", "warning"] == 1
    assert levels["ec2.connection", "note"] == 1
    assert levels["input", "error"] == 2
    assert levels["unmarked", "error"] == 1
    assert not [rule for rule, _ in levels if rule == "imports"]
    described = {rule["id"] for rule in run["tool"]["driver"]["rules"] if rule["help"]["text"]}
    assert described == {rule for rule, _ in levels}
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert "legacy/up%20%26%20%3Cdown%3E%20%7C%60x%60%7C.py" in uris
    regions = [result["locations"][0]["physicalLocation"].get("region") for result in run["results"]]
    assert all(region is None or region["startLine"] > 0 for region in regions)


def test_sarif_is_relative_to_the_scanned_root() -> None:
    file = inventory()
    moved = replace(
        file, path="/work/space/app/a.py", sites=tuple(replace(s, path="/work/space/app/a.py") for s in file.sites)
    )
    log = json.loads(to_sarif(Run((replace(moved, findings=()),), 1, roots=("/work/space",))))
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in log["runs"][0]["results"]]
    assert {(place["uri"], place["uriBaseId"]) for place in places} == {("app/a.py", "%SRCROOT%")}


def test_fingerprints_do_not_move_with_the_lines() -> None:
    def prints(run: Run) -> list[str]:
        return [
            result["partialFingerprints"]["boto3ify/v1"] for result in json.loads(to_sarif(run))["runs"][0]["results"]
        ]

    file = inventory()
    lower = replace(file, sites=tuple(replace(site, line=site.line + 7) for site in file.sites))
    assert prints(Run((lower,), 1)) == prints(Run((file,), 1))
    assert len(set(prints(full_run()))) == len(prints(full_run()))
