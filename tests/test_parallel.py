"""Several processes give what one gives, in the same order."""

from __future__ import annotations

from pathlib import Path

from codemods.parallel import FEW, in_order
from codemods.pipeline import harden, migrate
from codemods.settings import Settings


def double(number: int) -> int:
    return number * 2


def test_order_is_kept() -> None:
    items = list(range(FEW * 5))
    assert list(in_order(double, items, 3)) == list(in_order(double, items, 1)) == [item * 2 for item in items]


def test_a_run_does_not_depend_on_jobs(tmp_path: Path) -> None:
    for number in range(FEW + 4):
        (tmp_path / f"new{number}.py").write_text(f"import boto3\n\nqueue{number} = boto3.client('sqs')\n")
        (tmp_path / f"old{number}.py").write_text("print 'hello'\n")
    (tmp_path / "boto2.py").write_text("import boto\nprint boto.connect_s3().lookup('x')\n")
    runs = [migrate([str(tmp_path)], Settings(jobs=jobs)) for jobs in (1, 3)]
    assert runs[0] == runs[1]
    assert sum(file.changed for file in runs[0].files) == 2 * (FEW + 4) + 1
    hardened = [harden([str(tmp_path)], Settings(jobs=jobs)).files for jobs in (1, 3)]
    assert hardened[0] == hardened[1]
