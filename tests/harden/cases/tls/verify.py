import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
a = boto3.client("s3", verify=False, config=CONFIG)
b = boto3.client("s3", verify="/etc/ssl/company.pem", config=CONFIG)
c = boto3.client("s3", verify=False, endpoint_url="https://localhost:9000", config=CONFIG)
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
# TODO(boto3ify): harden.tls.verify verify=False lets anybody on the way read and change requests: drop it, or give the path of your CA bundle (verify=path, or AWS_CA_BUNDLE)
a = boto3.client("s3", verify=False, config=CONFIG)
b = boto3.client("s3", verify="/etc/ssl/company.pem", config=CONFIG)
c = boto3.client("s3", verify=False, endpoint_url="https://localhost:9000", config=CONFIG)
