"""Every sample project does the same after its migration, site by site: see `expected.json` beside each.

`python -m tests.verify.test_samples_verified [NAME...]` writes what verify says into `expected.json`, for a person to
review. It holds the result, how many sites came to which end, and the lines of `before/` on which they stand.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.verify import Fake, Reader
from codemods.verify.migration import verify_run
from codemods.verify.model import Verdict

ROOT = Path(__file__).parents[2] / "sample_projects"
SAMPLES = sorted(path.parent for path in ROOT.glob("*/before"))


def verified(sample: Path, using: tuple[Fake, Reader]) -> Verdict:
    """Migrate `before/` on a copy and verify it with the sample's command."""
    before = sample / "before"
    run = migrate([str(before)], Settings())
    command = (sample / "command.txt").read_text().split()
    return verify_run(run, before, command, setup=sample / "setup_aws.py", timeout=60, using=using)


def plain(verdict: Verdict, sample: Path) -> dict[str, Any]:
    """What `expected.json` holds."""
    lines: dict[str, dict[str, list[int]]] = {}
    for site in verdict.sites:
        path = Path(site.path).relative_to(sample / "before").as_posix()
        known = lines.setdefault(path, {}).setdefault(site.proof.value, [])
        if site.line not in known:
            known.append(site.line)
    return {
        "result": verdict.result,
        "sites": dict(sorted(Counter(site.proof.value for site in verdict.sites).items())),
        "lines": {path: dict(sorted(kinds.items())) for path, kinds in sorted(lines.items())},
    }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_sample(sample: Path, fake: Fake, reader: Reader) -> None:
    verdict = verified(sample, (fake, reader))
    assert plain(verdict, sample) == json.loads((sample / "expected.json").read_text()), verdict.differences[:3]
    assert all(row.good for row in verdict.wire)


def accept(names: list[str]) -> None:
    """Write what verify says."""
    with Fake(page_size=3) as fake:
        for sample in SAMPLES:
            if names and sample.name not in names:
                continue
            verdict = verified(sample, (fake, Reader()))
            data = plain(verdict, sample)
            print(sample.name, verdict.result, verdict.reason, data["sites"])
            for difference in verdict.differences[:5]:
                print("   ", difference)
            (sample / "expected.json").write_text(_json(data))


def _json(data: dict[str, Any]) -> str:
    """JSON with one line for each file."""
    rows = ",\n".join(f"    {json.dumps(path)}: {json.dumps(kinds)}" for path, kinds in data["lines"].items())
    head = "".join(f"  {json.dumps(name)}: {json.dumps(data[name])},\n" for name in ("result", "sites"))
    return f'{{\n{head}  "lines": {{\n{rows}\n  }}\n}}\n'


if __name__ == "__main__":
    accept(sys.argv[1:])
