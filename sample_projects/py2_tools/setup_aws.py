"""Two older releases in the bucket; three application servers, one of them stopped, and a database."""

import boto3

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="acme-releases")
for version in ("1.3.9", "1.3.10", "1.4.1"):
    for name in ("app.tar", "static.tar", "MANIFEST"):
        s3.put_object(
            Bucket="acme-releases", Key=f"releases/{version}/{name}", Body=f"{name} {version}\n".encode()
        )

ec2 = boto3.client("ec2", region_name="us-east-1")
group = ec2.create_security_group(GroupName="deploy", Description="releases")["GroupId"]
ec2.authorize_security_group_ingress(
    GroupId=group,
    IpPermissions=[
        {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]},
        {"IpProtocol": "tcp", "FromPort": 8081, "ToPort": 8081, "IpRanges": [{"CidrIp": "198.51.100.7/32"}]},
    ],
)
for name, role, version in (
    ("app2", "appserver", "1.4.1"),
    ("app1", "appserver", "1.3.10"),
    ("app3", "appserver", None),
    ("db1", "database", None),
):
    instance = ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1, InstanceType="m1.small")[
        "Instances"
    ][0]
    tags = {"Name": name, "Role": role, **({"Version": version} if version else {})}
    tags_list = [{"Key": key, "Value": value} for key, value in tags.items()]
    ec2.create_tags(Resources=[instance["InstanceId"]], Tags=tags_list)
    if name == "app3":
        ec2.stop_instances(InstanceIds=[instance["InstanceId"]])
