"""Ids and times of two runs: what corresponds, and what is simply wrong."""

from __future__ import annotations

import pytest

from codemods.verify.matching import Bag, Matcher, Mismatch, Side
from codemods.verify.tokens import Cutter, opaque_values

OLD, NEW = "i-00000000000000001", "i-00000000000000002"
OTHER = "i-00000000000000003"


def matcher(dealt_before: set[str] | None = None, dealt_after: set[str] | None = None) -> Matcher:
    """Two runs of a second each, the second one a hundred seconds later."""
    return Matcher(
        Side(Cutter(), 1_795_000_000.0, 1.0, frozenset(dealt_before or ())),
        Side(Cutter(), 1_795_000_100.0, 1.0, frozenset(dealt_after or ())),
    )


def test_ids_of_answers_at_the_same_place_correspond() -> None:
    ids = matcher()
    ids.learn({"Instances": [{"InstanceId": OLD}]}, {"Instances": [{"InstanceId": NEW}]})
    assert ids.mismatches({"InstanceIds": [OLD]}, {"InstanceIds": [NEW]}) == []
    assert ids.mismatches([OLD], [OTHER]) == [Mismatch("[0]", OLD, OTHER)]
    assert ids.mismatches([OTHER], [NEW]) == [Mismatch("[0]", OTHER, NEW)]
    assert ids.translate(f"start {OLD}!") == f"start {NEW}!"


def test_an_id_that_no_answer_dealt_out_must_be_equal() -> None:
    assert matcher().mismatches("ami-00000001", "ami-00000002")
    assert not matcher().mismatches("ami-00000001", "ami-00000001")


def test_ids_that_only_one_run_was_dealt_correspond_at_first_sight() -> None:
    ids = matcher({OLD}, {NEW})
    assert ids.same_text(OLD, NEW)
    assert not ids.same_text(OLD, OTHER)


def test_order_means_nothing_in_a_bag() -> None:
    ids = matcher()
    ids.learn([OLD, OTHER], [NEW, OLD])
    assert ids.mismatches(Bag([OLD, OTHER]), Bag([OLD, NEW])) == []
    assert ids.mismatches(Bag(["a", "b"]), Bag(["b", "c"])) == [Mismatch("[0]", "a", "c")]
    assert ids.mismatches(Bag(["a"]), Bag(["a", "a"]))


def test_order_means_something_in_a_list() -> None:
    assert matcher().mismatches(["a", "b"], ["b", "a"])


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        # a hundred seconds lie between the runs
        ("at 2026-11-18T11:06:40Z", "at 2026-11-18T11:08:20Z", True),
        ("at 2026-11-18T11:06:40Z", "at 2026-11-18T12:08:20Z", False),
        ("at 2026-11-18T11:06:40Z", "at 2026-11-18 11:08:20", False),
        ("at 2026-11-18T11:06:40.000Z", "at 2026-11-18 11:08:20+00:00", False),
        ("1795000001.25", "1795000101.5", True),
        ("backup-20261118110640.tar", "backup-20261118110820.tar", True),
        ("Wed, 18 Nov 2026 11:06:40 GMT", "Wed, 18 Nov 2026 11:08:20 GMT", True),
        ("2015-01-01", "2015-01-01", True),
        ("2015-01-01", "2015-01-02", False),
        ("took 0.25s", "took 1.75s", True),
        ("size 3", "size 4", False),
    ],
)
def test_times(before: str, after: str, same: bool) -> None:
    assert matcher().same_text(before, after) is same


def test_different_types_differ() -> None:
    assert matcher().mismatches({"a": 1}, {"a": "1"})
    assert matcher().mismatches({"a": True}, {"a": 1})
    assert matcher().mismatches({"a": 1}, {})[0].after == "(absent)"


def test_opaque_values_are_known_by_the_member_that_held_them() -> None:
    found = opaque_values([{"VersionId": "c79dxyz", "Nested": [{"PublicIp": "54.1.2.3"}], "Name": "not opaque"}])
    assert found == {"c79dxyz": "VersionId", "54.1.2.3": "PublicIp"}
    masked = Cutter(found).mask("version c79dxyz at 54.1.2.3")
    assert masked == "version <VersionId> at <PublicIp>"
