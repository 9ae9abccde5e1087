import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="sc-files")
for name in ("one", "two"):
    s3.put_object(Bucket="sc-files", Key=name, Body=b"content")

ec2 = boto3.client("ec2", region_name="us-east-1")
made = ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"]
ec2.create_image(InstanceId=made, Name="base")
ec2.terminate_instances(InstanceIds=[made])
