import boto, gzip, json, re
from StringIO import StringIO

def lines(bucket):
    data = bucket.get_key("x").get_contents_as_string()
    for line in data.split("\n"):
        print line
    return data == "done"

def untouched(key):
    data = key.get_contents_as_string()
    decoded = key.get_contents_as_string().decode("latin-1")
    return json.loads(data), decoded, key.get_contents_as_string(encoding="ascii")

def compared(self, key):
    value = key.get_contents_as_string()
    self.assertEqual(value, "done")
    return value != u"x" and u"\xe9" != value

def read(self, name):
    return self.bucket.get_key(name).get_contents_as_string()

def settings(store):
    return [line.split(":") for line in store.read("x").splitlines() if "=" in line]

def save(key, path):
    with open(path, "w") as out:
        out.write(key.get_contents_as_string())
    log = open(path + ".log", 'a')
    log.write("done")

def unpacked(key):
    buffer = StringIO()
    key.get_contents_to_file(buffer)
    buffer.seek(0)
    text = StringIO()
    text.write("x")
    return gzip.GzipFile(fileobj=buffer).read()
# after
import io
import boto, gzip, json, re
from io import StringIO

def lines(bucket):
    data = bucket.get_key("x").get_contents_as_string(encoding="utf-8")
    for line in data.split("\n"):
        print(line)
    return data == "done"

def untouched(key):
    data = key.get_contents_as_string()
    decoded = key.get_contents_as_string().decode("latin-1")
    return json.loads(data), decoded, key.get_contents_as_string(encoding="ascii")

def compared(self, key):
    value = key.get_contents_as_string()
    self.assertEqual(value, b"done")
    return value != b"x" and u"\xe9" != value

def read(self, name):
    return self.bucket.get_key(name).get_contents_as_string(encoding="utf-8")

def settings(store):
    return [line.split(":") for line in store.read("x").splitlines() if "=" in line]

def save(key, path):
    with open(path, "wb") as out:
        out.write(key.get_contents_as_string())
    log = open(path + ".log", 'a')
    log.write("done")

def unpacked(key):
    buffer = io.BytesIO()
    key.get_contents_to_file(buffer)
    buffer.seek(0)
    text = StringIO()
    text.write("x")
    return gzip.GzipFile(fileobj=buffer).read()
# findings
# 5 py2.content-text
# 18 py2.text-bytes
# 21 py2.content-text
# 33 py2.string-io
