"""Clients made in loops and in threads are pointed out; settings of a connection go into its Config."""

from __future__ import annotations

import pytest

from tests.helpers import findings_here, migrated, run_text

LOOP = "import boto\nwhile True:\n    conn = boto.connect_ec2()\n    print(conn.get_all_zones())\n"
POOL = """import boto
from concurrent.futures import ThreadPoolExecutor
def connect():
    return boto.connect_ec2()
def work(name):
    return connect().get_all_zones([name])
with ThreadPoolExecutor() as pool:
    list(pool.map(work, ['a', 'b']))
"""
OWN_THREAD = """import boto, threading
class Worker(threading.Thread):
    def run(self):
        print(boto.connect_ec2().get_all_zones())
Worker().start()
"""
PER_REGION = """import boto.ec2
for name in ('us-east-1', 'eu-west-1'):
    print(boto.ec2.connect_to_region(name).get_all_zones())
"""


@pytest.mark.parametrize(("text", "words"), [(LOOP, "each round"), (POOL, "thread"), (OWN_THREAD, "thread")])
def test_pointed_out(text: str, words: str) -> None:
    (finding,) = findings_here(text)
    assert words in finding.message


def test_a_client_for_each_region_is_as_it_should_be() -> None:
    assert not findings_here(PER_REGION)


@pytest.mark.parametrize("text", [POOL, OWN_THREAD])
def test_threads_get_sessions_of_their_own(text: str) -> None:
    assert "boto3.session.Session().client(" in migrated(text)


def test_settings_elsewhere_are_left_to_a_person() -> None:
    text = "import boto\nconn = boto.connect_ec2()\ndef patient():\n    conn.num_retries = 9\n"
    assert [site.rule for site in run_text(text).sites if site.status.value == "flagged"] == [
        "ec2.QueryConnection.num_retries"
    ]


def test_a_client_that_gets_a_name_stands_behind_the_settings_that_it_uses() -> None:
    text = migrated("import boto\nprint(boto.connect_s3().get_bucket('data').name)\n")
    assert text.index("S3_CONFIG = Config(") < text.index('s3 = boto3.client("s3"')
