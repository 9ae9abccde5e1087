import backoff
import boto3
from botocore.config import Config

ONCE = Config(connect_timeout=5, read_timeout=60, retries={"total_max_attempts": 1, "mode": "standard"})
s3 = boto3.client("s3", config=ONCE)


def client(attempts):
    return boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "max_attempts": attempts}))


@backoff.on_exception(backoff.expo, Exception, max_tries=5)
def read(key):
    return s3.get_object(Bucket="b", Key=key)
# ---- after ----
import backoff
import boto3
from botocore.config import Config

ONCE = Config(connect_timeout=5, read_timeout=60, retries={"total_max_attempts": 1, "mode": "standard"})
s3 = boto3.client("s3", config=ONCE)


def client(attempts):
    return boto3.client("s3", config=Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "max_attempts": attempts}))


@backoff.on_exception(backoff.expo, Exception, max_tries=5)
def read(key):
    return s3.get_object(Bucket="b", Key=key)
