"""docs/verify.md says what the code does."""

from __future__ import annotations

from tests.verify.pages import PAGE, filled


def test_page_is_made_from_the_data() -> None:
    page = PAGE.read_text()
    assert filled(page) == page, "run: python -m tests.verify.pages"
