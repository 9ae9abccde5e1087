import boto
import boto.ec2

s3 = boto.connect_s3(profile_name='backup')
ec2 = boto.ec2.connect_to_region('eu-west-1', profile_name='backup')
print(len(s3.get_all_buckets()), len(ec2.get_all_zones()))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

s3 = boto3.session.Session(profile_name='backup').client(
    "s3", region_name="us-east-1", config=S3_CONFIG
)
ec2 = boto3.session.Session(profile_name='backup').client(
    "ec2", region_name='eu-west-1', config=EC2_CONFIG
)
print(len([
    bucket["Name"] for bucket in s3.list_buckets()["Buckets"]
]), len(ec2.describe_availability_zones()["AvailabilityZones"]))
