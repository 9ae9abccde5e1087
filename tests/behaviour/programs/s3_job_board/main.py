"""A job queue kept in a bucket: closures and partials over the bucket, a thread pool, map and filter, `in` tests."""
from __future__ import print_function

import functools
import json
import operator
from multiprocessing.pool import ThreadPool

import boto

PENDING, DONE, FAILED = 'pending/', 'done/', 'failed/'

_connections = []


def connect(_cache=_connections):
    if not _cache:
        _cache.append(boto.connect_s3())
    return _cache[0]


def make_board(name):
    """A dict of functions that share one bucket."""
    bucket = connect().lookup(name) or connect().create_bucket(name)

    def add(number, **job):
        k = bucket.new_key('%s%04d.json' % (PENDING, number))
        return k.set_contents_from_string(json.dumps(job, sort_keys=True), headers={'Content-Type': 'application/json'})

    def names(state):
        return [k.name.split('/')[-1] for k in bucket.list(state)]

    def take(name):
        return json.loads(bucket.get_key(PENDING + name).get_contents_as_string())

    def move(name, state, note=None):
        key = bucket.get_key(PENDING + name)
        target = state + name
        if target in bucket:
            return 'already there'
        meta = dict(key.metadata)
        if note:
            meta['note'] = note
        key.copy(bucket.name, target, metadata=meta)
        key.delete()
        return target

    return {'add': add, 'names': names, 'take': take, 'move': move, 'bucket': lambda: bucket}


def work(board, name):
    job = board['take'](name)
    try:
        result = {'sum': sum, 'max': max, 'bad': lambda v: v['missing']}[job['op']](job['values'])
    except Exception as e:
        return name, FAILED, type(e).__name__
    return name, DONE, str(result)


def main():
    board = make_board('job-board')
    add = functools.partial(board['add'], values=[3, 1, 2])
    sizes = [add(n, op=op) for n, op in enumerate(['sum', 'max', 'bad', 'sum'])]
    sizes.append(board['add'](9, op='max', values=[7, 70, 700]))
    print('sizes', sizes)
    print('pending', board['names'](PENDING))

    pool = ThreadPool(3)
    outcome = pool.map(functools.partial(work, board), board['names'](PENDING))
    pool.close()
    pool.join()
    for name, state, note in sorted(outcome, key=operator.itemgetter(1, 0)):
        print(name, state, note, '->', board['move'](name, state, note))

    bucket = board['bucket']()
    everything = list(bucket)
    print(list(map(operator.attrgetter('name', 'size'), everything)))
    big = filter(lambda k: k.size > 32, everything)
    print('big', [k.name for k in big])
    by_size = sorted(everything, key=operator.attrgetter('size'), reverse=True)
    print('largest', by_size[0].name, by_size[0].size)
    print(max(everything, key=lambda k: (k.size, k.name)).key)
    print('states', sorted(set(k.name.split('/')[0] for k in everything)))
    notes = {k.name: bucket.get_key(k.name).get_metadata('note') for k in everything}
    print(json.dumps(notes, sort_keys=True))
    print('done/0000.json' in bucket, (DONE + '0002.json') in bucket, any(bucket.list(PENDING)))

    board['add'](0, op='sum', values=[1])
    print('again', board['move']('0000.json', DONE), board['names'](PENDING))
    checks = [functools.partial(bucket.lookup, n) for n in ('done/0001.json', 'done/nothing')]
    print([bool(check()) for check in checks], [(check() or bucket).name for check in checks])
    ok, missing = [], []
    for n in range(3):
        key = bucket.get_key('failed/%04d.json' % n)
        (ok if key else missing).append(n)
    print(ok, missing)
    wiped = map(lambda k: k.delete(), bucket.list(DONE))
    print(len(list(wiped)), board['names'](DONE), board['names'](FAILED))
    print('%d connection' % len(_connections), make_board('job-board')['names'](FAILED))


if __name__ == '__main__':
    main()
