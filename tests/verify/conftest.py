"""One fake AWS and one reader for all tests of a worker: starting them costs more than using them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from codemods.verify import Fake, Reader
from tests.verify.bench import Bench

collect_ignore = ["suites"]  # what verify runs; they are on boto 2, with mocks that moto no longer has


@pytest.fixture(scope="session")
def fake() -> Iterator[Fake]:
    # Pages of three keys: a listing that stops after one of them shows with few objects.
    with Fake(page_size=3) as fake:
        yield fake


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def bench(fake: Fake, reader: Reader, tmp_path: Path) -> Bench:
    return Bench(fake, reader, tmp_path)
