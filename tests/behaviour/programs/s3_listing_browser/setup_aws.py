import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="photo-archive")
NAMES = [f"2013/{m:02}/img{n:03}.jpg" for m in (1, 2, 12) for n in range(4)]
NAMES += [f"2014/{m:02}/img{n:03}.jpg" for m in (3, 7) for n in range(3)]
NAMES += ["index.html", "2013/notes.txt", "2014/", "zebra/a b+c&d.txt", "zebra/caf\u00e9.txt", "aardvark", "2013/01/raw/x.cr2"]
for n, name in enumerate(NAMES):
    s3.put_object(Bucket="photo-archive", Key=name, Body=b"." * (n % 7))
