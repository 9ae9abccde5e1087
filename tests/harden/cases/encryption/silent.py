import aws_encryption_sdk
import boto3
import botocore.session
from aws_encryption_sdk import CommitmentPolicy
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=10, retries={"mode": "standard", "total_max_attempts": 3})
client = aws_encryption_sdk.EncryptionSDKClient(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)
session = botocore.session.get_session()
session.set_default_client_config(CONFIG)
provider = aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(
    key_ids=["arn:aws:kms:eu-west-1:123456789012:key/1234"], botocore_session=session
)
kms = boto3.client("kms", region_name="eu-west-1", config=CONFIG)


def seal(text):
    kms.encrypt(KeyId="arn:aws:kms:eu-west-1:123456789012:key/1234", Plaintext=text)
    return client.encrypt(source=text, key_provider=provider)
# ---- after ----
import aws_encryption_sdk
import boto3
import botocore.session
from aws_encryption_sdk import CommitmentPolicy
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=10, retries={"mode": "standard", "total_max_attempts": 3})
client = aws_encryption_sdk.EncryptionSDKClient(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)
session = botocore.session.get_session()
session.set_default_client_config(CONFIG)
provider = aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(
    key_ids=["arn:aws:kms:eu-west-1:123456789012:key/1234"], botocore_session=session
)
kms = boto3.client("kms", region_name="eu-west-1", config=CONFIG)


def seal(text):
    kms.encrypt(KeyId="arn:aws:kms:eu-west-1:123456789012:key/1234", Plaintext=text)
    return client.encrypt(source=text, key_provider=provider)
