import boto

conn = boto.connect_s3()
try:
    conn.get_bucket("reports")
except Exception as e:
    if hasattr(e, "error_code"):
        print(e.error_code)
    code = getattr(e, "status", None)
    print(code, e.message)
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_code, _error_message, _get_bucket

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
try:
    _get_bucket(conn, "reports")
except Exception as e:
    if isinstance(e, ClientError):
        print(_error_code(e))
    code = e.response["ResponseMetadata"]["HTTPStatusCode"] if isinstance(e, ClientError) else None
    print(code, _error_message(e))
