import boto
from boto.exception import S3ResponseError

bucket = boto.connect_s3().get_bucket("reports")
try:
    bucket.get_key("a").read()
except S3ResponseError as error:
    if error.status == 404 or error.error_code == "NoSuchKey":
        print("gone")
    elif error.error_code == 404 or str(error.status) == "403" or error.status in (500, 503):
        print("%d %s" % (error.status, error.error_code))
    elif error.status // 100 == 5 or int(error.status) >= 400:
        raise
# ---- after ----
import re
from urllib.parse import unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _error_code, _get_bucket, _described, _get_key, _key, _open, _close, _read

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "reports")
try:
    _read(s3, _get_key(s3, bucket, "a"))
except ClientError as error:
    if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404 or _error_code(error) == "NoSuchKey":
        print("gone")
    elif _error_code(error) == 404 or str(error.response["ResponseMetadata"]["HTTPStatusCode"]) == "403" or error.response["ResponseMetadata"]["HTTPStatusCode"] in (500, 503):
        print("%d %s" % (error.response["ResponseMetadata"]["HTTPStatusCode"], _error_code(error)))
    elif error.response["ResponseMetadata"]["HTTPStatusCode"] // 100 == 5 or int(error.response["ResponseMetadata"]["HTTPStatusCode"]) >= 400:
        raise
