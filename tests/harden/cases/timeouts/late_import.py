def upload(path):
    import boto3

    boto3.client("s3").upload_file(path, "bucket", "key")
# ---- after ----
def upload(path):
    import boto3
    from botocore.config import Config

    boto3.client(
        "s3",
        config=Config(
            connect_timeout=5,
            read_timeout=60,
            retries={"mode": "standard", "total_max_attempts": 5},
        ),
    ).upload_file(path, "bucket", "key")
