"""The fake's clock: what is written later is younger, in the same way in both runs.

AWS answers many times in whole seconds, and two runs never meet the same turns of a second. A program that keeps
the newest of its snapshots would then choose others each time. So the clock stands still, and goes on by a
whole second at least with every request that changes something; it never falls behind the real one.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Mapping

import time_machine

_ACTION = re.compile(r"(?:^|[?&])Action=(\w+)")
_READING = re.compile(r"Describe|Get|List|Head")


class Clock:
    """Sets the date and time of the whole process. `time.monotonic` goes on as ever."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()
        self._now = self._real()
        self._traveller = time_machine.travel(self._now, tick=False).start()

    def restart(self) -> None:
        """Back to the real time: a new run begins."""
        self._move(self._real())

    def answers(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
        """Go on if this request, about to be answered, changes something."""
        if not _reads(method, target, headers, body):
            self._move(max(self._now + 1, self._real()))

    def _move(self, moment: int) -> None:
        self._now = moment
        self._traveller.move_to(moment, tick=False)

    def _real(self) -> int:
        """The next whole second of the real clock."""
        return math.ceil(time.monotonic() + self._offset)


def _reads(method: str, target: str, headers: Mapping[str, str], body: bytes) -> bool:
    """By the name of the operation in the three protocols that name it, else by the HTTP method."""
    named = next((value for name, value in headers.items() if name.lower() == "x-amz-target"), "").rpartition(".")[2]
    if not named and (found := _ACTION.search(target) or _ACTION.search(body[:4096].decode("latin-1"))):
        named = found[1]
    return bool(_READING.match(named)) if named else method in ("GET", "HEAD")
