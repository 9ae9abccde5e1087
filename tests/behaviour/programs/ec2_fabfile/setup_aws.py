import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
for n, (name, env, monitored) in enumerate((("app-1", "prod", True), ("app-2", "prod", False), ("app-3", "stage", True), ("job-1", "stage", False))):
    ec2.run_instances(ImageId="ami-eeee5555", MinCount=1, MaxCount=1, InstanceType="m1.small", Monitoring={"Enabled": monitored},
                      TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": name}, {"Key": "env", "Value": env},
                      {"Key": "build", "Value": str(6 + n % 2)}]}])
