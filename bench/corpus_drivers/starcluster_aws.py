import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="sc-files")
for name in ("one", "two"):
    s3.put_object(Bucket="sc-files", Key=name, Body=b"content")
