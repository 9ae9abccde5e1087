import aws_encryption_sdk

aliases = aws_encryption_sdk.KMSMasterKeyProvider(key_ids=["alias/app"])
grown = aws_encryption_sdk.KMSMasterKeyProvider()
grown.add_master_key("arn:aws:kms:eu-west-1:123456789012:key/1234")
invented = aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=["arn:aws:kms:eu-west-1:1:key/1"], client=object())
# ---- after ----
import aws_encryption_sdk

# TODO(boto3ify): harden.encryption-sdk.providers KMSMasterKeyProvider is gone since 2.0, and StrictAwsKmsMasterKeyProvider decrypts with ARNs of keys only: write these key ids as arn:aws:kms:...:key/...
aliases = aws_encryption_sdk.KMSMasterKeyProvider(key_ids=["alias/app"])
# TODO(boto3ify): harden.encryption-sdk.providers KMSMasterKeyProvider is gone since 2.0: use StrictAwsKmsMasterKeyProvider(key_ids=[...]), or DiscoveryAwsKmsMasterKeyProvider to decrypt only
grown = aws_encryption_sdk.KMSMasterKeyProvider()
grown.add_master_key("arn:aws:kms:eu-west-1:123456789012:key/1234")
# TODO(boto3ify): harden.encryption-sdk.timeouts a provider takes no client= (TypeError): give it botocore_session=, a session with set_default_client_config(...)
invented = aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=["arn:aws:kms:eu-west-1:1:key/1"], client=object())
