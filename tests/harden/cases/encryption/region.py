import boto3
from botocore.config import Config

KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234"
kms = boto3.client("kms", region_name="us-east-1", config=Config(connect_timeout=5, read_timeout=10, retries={"mode": "standard"}))


def seal(text):
    return kms.encrypt(KeyId=KEY, Plaintext=text)["CiphertextBlob"]
# ---- after ----
import boto3
from botocore.config import Config

KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234"
kms = boto3.client("kms", region_name="us-east-1", config=Config(connect_timeout=5, read_timeout=10, retries={"mode": "standard"}))


def seal(text):
    # TODO(boto3ify): harden.kms.region the key is in eu-west-1 and the client in us-east-1: KMS answers NotFoundException
    return kms.encrypt(KeyId=KEY, Plaintext=text)["CiphertextBlob"]
