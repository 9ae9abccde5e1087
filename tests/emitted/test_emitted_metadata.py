"""The metadata helpers against boto 2's functions and against a service with session tokens."""

import json
import socket
import time

import boto.utils
import pytest
from metadata_server import metadata_service

from codemods.emitted import metadata


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """Neither library waits between attempts; the helpers start without a token."""
    waits = []
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(metadata, "_METADATA_TOKENS", {})
    return waits


@pytest.fixture
def imds():
    with metadata_service() as (service, url):
        yield service, url


def materialised(value):
    """A lazy dict of boto 2 as plain dicts."""
    return {key: materialised(value[key]) for key in value} if isinstance(value, dict) else value


@pytest.mark.parametrize(
    "data", ["meta-data/", "meta-data/placement/", "meta-data/public-keys/", "dynamic/instance-identity/"]
)
def test_metadata_is_what_boto_2_gives_as_plain_dicts(imds, data):
    _, url = imds
    old = materialised(boto.utils.get_instance_metadata(url=url, data=data, num_retries=1))
    new = metadata._get_instance_metadata(url=url, data=data, num_retries=1)
    assert new == old
    assert json.loads(json.dumps(new)) == new


def test_metadata_has_every_shape(imds):
    _, url = imds
    found = metadata._get_instance_metadata(url=url)
    assert found["instance-id"] == "i-12345678"
    assert found["placement"]["availability-zone"] == "us-east-1a"
    assert found["ancestor-ami-ids"] == ["ami-1", "ami-2"]
    assert found["public-keys"] == {"my-key": "ssh-rsa AAAA my-key", "your-key": "ssh-rsa BBBB your-key"}
    assert found["iam"]["security-credentials"]["role"]["AccessKeyId"] == "ASIA"
    assert found["empty"] == ""
    assert found["odd name"] == "odd value"


def test_an_instance_that_requires_tokens_is_read_where_boto_2_found_nothing(imds):
    service, url = imds
    service.tokens_required = True
    assert boto.utils.get_instance_metadata(url=url, num_retries=1) == {}
    found = metadata._get_instance_metadata(url=url, num_retries=1)
    service.tokens_required = False
    assert found == materialised(boto.utils.get_instance_metadata(url=url, num_retries=1))


def test_one_token_serves_all_reads(imds):
    service, url = imds
    service.tokens_required = True
    metadata._get_instance_metadata(url=url)
    metadata._get_instance_userdata(url=url)
    assert service.made == 1
    assert all(request[2] == "token-1" for request in service.asked if request[0] == "GET")


def test_a_token_is_renewed_before_it_ends(imds, monkeypatch):
    service, url = imds
    service.tokens_required = True
    service.lifetime = 600
    now = time.monotonic()
    for seconds, tokens in ((0, 1), (500, 1), (541, 2), (1000, 2), (1082, 3)):
        monkeypatch.setattr(time, "monotonic", lambda seconds=seconds: now + seconds)
        assert metadata._get_instance_userdata(url=url, num_retries=1) == "a=1|b = two"
        assert service.made == tokens


def test_a_token_that_the_service_has_forgotten_is_renewed_even_with_one_attempt(imds):
    service, url = imds
    service.tokens_required = True
    assert metadata._get_instance_metadata(url=url, num_retries=1)
    service.expire_tokens()
    assert metadata._get_instance_userdata(url=url, num_retries=1) == "a=1|b = two"
    assert service.made == 2


def test_a_service_that_refuses_every_token_is_not_asked_for_ever(imds):
    service, url = imds
    service.tokens_required = True
    service.remembers_tokens = False
    assert metadata._get_instance_metadata(url=url, num_retries=2) == {}
    assert service.made <= 4


@pytest.mark.parametrize("status", [403, 404, 405])
def test_version_1_is_used_where_there_is_nothing_else(imds, status):
    service, url = imds
    service.version_1_only = status
    assert metadata._get_instance_metadata(url=url, num_retries=1)["instance-id"] == "i-12345678"
    assert sum(request[0] == "PUT" for request in service.asked) == 1


def test_version_1_is_used_when_the_token_does_not_arrive(imds, monkeypatch):
    """In a container more than one hop away, the answer to the PUT never comes."""
    _, url = imds
    opened = metadata.build_opener

    class Opener:
        def open(self, request, timeout):
            if request.get_method() == "PUT":
                raise TimeoutError("timed out")
            return opened().open(request, timeout=timeout)

    monkeypatch.setattr(metadata, "build_opener", lambda *handlers: Opener())
    assert metadata._get_instance_userdata(url=url, num_retries=1) == "a=1|b = two"


def test_errors_are_retried_as_often_as_told(imds, no_waiting):
    service, url = imds
    service.failures = 2
    assert metadata._get_instance_userdata(url=url, num_retries=3) == "a=1|b = two"
    assert no_waiting == [1, 2]
    service.failures = 2
    assert metadata._get_instance_userdata(url=url, num_retries=2) == ""


@pytest.fixture
def nowhere():
    """The URL of a port where nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{unused.getsockname()[1]}"


def test_off_ec2_there_is_nothing_and_no_noise(nowhere, no_waiting, capsys):
    assert metadata._get_instance_metadata(url=nowhere, timeout=1, num_retries=1) == {}
    assert metadata._get_instance_metadata(url=nowhere, timeout=1, num_retries=4) == {}
    assert no_waiting == [1, 2, 4]
    assert metadata._get_instance_userdata(url=nowhere, num_retries=1) == ""
    with pytest.raises(IndexError):
        metadata._get_instance_identity(url=nowhere, num_retries=1)
    with pytest.raises(IndexError):
        boto.utils.get_instance_identity(url=nowhere, num_retries=1)
    assert capsys.readouterr().err == ""


def test_a_silent_service_costs_the_timeout_and_no_more():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        start = time.perf_counter()
        assert metadata._get_instance_metadata(url=url, timeout=0.2, num_retries=1) == {}
        assert time.perf_counter() - start < 2


@pytest.mark.parametrize("separator", [None, "|"])
def test_user_data(imds, separator):
    _, url = imds
    new = metadata._get_instance_userdata(url=url, sep=separator)
    assert new == boto.utils.get_instance_userdata(url=url, sep=separator)


def test_no_user_data_is_no_error_and_not_retried(imds):
    service, url = imds
    del service.tree["latest/user-data"]
    assert metadata._get_instance_userdata(url=url) == boto.utils.get_instance_userdata(url=url) == ""
    assert len([request for request in service.asked if request[:2] == ("GET", "/latest/user-data")]) == 2


def test_identity(imds):
    _, url = imds
    new = metadata._get_instance_identity(url=url, num_retries=1)
    assert new == boto.utils.get_instance_identity(url=url, num_retries=1)
    assert new["document"]["region"] == "us-east-1"


def test_other_versions_of_the_data(imds):
    service, url = imds
    service.tree["2009-04-04/meta-data/"] = "instance-id"
    service.tree["2009-04-04/meta-data/instance-id"] = "i-1"
    assert metadata._get_instance_metadata("2009-04-04", url) == {"instance-id": "i-1"}


def test_retry_url(imds, no_waiting):
    service, url = imds
    page = f"{url}/latest/meta-data/instance-id"
    assert metadata._retry_url(page) == boto.utils.retry_url(page) == "i-12345678"
    assert metadata._retry_url(f"{url}/no", retry_on_404=False) == ""
    assert no_waiting == []
    assert metadata._retry_url(f"{url}/no", num_retries=3) == boto.utils.retry_url(f"{url}/no", num_retries=3) == ""
    assert no_waiting == [1, 2, 1, 2]
    assert not any(request[0] == "PUT" for request in service.asked)


def test_retry_url_sends_tokens_to_the_metadata_service_only(monkeypatch):
    asked = []
    monkeypatch.setattr(metadata, "_metadata_text", lambda *arguments: asked.append(arguments) or "text")
    url = "http://169.254.169.254/latest/meta-data/instance-id"
    assert metadata._retry_url(url, num_retries=2, timeout=3) == "text"
    assert asked == [(url, True, 2, 3)]


def test_a_proxy_in_the_environment_is_never_asked(imds, nowhere, monkeypatch):
    _, url = imds
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, nowhere)
    monkeypatch.setenv("no_proxy", "")
    assert metadata._get_instance_userdata(url=url, num_retries=1) == "a=1|b = two"
    assert metadata._retry_url(f"{url}/latest/user-data", num_retries=1) == "a=1|b = two"
