def first():
    import boto3
    from botocore.config import Config

    return boto3.client("s3", config=Config(connect_timeout=5, read_timeout=9, retries={"mode": "standard"}))


def second():
    import boto3

    return boto3.client("s3")


def third():
    import boto3
    from app import Config

    return boto3.client("s3", region_name=Config.REGION)
# ---- after ----
def first():
    import boto3
    from botocore.config import Config

    return boto3.client("s3", config=Config(connect_timeout=5, read_timeout=9, retries={"mode": "standard"}))


def second():
    import boto3
    from botocore.config import Config

    return boto3.client(
        "s3",
        config=Config(
            connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 5}
        ),
    )


def third():
    import boto3
    from botocore.config import Config as BotoConfig
    from app import Config

    return boto3.client(
        "s3",
        region_name=Config.REGION,
        config=BotoConfig(
            connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 5}
        ),
    )
