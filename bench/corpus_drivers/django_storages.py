"""django-storages' s3boto backend: save, open, read, write in parts, list, size, time, URL, delete, gzip."""

import gzip
import types

gzip.time = types.SimpleNamespace(time=lambda: 0)  # the time of compression stands in the compressed bytes

from django.conf import settings

settings.configure(
    AWS_ACCESS_KEY_ID="AKIAVERIFYVERIFYFAKE",
    AWS_SECRET_ACCESS_KEY="this-key-opens-nothing",
    AWS_STORAGE_BUCKET_NAME="media",
    USE_TZ=False,
    TIME_ZONE="UTC",
)

from django.core.files.base import ContentFile
from storages.backends.s3boto import S3BotoStorage

storage = S3BotoStorage()
print(storage.save("docs/a.txt", ContentFile(b"first")))
print(storage.save("docs/a.txt", ContentFile(b"second, longer")))
print(storage.save("docs/sub/style.css", ContentFile(b"body {}")))
print(storage.save("docs/archive.tar.gz", ContentFile(b"not really")))
for name in ("docs/a.txt", "docs/none", ""):
    print(repr(name), storage.exists(name))
print(sorted(map(sorted, storage.listdir("docs"))), sorted(map(sorted, storage.listdir(""))))
print(storage.size("docs/a.txt"), type(storage.modified_time("docs/a.txt")).__name__)
with storage.open("docs/a.txt") as f:
    print(f.read(), f.size)
try:
    storage.open("docs/none")
except IOError as error:
    print(error)
f = storage.open("docs/parts.txt", "w")
f.write("part ")
f.write("by part")
f.close()
with storage.open("docs/parts.txt") as f:
    print(f.read())
print(storage.url("docs/a.txt").split("?")[0])
print(S3BotoStorage(querystring_auth=False).url("docs/a.txt"))
print(S3BotoStorage(custom_domain="cdn.example.com").url("docs/a.txt"))

zipped = S3BotoStorage(gzip=True, location="zipped", acl="private")
print(zipped.save("style.css", ContentFile(b"body { margin: 0 }" * 20)))
with zipped.open("style.css") as f:
    print(f.read()[:18])

known = S3BotoStorage(preload_metadata=True, location="docs")
print(sorted(known.entries), known.exists("a.txt"), known.size("a.txt"))
print(S3BotoStorage(bucket="made-here", auto_create_bucket=True).exists(""))
print(S3BotoStorage(bucket="nowhere").exists("x"))
secret = S3BotoStorage(encryption=True, reduced_redundancy=True, headers={"Cache-Control": "max-age=60"})
print(secret.save("secret.txt", ContentFile(b"hidden")))
for name in ("docs/a.txt", "docs/none"):
    storage.delete(name)
print(storage.exists("docs/a.txt"))
