import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
upload = bucket.initiate_multipart_upload("big")
with open("/tmp/big", "rb") as file:
    upload.upload_part_from_file(file, 1)
upload.complete_upload()
# ---- after ----
import base64
import hashlib
import io
import os
from types import SimpleNamespace
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _given, _get_bucket, _this_part, _upload_part, _get_all_parts, _parts, _complete_upload, _key_md5, _not_at_end, _binary, _window, _transmit, _learn

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
upload = conn.create_multipart_upload(Bucket=bucket, Key="big")
with open("/tmp/big", "rb") as file:
    _upload_part(conn, upload, file, 1)
_complete_upload(conn, upload)
