try:
    import boto3
except ImportError:
    boto3 = None


def client():
    return boto3.client("s3")
# ---- after ----
try:
    import boto3
    from botocore.config import Config
except ImportError:
    boto3 = None


def client():
    return boto3.client(
        "s3",
        config=Config(
            connect_timeout=5,
            read_timeout=60,
            retries={"mode": "standard", "total_max_attempts": 5},
        ),
    )
