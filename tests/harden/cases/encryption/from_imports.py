from aws_encryption_sdk import KMSMasterKeyProvider, decrypt, encrypt


def seal(text, key_ids):
    return encrypt(source=text, key_provider=KMSMasterKeyProvider(key_ids=key_ids))[0]


def unseal(blob, key_ids):
    return decrypt(source=blob, key_provider=KMSMasterKeyProvider(key_ids=key_ids))[0]
# ---- after ----
from aws_encryption_sdk import StrictAwsKmsMasterKeyProvider
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


def seal(text, key_ids):
    return ENCRYPTION_CLIENT.encrypt(source=text, key_provider=StrictAwsKmsMasterKeyProvider(
        key_ids=key_ids, botocore_session=_kms_session()
    ))[0]


def unseal(blob, key_ids):
    return ENCRYPTION_CLIENT.decrypt(source=blob, key_provider=StrictAwsKmsMasterKeyProvider(
        key_ids=key_ids, botocore_session=_kms_session()
    ))[0]
