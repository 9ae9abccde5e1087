import boto as b
import boto.ec2 as compute
from boto import connect_ec2, connect_vpc as vpc
from boto.ec2 import EC2Connection, connect_to_region
from boto.ec2.connection import EC2Connection as Compute
from boto.s3.connection import S3Connection as Storage
from boto.vpc import VPCConnection, connect_to_region as vpc_in

made = [b.connect_s3(), compute.connect_to_region('us-west-1'), connect_ec2(), vpc(), EC2Connection(),
        connect_to_region('us-west-2'), Compute(), Storage(), VPCConnection(), vpc_in('eu-west-1')]
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

made = [boto3.client(
    "s3", region_name="us-east-1", config=S3_CONFIG
), boto3.client(
    "ec2", region_name='us-west-1', config=EC2_CONFIG
), boto3.client(
    "ec2", region_name="us-east-1", config=EC2_CONFIG
), boto3.client(
    "ec2", region_name="us-east-1", config=EC2_CONFIG
), boto3.client(
    "ec2", region_name="us-east-1", config=EC2_CONFIG
),
        boto3.client(
            "ec2", region_name='us-west-2', config=EC2_CONFIG
        ), boto3.client(
            "ec2", region_name="us-east-1", config=EC2_CONFIG
        ), boto3.client(
            "s3", region_name="us-east-1", config=S3_CONFIG
        ), boto3.client(
            "ec2", region_name="us-east-1", config=EC2_CONFIG
        ), boto3.client(
            "ec2", region_name='eu-west-1', config=EC2_CONFIG
        )]
