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
from pathlib import Path

import pytest

from codemods.model import Status
from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.write import write_results

SUITES = Path(__file__).parent / "suites"
NAMES = sorted(folder.name for folder in SUITES.iterdir() if folder.is_dir())
NO_BOTO = "import sys\n\nsys.modules['boto'] = None\n"


def _failures(folder: Path) -> tuple[set[str], str]:
    """The tests that fail, and what pytest says of them."""
    (folder / "sitecustomize.py").write_text(NO_BOTO)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "BOTO", "PYTEST"))}
    keys = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "HOME": str(folder)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-rfE", "--tb=short"]
    done = subprocess.run(
        [*command, "--rootdir", str(folder)],
        cwd=folder,
        env={**kept, **keys, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    failed = re.findall(r"^(?:FAILED|ERROR) [^\s:]+(?:::(\S+))?", done.stdout, re.MULTILINE)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return set(failed), done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_suite(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SUITES / name, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    monkeypatch.chdir(tmp_path)
    run = migrate(["."], Settings())
    assert not [rest for rest in run.remaining if not rest.marked]
    write_results(run.files)
    assert not [result.path for result in migrate(["."], Settings()).files if result.changed], (
        "a second run is not idle"
    )
    expected = SUITES / name / "expected.txt"
    wanted = set(expected.read_text().split()) if expected.exists() else set()
    failed, said = _failures(tmp_path)
    assert failed == wanted, said
    flagged = [site for site in run.sites if site.status is Status.FLAGGED]
    assert bool(flagged) == bool(wanted)
