"""Legacy projects at work, on boto 2 and after their migration on boto3: python -m bench.corpus_runs --cache FOLDER

For each project a small program of ours (bench/corpus_drivers) that imports it and drives its S3 and EC2 modules.
`verify` runs it in the project as it is and as it was migrated, against a fake AWS, and compares calls, output, end and
final state. Nothing in the migration is done by hand; the driver is put into both trees after it. Of a project in
Python 2 the modernised form, which is still on boto 2, runs before. What the projects import besides is installed from
the package index into a folder of its own, where a version that today's Python takes still exists; for what does not,
the driver has a stand-in. `--write bench/CORPUS_RUNS.md` writes the page.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import PACKAGES, fetch
from codemods.model import Run, Status
from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.verify.migration import verify_run
from codemods.verify.model import Verdict

DRIVERS = Path(__file__).parent / "corpus_drivers"


@dataclass(frozen=True)
class Drive:
    """A project, the program that drives it, and what it imports besides (names for pip)."""

    project: str
    driver: str
    needs: tuple[str, ...] = ()
    note: str = ""


DRIVES = (
    Drive(
        "wal-e",
        "wal_e",
        ("gevent",),
        "`StorageLayout.key_name(key)` serves all clouds and has to be told what a key is by hand; the rest streams "
        "through lzop and PostgreSQL.",
    ),
    Drive("luigi", "luigi", ("tornado", "python-daemon"), "Its own S3 tests: see VERIFY.md."),
    Drive(
        "thunder-python",
        "thunder",
        ("numpy", "six", "bolt-python"),
        "Google Storage is not AWS, and Spark is not there.",
    ),
    Drive("cloudbridge", "cloudbridge", ("six", "retrying", "requests"), "The OpenStack half has nothing of boto's."),
    Drive("django-storages", "django_storages", ("django<3",), "Its tests fake boto 2's objects: see CORPUS.md."),
    Drive("beeswithmachineguns", "bees", ("paramiko",), "The attack itself logs into the machines."),
    Drive(
        "StarCluster",
        "starcluster",
        ("paramiko", "decorator", "iptools", "workerpool", "jinja2", "scp", "six", "iso8601"),
        "",
    ),
)

PREAMBLE = """
import collections, collections.abc, inspect, sys
for name in collections.abc.__all__:
    if not hasattr(collections, name):
        setattr(collections, name, getattr(collections.abc, name))
if not hasattr(inspect, "getargspec"):
    ArgSpec = collections.namedtuple("ArgSpec", "args varargs keywords defaults")
    inspect.getargspec = lambda function: ArgSpec(*inspect.getfullargspec(function)[:4])
sys.path.insert(0, ".")
sys.path.append({needs!r})
"""
"""What Python has dropped since the projects were written, and where the packages are that they need."""


@dataclass(frozen=True)
class Result:
    """What became of one project."""

    drive: Drive
    version: str
    run: Run
    verdict: Verdict


def install(drives: tuple[Drive, ...], cache: Path) -> Path:
    """A folder with what the projects import besides."""
    folder = cache / "needs"
    for need in sorted({need for drive in drives for need in drive.needs}):
        done = cache / f"needs-{need.replace('<', '-below-')}"
        if not done.exists():
            command = [sys.executable, "-m", "pip", "install", "-qq", "--target", str(folder), need]
            if subprocess.run(command, check=False).returncode == 0:
                done.touch()
    return folder


def drive_one(drive: Drive, cache: Path, needs: Path) -> Result:
    """Migrate a copy of a project, put the driver into it, and verify."""
    (name, version), sha256 = next(item for item in PACKAGES.items() if item[0][0] == drive.project)
    source = fetch(name, version, sha256, cache)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        shutil.copytree(source, root)
        run = migrate([str(root)], Settings())
        (root / "drive.py").write_text(PREAMBLE.format(needs=str(needs)) + (DRIVERS / f"{drive.driver}.py").read_text())
        setup = DRIVERS / f"{drive.driver}_aws.py"
        verdict = verify_run(run, root, ("python", "drive.py"), setup=setup if setup.is_file() else None, timeout=200)
    return Result(drive, version, run, verdict)


def show(result: Result) -> None:
    """One project in detail, for a person who looks for what differs."""
    print(f"## {result.drive.project}: {result.verdict.result}: {result.verdict.reason}")
    print(f"before {result.verdict.before}, after {result.verdict.after}")
    for difference in result.verdict.differences:
        print(f"- {difference.kind.value}: {difference.summary} (x{difference.times})")
        print(f"    before {difference.before_at} {difference.before[:1500]}")
        print(f"    after  {difference.after_at} {difference.after[:1500]}")
        for detail in difference.details[:20]:
            print(f"      {detail.path}: {detail.before[:200]} | {detail.after[:900]}")


def page(results: list[Result]) -> str:
    """bench/CORPUS_RUNS.md."""
    lines = [
        "# Legacy projects at work",
        "",
        "Made by `python -m bench.corpus_runs --write bench/CORPUS_RUNS.md`. A program of ours (`corpus_drivers/`) "
        "drives each project on boto 2 and, migrated with no hand in between, on boto3, against the same fake AWS, and "
        "`verify` compares calls, output, end and final state. *Proved*: migrated places that were reached and did the "
        "same.",
        "",
        "| project | result | calls before | after | sites | proved | differ | not reached | flagged | silent |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for result in results:
        verdict, proofs = result.verdict, Counter(site.proof.value for site in result.verdict.sites)
        flagged = sum(site.status is Status.FLAGGED for site in result.run.sites)
        cells = (
            f"{result.drive.project} {result.version}",
            verdict.result,
            verdict.before.calls if verdict.before else "-",
            verdict.after.calls if verdict.after else "-",
            len(result.run.sites),
            proofs["proved"],
            proofs["differs"],
            proofs["not exercised"],
            flagged,
            sum(not rest.marked for rest in result.run.remaining),
        )
        lines.append(f"| {' | '.join(map(str, cells))} |")
    lines.append("")
    for result in results:
        told = ((DRIVERS / f"{result.drive.driver}.py").read_text().split('"""')[1]).strip()
        lines.append(f"- **{result.drive.project}**: {told} {result.drive.note}".rstrip())
        if result.verdict.result != "same":
            lines.append(f"    - {result.verdict.reason}")
        for difference in result.verdict.differences[:8]:
            lines.append(f"    - {difference.kind.value}: {difference.summary[:200]}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fetch, migrate, drive, compare, and write the page when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "boto3ify-corpus")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--only", default="", help="drive only the projects whose name contains this")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    drives = tuple(drive for drive in DRIVES if options.only in drive.project)
    needs = install(drives, options.cache)
    results = []
    for drive in drives:
        results.append(drive_one(drive, options.cache, needs))
        show(results[-1])
        sys.stdout.flush()
        if options.write:
            options.write.write_text(page(results))
    print(page(results))


if __name__ == "__main__":
    main()
