"""What the rules promise, seen from outside: on moto, on the wire, and against a server that never answers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import BotoCoreError, ClientError
from moto import mock_aws

from codemods.settings import ClientConfig, Settings
from tests.harden.test_cases import hardened

IMPATIENT = Settings(client_config=ClientConfig(connect_timeout=1, read_timeout=1, total_max_attempts=2))
"""Values for tests that wait for a timeout."""


def run(text: str) -> dict[str, Any]:
    """The names that a program defines."""
    names: dict[str, Any] = {"__name__": "program"}
    exec(compile(text, "program.py", "exec"), names)
    return names


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)


@pytest.fixture
def silent_server() -> Iterator[str]:
    """The URL of a server that takes connections and never says a word."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=16)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.close()


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[str]]]:
    """An HTTP proxy that notes the first line of each request, and answers with an error."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=16)
    seen: list[str] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                seen.append(connection.recv(4096).split(b"\r\n")[0].decode())
                connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}", seen
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes that fails."""
    start = time.monotonic()
    with pytest.raises(Exception) as caught:
        call()
    assert isinstance(caught.value, BotoCoreError | ClientError), caught.value
    return time.monotonic() - start


def test_a_client_gives_up(silent_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", silent_server)
    program = run(hardened('import boto3\n\nkms = boto3.client("kms")\n', IMPATIENT))
    assert seconds(program["kms"].list_keys) < 6


def test_pools_get_room() -> None:
    text = (
        "import boto3\nfrom concurrent.futures import ThreadPoolExecutor\n\ns3 = boto3.client('s3')\n\n\n"
        "def work(key):\n    return s3.head_object(Bucket='b', Key=key)\n\n\n"
        "def main(keys):\n    with ThreadPoolExecutor(24) as pool:\n        return list(pool.map(work, keys))\n"
    )
    assert run(text)["s3"].meta.config.max_pool_connections == 10
    assert run(hardened(text))["s3"].meta.config.max_pool_connections == 24


ENCRYPTION = """
import aws_encryption_sdk


def seal(text, key):
    return aws_encryption_sdk.encrypt(
        source=text, key_provider=aws_encryption_sdk.KMSMasterKeyProvider(key_ids=[key])
    )[0]


def unseal(blob, key):
    return aws_encryption_sdk.decrypt(
        source=blob, key_provider=aws_encryption_sdk.KMSMasterKeyProvider(key_ids=[key])
    )[0]
"""


@mock_aws
def test_the_encryption_sdk_works_on_its_new_api() -> None:
    with pytest.raises(AttributeError):
        run(ENCRYPTION)["seal"](b"secret", "arn:aws:kms:us-east-1:1:key/1")
    key = boto3.client("kms", region_name="us-east-1").create_key()["KeyMetadata"]["Arn"]
    program = run(hardened(ENCRYPTION))
    blob = program["seal"](b"secret", key)
    assert blob != b"secret"
    assert program["unseal"](blob, key) == b"secret"


def test_the_encryption_sdk_gives_up_on_a_silent_kms(silent_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tries of one second each, and botocore's pause between them."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", silent_server)
    program = run(hardened(ENCRYPTION, IMPATIENT))
    key = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012"
    assert seconds(lambda: program["seal"](b"secret", key)) < 6


@pytest.mark.parametrize("given", ["use_ssl=None", "endpoint_url='http://s3.us-east-1.amazonaws.com'"])
def test_requests_do_not_leave_in_clear_text(given: str, proxy: tuple[str, list[str]]) -> None:
    """Before, the proxy sees the request itself; after, only that somebody wants to speak TLS with S3."""
    url, seen = proxy
    text = (
        "import boto3\nfrom botocore.config import Config\n\n"
        f"CONFIG = Config(proxies={{'http': {url!r}, 'https': {url!r}}}, retries={{'total_max_attempts': 1, 'mode': "
        "'standard'}, connect_timeout=2, read_timeout=2)\n"
        f"s3 = boto3.client('s3', config=CONFIG, {given})\n"
    )
    for program, first_word in ((text, "GET http://"), (hardened(text), "CONNECT s3.")):
        seen.clear()
        with pytest.raises((BotoCoreError, ClientError)):
            run(program)["s3"].list_buckets()
        assert seen[0].startswith(first_word)


def test_a_url_decides_for_itself() -> None:
    """Why the rule is silent where an endpoint is given: use_ssl has no effect then."""
    assert boto3.client("s3", use_ssl=None).meta.endpoint_url.startswith("http://")
    url = "https://s3.us-east-1.amazonaws.com"
    assert boto3.client("s3", use_ssl=None, endpoint_url=url).meta.endpoint_url == url
    assert "use_ssl" in hardened(f"import boto3\n\ns3 = boto3.client('s3', use_ssl=None, endpoint_url={url!r})\n")


PAGES = """
import boto3

s3 = boto3.client("s3")


def names(bucket, prefix=""):
    return [item["Key"] for item in s3.list_objects_v2(Bucket=bucket, Prefix=prefix).get("Contents", [])]


def folders(bucket):
    response = s3.list_objects_v2(Bucket=bucket, Delimiter="/")
    return [folder["Prefix"] for folder in response.get("CommonPrefixes", [])], len(response.get("Contents", []))
"""


@mock_aws
def test_all_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "2")
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket="bucket")
    for key in ("a/1", "b/1", "c/1", "d", "e"):
        s3.put_object(Bucket="bucket", Key=key)
    before, after = run(PAGES), run(hardened(PAGES))
    assert len(before["names"]("bucket")) == 2
    assert after["names"]("bucket") == ["a/1", "b/1", "c/1", "d", "e"]
    assert after["names"]("bucket", "none") == before["names"]("bucket", "none") == []
    assert after["folders"]("bucket") == (["a/", "b/", "c/"], 2)


HEAD = """
import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3")


def exists(key):
    try:
        s3.head_object(Bucket="bucket", Key=key)
    except ClientError as e:
        if e.response["Error"]["Code"] == "NoSuchKey":
            return False
        raise
    return True


def fetch(key, path):
    try:
        s3.download_file("bucket", key, path)
    except ClientError as e:
        if e.response["Error"]["Code"] not in ("NoSuchKey",):
            raise
        return False
    return True
"""


@mock_aws
def test_missing_keys_are_seen(tmp_path) -> None:
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket="bucket")
    s3.put_object(Bucket="bucket", Key="there")
    before, after = run(HEAD), run(hardened(HEAD))
    for call, *rest in (("exists",), ("fetch", str(tmp_path / "f"))):
        with pytest.raises(ClientError):
            before[call]("gone", *rest)
        assert after[call]("gone", *rest) is False
        assert after[call]("there", *rest) is True


def test_credentials_are_read_at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refresh between two reads mixes old and new, unless the credentials are frozen."""
    import botocore.credentials

    count = iter(range(100))

    class Restless(botocore.credentials.Credentials):
        """Other values at each look, as when every look finds them expired."""

        access_key = property(lambda self: f"key{next(count)}", lambda self, value: None)
        secret_key = property(lambda self: f"secret{next(count)}", lambda self, value: None)

        def get_frozen_credentials(self):
            number = next(count)
            return botocore.credentials.ReadOnlyCredentials(f"key{number}", f"secret{number}", None)

    monkeypatch.setattr(boto3.Session, "get_credentials", lambda self: Restless("a", "b"))
    text = (
        "import boto3\n\n\ndef read():\n    creds = boto3.Session().get_credentials()\n"
        "    return creds.access_key, creds.secret_key\n"
    )
    key, secret = run(text)["read"]()
    assert key.removeprefix("key") != secret.removeprefix("secret")
    key, secret = run(hardened(text))["read"]()
    assert key.removeprefix("key") == secret.removeprefix("secret")
