"""The emitted helpers that convert values of EC2."""

from datetime import datetime, timedelta, timezone

import pytest

from codemods.emitted.ec2_reserved import (
    _cancel_reserved_instances_listing,
    _describe_offering,
    _limit_price,
    _price_schedules,
)
from codemods.emitted.ec2_tags import _change_tags, _tag_list, _tags
from codemods.emitted.ec2_values import _base64, _first_lower, _naive_utc, _true_or_false, _truth


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(True, True), (False, False), ("true", True), ("false", False), ("True", True), (None, False), (1, True)],
)
def test_truth(value, wanted):
    assert _truth(value) is wanted


def test_ec2s_spelling_of_truth():
    assert [_true_or_false(value) for value in (True, False, None)] == ["true", "false", None]


def test_a_datetime_without_its_zone():
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    assert _naive_utc(moment) == datetime(2026, 1, 2, 1, 4, 5)
    assert _naive_utc(None) is None


def test_keys_as_boto_2_gave_them():
    assert _first_lower({"Code": "x", "Message": "y"}) == {"code": "x", "message": "y"}
    assert _first_lower(None) is None


def test_base64():
    assert _base64("hello") == _base64(b"hello") == "aGVsbG8="
    assert _base64("") is _base64(None) is None


def test_tags():
    assert _tag_list({"b": 5, "a": None, "c": ""}) == [
        {"Key": "a"},
        {"Key": "b", "Value": "5"},
        {"Key": "c", "Value": ""},
    ]
    assert _tag_list(["b", "a"]) == [{"Key": "a"}, {"Key": "b"}]
    assert _tags({"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b"}]}) == {"a": "1", "b": None}
    assert _tags({"Tags": None}) == _tags({}) == {}


def test_prices():
    assert _price_schedules([("1.5", "3")]) == [{"Price": 1.5, "Term": 3}]
    assert _limit_price(("10", "USD")) == {"Amount": 10.0, "CurrencyCode": "USD"}
    assert _limit_price(None) == {}


def test_listings_are_cancelled_one_by_one():
    sent = []

    class Client:
        def cancel_reserved_instances_listing(self, **arguments):
            sent.append(arguments)
            return {"ReservedInstancesListings": [arguments]}

    assert len(_cancel_reserved_instances_listing(Client(), ["a", "b"])) == 2
    assert sent == [{"ReservedInstancesListingId": "a"}, {"ReservedInstancesListingId": "b"}]
    assert _cancel_reserved_instances_listing(Client(), []) == []


def test_an_offering_as_boto_2_printed_it(capsys):
    _describe_offering({"ReservedInstancesOfferingId": "o-1", "Duration": 3})
    assert capsys.readouterr().out.splitlines()[:4] == [
        "ID=o-1",
        "\tInstance Type=None",
        "\tZone=None",
        "\tDuration=3",
    ]


@pytest.mark.parametrize("member", ["Tags", "TagSet"])
@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("pop", ["a"]),
        ("pop", ["x", None]),
        ("update", [{"a": "2", "c": "3"}]),
        ("setdefault", ["a", "9"]),
        ("clear", []),
    ],
)
def test_changing_tags_is_changing_a_dict(member, method, given):
    plain = {"a": "1", "b": ""}
    record = {member: [{"Key": key, "Value": value} for key, value in plain.items()]}
    assert _change_tags(record, method, *given) == getattr(plain, method)(*given)
    assert _tags(record) == plain
