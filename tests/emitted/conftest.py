"""The fake S3 that the tests of the emitted S3 helpers share; one for each test process."""

from collections.abc import Iterator

import pytest

pytest.register_assert_rewrite("s3_worlds")

import s3_worlds  # noqa: E402 - after its assertions are registered


@pytest.fixture(scope="session")
def worlds() -> Iterator[s3_worlds.Worlds]:
    """boto 2 and boto3 against one fake S3."""
    with s3_worlds.running() as found:
        yield found
