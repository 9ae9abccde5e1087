"""A web framework's storage backend as a package: lazy connection on properties, file objects that hold keys."""
import datetime
from io import BytesIO

from storages import backend
from storages.backend import S3BotoStorage


def main():
    store = S3BotoStorage()
    print(repr(store.exists('logo.png')))
    for name, body in [('logo.png', b'\x89PNG..'), ('docs/a.txt', b'alpha'), ('docs/b.txt', b'beta beta'),
                       ('docs/old/z.unknown', b'zz')]:
        print('saved', store.save(name, BytesIO(body)))
    print('saved again', store.save('docs/a.txt', BytesIO(b'other')))
    print(store.listdir('docs'))
    print(store.listdir(''))
    print([store.size(n) for n in ('docs/a.txt', 'docs/b.txt', 'nothing')])
    key = store.bucket.get_key('media/docs/a.txt')
    print(key.content_type, key.cache_control, key.metadata)
    print(store.bucket.get_key('media/docs/old/z.unknown').content_type)
    age = datetime.datetime.utcnow() - store.modified_time('logo.png')
    print('fresh', abs(age) < datetime.timedelta(minutes=5))

    with_file = store.open('docs/b.txt')
    print(with_file.size, with_file.read(4), with_file.read())
    out = store.open('new/report.csv', 'wb')
    out.write(b'a,b\n')
    out.write(b'1,2\n')
    out.close()
    print(out.key.size, out.key.name, store.open('new/report.csv').read())

    url = store.url('docs/a.txt')
    print(url.split('?')[0].replace(':443', ''), '?' in url)
    store.delete('logo.png')
    store.delete('never-was-there.png')
    print(store.exists('logo.png'))
    try:
        store.open('logo.png')
    except IOError as e:
        print(e)
    strict = S3BotoStorage(bucket='not-made-yet', auto_create=False)
    try:
        strict.bucket
    except backend.ImproperlyConfigured as e:
        print('refused:', e)
    print(sorted(store.entries))


if __name__ == '__main__':
    main()
