"""What the findings say about botocore and the AWS Encryption SDK, asked of the libraries themselves."""

from __future__ import annotations

import time

import aws_encryption_sdk
import boto3
import botocore.session
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, InvalidRetryConfigurationError
from moto import mock_aws

KEY = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012"


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)


def test_defaults() -> None:
    """harden.timeouts.missing, harden.pools.size, harden.retries.mode: what a client without a Config has.

    The mode depends on botocore's version, which is why the rules want it said.
    """
    config = boto3.client("s3").meta.config
    assert (config.connect_timeout, config.read_timeout, config.max_pool_connections) == (60, 60, 10)
    assert config.retries["mode"] in ("legacy", "standard")


def test_attempts_are_counted_in_two_ways() -> None:
    """harden.retries.attempts"""
    none = boto3.client("s3", config=Config(retries={"max_attempts": 0, "mode": "standard"}))
    assert none.meta.config.retries["total_max_attempts"] == 1
    with pytest.raises(InvalidRetryConfigurationError):
        Config(retries={"total_max_attempts": 0})
    with pytest.raises(TypeError):
        Config(max_attempts=0)
    with pytest.raises(TypeError):
        boto3.client("s3", max_attempts=0)


def test_zero_is_no_timeout() -> None:
    """harden.timeouts.values"""
    config = Config(connect_timeout=0, retries={"total_max_attempts": 1})
    with pytest.raises(Exception, match="less than or equal to 0"):
        boto3.client("s3", endpoint_url="http://127.0.0.1:9", config=config).list_buckets()


def test_a_merge_keeps_what_the_session_says() -> None:
    """harden.encryption-sdk.timeouts: how a Config reaches clients that others make."""
    session = botocore.session.Session()
    session.set_default_client_config(Config(read_timeout=9))
    client = boto3.Session(botocore_session=session).client("kms", config=Config(user_agent_extra="x"))
    assert client.meta.config.read_timeout == 9
    assert client.meta.config.user_agent_extra == "x"


def test_a_provider_takes_no_client() -> None:
    """harden.encryption-sdk.timeouts"""
    with pytest.raises(TypeError):
        aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=[KEY], client=boto3.client("kms"))
    assert not hasattr(aws_encryption_sdk, "KMSMasterKeyProvider")
    assert not hasattr(aws_encryption_sdk, "encrypt")


@mock_aws
def test_a_key_lives_in_one_region() -> None:
    """harden.kms.region"""
    key = boto3.client("kms", region_name="eu-west-1").create_key()["KeyMetadata"]["Arn"]
    with pytest.raises(ClientError, match="NotFoundException"):
        boto3.client("kms", region_name="us-east-1").encrypt(KeyId=key, Plaintext=b"text")


@mock_aws
def test_only_a_get_says_no_such_key() -> None:
    """harden.errors.head-code"""
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket="bucket")
    codes = []
    for call in (s3.get_object, s3.head_object):
        with pytest.raises(ClientError) as caught:
            call(Bucket="bucket", Key="gone")
        codes.append(caught.value.response["Error"]["Code"])
    assert codes == ["NoSuchKey", "404"]


def test_local_time_is_not_what_z_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """harden.clocks.local-time"""
    from datetime import datetime, timezone

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        moment, right = datetime.now().replace(tzinfo=timezone.utc), datetime.now(timezone.utc)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (moment - right).total_seconds() > 15 * 60
