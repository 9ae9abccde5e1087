"""Diffs as rows."""

from __future__ import annotations

import difflib

from hypothesis import given, settings
from hypothesis import strategies as st

from codemods.report.diff import Row, hunks_of, line_map, lines_of, rows_of

texts = st.lists(
    st.sampled_from(["a = 1", "a = 2", "", "    b(c)", "    b(d, c)", "x\x0cy", "\u2028"]), max_size=40
).map(lambda lines: "".join(f"{line}\n" for line in lines))
repeatable = settings(deadline=None, derandomize=True, max_examples=100)


def side(rows: list[Row], kind: str) -> list[tuple[int, str]]:
    return [(row.old if kind == "del" else row.new, row.text) for row in rows if row.kind in (kind, "same")]


@repeatable
@given(texts, texts)
def test_rows_hold_both_texts(before: str, after: str) -> None:
    rows = rows_of(before, after)
    assert side(rows, "del") == list(enumerate(lines_of(before), start=1))
    assert side(rows, "add") == list(enumerate(lines_of(after), start=1))


@repeatable
@given(texts, texts)
def test_hunks_are_those_of_diff(before: str, after: str) -> None:
    rows = rows_of(before, after)
    ours = [
        line for hunk in hunks_of(rows) for line in [hunk.head, *(f"{_SIGNS[row.kind]}{row.text}" for row in hunk.rows)]
    ]
    theirs = list(difflib.unified_diff(lines_of(before), lines_of(after), lineterm=""))[2:]
    assert [line for line in ours if line[0] in "+-"] == [line for line in theirs if line[0] in "+-"]
    for hunk in hunks_of(rows):
        old, new = hunk.head.strip("@ ").split()
        assert old == _range("-", [row.old for row in hunk.rows if row.old], hunk.old_above)
        assert new == _range("+", [row.new for row in hunk.rows if row.new], hunk.new_above)


_SIGNS = {"same": " ", "del": "-", "add": "+"}


def _range(sign: str, numbers: list[int], above: int) -> str:
    if len(numbers) == 1:
        return f"{sign}{numbers[0]}"
    return f"{sign}{numbers[0] if numbers else above},{len(numbers)}"


def test_lines_end_where_python_ends_them() -> None:
    assert lines_of("a\r\nb\rc\x0cd\u2028e\nf") == ["a", "b", "c\x0cd\u2028e", "f"]
    assert lines_of("") == []
    assert lines_of("a\n\n") == ["a", ""]


def test_words_that_differ() -> None:
    old, new = rows_of("x = key.name + y\n", 'x = key["Key"] + y\n')
    assert [text for changed, text in old.words if changed] == [".name"]
    assert [text for changed, text in new.words if changed] == ['["Key"]']
    old, new = rows_of("x = 1\n", "import boto3\n")
    assert not [text for changed, text in (*old.words, *new.words) if changed]


def test_a_site_on_an_unchanged_line_is_shown() -> None:
    text = "".join(f"line {number}\n" for number in range(30))
    (hunk,) = hunks_of(rows_of(text, text), [15])
    assert [row.old for row in hunk.rows] == [14, 15, 16]


def test_lines_are_followed_to_python_3() -> None:
    before, after = "import x\nprint 1\nprint 2\ny\n", "from six import x\nimport x\nprint(1)\nprint(2)\ny\n"
    assert line_map(before, after) == {1: 2, 2: 3, 3: 4, 4: 5}
