"""A dict-like store of JSON documents with optimistic updates, on versioned buckets."""
import collections
import json
import boto
from boto.exception import S3ResponseError

class Documents(collections.MutableMapping if hasattr(collections, 'MutableMapping') else __import__('collections.abc').abc.MutableMapping):
    suffix = '.json'
    def __init__(self, bucket, prefix=''):
        self.bucket = bucket
        self.prefix = prefix

    def _name(self, k):
        return self.prefix + k + self.suffix

    def __getitem__(self, k):
        key = self.bucket.get_key(self._name(k))
        if key is None:
            raise KeyError(k)
        return json.loads(key.get_contents_as_string().decode('utf-8'))

    def __setitem__(self, k, value):
        key = self.bucket.new_key(self._name(k))
        key.content_type = 'application/json'
        key.set_contents_from_string(json.dumps(value, sort_keys=True))

    def __delitem__(self, k):
        if k not in self:
            raise KeyError(k)
        self.bucket.delete_key(self._name(k))

    def __contains__(self, k):
        return self.bucket.get_key(self._name(k)) is not None

    def __iter__(self):
        for key in self.bucket.list(prefix=self.prefix):
            yield key.name[len(self.prefix):-len(self.suffix)]

    def __len__(self):
        return sum(1 for _ in self)

    def history(self, k):
        versions = [v for v in self.bucket.list_versions(prefix=self._name(k)) if not getattr(v, 'is_marker', False)]
        out = []
        for v in versions:
            if v.__class__.__name__ == 'DeleteMarker':
                out.append(None)
            else:
                out.append(json.loads(v.get_contents_as_string(version_id=v.version_id)))
        return out

bucket = boto.connect_s3().create_bucket('docs-store')
bucket.configure_versioning(True)
docs = Documents(bucket, 'd/')
docs['one'] = {'n': 1}
docs['two'] = {'n': 2}
docs['one'] = {'n': 11}
print(sorted(docs), len(docs), 'one' in docs, 'nix' in docs, docs.get('nix', 'dflt'))
print(docs['one'], sorted(docs.items()))
docs.update(three={'n': 3})
del docs['two']
try:
    del docs['two']
except KeyError as e:
    print('KeyError', e)
print(list(docs), docs.pop('three'), len(docs))
