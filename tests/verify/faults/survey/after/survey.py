import io
import math

import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3", region_name="us-east-1")
ec2 = boto3.client("ec2", region_name="eu-west-1")


def buckets():
    bucket = "survey-one"
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    location = s3.get_bucket_location(Bucket=bucket)["LocationConstraint"] or ""
    print(location, [b["Name"] for b in s3.list_buckets()["Buckets"]])
    s3.put_bucket_acl(Bucket=bucket, ACL="public-read")
    rule = {
        "AllowedMethods": ["PUT", "GET"],
        "AllowedOrigins": ["https://a.example"],
        "AllowedHeaders": ["x-one"],
        "MaxAgeSeconds": 30,
    }
    s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [rule]})
    rule = {
        "ID": "old",
        "Prefix": "logs/",
        "Status": "Enabled",
        "Expiration": {"Days": 30},
        "Transitions": [{"Days": 10, "StorageClass": "GLACIER"}],
    }
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": [rule]})
    s3.put_bucket_website(
        Bucket=bucket,
        WebsiteConfiguration={"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "error.html"}},
    )
    s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": [{"Key": "team", "Value": "survey"}]})
    s3.put_bucket_policy(Bucket=bucket, Policy='{"Version": "2012-10-17", "Statement": []}')
    print(s3.get_bucket_policy(Bucket=bucket)["Policy"].encode())
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    return bucket


def objects(bucket):
    for name in ("a/1", "a/2", "b/1", "top"):
        s3.put_object(Bucket=bucket, Key=name, Body=name * 2, ContentType="application/octet-stream")
    names = []
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Delimiter="/"):
        names += [key["Key"] for key in page.get("Contents", [])]
        names += [prefix["Prefix"] for prefix in page.get("CommonPrefixes", [])]
    print(names)
    print([key["Key"] for key in s3.list_objects(Bucket=bucket, Prefix="a/").get("Contents", [])])
    head = s3.head_object(Bucket=bucket, Key="a/1")
    put = s3.put_object(
        Bucket=bucket,
        Key="a/1",
        Body="again",
        ContentType=head["ContentType"],
        ServerSideEncryption="AES256",
        StorageClass="REDUCED_REDUNDANCY",
    )
    pages = s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix="a/")
    print(sorted((v["Key"], v["IsLatest"]) for page in pages for v in page.get("Versions", [])))
    s3.put_object_acl(Bucket=bucket, Key="a/1", ACL="public-read")
    s3.copy_object(
        Bucket=bucket,
        Key="copy of a/1",
        CopySource={"Bucket": bucket, "Key": "a/1", "VersionId": put["VersionId"]},
        Metadata={"who": "me"},
        ContentType="text/plain",
        MetadataDirective="REPLACE",
        StorageClass="REDUCED_REDUNDANCY",
    )
    s3.copy_object(Bucket=bucket, Key="b/2", CopySource={"Bucket": bucket, "Key": "b/1"})
    result = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": k} for k in ("a/2", "b/1", "none")]})
    print(sorted(d["Key"] for d in result["Deleted"]))
    version = s3.head_object(Bucket=bucket, Key="top")["VersionId"]
    print(s3.get_object(Bucket=bucket, Key="top", Range="bytes=0-2", VersionId=version)["Body"].read())
    try:
        s3.get_object(Bucket=bucket, Key="nothing")
    except ClientError as error:
        print(error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"])


def links(bucket):
    s3.put_object(
        Bucket=bucket,
        Key="with metadata",
        Body="here",
        ContentType="application/octet-stream",
        Metadata={"who": "me"},
    )
    key = {"Bucket": bucket, "Key": "with metadata"}
    key["VersionId"] = s3.head_object(**key)["VersionId"]
    inbox = {"Bucket": bucket, "Key": "inbox", "ACL": "private"}
    print(s3.generate_presigned_url("get_object", Params=key, ExpiresIn=300))
    print(s3.generate_presigned_url("put_object", Params=inbox, ExpiresIn=300))
    link = f"https://s3.amazonaws.com/{bucket}/with%20metadata?versionId={key['VersionId']}"
    page = f'<a href="{link}">here</a>'
    s3.put_object(Bucket=bucket, Key="index.html", Body=page, ContentType="application/octet-stream")
    listed = s3.list_objects_v2(Bucket=bucket, Prefix="with")["Contents"][0]["Key"]
    s3.copy_object(Bucket=bucket, Key="copy of " + listed, CopySource={"Bucket": bucket, "Key": listed})


def parts(bucket):
    upload = {"Bucket": bucket, "Key": "big"}
    upload["UploadId"] = s3.create_multipart_upload(Bucket=bucket, Key="big", ContentType="x/y")["UploadId"]
    stream = io.BytesIO(b"z" * (5 * 1024 * 1024 + 10))
    size = 5 * 1024 * 1024
    for number in range(math.ceil(len(stream.getvalue()) / size)):
        stream.seek(number * size)
        s3.upload_part(**upload, PartNumber=number + 1, Body=stream.read(size))
    listed = [p for page in s3.get_paginator("list_parts").paginate(**upload) for p in page["Parts"]]
    done = [{"PartNumber": p["PartNumber"], "ETag": p["ETag"]} for p in listed]
    s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": done})
    abandoned = s3.create_multipart_upload(Bucket=bucket, Key="abandoned")["UploadId"]
    print([u["Key"] for u in s3.list_multipart_uploads(Bucket=bucket).get("Uploads", [])])
    s3.abort_multipart_upload(Bucket=bucket, Key="abandoned", UploadId=abandoned)


def network():
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.9.1.0/24", AvailabilityZone="eu-west-1a")["Subnet"]["SubnetId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    association = ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)["AssociationId"]
    ec2.disassociate_route_table(AssociationId=association)
    options = ec2.create_dhcp_options(
        DhcpConfigurations=[
            {"Key": "domain-name", "Values": ["x.example"]},
            {"Key": "domain-name-servers", "Values": ["10.9.0.2"]},
        ]
    )["DhcpOptions"]["DhcpOptionsId"]
    ec2.associate_dhcp_options(DhcpOptionsId=options, VpcId=vpc)
    acl = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
    ec2.create_network_acl_entry(
        NetworkAclId=acl,
        RuleNumber=100,
        Protocol="6",
        RuleAction="allow",
        CidrBlock="10.0.0.0/8",
        Egress=False,
        PortRange={"From": 22, "To": 23},
    )
    group = ec2.create_security_group(GroupName="inner", Description="inner machines", VpcId=vpc)["GroupId"]
    ec2.create_tags(Resources=[group], Tags=[{"Key": "team", "Value": "survey"}])
    ec2.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[
            {"IpProtocol": "tcp", "FromPort": 1, "ToPort": 65535, "UserIdGroupPairs": [{"GroupId": group}]}
        ],
    )
    filters = [{"Name": "cidr", "Values": ["10.9.0.0/16"]}]
    print([v["CidrBlock"] for v in ec2.describe_vpcs(Filters=filters)["Vpcs"]])
    return subnet, group


def machines(subnet, group):
    instance = ec2.run_instances(
        ImageId="ami-0ccccccc",
        MinCount=1,
        MaxCount=1,
        InstanceType="t2.small",
        NetworkInterfaces=[
            {"DeviceIndex": 0, "SubnetId": subnet, "Groups": [group], "AssociatePublicIpAddress": True}
        ],
        Monitoring={"Enabled": True},
        IamInstanceProfile={"Name": "worker"},
    )["Instances"][0]["InstanceId"]
    ec2.create_tags(Resources=[instance], Tags=[{"Key": "Name", "Value": "worker"}, {"Key": "env", "Value": "test"}])
    volume = ec2.create_volume(Size=5, AvailabilityZone="eu-west-1a", VolumeType="gp2")["VolumeId"]
    ec2.create_tags(Resources=[volume], Tags=[{"Key": "Name", "Value": "scratch"}])
    ec2.attach_volume(VolumeId=volume, InstanceId=instance, Device="/dev/sdf")
    ec2.describe_volumes(VolumeIds=[volume])
    ec2.detach_volume(VolumeId=volume)
    found = ec2.describe_volumes(VolumeIds=[volume])["Volumes"][0]
    names = [tag for tag in found["Tags"] if tag["Key"] == "Name"]
    snapshot = ec2.create_snapshot(
        VolumeId=volume,
        Description="by survey",
        TagSpecifications=[{"ResourceType": "snapshot", "Tags": names}],
    )["SnapshotId"]
    mine = ec2.describe_snapshots(Filters=[{"Name": "volume-id", "Values": [volume]}])
    print(len(mine["Snapshots"]))
    image = ec2.create_image(InstanceId=instance, Name="survey image", Description="d", NoReboot=True)["ImageId"]
    ec2.deregister_image(ImageId=image)
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    ec2.associate_address(InstanceId=instance, AllocationId=address)
    association = ec2.describe_addresses(AllocationIds=[address])["Addresses"][0]["AssociationId"]
    ec2.disassociate_address(AssociationId=association)
    ec2.release_address(AllocationId=address)
    ec2.modify_instance_attribute(InstanceId=instance, DisableApiTermination={"Value": True})
    ec2.modify_instance_attribute(InstanceId=instance, DisableApiTermination={"Value": False})
    key = ec2.import_key_pair(KeyName="mine", PublicKeyMaterial=b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDzCfNh7gb2XJqH9e29W9A5jSk2UdaEDVccX8gft1AXFlS9ifR2v0ehIq1+9El8elW9/9r8QlN69hrNEn/MmHns1YZuH0ZUUvJLUuSPUAdMxozuQ42vmHtg7g2Ynd0nZNVcFwPmJ9zGdner+eggvWX2sCIi9a6es9snD7ZRKJgeVw== test")
    try:
        other = ec2.describe_key_pairs(KeyNames=["other"])["KeyPairs"][0]
    except ClientError:
        other = None
    print(key["KeyName"], other)
    print([z["ZoneName"] for z in ec2.describe_availability_zones()["AvailabilityZones"]])
    ec2.delete_snapshot(SnapshotId=snapshot)
    ec2.delete_volume(VolumeId=volume)
    ec2.terminate_instances(InstanceIds=[instance])
    try:
        ec2.describe_instances(InstanceIds=["i-00000000000000000"])
    except ClientError as error:
        print(error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"])


def main():
    bucket = buckets()
    objects(bucket)
    links(bucket)
    parts(bucket)
    machines(*network())


main()
