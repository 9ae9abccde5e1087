"""Names of classes that are gone."""
import boto

bucket = boto.connect_s3().get_bucket("reports")
for item in bucket.list(delimiter="/"):
    print(item.name if type(item).__name__ == "Prefix" else item.size)
for instance in boto.connect_ec2().get_only_instances():
    print(instance.__class__.__name__, instance.id)
# ---- after ----
"""Names of classes that are gone."""
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG, _instances, _get_bucket, _keys

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "reports")
for item in _keys(s3, bucket, delimiter="/"):
    print(item["Key"] if (
        "Key" if "Bucket" in item else "Prefix"
    ) == "Prefix" else item.get("Size"))
ec2 = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
for instance in _instances(
    ec2.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
):
    print("Instance", instance["InstanceId"])
