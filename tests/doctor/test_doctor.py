"""The doctor against servers on this machine: clocks that are off, certificates made up, ports that are
silent.
"""

import datetime
import socket
import threading
from importlib.metadata import PackageNotFoundError

import pytest
from botocore.credentials import RefreshableCredentials
from botocore.session import Session
from servers import make_certificates, serving

from codemods.doctor import Check, Verdict, diagnose, exit_code, render
from codemods.doctor.network import check_network
from codemods.doctor.probe import target_of
from codemods.doctor.settings import check_credentials, check_region
from codemods.doctor.versions import check_versions

SECRETS = ("AKIAHUNTER", "hunter2", "hunter-token")


@pytest.fixture(autouse=True)
def clean(monkeypatch, tmp_path):
    """No settings, credentials or proxies but those of the test."""
    import os

    for name in list(os.environ):
        if name.startswith("AWS_") or name.lower().endswith("_proxy") or name == "REQUESTS_CA_BUNDLE":
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("BOTO_CONFIG", str(tmp_path / "boto.cfg"))


@pytest.fixture
def credentials(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAHUNTER")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2")


def network(endpoint, bundle="", timeout=5.0):
    return {check.name: check for check in check_network(endpoint, str(bundle), "the test's bundle", timeout)}


@pytest.mark.parametrize(
    ("ahead", "verdict", "words"),
    [
        (0, Verdict.OK, "agrees"),
        (-30, Verdict.OK, "ahead of the endpoint's, which every service allows"),
        (200, Verdict.WARN, "behind the endpoint's; 5 minutes are the limit for most services, 15 for S3"),
        (-200, Verdict.WARN, "ahead of"),
        (400, Verdict.FAIL, "behind the endpoint's: past the 5 minutes that most services allow (15 for S3)"),
        (-1000, Verdict.FAIL, "ahead of the endpoint's: past the 15 minutes that S3 allows"),
        (86400, Verdict.FAIL, "past the 15 minutes"),
    ],
)
def test_the_clock(ahead, verdict, words):
    with serving(ahead=ahead) as server:
        clock = network(server.url())["clock"]
    assert clock.verdict is verdict
    assert words in clock.message
    if abs(ahead) > 2:
        seconds = int(clock.message.split(" s ")[0].split()[-1])
        assert abs(seconds - abs(ahead)) <= 2


def test_an_endpoint_without_a_date():
    with serving(date=False) as server:
        assert network(server.url())["clock"].verdict is Verdict.WARN


def test_plain_http_is_pointed_out_and_any_answer_will_do():
    with serving() as server:
        checks = network(server.url())
        assert server.requests[0][0] == "/"
        assert "Authorization" not in server.requests[0][1]
    assert checks["endpoint"].verdict is Verdict.OK
    assert "status 403" in checks["endpoint"].message
    assert checks["tls"].verdict is Verdict.WARN


def test_a_good_certificate(tmp_path):
    chain, authority = make_certificates(tmp_path)
    with serving(certificate=chain) as server:
        checks = network(server.url("https"), authority)
    assert checks["endpoint"].verdict is Verdict.OK
    assert checks["tls"].verdict is Verdict.OK
    assert "Certificate of localhost, issued by Made-up Authority, valid until 20" in checks["tls"].message
    assert "TLSv1.3" in checks["tls"].message
    assert checks["clock"].verdict is Verdict.OK


def test_a_certificate_that_ends_soon(tmp_path):
    chain, authority = make_certificates(tmp_path, days=(-10, 5))
    with serving(certificate=chain) as server:
        tls = network(server.url("https"), authority)["tls"]
    assert tls.verdict is Verdict.WARN
    assert "expires soon" in tls.message


def test_a_certificate_of_somebody_elses_authority(tmp_path):
    (tmp_path / "other").mkdir()
    chain, _ = make_certificates(tmp_path)
    _, other = make_certificates(tmp_path / "other")
    with serving(certificate=chain, ahead=400) as server:
        checks = network(server.url("https"), other)
    assert checks["tls"].verdict is Verdict.FAIL
    assert "the test's bundle" in checks["tls"].message
    assert "Certificate of localhost, issued by Made-up Authority" in checks["tls"].message
    # The clock is read all the same: a wrong one is a common reason for certificates to fail.
    assert checks["endpoint"].verdict is Verdict.OK
    assert checks["clock"].verdict is Verdict.FAIL


def test_a_certificate_that_has_ended(tmp_path):
    chain, authority = make_certificates(tmp_path, days=(-30, -2))
    with serving(certificate=chain) as server:
        tls = network(server.url("https"), authority)["tls"]
    assert tls.verdict is Verdict.FAIL
    assert "expired" in tls.message


def test_a_certificate_for_another_name(tmp_path):
    chain, authority = make_certificates(tmp_path, name="elsewhere.example")
    with serving(certificate=chain) as server:
        tls = network(server.url("https"), authority)["tls"]
    assert tls.verdict is Verdict.FAIL
    assert "elsewhere.example" in tls.message


def test_a_bundle_that_does_not_exist(tmp_path):
    chain, _ = make_certificates(tmp_path)
    with serving(certificate=chain) as server:
        checks = network(server.url("https"), tmp_path / "none.pem")
    assert checks["tls"].verdict is Verdict.FAIL
    assert "cannot be read" in checks["tls"].message
    assert checks["clock"].verdict is Verdict.OK


def test_tls_asked_of_a_server_that_speaks_none(tmp_path):
    _, authority = make_certificates(tmp_path)
    with serving() as server:
        checks = network(server.url("https"), authority)
    assert checks["tls"].verdict is Verdict.FAIL
    assert checks["endpoint"].verdict is Verdict.FAIL


def test_nobody_listens():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        [check] = network(f"http://127.0.0.1:{unused.getsockname()[1]}").values()
    assert check == Check("endpoint", Verdict.FAIL, check.message)
    assert "refused" in check.message


def test_a_server_that_says_nothing():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        [check] = network(f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.2).values()
    assert "no answer within 0.2 seconds" in check.message


def test_a_server_that_speaks_something_else():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def answer():
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"220 mail.example ESMTP\r\n")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        [check] = network(f"http://127.0.0.1:{server.getsockname()[1]}").values()
        thread.join()
    assert "does not speak HTTP" in check.message


def test_a_name_that_does_not_exist(monkeypatch):
    def unknown(*arguments, **keywords):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    [check] = network("https://no-such-host.invalid").values()
    assert "cannot be resolved" in check.message


@pytest.mark.parametrize("endpoint", ["ftp://example.org", "https://", "https:///path"])
def test_what_is_no_endpoint(endpoint):
    [check] = network(endpoint).values()
    assert check.verdict is Verdict.FAIL


def test_a_proxy_is_used_and_its_password_is_not_shown(monkeypatch):
    with serving() as proxy:
        monkeypatch.setenv("http_proxy", f"http://user:hunter2@127.0.0.1:{proxy.port}")
        checks = check_network("http://sts.example.invalid", "", "", 5.0)
        assert proxy.requests[0][0] == "http://sts.example.invalid:80/"
        assert proxy.requests[0][1]["Proxy-Authorization"].startswith("Basic ")
    assert f"through the proxy 127.0.0.1:{proxy.port}" in checks[0].message
    assert "hunter2" not in render(checks)


def test_a_password_in_the_endpoint_is_not_shown():
    assert target_of("https://user:hunter2@example.org/x").shown == "https://example.org"


@pytest.mark.parametrize(
    ("environment", "verdict", "words"),
    [
        ({}, Verdict.WARN, "NoRegionError"),
        ({"AWS_REGION": "eu-west-1"}, Verdict.WARN, "boto3 reads AWS_DEFAULT_REGION"),
        ({"AWS_DEFAULT_REGION": "eu-west-1"}, Verdict.OK, "eu-west-1, from AWS_DEFAULT_REGION"),
        ({"AWS_DEFAULT_REGION": "eu-west-l"}, Verdict.WARN, "no region that botocore knows"),
        ({"AWS_DEFAULT_REGION": "cn-north-1"}, Verdict.OK, "cn-north-1"),
    ],
)
def test_the_region(monkeypatch, environment, verdict, words):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    check = check_region(Session(), None, environment)
    assert check.verdict is verdict
    assert words in check.message


def test_the_region_of_a_profile(monkeypatch, tmp_path):
    (tmp_path / "config").write_text("[profile dev]\nregion = us-west-2\n")
    monkeypatch.setenv("AWS_PROFILE", "dev")
    assert check_region(Session(), None, {}).message == "us-west-2, from the profile dev in ~/.aws/config."
    monkeypatch.setenv("AWS_PROFILE", "gone")
    assert check_region(Session(), None, {}).verdict is Verdict.FAIL


@pytest.mark.parametrize("endpoint", ["https://s3.eu-central-1.amazonaws.com", "s3.eu-central-1.amazonaws.com"])
def test_a_region_that_the_endpoint_does_not_serve(monkeypatch, endpoint):
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    check = check_region(Session(), endpoint, {})
    assert check.verdict is Verdict.WARN
    assert "serves eu-central-1" in check.message


def test_no_credentials():
    assert check_credentials(Session()).verdict is Verdict.FAIL


def test_credentials_from_the_environment(credentials, monkeypatch):
    assert check_credentials(Session()) == Check("credentials", Verdict.OK, "From environment variables.")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "hunter-token")
    assert "nothing renews them" in check_credentials(Session()).message


def test_half_a_pair_of_credentials(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAHUNTER")
    check = check_credentials(Session())
    assert check.verdict is Verdict.FAIL
    assert "PartialCredentialsError" in check.message


def test_credentials_in_boto_2s_file(tmp_path):
    (tmp_path / "boto.cfg").write_text(
        "[Credentials]\naws_access_key_id = AKIAHUNTER\naws_secret_access_key = hunter2\n"
    )
    check = check_credentials(Session())
    assert check.verdict is Verdict.WARN
    assert "boto 2's own file" in check.message


@pytest.mark.parametrize(
    ("left", "verdict", "words"),
    [
        (6 * 3600 + 60, Verdict.OK, "in 6 hours; boto3 renews them"),
        (1860, Verdict.OK, "in 31 minutes"),
        (300, Verdict.WARN, "in 5 minutes"),
        (-60, Verdict.FAIL, "were not renewed"),
    ],
)
def test_credentials_that_end(monkeypatch, left, verdict, words):
    now = datetime.datetime.now(datetime.timezone.utc)
    temporary = RefreshableCredentials(
        "AKIAHUNTER", "hunter2", "hunter-token", now + datetime.timedelta(seconds=left), dict, "iam-role"
    )
    session = Session()
    monkeypatch.setattr(session, "get_credentials", lambda: temporary)
    check = check_credentials(session, now.timestamp)
    assert check.verdict is verdict
    assert words in check.message
    assert "the instance's role" in check.message


def test_a_process_that_fails_with_a_secret_on_its_lips(tmp_path):
    (tmp_path / "config").write_text("[default]\ncredential_process = sh -c 'echo hunter2 >&2; exit 1'\n")
    check = check_credentials(Session())
    assert check.verdict is Verdict.FAIL
    assert "hunter2" not in check.message


def versions(**installed):
    def version(name):
        if name not in installed:
            raise PackageNotFoundError(name)
        return installed[name]

    return {check.name: check for check in check_versions(version)}


def test_versions():
    good = versions(boto3="1.40.1", botocore="1.40.3")
    assert [good[name].verdict for name in ("python", "boto3", "openssl", "boto")] == [Verdict.OK] * 4
    assert versions(boto3="1.35.9", botocore="1.35.9")["boto3"].verdict is Verdict.FAIL
    assert versions(boto3="1.40.1", botocore="1.42.0")["boto3"].verdict is Verdict.WARN
    assert versions(botocore="1.42.0")["boto3"].message == "boto3 is not installed."
    assert "2.49.0 is still installed" in versions(boto3="1.40.1", botocore="1.40.3", boto="2.49.0")["boto"].message


def test_everything_at_once(credentials, monkeypatch, tmp_path):
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "hunter-token")
    chain, authority = make_certificates(tmp_path)
    monkeypatch.setenv("AWS_CA_BUNDLE", str(authority))
    with serving(certificate=chain) as server:
        checks = diagnose(server.url("https"))
    assert [check.name for check in checks] == [
        *("python", "boto3", "openssl", "boto", "region", "credentials", "endpoint", "tls", "clock"),
    ]
    text = render(checks)
    assert exit_code(checks) == 0, text
    assert len(text.splitlines()) == len(checks)
    assert not any(secret in text for secret in SECRETS)
    assert "AWS_CA_BUNDLE" in text
    with serving(certificate=chain, ahead=3600) as server:
        assert exit_code(diagnose(server.url("https"))) == 1


def test_the_default_endpoint_is_that_of_sts_in_the_region(credentials, monkeypatch):
    asked = []
    monkeypatch.setattr("codemods.doctor.diagnosis.check_network", lambda *arguments: asked.append(arguments[0]) or ())
    diagnose()
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    diagnose()
    assert asked == ["https://sts.us-east-1.amazonaws.com", "https://sts.eu-west-1.amazonaws.com"]
