"""How the Python 2 stage does on folders of legacy code: python -m bench.modernise_corpus FOLDER ...

For each folder: the files that Python 3 cannot parse, how many of them parse afterwards and stay the same in
a second run (with `every` as well), findings, and lines for a second of processor time. With --every, files
that parse are included.
"""

from __future__ import annotations

import argparse
import ast
import time
from collections import Counter
from pathlib import Path

from codemods.modernise import CannotModernise, modernise
from codemods.source import Source, UnreadableSource


def main() -> None:
    """Print one line a folder, and the files that did not make it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--every", action="store_true")
    options = parser.parse_args()
    rules: Counter[str] = Counter()
    print(f"{'folder':32}{'python 2':>9}{'parse':>7}{'stable':>7}{'findings':>9}{'lines':>8}{'lines/s':>8}")
    for folder in options.folders:
        counts: Counter[str] = Counter()
        spent = 0.0
        for path in sorted(folder.rglob("*")):
            if not path.is_file() or not _is_python(path):
                continue
            try:
                text = Source.decode(str(path), path.read_bytes()).text
                began = time.process_time()
                result = modernise(text, path=str(path), every=options.every)
            except (UnreadableSource, CannotModernise) as error:
                print(f"  {path}: {error}")
                counts["files"] += 1
                continue
            if result is None:
                continue
            spent += time.process_time() - began
            ast.parse(result.text)
            stable = all(modernise(result.text, path="", every=every) is None for every in (False, True))
            rules.update(finding.rule for finding in result.findings)
            counts.update(files=1, parse=1, stable=stable, findings=len(result.findings), lines=text.count("\n"))
        numbers = [counts[key] for key in ("files", "parse", "stable", "findings", "lines")]
        speed = counts["lines"] / spent if spent else 0
        print(f"{folder.name:32}{numbers[0]:9}{numbers[1]:7}{numbers[2]:7}{numbers[3]:9}{numbers[4]:8}{speed:8.0f}")
    print(*(f"{rule} {count}" for rule, count in rules.most_common()), sep=", ")


def _is_python(path: Path) -> bool:
    """True for *.py, and for a script that names Python in its first line."""
    if path.suffix == ".py":
        return True
    if path.suffix:
        return False
    with path.open("rb") as stream:
        first = stream.readline(100)
    return first.startswith(b"#!") and b"python" in first


if __name__ == "__main__":
    main()
