"""Legacy test suites pass before and after their migration, and what they ask of AWS is the same."""

from __future__ import annotations

from pathlib import Path

from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.verify import Fake, Reader
from codemods.verify.migration import verify_run
from codemods.verify.model import Outcome, Proof

SUITES = Path(__file__).with_name("suites") / "before"


def test_six_old_suites(fake: Fake, reader: Reader) -> None:
    run = migrate([str(SUITES)], Settings())
    command = ("python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
    verdict = verify_run(run, SUITES, command, timeout=120, using=(fake, reader))
    assert verdict.result == "same", verdict.differences[:3]
    assert isinstance(verdict.before, Outcome) and verdict.before.code == 0 and verdict.before.calls > 100
    assert not [site for site in verdict.sites if site.proof is Proof.DIFFERS]
    assert sum(site.proof is Proof.PROVED for site in verdict.sites) > 130
