import boto

conn = boto.connect_ec2()
print(conn.aws_access_key_id, conn.aws_secret_access_key, conn.provider.security_token)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _credential

conn = boto3.client("ec2", region_name="us-east-1", config=EC2_CONFIG)
print(_credential(
    conn, "access_key"
), _credential(
    conn, "secret_key"
), _credential(conn, "token"))
