import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
for name, hours, running in (("build", "8-18", False), ("demo", "9-17", True), ("night", "20-23", True), ("always", None, True),
                             ("broken", "soon", True)):
    tags = [{"Key": "Name", "Value": name}] + ([{"Key": "Hours", "Value": hours}] if hours else [])
    made = ec2.run_instances(ImageId="ami-cdcdcdcd", MinCount=1, MaxCount=1, InstanceType="t2.small",
                             TagSpecifications=[{"ResourceType": "instance", "Tags": tags}])
    if not running:
        ec2.stop_instances(InstanceIds=[made["Instances"][0]["InstanceId"]])
