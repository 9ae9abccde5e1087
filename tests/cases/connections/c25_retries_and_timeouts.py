import boto

conn = boto.connect_ec2()
conn.num_retries = 1
conn.http_socket_timeout = 5
print(len(conn.get_all_zones()))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client(
    "ec2",
    region_name="us-east-1",
    config=EC2_CONFIG.merge(
        Config(
            retries={"total_max_attempts": 2, "mode": "standard"},
            connect_timeout=5,
            read_timeout=5,
        )
    ),
)
print(len(conn.describe_availability_zones()["AvailabilityZones"]))
