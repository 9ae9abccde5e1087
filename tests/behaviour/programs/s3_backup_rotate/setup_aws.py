import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="nightly-dumps")
for db, days in (("shop", (1, 2, 3, 4, 5)), ("blog", (7, 8)), ("wiki", (3, 5, 7))):
    for day in days:
        s3.put_object(Bucket="nightly-dumps", Key=f"db/{db}/{db}-201403{day:02}.tar", Body=b"x" * day)
s3.put_object(Bucket="nightly-dumps", Key="README", Body=b"kept")
