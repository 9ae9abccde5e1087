import boto3

AMI = "ami-0123456789abcdef0"
FLEETS = {
    "us-east-1": [("web-1", "m1.small", "us-east-1a", {"Role": "web", "Env": "prod"}),
                  ("web-2", "m1.small", "us-east-1b", {"Role": "web", "Env": "prod"}),
                  ("db-1", "m3.large", "us-east-1a", {"Role": "db", "Env": "prod"})],
    "eu-west-1": [("web-eu", "t2.micro", "eu-west-1c", {"Role": "web", "Env": "test"}), (None, "t2.micro", "eu-west-1a", {})],
}
for region, fleet in FLEETS.items():
    ec2 = boto3.client("ec2", region_name=region)
    ec2.create_key_pair(KeyName="ops")
    ec2.create_security_group(GroupName="web", Description="web servers")
    for name, kind, zone, tags in fleet:
        tags = [{"Key": k, "Value": v} for k, v in dict(tags, **({"Name": name} if name else {})).items()]
        extra = {"KeyName": "ops", "SecurityGroups": ["web"]} if name else {}
        if tags:
            extra["TagSpecifications"] = [{"ResourceType": "instance", "Tags": tags}]
        ec2.run_instances(ImageId=AMI, MinCount=1, MaxCount=1, InstanceType=kind, Placement={"AvailabilityZone": zone}, **extra)
    ids = [i["InstanceId"] for r in ec2.describe_instances(Filters=[{"Name": "tag:Name", "Values": ["web-2"]}])["Reservations"]
           for i in r["Instances"]]
    if ids:
        ec2.stop_instances(InstanceIds=ids)
