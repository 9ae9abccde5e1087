"""No automatic row of EC2 and VPC is without a test of its behaviour: value, or recorded request.

Most are tested by the tables of the other modules here: methods by the request that they make (`test_ec2_requests`),
attributes by the answer that they are read from (`test_ec2_attributes`), constructors by the object that they make
(`test_ec2_idioms`). What is left is tested here, and the last test finds what nobody tests.
"""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest
from ec2_planner import CLASSES, MODEL, TABLES, plan, rows, run
from test_ec2_attributes import BOTO, DIFFERENT, NOT_ON_THE_WIRE, PARSED, boto_view, botocore_view, document
from test_ec2_idioms import BY_HAND
from test_ec2_requests import CLIENT, OLD, methods

from codemods.catalog.schema import BotoModule, Constant, Field, Form, HelpedField, Manual
from codemods.emitted.connections import _credential
from codemods.emitted.ec2_instances import _changed_instances

PARSED_CLASSES = {table.short for table in PARSED}
CONSTANTS = [
    (table, row)
    for table in TABLES
    for row in table.members
    if isinstance(row, Constant) and (isinstance(table, BotoModule) or table.short not in PARSED_CLASSES)
]
"""Without those of objects that EC2 describes, which are compared with an answer that says nothing of them."""
PLAIN_CLASSES = sorted(
    table.short for table in CLASSES.values() if table.form is Form.PLAIN and "__init__" in rows(table.short)
)
CONNECTION = sorted(
    (table.short, row.name)
    for table in CLASSES.values()
    for row in table.members
    if row.name == "connection" and not isinstance(row, Manual)
)
OF_THE_CLIENT = ("host", "access_key", "secret_key", "aws_access_key_id", "aws_secret_access_key")
MADE_BY_HAND = ("ec2.BlockDeviceType", "ec2.NetworkInterfaceSpecification")
ASSIGNED = [(short, row.name) for short in MADE_BY_HAND for row in CLASSES[short].members if isinstance(row, Field)]
NEVER_RIGHT_ON_BOTO_2 = {
    ("ec2.ImageAttribute", "kernel"): {"KernelId": {"Value": "x"}},
    ("ec2.ImageAttribute", "ramdisk"): {"RamdiskId": {"Value": "x"}},
    ("ec2.LaunchSpecification", "monitored"): {"Monitoring": {"Enabled": "x"}},
    ("ec2.ReservedInstanceListing", "client_token"): {"ClientToken": "x"},
}
"""Attributes that boto 2 looked for in the wrong place, and EC2's answer that holds them."""
PREVIOUS = ("previous_state", "previous_state_code", "_previous_state")
ELSEWHERE = {
    ("ec2.Connection", "cancel_reserved_instances_listing"): "emitted/test_ec2_helpers_values.py",
    ("ec2.GroupOrCIDR", "__str__"): "catalog/test_ec2_idioms.py",
    ("ec2.KeyPair", "save"): "emitted/test_ec2_helpers_security.py",
    ("ec2.ReservedInstancesOffering", "describe"): "emitted/test_ec2_helpers_values.py",
    ("ec2.Volume", "snapshots"): "emitted/test_ec2_helpers_storage.py",
    ("ec2.QueryConnection", "ResponseError"): "cases/errors",
}
"""Rows whose tests stand in a module of their own, which names the helper or the member."""


@pytest.mark.parametrize(("table", "row"), CONSTANTS, ids=lambda each: each.name)
def test_constants_are_boto_2s(table, row):
    if isinstance(table, BotoModule):
        wanted = getattr(importlib.import_module(table.name), row.name)
    else:
        wanted = getattr(BOTO.get(table.name, type(OLD)), row.name)
    assert ast.literal_eval(row.value.text) == wanted


@pytest.mark.parametrize("short", PLAIN_CLASSES)
def test_what_was_a_list_or_a_dict_is_one(short):
    made = plan("Made()", short)
    assert made == ("{}" if issubclass(BOTO[CLASSES[short].name], dict) else "[]")


@pytest.mark.parametrize(("short", "name"), CONNECTION)
def test_the_connection_of_an_object_is_the_client(short, name):
    assert run(plan(f"it.{name}", short), it={}, client=CLIENT) is CLIENT


@pytest.mark.parametrize("name", OF_THE_CLIENT)
def test_what_a_connection_knows(name):
    known = {"client": CLIENT, "_credential": _credential}
    assert run(plan(f"client.{name}", "ec2.QueryConnection"), **known) == getattr(OLD, name)


def test_the_region_of_objects_and_connections():
    for it, short in ((CLIENT, "ec2.Connection"), ({}, "ec2.EC2Object")):
        region = run(plan("it.region", short), it=it, client=CLIENT)
        assert run(plan("it.name", "ec2.ConnectionRegion"), it=region, client=region) == OLD.region.name
        assert run(plan("it.endpoint", "ec2.ConnectionRegion"), it=region, client=region) == OLD.region.endpoint


def test_a_connection_closes_without_a_request():
    assert run(plan("client.close()", "ec2.QueryConnection"), client=CLIENT) is OLD.close()


@pytest.mark.parametrize("name", ["volume_state", "attachment_state"])
@pytest.mark.parametrize("only_sure", [False, True], ids=["attached", "alone"])
def test_states_of_volumes(name, only_sure):
    table = CLASSES["ec2.Volume"]
    text = document(table, MODEL.shape_for("Volume"), "true", only_sure)
    wanted = getattr(boto_view(table, text), name)()
    assert run(plan(f"it.{name}()", "ec2.Volume"), it=botocore_view(table, text)) == wanted


def test_states_before_an_action():
    text = "<instanceId>i-1</instanceId>" + "".join(
        f"<{name}><code>{code}</code><name>{state}</name></{name}>"
        for name, code, state in (("currentState", 64, "stopping"), ("previousState", 16, "running"))
    )
    made = boto_view(CLASSES["ec2.Instance"], text)
    change = {
        "InstanceId": "i-1",
        "CurrentState": {"Code": 64, "Name": "stopping"},
        "PreviousState": {"Code": 16, "Name": "running"},
    }
    (record,) = _changed_instances([change])
    for name in ("state", "state_code", "previous_state", "previous_state_code"):
        assert run(plan(f"it.{name}", "ec2.Instance"), it=record) == getattr(made, name), name
    assert run(plan("it._previous_state", "ec2.Instance"), it=record)["Name"] == made._previous_state.name


@pytest.mark.parametrize(("short", "name"), ASSIGNED)
def test_what_is_assigned_is_read_again(short, name):
    """Objects that programs make by hand: what a new one has, and what one has that was written to."""
    made, row = BOTO[CLASSES[short].name](), rows(short)[name]
    record = run(plan("Made()", short))
    assert (run(plan(f"it.{name}", short), it=record) or None) == (getattr(made, name) or None)
    setattr(made, name, "x")
    record[row.member] = "x"
    if row.show is None:
        assert run(plan(f"it.{name}", short), it=record) == made.__dict__[name]


@pytest.mark.parametrize(("short", "name"), NEVER_RIGHT_ON_BOTO_2)
def test_what_boto_2_never_found(short, name):
    assert run(plan(f"it.{name}", short), it=NEVER_RIGHT_ON_BOTO_2[short, name]) == "x"


@pytest.mark.parametrize(("row", "place"), ELSEWHERE.items(), ids=lambda each: str(each))
def test_a_test_elsewhere_names_the_row(row, place):
    path = Path(__file__).parents[1] / place
    texts = [file.read_text() for file in (path.rglob("*.py") if path.is_dir() else [path])]
    assert any(row[1].strip("_") in text for text in texts)


def _tested() -> set[tuple[str, str]]:
    tested = {(param.values[0], param.values[1].name) for param in methods()}
    tested |= {(param.values[0], "__init__") for param in BY_HAND}
    tested |= {(short, "__init__") for short in PLAIN_CLASSES}
    tested |= {*CONNECTION, *ASSIGNED, *NEVER_RIGHT_ON_BOTO_2, *ELSEWHERE}
    tested |= {("ec2.QueryConnection", name) for name in (*OF_THE_CLIENT, "close")}
    tested |= {("ec2.Volume", "volume_state"), ("ec2.Volume", "attachment_state")}
    tested |= {("ec2.Instance", name) for name in PREVIOUS}
    tested |= {("ec2.Connection", "region"), ("ec2.EC2Object", "region")}
    tested |= {("ec2.ConnectionRegion", "name"), ("ec2.ConnectionRegion", "endpoint")}
    tested |= {(table.short, row.name) for table, row in CONSTANTS if not isinstance(table, BotoModule)}
    for table in PARSED:
        for name, row in rows(table.short).items():
            on_the_wire = isinstance(row, Field | HelpedField | Constant) and name not in NOT_ON_THE_WIRE
            if on_the_wire and (table.short, name) not in DIFFERENT:
                tested.add((table.short, name))
    return tested


def test_no_automatic_row_is_without_a_test():
    heirs = {short: [table.short for table in PARSED if short in table.bases] for short in CLASSES}
    tested = _tested()
    missing = [
        (short, row.name)
        for short, table in CLASSES.items()
        for row in table.members
        if not isinstance(row, Manual)
        and (short, row.name) not in tested
        and not any((heir, row.name) in tested for heir in heirs[short])
    ]
    functions = [
        (table.name, row.name)
        for table in TABLES
        if isinstance(table, BotoModule)
        for row in table.members
        if not isinstance(row, Manual | Constant)
    ]
    assert missing == []
    assert functions == []
