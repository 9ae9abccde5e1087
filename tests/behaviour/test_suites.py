"""Legacy test suites with the code that they test: migrated, they pass on boto3 and moto 5, where boto 2 is not there.

Each folder below `suites/` is a small project whose tests pass on boto 2 and the moto of its time. Tests whose doubles
answer boto 2's calls cannot pass: `expected.txt` names them, and each has to be flagged.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from codemods.model import Run, Status
from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.write import write_results

SUITES = Path(__file__).parent / "suites"
NAMES = sorted(folder.name for folder in SUITES.iterdir() if folder.is_dir())


@dataclass(frozen=True)
class Suite:
    """One suite after its migration: the run, whether a second one changed anything, and what pytest says."""

    run: Run
    is_stable: bool
    output: str


@pytest.fixture(scope="module")
def suites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Suite]:
    """All suites, migrated one by one and then run by one process, which has loaded moto once."""
    top = tmp_path_factory.mktemp("suites")
    runs: dict[str, tuple[Run, bool]] = {}
    for name in NAMES:
        shutil.copytree(SUITES / name, top / name, ignore=shutil.ignore_patterns("expected.txt", "__pycache__"))
        run = migrate([str(top / name)], Settings())
        write_results(run.files)
        runs[name] = run, not any(result.changed for result in migrate([str(top / name)], Settings()).files)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "BOTO", "PYTEST"))}
    keys = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "HOME": str(top)}
    keys["MOTO_EC2_LOAD_DEFAULT_AMIS"] = "false"  # half a second for each test
    driver = Path(__file__).parent / "run_suites.py"
    subprocess.run(
        [sys.executable, str(driver), *(str(top / name) for name in NAMES)],
        env={**kept, **keys, "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: Suite(*runs[name], (top / name / "output.txt").read_text()) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_suite(name: str, suites: dict[str, Suite]) -> None:
    suite = suites[name]
    assert not [rest for rest in suite.run.remaining if not rest.marked]
    assert suite.is_stable, "a second run changes something"
    expected = SUITES / name / "expected.txt"
    wanted = set(expected.read_text().split()) if expected.exists() else set()
    failed = re.findall(r"^(?:FAILED|ERROR) [^\s:]+(?:::(\S+))?", suite.output, re.MULTILINE)
    assert set(failed) == wanted, suite.output
    assert suite.output.endswith("exit 1\n" if wanted else "exit 0\n"), suite.output
    assert any(site.status is Status.FLAGGED for site in suite.run.sites) == bool(wanted)
