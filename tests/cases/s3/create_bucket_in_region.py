import boto

conn = boto.connect_s3()
from boto.s3.connection import Location

conn.create_bucket("data", location=Location.EU)
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ParamValidationError

# emitted: S3_CONFIG, _create_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)

_create_bucket(conn, "data", location="EU")
