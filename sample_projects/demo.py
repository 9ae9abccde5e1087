"""`make demo`: each sample project migrated, shown, verified and reported on, with the commands that a user would type.

Everything happens on copies. The reports lie in `report/` below the current folder, one for each project.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parent
REPORTS = Path("report")


def main(names: list[str]) -> int:
    """Show the named projects, or all; gives 0 when each went as it should."""
    folders = sorted(path.parent for path in SAMPLES.glob("*/before"))
    unknown = sorted(set(names) - {folder.name for folder in folders})
    if unknown:
        print(f"there is no sample project {', '.join(unknown)}; see {SAMPLES}", file=sys.stderr)
        return 2
    results = {folder.name: show(folder) for folder in folders if not names or folder.name in names}
    print(f"\n{'=' * 100}\n")
    for name, code in results.items():
        said = {0: "migrated, verified: same behaviour", 1: "see the report", 2: "failed"}.get(code, f"exit code {code}")
        print(f"{name:<16} {said:<36} {REPORTS / name / 'report.html'}")
    return max(results.values())


def show(folder: Path) -> int:
    """Run the tool on one project, as a user would; gives its exit code."""
    command = (folder / "command.txt").read_text().strip()
    report = (REPORTS / folder.name).resolve()
    words = ["migrate", ".", "--verify", "--setup", "../setup_aws.py", "--report", str(report), "--"]
    shown = " ".join(["boto3ify", *words[:5], "--report", str(REPORTS / folder.name), "--", command])
    print(f"\n{'=' * 100}\n{folder.name}: {title(folder)}\n$ cd {folder.relative_to(SAMPLES.parent)}/before\n$ {shown}\n")
    sys.stdout.flush()
    tool = [sys.executable, "-m", "codemods", *words, *shlex.split(command)]
    return subprocess.run(tool, cwd=folder / "before", check=False).returncode


def title(folder: Path) -> str:
    """The first sentence of a project's README."""
    text = (folder / "README.md").read_text().split("\n\n")[1]
    return text.replace("\n", " ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
