"""Each way in which a boto 2 object can flow through a program: what marked expressions must hold."""

from __future__ import annotations

import pytest

from tests.inference.programs import WAYS, Way, read_ways, wrong_types

ALL = [way for path in sorted(WAYS.glob("*.py")) for way in read_ways(path)]


@pytest.mark.parametrize("way", ALL, ids=str)
def test_way(way: Way) -> None:
    assert wrong_types(way.modules) == []


def test_titles_are_unique() -> None:
    assert len({str(way) for way in ALL}) == len(ALL)
