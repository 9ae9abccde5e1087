import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="errors-lab")
s3.put_object(Bucket="errors-lab", Key="full", Body=b"full")
s3.put_object(Bucket="errors-lab", Key="other", Body=b"other")
