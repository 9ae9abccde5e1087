"""Offers boto3's waiter where a loop of the program does just what it does: ask anew until a state is reached."""

from __future__ import annotations

import ast

from codemods.inference.values import botos
from codemods.rewrite.draft import Draft

WAITERS = {
    ("ec2.Instance", "running"): ("instance_running", "InstanceIds"),
    ("ec2.Instance", "stopped"): ("instance_stopped", "InstanceIds"),
    ("ec2.Instance", "terminated"): ("instance_terminated", "InstanceIds"),
    ("ec2.Volume", "available"): ("volume_available", "VolumeIds"),
    ("ec2.Volume", "in-use"): ("volume_in_use", "VolumeIds"),
    ("ec2.Snapshot", "completed"): ("snapshot_completed", "SnapshotIds"),
    ("ec2.Image", "available"): ("image_available", "ImageIds"),
    ("vpc.VPC", "available"): ("vpc_available", "VpcIds"),
    ("vpc.Subnet", "available"): ("subnet_available", "SubnetIds"),
}
"""The waiter for each state that boto 2 code waits for, and the parameter that names what to wait for."""

_STATES = ("state", "status", "update")


def offer_waiter(loop: ast.While, draft: Draft) -> None:
    """Note the waiter for `while thing.state != "running": sleep(...); thing.update()`."""
    test = loop.test
    if loop.orelse or not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.NotEq):
        return
    asked, wanted = test.left, test.comparators[0]
    calls = isinstance(asked, ast.Call) and not asked.args and not asked.keywords
    member = asked.func if isinstance(asked, ast.Call) and calls else asked
    if not isinstance(member, ast.Attribute) or not isinstance(wanted, ast.Constant) or member.attr not in _STATES:
        return
    classes = {atom.cls for atom in botos(draft.view.analysis.type_of(member.value))}
    found = WAITERS.get((min(classes), str(wanted.value))) if len(classes) == 1 else None
    if found is None or not _only_waits(loop.body, ast.unparse(member.value), asks_itself=member.attr == "update"):
        return
    name, parameter = found
    message = (
        f"this loop is what boto3's waiter {name} does: client.get_waiter({name!r}).wait({parameter}=[...]); "
        "it gives up after a time, with a WaiterError, where the loop goes on"
    )
    draft.find(loop, "ec2.waiter", message)


def _only_waits(body: list[ast.stmt], subject: str, *, asks_itself: bool) -> bool:
    """The body sleeps, and asks anew where the test does not; it may say that it waits."""
    kinds = set()
    for statement in body:
        call = statement.value if isinstance(statement, ast.Expr) else None
        if not isinstance(call, ast.Call):
            return False
        name = ast.unparse(call.func)
        if name == f"{subject}.update":
            kinds.add("asks")
        elif name.rpartition(".")[2] == "sleep":
            kinds.add("sleeps")
        elif name.rpartition(".")[2] not in ("print", "write", "flush", "debug", "info"):
            return False
    return kinds == ({"sleeps"} if asks_itself else {"sleeps", "asks"})
