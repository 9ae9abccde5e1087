import boto3
from botocore.config import Config

NOW_OR_NEVER = Config(connect_timeout=5, read_timeout=5, retries={"total_max_attempts": 1})
sqs = boto3.client("sqs", config=NOW_OR_NEVER)
# ---- after ----
import boto3
from botocore.config import Config

NOW_OR_NEVER = Config(connect_timeout=5, read_timeout=5, retries={"total_max_attempts": 1})
sqs = boto3.client("sqs", config=NOW_OR_NEVER)
