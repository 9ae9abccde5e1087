# ==== a list
import boto
things = [boto.connect_s3().get_bucket("b")]
things[0].list()  #? things[0]: s3.Bucket
for thing in things:
    thing.list()  #? thing: s3.Bucket

# ==== a list that grows
import boto
found = []
for bucket in boto.connect_s3().get_all_buckets():
    found.append(bucket)
found[-1].list()  #? found[-1]: s3.Bucket
found.pop().list()  #? found.pop(): s3.Bucket

# ==== a list is extended and added
import boto
conn = boto.connect_s3()
found = []
found.extend(conn.get_all_buckets())
found += [conn.get_bucket("b")]
more = found + [conn.get_bucket("c")]
more[0].list()  #? more[0]: s3.Bucket

# ==== a list handed to a function that fills it
import boto
def fill(out):
    out.append(boto.connect_ec2())
out = []
fill(out)
out[0].get_all_volumes()  #? out[0]: ec2.Connection

# ==== a dict
import boto
table = {"a": boto.connect_s3()}
table["b"] = boto.connect_s3()
table["a"].get_bucket("b")  #? table["a"]: s3.Connection
for name, conn in table.items():
    conn.get_bucket(name)  #? conn: s3.Connection; name: str
for conn in table.values():
    conn.get_bucket("b")  #? conn: s3.Connection

# ==== a record tells its entries apart
import boto
record = {"conn": boto.connect_s3(), "bucket": boto.connect_s3().get_bucket("b"), "n": 1}
(record["bucket"], record["n"])  #? record["bucket"]: s3.Bucket; record["n"]: int

# ==== a dict with objects as keys
import boto
counts = {}
for bucket in boto.connect_s3().get_all_buckets():
    counts[bucket] = 1
for bucket in counts:
    bucket.list()  #? bucket: s3.Bucket

# ==== a default dict
import collections
import boto
groups = collections.defaultdict(list)
for volume in boto.connect_ec2().get_all_volumes():
    groups[volume.zone].append(volume)
for zone, volumes in groups.items():
    for v in volumes:
        v.delete()  #? v: ec2.Volume

# ==== setdefault
import boto
groups = {}
for volume in boto.connect_ec2().get_all_volumes():
    groups.setdefault(volume.zone, []).append(volume)
for volumes in groups.values():
    volumes[0].delete()  #? volumes[0]: ec2.Volume

# ==== a set and a tuple
import boto
conn = boto.connect_s3()
for b in {conn.get_bucket("a"), conn.get_bucket("b")}:
    b.list()  #? b: s3.Bucket
for b in (conn.get_bucket("a"), conn.get_bucket("b")):
    b.list()  #? b: s3.Bucket

# ==== a list of tuples
import boto
pairs = []
for region in ("a", "b"):
    pairs.append((region, boto.connect_ec2()))
for region, conn in pairs:
    conn.get_all_volumes()  #? conn: ec2.Connection; region: str

# ==== a dict of lists of dicts
import boto
tree = {"x": [{"conn": boto.connect_s3()}]}
tree["x"][0]["conn"].get_bucket("b")  #? tree["x"][0]["conn"]: s3.Connection

# ==== comprehensions
import boto
conn = boto.connect_s3()
listed = [b for b in conn.get_all_buckets() if b.name]
listed[0].list()  #? listed[0]: s3.Bucket
by_name = {b.name: b for b in conn.get_all_buckets()}
by_name["x"].list()  #? by_name["x"]: s3.Bucket
lazy = (b for b in conn.get_all_buckets())
next(lazy).list()  #? next(lazy): s3.Bucket
unique = {b for b in conn.get_all_buckets()}
unique.pop().list()  #? unique.pop(): s3.Bucket

# ==== nested comprehensions
import boto
keys = [k for b in boto.connect_s3().get_all_buckets() for k in b.list()]
keys[0].delete()  #? keys[0]: s3.Key
instances = [i for r in boto.connect_ec2().get_all_instances() for i in r.instances]
instances[0].stop()  #? instances[0]: ec2.Instance

# ==== enumerate and zip
import boto
conn = boto.connect_s3()
for number, bucket in enumerate(conn.get_all_buckets()):
    bucket.list()  #? bucket: s3.Bucket; number: int
for bucket, name in zip(conn.get_all_buckets(), ["a"]):
    bucket.list()  #? bucket: s3.Bucket; name: str
for number, (a, b) in enumerate(zip(conn.get_all_buckets(), conn.get_all_buckets())):
    a.list()  #? a: s3.Bucket; b: s3.Bucket

# ==== sorted, reversed, filter and map
import boto
conn = boto.connect_ec2()
for v in sorted(conn.get_all_volumes(), key=lambda v: v.size):
    v.delete()  #? v: ec2.Volume
for v in reversed(conn.get_all_volumes()):
    v.delete()  #? v: ec2.Volume
for v in filter(lambda v: v.size > 3, conn.get_all_volumes()):
    v.delete()  #? v: ec2.Volume
for snapshot in map(lambda v: v.create_snapshot(), conn.get_all_volumes()):
    snapshot.delete()  #? snapshot: ec2.Snapshot

# ==== the parameter of a lambda
import boto
volumes = boto.connect_ec2().get_all_volumes()
volumes.sort(key=lambda volume: volume.size)  #? volume: ec2.Volume
biggest = max(volumes, key=lambda v: v.size)  #? v: ec2.Volume
biggest.delete()  #? biggest: ec2.Volume

# ==== itertools
import itertools
import boto
conn = boto.connect_ec2()
for i in itertools.chain.from_iterable(r.instances for r in conn.get_all_instances()):
    i.stop()  #? i: ec2.Instance
for i in itertools.chain(*[r.instances for r in conn.get_all_instances()]):
    i.stop()  #? i: ec2.Instance
for zone, group in itertools.groupby(conn.get_all_volumes(), key=lambda v: v.zone):
    for v in group:
        v.delete()  #? v: ec2.Volume
for v in itertools.islice(conn.get_all_volumes(), 3):
    v.delete()  #? v: ec2.Volume
for a, b in itertools.product(conn.get_all_volumes(), ["x"]):
    a.delete()  #? a: ec2.Volume; b: str
for a, b in itertools.combinations(conn.get_all_volumes(), 2):
    a.delete()  #? a: ec2.Volume; b: ec2.Volume
first, second = itertools.tee(conn.get_all_volumes())
next(first).delete()  #? next(first): ec2.Volume
for v in itertools.filterfalse(lambda v: v.size, conn.get_all_volumes()):
    v.delete()  #? v: ec2.Volume
for a, b in itertools.zip_longest(conn.get_all_volumes(), []):
    a.delete()  #? a: None | ec2.Volume
for s in itertools.starmap(lambda v, n: v.create_snapshot(n), [(v, "x") for v in conn.get_all_volumes()]):
    s.delete()  #? s: ec2.Snapshot

# ==== slices
import boto
snapshots = boto.connect_ec2().get_all_snapshots()
for s in snapshots[:-3]:
    s.delete()  #? s: ec2.Snapshot
snapshots[1:][0].delete()  #? snapshots[1:][0]: ec2.Snapshot

# ==== a queue
import queue
import boto
tasks = queue.Queue()
for key in boto.connect_s3().get_bucket("b").list():
    tasks.put(key)
def work():
    while True:
        key = tasks.get()
        key.delete()  #? key: s3.Key
        tasks.task_done()

# ==== a queue as an attribute, of tuples
import threading
from queue import Queue
import boto
class Worker(threading.Thread):
    def __init__(self, tasks):
        threading.Thread.__init__(self)
        self.tasks = tasks
    def run(self):
        bucket, name = self.tasks.get()
        bucket.get_key(name)  #? bucket: s3.Bucket; name: str
tasks = Queue()
Worker(tasks).start()
tasks.put((boto.connect_s3().get_bucket("b"), "k"))

# ==== a deque and a heap
import collections
import heapq
import boto
waiting = collections.deque(boto.connect_ec2().get_all_volumes())
waiting.popleft().delete()  #? waiting.popleft(): ec2.Volume
heap = []
for v in boto.connect_ec2().get_all_volumes():
    heapq.heappush(heap, (v.size, v))
size, smallest = heapq.heappop(heap)
smallest.delete()  #? smallest: ec2.Volume
heapq.nlargest(1, boto.connect_ec2().get_all_volumes())[0].delete()  #? heapq.nlargest(1, boto.connect_ec2().get_all_volumes())[0]: ec2.Volume

# ==== reduce and sum
import functools
import boto
conn = boto.connect_ec2()
newest = functools.reduce(lambda a, b: a if a.start_time > b.start_time else b, conn.get_all_snapshots())
newest.delete()  #? newest: ec2.Snapshot
instances = sum([r.instances for r in conn.get_all_instances()], [])
instances[0].stop()  #? instances[0]: ec2.Instance

# ==== a list is multiplied and copied
import copy
import boto
conns = [boto.connect_s3()] * 3
conns[1].get_bucket("b")  #? conns[1]: s3.Connection
again = list(conns)
again[0].get_bucket("b")  #? again[0]: s3.Connection
copy.copy(conns)[0].get_bucket("b")  #? copy.copy(conns)[0]: s3.Connection

# ==== dict() of pairs and fromkeys
import boto
conn = boto.connect_s3()
table = dict((b.name, b) for b in conn.get_all_buckets())
table["x"].list()  #? table["x"]: s3.Bucket
other = dict(zip(["a"], conn.get_all_buckets()))
other["a"].list()  #? other["a"]: s3.Bucket
third = dict.fromkeys(["a"], conn)
third["a"].get_bucket("b")  #? third["a"]: s3.Connection

# ==== dicts are merged
import boto
base = {"conn": boto.connect_s3()}
merged = {**base, "n": 1}
merged["conn"].get_bucket("b")  #? merged["conn"]: s3.Connection
also = dict(base, n=1)
also["conn"].get_bucket("b")  #? also["conn"]: s3.Connection
base.copy()["conn"].get_bucket("b")  #? base.copy()["conn"]: s3.Connection

# ==== membership in a subclass of dict
import boto
class Pool(dict):
    def __missing__(self, region):
        self[region] = boto.connect_ec2()
        return self[region]
pool = Pool()
pool["x"].get_all_volumes()  #? pool["x"]: ec2.Connection

# ==== a subclass of list
import boto
class Buckets(list):
    def load(self):
        for bucket in boto.connect_s3().get_all_buckets():
            self.append(bucket)
buckets = Buckets()
buckets.load()
for b in buckets:
    b.list()  #? b: s3.Bucket

# ==== next with a default
import boto
bucket = next((b for b in boto.connect_s3().get_all_buckets() if b.name == "x"), None)
if bucket is not None:
    bucket.list()  #? bucket: s3.Bucket

# ==== concurrent futures
import concurrent.futures
import boto
bucket = boto.connect_s3().get_bucket("b")
def fetch(name):
    return bucket.get_key(name)
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    waiting = [pool.submit(fetch, n) for n in ("a", "b")]
    for done in concurrent.futures.as_completed(waiting):
        done.result().delete()  #? done.result(): s3.Key | None
    for key in pool.map(fetch, ["a"]):
        key.delete()  #? key: s3.Key | None
by_future = {pool.submit(fetch, n): n for n in ("a", "b")}
for future in concurrent.futures.as_completed(by_future):
    future.result().delete()  #? future.result(): s3.Key | None

# ==== reservations hold instances
import boto
conn = boto.connect_ec2()
for reservation in conn.get_all_instances():
    for instance in reservation.instances:
        instance.stop()  #? instance: ec2.Instance
conn.run_instances("ami-1").instances[0].stop()  #? conn.run_instances("ami-1").instances[0]: ec2.Instance
