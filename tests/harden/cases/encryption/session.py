import aws_encryption_sdk
import botocore.session

KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234"


def client(profile):
    session = botocore.session.Session(profile=profile)
    return aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=[KEY], botocore_session=session)


def plain():
    return aws_encryption_sdk.DiscoveryAwsKmsMasterKeyProvider(botocore_session=botocore.session.get_session())
# ---- after ----
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


KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234"


def client(profile):
    session = botocore.session.Session(profile=profile)
    session.set_default_client_config(KMS_CONFIG)
    return aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=[KEY], botocore_session=session)


def plain():
    return aws_encryption_sdk.DiscoveryAwsKmsMasterKeyProvider(botocore_session=_kms_session())
