"""The tool on legacy code that nobody here wrote: python -m bench.corpus [--cache FOLDER] [--write bench/CORPUS.md]

Fetches source distributions by name, version and sha256 (once, into a folder outside of the repository), plans the
migration of each, and prints a table. Nothing of the fetched code is run, and none of it is committed. Needs `unearth`,
which finds and unpacks a source distribution without building it, as `pip download` cannot for old ones.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from codemods.model import Run, Site, Status
from codemods.pipeline import migrate
from codemods.settings import Settings

PACKAGES = {
    ("automated-ebs-snapshots", "0.6.1"): "a5ac7f24f7c33faf027a4b8c25fad4391560caeba4a65af05c0accfaad6a3f7a",
    ("wal-e", "1.1.1"): "bdf55a7f6e2bd0c2298502928756d222d2804391ef39b3f36c2514293c5d65e9",
    ("luigi", "2.3.0"): "b5b96a511d9eedbb7998432d5494e6a215d9056304a788e499f17b2b1ac7154d",
    ("django-storages", "1.4.1"): "b7d324f5a37fc107454abfb5ebe4f7ee1fcb165d9358c93bdd494ff59214400b",
    ("kingpin", "0.4.0"): "79a02853464e86b2a412d70cde44cbd20d3aeb100e061837083fad2be1127c74",
    ("boto_rsync", "0.8.1"): "0b2ffea84f8044e1b78cef043c7b2bd1d13bbc14cb850dfc5f6372cdda170fc3",
    ("beeswithmachineguns", "0.1.4"): "4aa64662d8136c95804bc2e58cc4f8ab1de110556d3b7d563b185e0a9e8efe54",
    ("thunder-python", "1.4.2"): "6b99d8393ea892b41d3331fc442685c436d86a23d176d0ab35151f24906c788b",
    ("cloudbridge", "0.3.0"): "dd2b8155d0d623455f393bc164910a5a57637df3df1a0808fc6787f04d9164e3",
    ("Scrapy", "1.0.7"): "4aee6e3addae50b9ac5fcd9b952be7d94fb1388fce101bcd4bd1202279a74812",
    ("boto", "2.49.0"): "ea0d3b40a2d852767be77ca343b58a9e3a4b00d9db440efb8da74b4e58025e5a",
    ("StarCluster", "0.95.6"): "65df2c833db1dd2169560331bba63b93f7eeb5ba34cd7c490e6c36c3199a8479",
    ("ansible", "1.9.6"): "50773781b1e76f2885bbeb2351a97cf1c6a29239d3e073da939a104e7e81ee5d",
}
PARTS = {"boto": ("bin", "tests/integration/s3", "tests/integration/ec2", "tests/integration/vpc")}
"""Of boto 2 itself, the programs that use it: its scripts and its integration tests."""

UNTYPED = ("unknown-type", "mixed-types")
"""Rules of uses whose type is not known, or not one."""


@dataclass(frozen=True)
class Row:
    """What became of one project."""

    name: str
    run: Run
    seconds: float

    def count(self, status: Status, service: str = "") -> int:
        """How many sites ended with `status`."""
        return sum(s.status is status and service in ("", s.service) for s in self.run.sites)

    @property
    def untyped(self) -> list[Site]:
        """The sites without a type."""
        return [site for site in self.run.sites if site.rule in UNTYPED]

    @property
    def failed(self) -> list[str]:
        """Files that the tool could not plan, a bug of it: never any."""
        return [Path(file.path).name for file in self.run.files if file.failed]

    @property
    def silent(self) -> int:
        """Uses of boto 2 in the output that nobody was told of: never anything but 0."""
        return sum(not rest.marked for rest in self.run.remaining)


def fetch(name: str, version: str, sha256: str, cache: Path) -> Path:
    """The unpacked source distribution, fetched if it is not in the cache yet."""
    folder = cache / f"{name}-{version}"
    if folder.is_dir():
        return folder
    from pip._internal.models.index import PyPI  # pip's own default, unless the user has configured another
    from unearth import PackageFinder

    index = os.environ.get("PIP_INDEX_URL") or PyPI.simple_url
    finder = PackageFinder(index_urls=[index], no_binary=[":all:"], ignore_compatibility=True)
    best = finder.find_best_match(f"{name}=={version}", hashes={"sha256": [sha256]}).best
    if best is None or best.link is None:
        raise SystemExit(f"{name} {version} with this sha256 is not on the package index")
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        unpacked = finder.download_and_unpack(best.link, scratch, hashes={"sha256": [sha256]})
        Path(unpacked).rename(folder)
    return folder


def measure(name: str, folder: Path) -> Row:
    """Plan the migration of one project."""
    tops = [str(folder / part) for part in PARTS.get(name.partition(" ")[0], ("",))]
    began = time.process_time()
    run = migrate(tops, Settings())
    return Row(name, run, time.process_time() - began)


def table(rows: list[Row]) -> str:
    """The page: one line a project, and then what stands in the way."""
    lines = [
        "# The tool on legacy projects",
        "",
        "Made by `python -m bench.corpus --write bench/CORPUS.md`. *Typed*: the inference knows the one boto 2 class "
        "of the object. *Silent*: uses of boto 2 in the output without a marker. *except*: mentions of boto 2's "
        "exceptions, converted / marked. Seconds are of one processor.",
        "",
        "| project | files | changed | sites | typed | rewritten | review | flagged | silent | except | seconds |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        sites = len(row.run.sites)
        fine = row.count(Status.REWRITTEN, "errors") + row.count(Status.REVIEW, "errors")
        cells = (
            row.name,
            row.run.scanned,
            sum(file.changed for file in row.run.files),
            sites,
            _share(sites - len(row.untyped), sites),
            row.count(Status.REWRITTEN),
            row.count(Status.REVIEW),
            row.count(Status.FLAGGED),
            row.silent,
            f"{fine} / {row.count(Status.FLAGGED, 'errors')}",
            f"{row.seconds:.1f}",
        )
        lines.append(f"| {' | '.join(map(str, cells))} |")
    total = sum(len(row.run.sites) for row in rows)
    untyped = sum(len(row.untyped) for row in rows)
    lines += ["", f"All together: {total} sites, {_share(total - untyped, total)} typed.", ""]
    for row in rows:
        lines += _rest(row)
    return "\n".join(lines).rstrip() + "\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


def _rest(row: Row) -> list[str]:
    """Why sites of a project are flagged, and the hints that would help."""
    causes = Counter(site.rule for site in row.run.sites if site.status is Status.FLAGGED)
    named = ", ".join(f"{rule} {count}" for rule, count in causes.most_common(8))
    lines = [f"- **{row.name}**: {named}"] if causes else []
    lines += [f"- **{row.name}**: COULD NOT BE PLANNED: {path}" for path in row.failed]
    for hint in row.run.hints[:3]:
        lines.append(f"    - hint: `{hint.partition('  # ')[0]}`")
    return lines


def main() -> None:
    """Fetch, measure, print, and write the page when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "boto3ify-corpus")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--only", default="", help="measure only the projects whose name contains this")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    rows = []
    for (name, version), sha256 in PACKAGES.items():
        if options.only in name:
            rows.append(measure(f"{name} {version}", fetch(name, version, sha256, options.cache)))
            print(f"{rows[-1].name}: {len(rows[-1].run.sites)} sites, {rows[-1].seconds:.1f} s", flush=True)
            if options.write:
                options.write.write_text(table(rows))  # after each: a long run that is stopped leaves what it has
    print(table(rows))
    if any(row.failed for row in rows):
        raise SystemExit("some files could not be planned; see above")


if __name__ == "__main__":
    main()
