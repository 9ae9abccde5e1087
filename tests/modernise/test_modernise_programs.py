"""Python 2 programs that print the same as Python 3.

Beside each program lies what Python 2.7 printed: `python2.7 program.py > program.out`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from codemods.modernise import modernise

PROGRAMS = sorted((Path(__file__).parent.parent / "cases" / "modernise" / "programs").glob("*.py"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_prints_what_python2_printed(program: Path) -> None:
    result = modernise(program.read_text(encoding="utf-8"), path=program.name)
    assert result is not None
    run = subprocess.run([sys.executable, "-"], input=result.text.encode(), capture_output=True, check=False)
    assert run.stderr.decode() == ""
    assert run.stdout.decode() == program.with_suffix(".out").read_text(encoding="utf-8")
