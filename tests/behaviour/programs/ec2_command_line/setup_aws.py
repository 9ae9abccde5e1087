import boto3

for region in ("us-east-1", "us-west-2"):
    ec2 = boto3.client("ec2", region_name=region)
    i = ec2.run_instances(ImageId="ami-eeee5555", MinCount=1, MaxCount=1, InstanceType="t2.micro")["Instances"][0]["InstanceId"]
    ec2.create_image(InstanceId=i, Name="base", Description="base")
    ec2.terminate_instances(InstanceIds=[i])
