"""A bucket as an earlier release left it."""

import boto3

s3 = boto3.client("s3")
s3.create_bucket(Bucket="www-site")
s3.create_bucket(Bucket="www-archive")
s3.put_bucket_versioning(Bucket="www-archive", VersioningConfiguration={"Status": "Enabled"})
for number in range(7):
    s3.put_object(Bucket="www-site", Key=f"site/old-{number}.html", Body=b"old", ContentType="text/html")
s3.put_object(Bucket="www-site", Key="private/notes.txt", Body=b"keep me")
s3.put_object(Bucket="www-site", Key="site/manifest.json", Body=b"{}", Metadata={"release": "6"})
for body in (b"first", b"second"):
    s3.put_object(Bucket="www-archive", Key="state", Body=body)
