"""What a verification costs, and where: `python bench/verify_cost.py`. Processor seconds, which other work on the
machine disturbs least; the results are in bench/VERIFY.md."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from codemods.verify import Fake, Reader, verify
from codemods.verify.sandbox import Sandbox

PROGRAMS = Path(__file__).parents[1] / "tests" / "verify" / "faults"


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process and its ended children."""

    def used() -> float:
        return sum(
            time.ru_utime + time.ru_stime
            for time in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        )

    before = used()
    work()
    return used() - before


def in_sandbox(fake: Fake, source: str) -> None:
    """Run a line of Python as a program."""
    with tempfile.TemporaryDirectory() as folder:
        Sandbox(Path(folder, "run"), fake).run(None, ["python", "-c", source], 60)


def main() -> None:
    """Print one row for each part."""
    print(f"a fake, started and stopped          {seconds(lambda: Fake().close()):5.1f}")
    with Fake() as fake:
        rows = {
            "a Python in a sandbox": "pass",
            "the same, with boto 2 imported": "import boto.ec2, boto.s3.key",
            "the same, with a client of boto3": "import boto3; boto3.client('s3', region_name='us-east-1')",
        }
        for name, source in rows.items():
            print(f"{name:36} {seconds(lambda source=source: in_sandbox(fake, source)):5.1f}")
    for name in ("publish", "fleet", "survey"):
        folder = PROGRAMS / name
        options = {"setup": folder / "setup.py", "timeout": 60.0}
        trees = folder / "before", folder / "after", ("python", f"{name}.py")
        alone = seconds(lambda trees=trees, options=options: verify(*trees, **options))

        def shared(name: str = name, trees: tuple = trees, options: dict = options) -> None:
            with Fake() as fake:
                using = fake, Reader()
                verify(*trees, **options, using=using)
                print(f"{name + ', again with a running fake':36} ", end="")
                print(f"{seconds(lambda: verify(*trees, **options, using=using)):5.1f}")

        print(f"verify {name:29} {alone:5.1f}")
        shared()


if __name__ == "__main__":
    sys.exit(main())
