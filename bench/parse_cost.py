"""What parsing with positions costs: Python's `ast` (what the tool uses) against LibCST, side by side, as ratios.

Usage: python -m bench.parse_cost FILE...      (needs `pip install libcst`)
"""

from __future__ import annotations

import ast
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 5


def _with_ast(text: str) -> None:
    for node in ast.walk(ast.parse(text)):
        getattr(node, "end_col_offset", None)


def _with_libcst(text: str) -> None:
    import libcst
    from libcst.metadata import MetadataWrapper, PositionProvider

    MetadataWrapper(libcst.parse_module(text), unsafe_skip_copy=True).resolve(PositionProvider)


def _seconds(work: Callable[[str], None], text: str) -> float:
    start = time.perf_counter()
    work(text)
    return time.perf_counter() - start


def main(paths: list[str]) -> None:
    """Print one line a file: lines, the median time of each, and their ratio."""
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        pairs = [(_seconds(_with_libcst, text), _seconds(_with_ast, text)) for _ in range(ROUNDS)]
        slow, fast = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(one / other for one, other in pairs)
        print(f"{len(text.splitlines()):6} lines  libcst {slow:.3f} s  ast {fast:.3f} s  ratio {ratio:.0f}  {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
