"""How the reports name a file: as the user did, and relative to an absolute path that was given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath


def relative(path: str, roots: Sequence[str]) -> str:
    """`path` seen from the innermost absolute root that holds it; a path that is relative already stays."""
    pure = PurePath(path)
    holders = [root for root in map(PurePath, roots) if root.is_absolute() and pure.is_relative_to(root)]
    if not holders:
        return pure.as_posix()
    root = max(holders, key=lambda holder: len(holder.parts))
    return pure.name if pure == root else pure.relative_to(root).as_posix()


def common_root(roots: Sequence[str]) -> str:
    """The absolute path that all others are shown relative to, or nothing: with several roots names would clash."""
    return roots[0] if len(roots) == 1 and PurePath(roots[0]).is_absolute() else ""
