"""Written for version 1 of the AWS Encryption SDK."""

import aws_encryption_sdk

KEYS = ["arn:aws:kms:eu-west-1:123456789012:key/1234"]
provider = aws_encryption_sdk.KMSMasterKeyProvider(key_ids=KEYS)


def seal(text):
    ciphertext, header = aws_encryption_sdk.encrypt(source=text, key_provider=provider)
    return ciphertext


def unseal(blob):
    return aws_encryption_sdk.decrypt(source=blob, key_provider=aws_encryption_sdk.KMSMasterKeyProvider())[0]
# ---- after ----
"""Written for version 1 of the AWS Encryption SDK."""

import aws_encryption_sdk
import botocore.session
from botocore.config import Config

KMS_CONFIG = Config(
    connect_timeout=5,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 5},
)


def _kms_session():
    """A botocore session whose clients give up on a KMS that does not answer."""
    session = botocore.session.Session()
    session.set_default_client_config(KMS_CONFIG)
    return session


ENCRYPTION_CLIENT = aws_encryption_sdk.EncryptionSDKClient(
    commitment_policy=aws_encryption_sdk.CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT,
)

KEYS = ["arn:aws:kms:eu-west-1:123456789012:key/1234"]
provider = aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=KEYS, botocore_session=_kms_session())


def seal(text):
    ciphertext, header = ENCRYPTION_CLIENT.encrypt(source=text, key_provider=provider)
    return ciphertext


def unseal(blob):
    return ENCRYPTION_CLIENT.decrypt(source=blob, key_provider=aws_encryption_sdk.DiscoveryAwsKmsMasterKeyProvider(botocore_session=_kms_session()))[0]
