"""A loop that is just a waiter is offered one; any other loop is not. The waiters are boto3's."""

from __future__ import annotations

import botocore.session
import pytest
from botocore import xform_name
from botocore.waiter import WaiterModel

from codemods.rewrite.waiters import WAITERS
from tests.helpers import findings_here, migrated

START = "import boto.ec2, time\nconn = boto.ec2.connect_to_region('us-west-2')\ni = conn.get_only_instances()[0]\n"
EXACT = {
    "state": "while i.state != 'running':\n    time.sleep(5)\n    i.update()\n",
    "update": "while i.update() != 'running':\n    print('.')\n    time.sleep(5)\n",
}
OTHER = {
    "gives up": "n = 0\nwhile i.state != 'running':\n    n += 1\n    i.update()\n    time.sleep(5)\n",
    "leaves on any other state": "while i.state == 'pending':\n    time.sleep(5)\n    i.update()\n",
    "no such waiter": "while i.state != 'stopping':\n    time.sleep(5)\n    i.update()\n",
}


@pytest.mark.parametrize("loop", EXACT.values(), ids=EXACT)
def test_offered(loop: str) -> None:
    (finding,) = findings_here(START + loop)
    assert (finding.rule, finding.line) == ("ec2.waiter", 4)
    assert "client.get_waiter('instance_running').wait(InstanceIds=[...])" in finding.message
    assert "while " in migrated(START + loop)


@pytest.mark.parametrize("loop", OTHER.values(), ids=OTHER)
def test_not_offered(loop: str) -> None:
    assert not findings_here(START + loop)


def test_waiters_are_those_of_boto3() -> None:
    session = botocore.session.get_session()
    model = session.get_service_model("ec2")
    waiters = WaiterModel(session.get_component("data_loader").load_service_model("ec2", "waiters-2"))
    known = {xform_name(name): waiters.get_waiter(name) for name in waiters.waiter_names}
    for name, parameter in WAITERS.values():
        assert parameter in model.operation_model(known[name].operation).input_shape.members
