import boto3

for region, count in (("us-east-1", 3), ("eu-west-1", 2), ("sa-east-1", 1), ("ap-northeast-1", 0)):
    ec2 = boto3.client("ec2", region_name=region)
    if count:
        ec2.run_instances(ImageId="ami-99999999", MinCount=count, MaxCount=count, InstanceType="t1.micro",
                          Placement={"AvailabilityZone": region + "a"})
    for n in range(count):
        ec2.create_volume(AvailabilityZone=region + "a", Size=n + 1)
