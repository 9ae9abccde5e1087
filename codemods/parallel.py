"""Work that looks at files one by one, on several cores where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 16
"""With fewer files than this, starting processes costs more than it saves."""


def in_order(function: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    """The results of a function for all items, in their order. `jobs` is how many processes; 0 is one a core.

    With several processes the function, the items and the results have to pickle.
    """
    workers = jobs or os.cpu_count() or 1
    if workers == 1 or len(items) < FEW:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(min(workers, len(items))) as pool:
        yield from pool.map(function, items, chunksize=4)
