import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="contracts")
s3.put_object(Bucket="contracts", Key="before-versions.txt", Body=b"old times")
s3.create_bucket(Bucket="plain-bucket")
