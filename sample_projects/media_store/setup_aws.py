"""The library as it was: versioned, with one old text that never got a preview."""

import boto3

s3 = boto3.client("s3", region_name="eu-west-1")
s3.create_bucket(Bucket="newsroom-media", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
s3.put_bucket_versioning(Bucket="newsroom-media", VersioningConfiguration={"Status": "Enabled"})
s3.put_object(
    Bucket="newsroom-media", Key="library/old.txt", Body=b"Archive of 2009\n", ContentType="text/plain"
)
