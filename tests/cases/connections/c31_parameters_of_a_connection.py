import boto

conn = boto.connect_ec2()
region = conn.get_all_regions()[0]
other = region.connect(**conn.get_params())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
region = conn.describe_regions()["Regions"][0]
# TODO(boto3ify): ec2.Region.connect write this client by hand: its arguments are put together at run time (**)
# TODO(boto3ify): ec2.Connection.get_params botocore keeps its transport to itself: say what you need in botocore.config.Config(...).
other = region.connect(**conn.get_params())
