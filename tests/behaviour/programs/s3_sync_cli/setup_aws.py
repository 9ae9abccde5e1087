import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="sync-target")
for name, body in {"same.txt": b"same content\n", "changed.txt": b"old\n", "remote-only/deep.txt": b"far away\n" * 4000}.items():
    s3.put_object(Bucket="sync-target", Key="box/" + name, Body=body, ContentType="text/plain")
