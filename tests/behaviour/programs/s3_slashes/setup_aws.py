import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="paths")
s3.put_object(Bucket="paths", Key="a/b/c", Body=b"clean")
s3.put_object(Bucket="paths", Key="/a/b/c", Body=b"leading slash")
s3.put_object(Bucket="paths", Key="a//b/c", Body=b"double slash")
s3.put_object(Bucket="paths", Key="dir/", Body=b"")
