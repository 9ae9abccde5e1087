"""luigi's S3 client and targets: put, get, copy, move, list, mkdir, remove, in one part and in several."""

import os

from luigi.s3 import FileNotFoundException, InvalidDeleteException, S3Client, S3FlagTarget, S3Target

client = S3Client("AKIAVERIFYVERIFYFAKE", "this-key-opens-nothing")
with open("small.txt", "w") as f:
    f.write("hello\n")
with open("big.bin", "wb") as f:
    f.write(b"0123456789" * 1200000)

client.put("small.txt", "s3://lake/in/small.txt")
client.put_string("a,b\n1,2\n", "s3://lake/in/table.csv")
client.put_string("secret", "s3://lake/in/hidden", encrypt_key=True)
client.put_multipart("big.bin", "s3://lake/in/big.bin", part_size=5242880)
for path in ("s3://lake/in/small.txt", "s3://lake/in", "s3://lake/in/", "s3://lake/none", "s3://lake"):
    print(path, client.exists(path), client.isdir(path))
key = client.get_key("s3://lake/in/table.csv")
print(key is not None)
print(client.get_key("s3://lake/none"))
client.get("s3://lake/in/small.txt", "copy.txt")
print(open("copy.txt").read(), client.get_as_string("s3://lake/in/table.csv"))
client.copy("s3://lake/in/small.txt", "s3://lake/out/small.txt")
client.copy("s3://lake/in", "s3://lake/mirror")
client.copy("s3://lake/in/big.bin", "s3://lake/out/big.bin", part_size=5242880, threads=2)
client.move("s3://lake/out/small.txt", "s3://lake/out/moved.txt")
client.mkdir("s3://lake/new/dir")
print(client.isdir("s3://lake/new/dir"))
print(sorted(client.listdir("s3://lake/in")))
print(sorted(client.list("s3://lake/mirror")))
print(len(list(client.listdir("s3://lake/mirror", return_key=True))))
for path, recursive in (
    ("s3://lake/in/small.txt", True),
    ("s3://lake/mirror", False),
    ("s3://lake/mirror", True),
    ("s3://lake/none", True),
    ("s3://lake", True),
):
    try:
        print(path, client.remove(path, recursive=recursive))
    except InvalidDeleteException as error:
        print(path, error)


def lines():
    """What is open is closed before Python ends."""
    target = S3Target("s3://lake/target/lines.txt", client=client)
    with target.open("w") as out:
        out.write("one\ntwo\nthree\n")
    with target.open("r") as read:
        return target.exists(), [line for line in read]


print(lines())
try:
    S3Target("s3://lake/target/none", client=client).open("r")
except FileNotFoundException as error:
    print("not found", error)
client.put_string("", "s3://lake/flagged/_SUCCESS")
print(S3FlagTarget("s3://lake/flagged/", client=client).exists(), S3FlagTarget("s3://lake/in/", client=client).exists())
os.remove("big.bin")
