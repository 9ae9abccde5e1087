import boto3

s3 = boto3.client("s3", region_name="us-east-1")
for number, name in enumerate(("inv-empty", "inv-small", "inv-large")):
    s3.create_bucket(Bucket=name)
    for n in range(number * 6):
        s3.put_object(Bucket=name, Key=f"{'abc'[n % 3]}/{n:03}.{'txt' if n % 2 else 'jpg'}", Body=b"x" * (n * 111))
eu = boto3.client("s3", region_name="eu-west-1")
eu.create_bucket(Bucket="inv-europe", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
eu.put_object(Bucket="inv-europe", Key="k", Body=b"ja", StorageClass="REDUCED_REDUNDANCY")
