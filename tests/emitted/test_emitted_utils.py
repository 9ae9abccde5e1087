"""The helpers in place of boto.utils, against boto 2's functions of the same names."""

import datetime
import email
import gzip
import io
import locale
import os
import time
from hashlib import sha1, sha512

import boto
import boto.utils
import boto3
import pytest
from boto.pyami.config import Config as BotoTwoConfig
from hypothesis import given, settings
from hypothesis import strategies as st
from moto import mock_aws

from codemods.emitted import config, utils
from codemods.emitted import logging as emitted_logging

REPEATABLE = settings(derandomize=True, deadline=None)


@REPEATABLE
@given(st.binary(max_size=64), st.integers(0, 70), st.integers(1, 20), st.integers(0, 5))
def test_compute_md5(content, size, buffer, start):
    new, old = io.BytesIO(content), io.BytesIO(content)
    new.seek(start), old.seek(start)
    assert utils._compute_md5(new, buffer, size) == boto.utils.compute_md5(old, buffer, size)
    assert new.tell() == old.tell() == start


@pytest.mark.parametrize("algorithm", [sha1, sha512])
def test_compute_hash(algorithm):
    content = b"0123456789" * 5000
    new = utils._compute_hash(io.BytesIO(content), hash_algorithm=algorithm)
    assert new == boto.utils.compute_hash(io.BytesIO(content), hash_algorithm=algorithm)


def test_compute_md5_of_text(tmp_path):
    path = tmp_path / "text"
    path.write_text("hällo", encoding="utf-8")
    with open(path, encoding="utf-8") as new, open(path, encoding="utf-8") as old:
        assert utils._compute_md5(new)[:2] == boto.utils.compute_md5(old)[:2]


@pytest.mark.parametrize(
    "timestamp",
    [
        "2014-11-24T08:00:01Z",
        " 2014-11-24T08:00:01.123Z ",
        "2014-11-24T08:00:01.123456Z",
        "Mon, 24 Nov 2014 08:00:01 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ],
)
def test_parse_ts(timestamp):
    assert utils._parse_ts(timestamp) == boto.utils.parse_ts(timestamp)
    assert utils._parse_ts(timestamp).tzinfo is None


@REPEATABLE
@given(st.datetimes(min_value=datetime.datetime(1900, 1, 1), max_value=datetime.datetime(2400, 1, 1)))
def test_parse_ts_of_any_moment(moment):
    for layout in (boto.utils.ISO8601, boto.utils.ISO8601_MS):
        text = moment.strftime(layout)
        assert utils._parse_ts(text) == boto.utils.parse_ts(text)
    text = moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert utils._parse_ts(text) == boto.utils.parse_ts(text)


@pytest.mark.parametrize("text", ["", "yesterday", "2014-11-24", "2014-13-24T08:00:01Z", "24 Nov", "12:30"])
def test_parse_ts_refuses_what_boto_2_refused(text):
    with pytest.raises(ValueError):
        boto.utils.parse_ts(text)
    with pytest.raises(ValueError):
        utils._parse_ts(text)


def test_get_ts():
    moment = time.gmtime(1_400_000_000)
    assert utils._get_ts(moment) == boto.utils.get_ts(moment) == "2014-05-13T16:53:20Z"
    assert abs(utils._parse_ts(utils._get_ts()) - datetime.datetime(*time.gmtime()[:6])).total_seconds() < 5


@pytest.mark.parametrize("value", [[1], (1, 2), "text", None, {1}, {"a": 1}, []])
def test_mklist(value):
    assert utils._mklist(value) == boto.utils.mklist(value)


@pytest.mark.parametrize("value", ["text", "täxt", b"\xff", 5, None, 1.5, True])
def test_get_utf8_value(value):
    assert utils._get_utf8_value(value) == boto.utils.get_utf8_value(value)


@REPEATABLE
@given(st.text("abcXYZ019_", max_size=24))
def test_pythonize_name(name):
    assert utils._pythonize_name(name) == boto.utils.pythonize_name(name)


@pytest.mark.parametrize(
    "arguments",
    [
        ("datetime.datetime",),
        ("email.mime.text", "MIMEText"),
        ("os.path.join",),
        ("no.such.module",),
        ("datetime", "no_such_name"),
        ("datetime",),
        ("",),
    ],
)
def test_find_class(arguments):
    assert utils._find_class(*arguments) == boto.utils.find_class(*arguments)


HEADERS = {"X-Test": "a", "x-test": None, "x-TEST": 5, "other": "b"}


@pytest.mark.parametrize("name", ["x-test", "OTHER", "none"])
def test_headers_by_name(name):
    assert utils._find_matching_headers(name, HEADERS) == boto.utils.find_matching_headers(name, HEADERS)
    assert utils._merge_headers_by_name(name, HEADERS) == boto.utils.merge_headers_by_name(name, HEADERS)


def test_merge_meta():
    headers, metadata = {"Content-Type": "text/plain"}, {"Owner": "me", "Cache-Control": "no-cache", "expires": "0"}
    assert utils._merge_meta(headers, metadata) == boto.utils.merge_meta(headers, metadata)
    assert headers == {"Content-Type": "text/plain"}


def test_get_aws_metadata():
    headers = {"x-amz-meta-One": "1%20%C3%A4", "X-Amz-Meta-two": "2", "Content-Type": "text/plain"}
    assert utils._get_aws_metadata(headers) == {"One": "1 ä", "two": "2"}
    assert headers == {"Content-Type": "text/plain"}
    # boto 2 changes the dict while it walks over it, which Python 3 does not bear.
    provider = type("Amazon", (), {"metadata_prefix": "x-amz-meta-"})()
    with pytest.raises(RuntimeError):
        boto.utils.get_aws_metadata({"x-amz-meta-One": "1%20%C3%A4"}, provider)


@pytest.mark.parametrize("host", ["::1", "[::1]", "[fe80::1]:80", "host", "host:80", " host:80 ", "", "1.2.3.4:5"])
def test_hosts(host):
    assert utils._host_is_ipv6(host) == boto.utils.host_is_ipv6(host)
    assert utils._parse_host(host) == boto.utils.parse_host(host)


def test_setlocale():
    before = locale.setlocale(locale.LC_ALL)
    with utils._setlocale("C") as inside:
        assert inside == "C" == locale.setlocale(locale.LC_ALL)
    assert locale.setlocale(locale.LC_ALL) == before


SCRIPTS = [("run.sh", "#!/bin/sh\necho hi\n"), ("cloud.cfg", "#cloud-config\na: b\n"), ("note", "plain")]


@pytest.mark.parametrize("content", [*(text for _, text in SCRIPTS), "#include http://x", "#part-handler", ""])
def test_guess_mime_type(content):
    assert utils._guess_mime_type(content, "x/y") == boto.utils.guess_mime_type(content, "x/y")


@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream"])
def test_write_mime_multipart(kind):
    def parts(text):
        return [
            (part.get_content_type(), part.get_filename(), part.get_payload(decode=True))
            for part in email.message_from_string(text).get_payload()
        ]

    new = utils._write_mime_multipart(SCRIPTS, deftype=kind)
    assert parts(new) == parts(boto.utils.write_mime_multipart(SCRIPTS, deftype=kind))
    assert parts(gzip.decompress(utils._write_mime_multipart(SCRIPTS, True, kind)).decode()) == parts(new)


def test_fetch_file_from_s3(monkeypatch):
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
        client.create_bucket(Bucket="scripts")
        client.put_object(Bucket="scripts", Key="a/b.sh", Body=b"content")
        with utils._fetch_file("s3://scripts/a/b.sh", username="a", password="b") as file:
            assert file.read() == b"content"
            assert os.path.exists(file.name)
        own = io.BytesIO()
        assert utils._fetch_file("s3://scripts/a/b.sh", own, "a", "b") is own
        assert own.read() == b"content"


def test_fetch_file_from_elsewhere(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"local")
    assert utils._fetch_file(path.as_uri()).read() == boto.utils.fetch_file(path.as_uri()).read() == b"local"


CONFIG_TEXT = """\
[App]
name = %(home)s/x
home = /srv
count = 5
ratio = 0.5
on = True
off = yes
[Instance]
instance-id = i-1
[User]
level = 3
"""


@pytest.fixture
def configs(tmp_path):
    """The same file as boto 2 reads it and as the helper does."""
    (tmp_path / "base.cfg").write_text("[App]\ncount = 1\nextra = base\n")
    path = tmp_path / "boto.cfg"
    path.write_text("#import base.cfg\n" + CONFIG_TEXT)
    return BotoTwoConfig(path=str(path)), config._load_boto_config(path=str(path))


def test_config_is_read_like_boto_2(configs):
    old, new = configs
    assert {name: dict(new.items(name)) for name in new.sections()} == {
        name: dict(old.items(name)) for name in old.sections()
    }
    for option in ("on", "off", "count", "missing"):
        assert config._getbool(new, "App", option) == old.getbool("App", option)
        assert config._getbool(new, "App", option, None) == old.getbool("App", option, None)
    assert config._getbool(new, "Nowhere", "x", "d") == old.getbool("Nowhere", "x", "d") == "d"


def test_a_config_from_an_open_file_and_an_empty_one():
    assert config._load_boto_config(fp=io.StringIO(CONFIG_TEXT)).getint("App", "count") == 5
    assert config._load_boto_config(do_load=False).sections() == []


def test_the_files_of_boto_config(monkeypatch, tmp_path):
    monkeypatch.delenv("BOTO_CONFIG", raising=False)
    monkeypatch.delenv("BOTO_PATH", raising=False)
    assert config._boto_config_locations() == ["/etc/boto.cfg", os.path.expanduser("~/.boto")]
    monkeypatch.setenv("BOTO_PATH", f"/a{os.pathsep}~/b")
    assert config._boto_config_locations() == ["/a", os.path.expanduser("~/b")]
    path = tmp_path / "mine.cfg"
    path.write_text("#import gone.cfg\n[App]\ncount = 7\n")  # boto 2 does not follow imports here
    monkeypatch.setenv("BOTO_CONFIG", str(path))
    assert config._boto_config_locations() == [str(path)]
    credentials = tmp_path / "credentials"
    credentials.write_text("AWSAccessKeyId=one\nAWSSecretKey=two\n")
    monkeypatch.setenv("AWS_CREDENTIAL_FILE", str(credentials))
    config._boto_config.cache_clear()
    read = config._boto_config()
    assert read.getint("App", "count") == 7
    assert dict(read["Credentials"]).items() >= {"aws_access_key_id": "one", "aws_secret_access_key": "two"}.items()
    assert config._boto_config() is read
    config._boto_config.cache_clear()


def test_saving_an_option(tmp_path):
    old_path, new_path = str(tmp_path / "old"), str(tmp_path / "new")
    old, new = BotoTwoConfig(do_load=False), config._load_boto_config(do_load=False)
    for option, value in (("a", "1"), ("b", "2"), ("a", "3")):
        old.save_option(old_path, "App", option, value)
        config._save_option(new, new_path, "App", option, value)
    with open(old_path) as one, open(new_path) as other:
        assert one.read() == other.read()
    assert new.get("App", "a") == "3"


def test_set_file_logger(tmp_path):
    import logging

    texts = []
    for number, function in enumerate((boto.set_file_logger, emitted_logging._set_file_logger)):
        logger = logging.getLogger(f"surround.{number}")
        function(logger.name, str(tmp_path / str(number)), format_string="%(levelname)s %(message)s")
        logger.debug("unseen")
        logger.info("seen")
        for handler in logger.handlers:
            handler.close()
        logger.handlers.clear()
        texts.append((tmp_path / str(number)).read_text())
    boto.log = logging.getLogger("boto")
    assert texts == ["INFO seen\n"] * 2


def test_init_logging(tmp_path, monkeypatch):
    import logging

    path = tmp_path / "boto.cfg"
    path.write_text("[Boto]\ndebug = 1\n")
    monkeypatch.setenv("BOTO_CONFIG", str(path))
    emitted_logging._init_logging()  # no logging in there: nothing happens
    configured = []
    monkeypatch.setattr(logging.config, "fileConfig", configured.append)
    emitted_logging._init_logging()
    assert configured == [str(path)]
