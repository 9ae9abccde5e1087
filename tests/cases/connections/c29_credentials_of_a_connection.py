import boto

conn = boto.connect_ec2()
print(conn.aws_access_key_id, conn.aws_secret_access_key, conn.provider.security_token)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
# TODO(boto3ify): ec2.QueryConnection.aws_access_key_id Ask the session that made the client: boto3.Session().get_credentials().access_key.
# TODO(boto3ify): ec2.QueryConnection.aws_secret_access_key Ask the session that made the client: boto3.Session().get_credentials().secret_access_key.
# TODO(boto3ify): ec2.QueryConnection.provider botocore keeps its transport to itself: say what you need in botocore.config.Config(...).
print(conn.aws_access_key_id, conn.aws_secret_access_key, conn.provider.security_token)
