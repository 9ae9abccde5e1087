"""thunder's readers and writers for S3: list with wildcards, read parts and keys, file handles, write."""

from thunder.readers import BotoFileReader, BotoParallelReader, FileNotFoundError
from thunder.utils import check_path
from thunder.writers import BotoFileWriter, BotoParallelWriter

CREDENTIALS = {"access": "AKIAVERIFYVERIFYFAKE", "secret": "this-key-opens-nothing"}

writer = BotoParallelWriter("s3n://images/stack", credentials=CREDENTIALS)
for number in range(4):
    writer.write(("image-%02d.bin" % number, b"pixels %d" % number))
BotoFileWriter("s3n://images/stack", "conf.json", credentials=CREDENTIALS).write('{"dims": [1, 2]}')
BotoFileWriter("s3n://images/stack", "conf.json", overwrite=True, credentials=CREDENTIALS).write('{"dims": [3, 4]}')

parallel = BotoParallelReader(None, credentials=CREDENTIALS)
print(parallel.list("s3n://images/stack/image-*.bin"))
print(parallel.list("s3n://images/stack", ext="json", recursive=True))
print(parallel.read("s3n://images/stack/image-*.bin", start=1, stop=3))
try:
    parallel.read("s3n://images/none/")
except FileNotFoundError as error:
    print(error)

files = BotoFileReader(credentials=CREDENTIALS)
print(files.list("s3n://images/stack/"))
print(files.list("s3n://images/", directories=True))
print(files.read("s3n://images/stack", filename="conf.json"))
print(files.read("s3n://images/stack/image-01.bin", offset=2, size=3))
handle = files.open("s3n://images/stack/image-02.bin")
print(handle.read(3), handle.tell(), handle.read())
handle.seek(1)
print(handle.read(2))
handle.close()
try:
    files.getkey("s3n://images/stack/nothing.bin")
except FileNotFoundError as error:
    print(error)
try:
    check_path("s3n://images/stack/", CREDENTIALS)
except ValueError as error:
    print(error)
