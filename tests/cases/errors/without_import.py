def connect(module, key):
    try:
        return boto.connect_ec2(key)
    except (boto.exception.NoAuthHandlerFound, ValueError) as e:
        module.fail(str(e))
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import NoCredentialsError

# emitted: EC2_CONFIG, _with_credentials

def connect(module, key):
    try:
        return _with_credentials(
            boto3.client(
                "ec2",
                region_name="us-east-1",
                aws_access_key_id=key,
                config=EC2_CONFIG,
            )
        )
    except (NoCredentialsError, ValueError) as e:
        module.fail(str(e))
