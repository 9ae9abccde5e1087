"""Where nobody looks at an instance after it was stopped, the plain call stands; else what boto 2 kept of it."""

from __future__ import annotations

import pytest

from tests.helpers import migrated

START = "import boto.ec2\nconn = boto.ec2.connect_to_region('us-west-2')\n"
INSTANCE = "i = conn.get_all_instances(['i-1'])[0].instances[0]\n"

PLAIN = {
    "nothing is read": INSTANCE + "i.stop()\n",
    "the id is read": INSTANCE + "i.stop()\nprint(i.id)\n",
    "read before": INSTANCE + "print(i.state)\ni.stop()\n",
    "read in the test": "for i in conn.get_only_instances():\n    if i.state == 'running':\n        i.stop()\n",
    "nested loops": (
        "for r in conn.get_all_instances():\n    for i in r.instances:\n        if i.state == 'running':\n"
        "            i.stop()\n"
    ),
    "the other branch": INSTANCE + "if x:\n    i.stop()\nelse:\n    print(i.state)\n",
    "left by continue": (
        "for i in conn.get_only_instances():\n    if x:\n        i.stop()\n        continue\n    print(i.state)\n"
    ),
    "left by return": (
        f"def f():\n    {INSTANCE}    if x:\n        i.stop()\n        return\n    print(i.state)\nf()\nf()\n"
    ),
    "asked anew": INSTANCE + "i.stop()\nwhile i.update() != 'stopped':\n    pass\nprint(i.ip_address)\n",
    "read by the caller before": (
        "def stop(i):\n    i.stop()\nfor i in conn.get_only_instances():\n"
        "    if i.state == 'running':\n        stop(i)\n"
    ),
    "made anew in each round": (
        "while True:\n    for i in conn.get_only_instances():\n        if i.state == 'running':\n            i.stop()\n"
    ),
    "made by a function in each round": (
        "def find():\n    return conn.get_only_instances()\nwhile True:\n    for i in find():\n"
        "        if i.state == 'running':\n            i.stop()\n"
    ),
}
LOOKED_AT = {
    "read after": INSTANCE + "i.stop()\nprint(i.state)\n",
    "another member is read after": INSTANCE + "i.stop()\nprint(i.image_id)\n",
    "read in the next round": INSTANCE + "for n in range(3):\n    print(i.state)\n    i.stop()\n",
    "the same ones again": (
        "them = conn.get_only_instances()\nfor n in range(2):\n    for i in them:\n        if i.state == 'running':\n"
        "            i.stop()\n"
    ),
    "another loop": (
        "them = conn.get_only_instances()\nfor i in them:\n    i.stop()\nfor i in them:\n    print(i.state)\n"
    ),
    "a while that waits": INSTANCE + "i.stop()\nwhile i.state != 'stopped':\n    i.update()\n",
    "asked anew perhaps": INSTANCE + "i.stop()\nif x:\n    i.update()\nprint(i.state)\n",
    "kept by an object": (
        f"class Box:\n    def __init__(self):\n        {INSTANCE.replace('i =', 'self.i =', 1)}"
        "    def stop(self):\n        if self.i.state == 'running':\n            self.i.stop()\n"
        "b = Box()\nb.stop()\nb.stop()\n"
    ),
    "the caller reads it after": "def stop(i):\n    i.stop()\n    return i\n" + INSTANCE + "print(stop(i).state)\n",
    "jump of an inner loop": INSTANCE + "for n in x:\n    i.stop()\n    break\nprint(i.state)\n",
    "return inside of try": (
        f"def f():\n    {INSTANCE}    try:\n        i.stop()\n        return\n    finally:\n"
        "        print(i.state)\nf()\n"
    ),
    "before the jump": f"def f():\n    {INSTANCE}    i.stop()\n    print(i.state)\n    return i.id\nf()\n",
    "the order of one statement": INSTANCE + "print(i.state if i.stop() else 0)\n",
}


@pytest.mark.parametrize("body", PLAIN.values(), ids=PLAIN)
def test_plain(body: str) -> None:
    after = migrated(START + body)
    assert "_stop_instance(" not in after
    assert "conn.stop_instances(InstanceIds=[" in after


@pytest.mark.parametrize("body", LOOKED_AT.values(), ids=LOOKED_AT)
def test_looked_at(body: str) -> None:
    assert "_stop_instance(conn, " in migrated(START + body)
