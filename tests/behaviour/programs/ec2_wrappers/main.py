"""Subclasses of boto 2 classes and a class factory; wraps the connection with caching and logging."""
import boto.ec2
from boto.ec2.connection import EC2Connection

class LoggingConnection(object):
    def __init__(self, inner):
        self.inner = inner
        self.calls = []
    def __getattr__(self, attr):
        self.calls.append(attr)
        return getattr(self.inner, attr)

class Cached(object):
    """instances by id, read once"""
    def __init__(self, conn):
        self.conn = conn
        self._cache = {}
    def __getitem__(self, key):
        if key not in self._cache:
            found = self.conn.get_all_instances([key])
            self._cache[key] = found[0].instances[0]
        return self._cache[key]
    def __contains__(self, key):
        return key in self._cache
    def refresh(self):
        for k, i in self._cache.items():
            i.update()
        return self
    def states(self):
        return dict((k, v.state) for k, v in self._cache.items())

class Machine(object):
    __slots__ = ('_i', 'cache')
    def __init__(self, instance, cache):
        self._i, self.cache = instance, cache
    def __getattr__(self, name):
        return getattr(self._i, name)
    def __str__(self):
        return '%s<%s>' % (self.__class__.__name__, self._i.instance_type)
    def halt(self):
        self.stop()
        return self.state

log = LoggingConnection(boto.ec2.connect_to_region('us-east-1'))
res = log.run_instances('ami-00112233', instance_type='t1.micro', user_data='hi')
cache = Cached(log)
i = cache[res.instances[0].id]
print(i.state, i.id in cache, 'nope' in cache)
m = Machine(i, cache)
print(str(m), m.placement, m.halt(), m.tags, m.image_id)
print(cache.refresh().states().values())
print(log.calls, log.region.name)
vols = log.get_all_volumes()
print([v.size for v in vols], [v.attach_data.device for v in vols])
