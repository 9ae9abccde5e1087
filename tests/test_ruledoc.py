"""Every rule that the tool names can be looked up, and its example shows what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods.catalog import catalog
from codemods.pipeline import migrate
from codemods.ruledoc import all_rules, in_full, rules_below
from codemods.settings import Settings

SAMPLES = Path(__file__).parents[1] / "sample_projects"


def test_rules_of_the_samples_are_known() -> None:
    run = migrate([str(path) for path in SAMPLES.glob("*/before")], Settings())
    findings = [*run.findings, *(finding for file in run.files for finding in file.findings)]
    named = {site.rule for site in run.sites} | {finding.rule for finding in findings}
    assert not [rule for rule in sorted(named) if not rules_below(rule)]


@pytest.mark.parametrize("short", ["s3.MultiPartUpload", "ec2.Volume", "vpc.VPC"])
def test_examples_of_a_class_show_what_becomes_of_it(short: str) -> None:
    shown = 0
    for row in catalog().classes[short].members:
        lines = list(in_full(all_rules()[f"{short}.{row.name}"]))
        assert lines[0] == f"{short}.{row.name}"
        shown += any(line.startswith("  + ") for line in lines)
    assert shown >= 0.8 * len(catalog().classes[short].members)


def test_general_rules_have_examples_that_apply() -> None:
    for rule in all_rules().values():
        if rule.before:
            assert any(line.startswith("  + ") for line in in_full(rule)), rule.id


def test_groups() -> None:
    assert {rule.id for rule in rules_below("s3.Key")} == {id for id in all_rules() if id.startswith("s3.Key.")}
    assert not rules_below("s3.Ke")
