"""Real packages on boto 2 and, after their migration, on boto3: `python bench/verify_package.py SOURCES [EXTRAS]`.

A test suite of the package's own where it has one that asks AWS for something, else what a user would type.

SOURCES holds the unpacked source distributions named below (`pip download --no-binary :all: --no-deps NAME==VERSION`).
EXTRAS, if given, is a folder with what the tests need besides (`pip install --target EXTRAS tornado python-daemon`).
Nothing of the packages is changed but what their age asks for: a conftest.py that gives back names which Python has
dropped since. Results are in bench/VERIFY.md.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from codemods.model import Status
from codemods.pipeline import migrate
from codemods.settings import Settings
from codemods.verify.migration import verify_run


@dataclass(frozen=True)
class Package:
    """A source distribution, the files to migrate, and the command that runs its tests."""

    name: str
    paths: tuple[str, ...]
    command: tuple[str, ...]
    script: str = ""  # run.sh
    setup: str = ""


PYTEST = ("python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
EBS = "python automated-ebs-snapshots --region eu-west-1"
RSYNC = "python bin/boto-rsync -a KEY -s SECRET"
PACKAGES = (
    Package("luigi-2.3.0", ("luigi/s3.py", "test/s3_test.py"), (*PYTEST, "test/s3_test.py")),
    Package(
        "automated-ebs-snapshots-0.6.1",
        (".",),
        ("sh", "run.sh"),
        "\n".join(
            f"{EBS} {options}"
            for options in (
                "--watch data --interval hourly --retention 1",
                "--watch logs",
                "--watch nothing",
                "--list",
                "--run",
                "--run",
                "--force-run",
                "--snapshots data",
                "--unwatch data",
                "--list",
            )
        ),
        """import boto3
ec2 = boto3.client("ec2", region_name="eu-west-1")
for name in ("data", "logs", "tmp"):
    volume = ec2.create_volume(Size=5, AvailabilityZone="eu-west-1a")["VolumeId"]
    ec2.create_tags(Resources=[volume], Tags=[{"Key": "Name", "Value": name}])
""",
    ),
    Package(
        "boto_rsync-0.8.1",
        (".",),
        ("sh", "run.sh"),
        "\n".join(
            (
                "mkdir -p docs/sub && echo one > docs/a.txt && echo two > docs/sub/b.css && : > docs/empty",
                f"{RSYNC} -v -g public-read -m 'Cache-Control: max-age=60' docs s3://mirror/copy",
                "echo changed and longer > docs/a.txt && rm docs/sub/b.css",
                f"{RSYNC} -v --delete --reduced docs s3://mirror/copy",
                f"{RSYNC} -v -w docs s3://mirror/copy",
                f"{RSYNC} -v --delete --dry-run s3://mirror/copy docs",
                f"{RSYNC} -v s3://mirror/copy back",
                f"{RSYNC} -v --preserve-acl s3://mirror/copy s3://other/",
                f"{RSYNC} docs s3://nowhere/x",
                f"{RSYNC} -v --glob s3://mirror/copy/*.txt single",
            )
        ),
        """import boto3
s3 = boto3.client("s3")
s3.create_bucket(Bucket="mirror")
s3.create_bucket(Bucket="other")
""",
    ),
)

CONFTEST = """
import collections
import collections.abc
import inspect
import sys

for name in collections.abc.__all__:
    if not hasattr(collections, name):
        setattr(collections, name, getattr(collections.abc, name))
if not hasattr(inspect, "getargspec"):
    ArgSpec = collections.namedtuple("ArgSpec", "args varargs keywords defaults")
    inspect.getargspec = lambda function: ArgSpec(*inspect.getfullargspec(function)[:4])
sys.path.append({extras!r})
"""


def measure(package: Package, source: Path, extras: str) -> None:
    """Migrate a copy, verify it, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, package.name)
        shutil.copytree(source, root)
        (root / "conftest.py").write_text(CONFTEST.format(extras=extras))
        (root / "run.sh").write_text(package.script + "\n")
        setup = Path(folder, "setup.py")
        setup.write_text(package.setup)
        started = time.perf_counter()
        run = migrate([str(root / path) for path in package.paths], Settings())
        planned = time.perf_counter()
        verdict = verify_run(run, root, package.command, setup=setup, timeout=300)
        ended = time.perf_counter()
    statuses = Counter(site.status for site in run.sites)
    proofs = Counter(site.proof.value for site in verdict.sites)
    print(f"## {package.name}: {verdict.result}: {verdict.reason}")
    print(f"uses {len(run.sites)}: " + ", ".join(f"{statuses[status]} {status.value}" for status in Status))
    print("sites: " + ", ".join(f"{count} {name}" for name, count in sorted(proofs.items())))
    print(f"before {verdict.before}, after {verdict.after}")
    print(f"migrated in {planned - started:.1f} s, verified in {ended - planned:.1f} s")
    for site in run.sites:
        if site.status is Status.FLAGGED:
            print(f"  flagged {Path(site.path).name}:{site.line} {site.rule}: {site.message}")
    for difference in verdict.differences[:20]:
        print(f"  {difference.summary}")
        print(f"    {difference.before_at} {difference.before[:300]}")
        print(f"    {difference.after_at} {difference.after[:300]}")
        for detail in difference.details[1:8]:
            print(f"      {detail.path}: {detail.before[:150]} | {detail.after[:150]}")


def main(sources: str, extras: str = "", *names: str) -> None:
    """Measure the packages that are there."""
    for package in PACKAGES:
        source = Path(sources, package.name)
        if source.is_dir() and (not names or package.name in names):
            measure(package, source, extras)


if __name__ == "__main__":
    main(*sys.argv[1:])
