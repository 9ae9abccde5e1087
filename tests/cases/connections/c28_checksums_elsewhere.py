from boto.s3.connection import S3Connection, OrdinaryCallingFormat
conn = S3Connection('key', 'secret', host='storage.example.org', calling_format=OrdinaryCallingFormat())
conn.get_bucket('stock').new_key('a').set_contents_from_string('b')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _get_bucket

conn = boto3.client(
    "s3",
    region_name="us-east-1",
    endpoint_url="https://storage.example.org",
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=S3_CONFIG.merge(
        Config(
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path"},
        )
    ),
)
conn.put_object(
    Bucket=_get_bucket(conn, 'stock'), Key='a', Body='b', ContentType="application/octet-stream"
)
