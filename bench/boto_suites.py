"""boto 2's own integration tests, migrated: python -m bench.boto_suites {s3,ec2,vpc} [--source ARCHIVE] [--write]

The tests come out of boto 2.49.0's source distribution, found by name, version and hash. Each class runs on boto 2
against the fake AWS of `verify`; the tests that pass there count. Then the tool migrates the suite, and the same
classes run on boto3 against the same fake. Nothing is adapted but how the fake is reached: `mock` is the standard
library's, waiting takes no time, and decorators of nose are there. `--write` puts the result into BOTO_SUITES.md.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codemods.model import Run, Status
from codemods.pipeline import migrate
from codemods.settings import Settings, Style
from codemods.verify.fake import Fake
from codemods.verify.sandbox import Sandbox
from codemods.write import write_results

NAME, VERSION = "boto", "2.49.0"
SHA256 = "ea0d3b40a2d852767be77ca343b58a9e3a4b00d9db440efb8da74b4e58025e5a"
SUITES = {"s3": "S3", "ec2": "EC2", "vpc": "VPC"}
FOLDERS = {"s3": "tests/integration/s3", "ec2": "tests/integration/ec2", "vpc": "tests/integration/ec2/vpc"}
PACKAGES = ("tests", "tests/integration", "tests/integration/ec2", "tests/unit")
AROUND = ("tests/compat.py", *(f"{package}/__init__.py" for package in PACKAGES))
REPORT = Path(__file__).with_name("BOTO_SUITES.md")
SECONDS = 240.0

RUNNER = '''"""Runs one module of tests and writes what became of each into results.json."""
import json, sys, time, types, unittest, unittest.mock

time.sleep = lambda seconds: None
sys.modules["mock"] = unittest.mock
plugins, attrib = types.ModuleType("nose.plugins"), types.ModuleType("nose.plugins.attrib")
attrib.attr = lambda *names, **values: lambda thing: thing
sys.modules.update({"nose": types.ModuleType("nose"), "nose.plugins": plugins, "nose.plugins.attrib": attrib})


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.seen = {}

    def addSuccess(self, test):
        self.seen.setdefault(test.id(), "passed")

    def addSkip(self, test, reason):
        self.seen[test.id()] = "skipped: " + reason

    def addError(self, test, error):
        self.seen[test.id()] = "%s: %s" % (error[0].__name__, str(error[1])[-300:])

    addFailure = addError


result = Result()
try:
    unittest.defaultTestLoader.loadTestsFromName(sys.argv[1]).run(result)
finally:
    with open("results.json", "w") as file:
        json.dump(result.seen, file)
'''


@dataclass(frozen=True)
class Outcome:
    """What became of a test that passed on boto 2."""

    test: str
    after: str
    marked: bool

    @property
    def passed(self) -> bool:
        """True when it passes on boto3 as well."""
        return self.after == "passed"


def fetch(folder: Path, source: Path | None) -> Path:
    """Unpack the source distribution below `folder`; gives its top folder. Raises SystemExit if it is another one."""
    if source is None:
        wanted = folder / "wanted.txt"
        wanted.write_text(f"{NAME}=={VERSION} --hash=sha256:{SHA256}\n")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*pip, "--require-hashes", "-r", str(wanted), "-d", str(folder)], check=True)
        (source,) = folder.glob(f"{NAME}-{VERSION}.tar.gz")
    if hashlib.sha256(source.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{source} is not the source distribution of {NAME} {VERSION}")
    with tarfile.open(source) as archive:
        archive.extractall(folder / "source", filter="data")
    return folder / "source" / f"{NAME}-{VERSION}"


def lay_out(top: Path, tree: Path, suite: Path) -> None:
    """Copy the suite, and what it imports of the other tests, below `tree`."""
    (tree / suite).mkdir(parents=True)
    for path in (top / suite).glob("*"):
        if path.is_file():
            shutil.copy(path, tree / suite)
    for name in AROUND:
        (tree / name).parent.mkdir(exist_ok=True)
        shutil.copy(top / name, tree / name)
    (tree / "runner.py").write_text(RUNNER)


def _classes(tree: Path, suite: Path) -> Iterator[str]:
    """The dotted names of the classes in the suite."""
    for path in sorted((tree / suite).glob("test_*.py")):
        for statement in ast.parse(path.read_bytes()).body:
            if isinstance(statement, ast.ClassDef):
                yield ".".join((*suite.parts, path.stem, statement.name))


def results(tree: Path, suite: Path, fake: Fake) -> Iterator[tuple[str, str]]:
    """What became of each test below `tree`, class by class, each in a process and with an empty fake of its own."""
    for module in _classes(tree, suite):
        fake.reset()
        with tempfile.TemporaryDirectory() as directory:
            sandbox = Sandbox(Path(directory), fake, sys.executable)
            ended = sandbox.run(tree, ["python", "runner.py", module], SECONDS)
        found = json.loads(ended.files.get("results.json", b"{}"))
        if not found or any("_FailedTest" in test for test in found):
            print(f"{module}: {(list(found.values()) or ended.stderr.splitlines() or ['?'])[-1]}", file=sys.stderr)
        yield from sorted(found.items())


def compare(before: dict[str, str], after: dict[str, str], run: Run) -> list[Outcome]:
    """The tests that pass on boto 2, and what became of them."""
    marked = {Path(site.path).stem for site in run.sites if site.status is Status.FLAGGED}
    return [
        Outcome(test, after.get(test, "not run: the module does not load"), test.split(".")[-3] in marked)
        for test, result in before.items()
        if result == "passed"
    ]


def table(kind: str, outcomes: list[Outcome]) -> str:
    """The section of the report."""
    name = SUITES[kind]
    passed = sum(outcome.passed for outcome in outcomes)
    lines = [
        f"## {name}: {passed} of {len(outcomes)} tests still pass ({100 * passed / max(1, len(outcomes)):.0f} %)",
        "",
        f"The integration tests for {name} of {NAME} {VERSION} that pass on boto 2 against the fake, migrated by the "
        f"tool and run on boto3 against the same fake: `python -m bench.boto_suites {kind} --write`.",
        "",
    ]
    rest = [outcome for outcome in outcomes if not outcome.passed]
    if rest:
        lines += ["| does not pass | marked in its source | what it says |", "|---|---|---|"]
    for outcome in rest:
        test = ".".join(outcome.test.split(".")[-3:])
        said = outcome.after.replace("|", "\\|").replace("\n", " ")[:160]
        lines.append(f"| {test} | {'yes' if outcome.marked else 'no'} | {said} |")
    return "\n".join(lines) + "\n"


def write_section(kind: str, section: str) -> None:
    """Put the section in the place of the one for this suite in the report, or at its end."""
    text = REPORT.read_text() if REPORT.exists() else "# boto 2's own tests, migrated\n"
    parts = text.split("\n## ")
    kept = [part for part in parts[1:] if not part.startswith(f"{SUITES[kind]}:")]
    REPORT.write_text("\n## ".join([parts[0].rstrip("\n") + "\n", *kept]).rstrip("\n") + "\n\n" + section)


def main() -> None:
    """Run it all and print how many tests still pass."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", choices=list(SUITES))
    parser.add_argument("--source", type=Path, help="the source distribution, where it is there already")
    parser.add_argument("--style", choices=[style.value for style in Style], default="auto")
    parser.add_argument("--keep", type=Path, help="leave both trees in this folder")
    parser.add_argument("--write", action="store_true", help="put the result into BOTO_SUITES.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        folder = options.keep or Path(directory)
        suite = Path(FOLDERS[options.suite])
        before, after = folder / "before", folder / "after"
        top = fetch(Path(directory), options.source)
        for tree in (before, after):
            shutil.rmtree(tree, ignore_errors=True)
            lay_out(top, tree, suite)
        run = migrate([str(after / "tests")], Settings(style=Style(options.style)))
        write_results(run.files)
        with Fake() as fake:
            outcomes = compare(dict(results(before, suite, fake)), dict(results(after, suite, fake)), run)
    section = table(options.suite, outcomes)
    print(section)
    if options.write:
        write_section(options.suite, section)


if __name__ == "__main__":
    main()
