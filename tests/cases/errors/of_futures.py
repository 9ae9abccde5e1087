"""What a future says its call raised."""
from concurrent.futures import ThreadPoolExecutor
import boto

conn = boto.connect_s3()
with ThreadPoolExecutor(2) as pool:
    jobs = [pool.submit(conn.delete_bucket, name) for name in ("a", "b")]
    others = [pool.submit(int, text) for text in ("1", "x")]
for job in jobs:
    error = job.exception()
    if error is not None:
        print(error.status, error.error_code)
for job in others:
    if job.exception():
        print(job.exception().args)
# ---- after ----
"""What a future says its call raised."""
from concurrent.futures import ThreadPoolExecutor
import boto3
from botocore.config import Config

# emitted: S3_CONFIG, _error_code

conn = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
with ThreadPoolExecutor(2) as pool:
    jobs = [pool.submit(lambda bucket, headers=None: conn.delete_bucket(Bucket=bucket) and None, name) for name in ("a", "b")]
    others = [pool.submit(int, text) for text in ("1", "x")]
for job in jobs:
    error = job.exception()
    if error is not None:
        print(error.response["ResponseMetadata"]["HTTPStatusCode"], _error_code(error))
for job in others:
    if job.exception():
        print(job.exception().args)
