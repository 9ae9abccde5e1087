"""Uses the storage as a web application would."""
from storage import Storage

store = Storage('old-storage')
print(store.exists('a/b.txt'), store.size('a/b.txt'))
with store.open('a/b.txt', 'wb') as f:
    f.write(b'hello ')
    f.write(b'world')
with store.open('style.css', 'wb') as f:
    f.write(b'body {}')
print(store.exists('a/b.txt'), store.size('a/b.txt'), store.open('a/b.txt').read())
again = store.open('a/b.txt')
print(again.size, again.key.content_type, again.key.cache_control)
print(store.listdir(''))
print(store.url('a/b.txt').split('?')[0].split('/')[-2:])
raw = store.raw('raw.bin')
raw.content_type = 'image/png'
print(raw.set_contents_from_string('123'), store.bucket.get_key('media/raw.bin').content_type)
store.delete('a/b.txt')
print(store.listdir('.'), [k.name for k in store.bucket])
