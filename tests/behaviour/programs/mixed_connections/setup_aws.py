import boto3

for region in ("us-east-1", "eu-west-1", "us-west-2"):
    where = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    s3 = boto3.client("s3", region_name=region)
    s3.create_bucket(Bucket="conn-" + region, **where)
    s3.put_object(Bucket="conn-" + region, Key="where", Body=region.encode(), ACL="public-read")
    boto3.client("ec2", region_name=region).create_key_pair(KeyName="key-of-" + region)
s3.create_bucket(Bucket="Old.Style_Bucket", CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
