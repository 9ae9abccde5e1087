"""Which client belongs to an object: two connections are never mixed up, and a client goes along where it has to."""

from __future__ import annotations

import pytest

from codemods.model import Status
from codemods.settings import Style
from tests.helpers import brief, migrated, sites

REGIONS = """\
import boto.ec2


def main():
    east = boto.ec2.connect_to_region("us-east-1")
    west = boto.ec2.connect_to_region("us-west-2")
    for volume in east.get_all_volumes():
        volume.delete()
    for image in west.get_all_images():
        image.deregister()
"""
ACCOUNTS = """\
import boto


class Mover:
    def __init__(self):
        self.source = boto.connect_s3("a", "b")
        self.target = boto.connect_s3("c", "d")

    def move(self, name):
        bucket = self.source.get_bucket("from")
        other = self.target.get_bucket("to")
        key = bucket.get_key(name)
        other.new_key(name).set_contents_from_string(key.get_contents_as_string())
        key.delete()
"""
SHARED = """\
import boto.ec2

east = boto.ec2.connect_to_region("us-east-1")
west = boto.ec2.connect_to_region("us-west-2")


def drop(volume):
    volume.delete()


for volume in east.get_all_volumes() + west.get_all_volumes():
    drop(volume)
"""
PRIVATE = """\
import boto


class Janitor:
    def __init__(self):
        self.conn = boto.connect_ec2()

    def run(self):
        for volume in self.conn.get_all_volumes():
            self._look_at(volume, 3)

    def _look_at(self, volume, days):
        _drop(volume)


def _drop(volume):
    volume.delete()
"""
PUBLIC = """\
import boto

CALLBACKS = []


def drop(volume):
    volume.delete()


CALLBACKS.append(drop)


def main():
    conn = boto.connect_ec2()
    for volume in conn.get_all_volumes():
        for callback in CALLBACKS:
            callback(volume)
"""


def flags(text: str, style: Style) -> list[tuple[int, str]]:
    return [(site.line, site.rule) for site in sites(text, style=style) if site.status is Status.FLAGGED]


def test_two_regions() -> None:
    text = brief(migrated(REGIONS, style=Style.CLIENT))
    assert "east.delete_volume(" in text
    assert "west.deregister_image(" in text


def test_two_accounts_on_self() -> None:
    text = brief(migrated(ACCOUNTS, style=Style.CLIENT))
    assert "self.target.put_object(" in text
    assert "self.source.get_object(" in text
    assert "_delete(self.source, key)" in text


def test_an_object_of_either_connection_is_flagged_without_its_client() -> None:
    assert flags(SHARED, Style.CLIENT) == [(8, "ec2.Volume.delete")]


def test_resource_objects_carry_their_client() -> None:
    assert flags(SHARED, Style.AUTO) == []
    assert "volume.meta.client.delete_volume(" in migrated(SHARED)


def test_private_functions_get_the_client_over_several_calls() -> None:
    text = brief(migrated(PRIVATE, style=Style.CLIENT))
    assert "self._look_at(volume, 3)" in text  # self has the client
    assert "_drop(self.conn, volume)" in text
    assert "def _drop(conn, volume):" in text
    assert "conn.delete_volume(" in text


def test_functions_that_anybody_may_call_do_not() -> None:
    assert flags(PUBLIC, Style.CLIENT) == [(7, "ec2.Volume.delete")]
    assert "def drop(volume):" in migrated(PUBLIC, style=Style.CLIENT)


PROCESSES = {
    "pool.map": "pool = multiprocessing.Pool(4)\npool.map(drop, bucket.list())",
    "apply_async": "pool = multiprocessing.Pool(4)\npool.apply_async(drop, (bucket.get_key('k'),))",
    "a bound method": "pool = multiprocessing.Pool(4)\npool.map(bucket.get_key, ['k'])",
    "Process": "multiprocessing.Process(target=drop, args=(bucket.get_key('k'),)).start()",
    "Queue": "queue = multiprocessing.Queue()\nqueue.put((1, bucket.get_key('k')))",
    "ProcessPoolExecutor": "with concurrent.futures.ProcessPoolExecutor() as pool:\n    pool.submit(drop, bucket)",
    "pickle": "pickle.dumps(bucket.get_key('k'))",
}
THREADS = {
    "ThreadPool": "pool = multiprocessing.pool.ThreadPool(4)\npool.map(drop, bucket.list())",
    "Thread": "threading.Thread(target=drop, args=(bucket.get_key('k'),)).start()",
    "Queue": "q = queue.Queue()\nq.put((1, bucket.get_key('k')))",
}
HEAD = """\
import concurrent.futures, multiprocessing, multiprocessing.pool, pickle, queue, threading
import boto
def drop(thing):
    print(thing)
bucket = boto.connect_s3().get_bucket("b")
"""


@pytest.mark.parametrize("way", PROCESSES)
def test_objects_that_go_to_another_process_are_flagged(way: str) -> None:
    assert "crosses-process" in [rule for _, rule in flags(HEAD + PROCESSES[way] + "\n", Style.RESOURCE)]


@pytest.mark.parametrize("way", THREADS)
def test_objects_that_go_to_a_thread_are_not(way: str) -> None:
    assert "crosses-process" not in [rule for _, rule in flags(HEAD + THREADS[way] + "\n", Style.RESOURCE)]


def test_what_hangs_on_a_connection_that_is_flagged_is_converted_all_the_same() -> None:
    """One rule: the flag stands where the person has to write the client; its uses need no second look then."""
    text = """\
import boto


def main(factory):
    conn = boto.connect_s3(https_connection_factory=factory)
    for bucket in conn.get_all_buckets():
        print(bucket.name)
"""
    assert flags(text, Style.CLIENT) == [(1, "imports"), (5, "s3.connection")]
    after = migrated(text, style=Style.CLIENT)
    assert "conn = boto.connect_s3(https_connection_factory=factory)" in after
    assert "get_all_buckets" not in after
    assert migrated(after, style=Style.CLIENT) == after


def test_what_may_be_a_connection_of_another_service_is_not_taken_for_the_client() -> None:
    text = """\
import boto


class Pool:
    def __init__(self):
        self._open = {}

    def ec2(self, key):
        if key not in self._open:
            self._open[key] = boto.connect_ec2()
        return self._open[key]

    def s3(self, key):
        if key not in self._open:
            self._open[key] = boto.connect_s3()
        return self._open[key]


class Task:
    pool = Pool()

    def __init__(self):
        self.bucket = boto.connect_s3().get_bucket("b")
        self.ec2 = self.pool.ec2("e")

    def save(self):
        self.bucket.new_key("k").set_contents_from_string("x")
"""
    assert "self.ec2.put_object" not in migrated(text, style=Style.CLIENT)
    assert "self.ec2" not in migrated(text).partition("def save")[2]
