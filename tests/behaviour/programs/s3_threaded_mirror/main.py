"""Mirrors a bucket with worker threads and a queue; optparse, one connection a thread, counts under a lock."""
from optparse import OptionParser
import hashlib
import os
import sys
import tempfile
import threading
try:
    import Queue as queue
except ImportError:
    import queue

import boto


class Worker(threading.Thread):
    def __init__(self, jobs, source, target, totals, lock):
        threading.Thread.__init__(self)
        self.daemon = True
        self.jobs, self.totals, self.lock = jobs, totals, lock
        self.conn = boto.connect_s3()
        self.source = self.conn.get_bucket(source, validate=False)
        self.target = self.conn.get_bucket(target, validate=False)

    def run(self):
        while True:
            name = self.jobs.get()
            if name is None:
                break
            try:
                self.mirror(name)
            finally:
                self.jobs.task_done()

    def mirror(self, name):
        key = self.source.get_key(name)
        there = self.target.get_key(name)
        if there is not None and there.etag == key.etag:
            state = 'same'
        else:
            fd, path = tempfile.mkstemp()
            os.close(fd)
            try:
                key.get_contents_to_filename(path)
                copy = self.target.new_key(name)
                for field in ('colour',):
                    if key.get_metadata(field):
                        copy.set_metadata(field, key.get_metadata(field))
                copy.set_contents_from_filename(path, headers={'Content-Type': key.content_type})
            finally:
                os.remove(path)
            state = 'copied'
        with self.lock:
            self.totals[state] = self.totals.get(state, 0) + 1


def mirror(source, target, threads):
    conn = boto.connect_s3()
    jobs, totals, lock = queue.Queue(), {}, threading.Lock()
    workers = [Worker(jobs, source, target, totals, lock) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for key in conn.get_bucket(source).list():
        jobs.put(key.name)
    jobs.join()
    for worker in workers:
        jobs.put(None)
    extra = set(k.name for k in conn.get_bucket(target)) - set(k.name for k in conn.get_bucket(source))
    if extra:
        conn.get_bucket(target).delete_keys(sorted(extra))
    return totals, sorted(extra)


def main(argv):
    parser = OptionParser()
    parser.add_option('-t', '--threads', type='int', default=1)
    options, args = parser.parse_args(argv)
    conn = boto.connect_s3()
    for name in ('mirror-a', 'mirror-b'):
        conn.create_bucket(name)
    bucket = conn.get_bucket('mirror-a')
    for n in range(5):
        k = bucket.new_key('f%d' % n)
        if n % 2:
            k.set_metadata('colour', 'c%d' % n)
        k.set_contents_from_string('x' * n, headers={'Content-Type': 'text/plain'})
    conn.get_bucket('mirror-b').new_key('old').set_contents_from_string('old')
    print(mirror('mirror-a', 'mirror-b', options.threads))
    print(mirror('mirror-a', 'mirror-b', options.threads))
    for k in conn.get_bucket('mirror-b'):
        k = conn.get_bucket('mirror-b').get_key(k.name)
        print('%s %d %s %s %s' % (k.name, k.size, k.content_type, k.get_metadata('colour'),
                                  k.etag.strip('"') == hashlib.md5(b'x' * k.size).hexdigest()))


if __name__ == '__main__':
    main(sys.argv[1:])
