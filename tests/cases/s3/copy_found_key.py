import boto

conn = boto.connect_s3()
bucket = conn.get_bucket("data")
key = bucket.get_key("old.txt")
key.copy("other", "new.txt")
key.delete()
# ---- after ----
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: S3_CONFIG, _IDLE_HEADERS, _OBJECT_HEADERS, _get_bucket, _lookup_bucket, _copy_key, _copy, _delete_key, _delete, _header_text, _header_parameters, _described, _get_key, _storage_class, _headers_of_metadata, _key

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(conn, "data")
key = _get_key(conn, bucket, "old.txt")
_copy(conn, key, "other", "new.txt")
_delete(conn, key)
