import pytest
from store import Store


class StubKey(object):
    def __init__(self, name):
        self.name = name
        self.data = None

    def set_contents_from_string(self, data, headers=None):
        self.data = data

    def generate_url(self, expires_in):
        return 'http://example/%s?%d' % (self.name, expires_in)


class StubBucket(object):
    def __init__(self):
        self.keys = {}

    def new_key(self, name):
        return self.keys.setdefault(name, StubKey(name))

    def list(self):
        return self.keys.values()


class StubS3(object):
    def __init__(self):
        self.buckets = {}

    def get_bucket(self, name, validate=True):
        return self.buckets.setdefault(name, StubBucket())


@pytest.fixture
def s3(monkeypatch):
    stub = StubS3()
    monkeypatch.setattr('boto.connect_s3', lambda *args, **kwargs: stub)
    return stub


def test_save(s3):
    store = Store('b')
    assert store.save('x', 'data') == 'http://example/x?300'
    assert s3.buckets['b'].keys['x'].data == 'data'


def test_names(s3):
    store = Store('b')
    store.save('a', '1')
    assert store.names() == ['a']
