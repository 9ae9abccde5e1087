import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
print(conn.region.name, conn.region.endpoint, conn.host)
twin = boto.ec2.connect_to_region(conn.region.name)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
print(conn.meta.region_name, conn.meta.endpoint_url.split("//")[1], conn.meta.endpoint_url.split("//")[1])
twin = boto3.client(
    "ec2", region_name=conn.meta.region_name, config=EC2_CONFIG
)
