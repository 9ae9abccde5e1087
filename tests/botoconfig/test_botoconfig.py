"""`boto3ify config`: read as boto 2 reads, written as botocore reads, and silent about secrets."""

import os
import shlex
from collections import defaultdict

import boto3
import pytest
from boto.pyami.config import Config as BotoTwoConfig
from botocore.config import Config

from codemods.botoconfig import config_findings, convert_config, is_boto_config, render
from codemods.botoconfig.files import UnreadableConfig, read_config, read_text
from codemods.botoconfig.options import OPTIONS, Fate, Place, config_arguments, find_option, region_of_host

EVERYTHING = """\
[Credentials]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = topsecret/one+two

[profile dev]
aws_access_key_id: AKIADEVELOP
aws_secret_access_key: topsecret-dev
aws_security_token: topsecret-token

[Boto]
num_retries = 6
http_socket_timeout = 5
proxy = proxy.example
proxy_port = 3128
proxy_user = me
proxy_pass = topsecret%%pass
ca_certificates_file = /etc/ca.pem
metadata_service_timeout = 3
metadata_service_num_attempts = 2
ec2_region_name = eu-west-1
ec2_region_endpoint = ec2.eu-west-1.amazonaws.com
is_secure = no

[s3]
host = objects.example
calling_format = boto.s3.connection.OrdinaryCallingFormat
use-sigv4 = True

[MyApp]
password = topsecret-app
home = %(working_dir)s/app
"""


def entries(text, place):
    return [entry.text for entry in convert_config("boto.cfg", text).entries if entry.place is place]


def remark(text):
    [only] = convert_config("boto.cfg", text).remarks
    return only


def test_values_are_those_that_boto_2_reads(tmp_path):
    path = tmp_path / "boto.cfg"
    path.write_text(EVERYTHING)
    boto_2 = BotoTwoConfig(path=str(path))
    settings = read_config(str(path), EVERYTHING).settings
    assert len(settings) == 22
    for setting in settings:
        assert setting.value == boto_2.get(setting.section, setting.option)
        assert setting.option in EVERYTHING.splitlines()[setting.line - 1]


def test_botocore_understands_what_goes_into_the_files(tmp_path, monkeypatch):
    report = convert_config("boto.cfg", EVERYTHING)
    for place, name in ((Place.CONFIG_FILE, "config"), (Place.CREDENTIALS_FILE, "credentials")):
        profiles = defaultdict(list)
        for entry in report.entries:
            if entry.place is place:
                profiles[entry.scope].append(entry.text)
        sections = ["\n".join([f"[{profile}]", *lines]) for profile, lines in profiles.items()]
        (tmp_path / name).write_text("\n".join(sections))
    for variable in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    session = boto3.Session()
    client = session.client("s3", region_name="us-east-1")
    assert client.meta.config.retries == {"mode": "standard", "total_max_attempts": 7}
    assert client.meta.config.s3 == {"addressing_style": "path"}
    assert session._session.get_config_variable("metadata_service_timeout") == 3
    assert session._session.get_config_variable("metadata_service_num_attempts") == 2
    assert session._session.get_config_variable("ca_bundle") == "/etc/ca.pem"
    assert session.get_credentials().method == "shared-credentials-file"
    assert boto3.Session(profile_name="dev").get_credentials().token == "********"


def test_config_arguments_are_arguments_of_config():
    source = ", ".join(entries(EVERYTHING.replace("topsecret%%pass", "x"), Place.CONFIG_ARGUMENT))
    config = eval(f"Config({source})", {"Config": Config})
    assert (config.connect_timeout, config.read_timeout) == (5, 5)
    assert config.retries == {"total_max_attempts": 7, "mode": "standard"}
    assert config.request_checksum_calculation == "when_required"
    assert config.proxies["https"] == "http://me:********@proxy.example:3128"


def test_client_arguments():
    assert entries(EVERYTHING, Place.CLIENT_ARGUMENT) == [
        'verify="/etc/ca.pem"',
        'region_name="eu-west-1"',
        "use_ssl=False",
        'endpoint_url="http://objects.example"',
    ]


def test_secrets_are_never_printed():
    text = render(convert_config("boto.cfg", EVERYTHING))
    assert "topsecret" not in text
    assert "EXAMPLE" not in text
    assert "AKIADEV" not in text


def test_every_line_says_where_it_came_from():
    for entry in convert_config("etc/boto.cfg", EVERYTHING).entries:
        assert entry.sources
    text = render(convert_config("etc/boto.cfg", EVERYTHING))
    assert "# [Boto] num_retries (etc/boto.cfg:11)\nmax_attempts = 7\n# [Boto] num_retries" in text
    assert "connect_timeout=5,  # [Boto] http_socket_timeout (etc/boto.cfg:12)" in text


def test_the_rendering_can_be_pasted_into_a_file(tmp_path):
    """The ~/.aws parser keeps comments behind a value as part of it, so there are none."""
    text = render(convert_config("boto.cfg", "[Boto]\nnum_retries = 2\n"))
    section = text.partition("[default]\n")[2].partition("\n\n")[0]
    assert [line for line in section.splitlines() if not line.startswith("#")] == [
        "max_attempts = 3",
        "retry_mode = standard",
    ]
    environment = [line for line in text.splitlines() if line.startswith("AWS_")]
    assert [shlex.split(line, comments=True) for line in environment] == [
        ["AWS_MAX_ATTEMPTS=3"],
        ["AWS_RETRY_MODE=standard"],
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Boto]\nhttps_validate_certificates = False\n", "verify=False would really stop it"),
        ("[Boto]\nkey_buffer_size = 1\n", "chunk size"),
        ("[Boto]\nnum_retries = many\n", "has to be a whole number"),
        ("[Boto]\nproxy_port = 80\n", "no effect without proxy"),
        ("[Boto]\nproxy =\n", "proxy is empty"),
        ("[Boto]\nis_secure = maybe\n", "boto 2 failed on this value"),
        ("[DEFAULT]\nmine = 1\n[Boto]\n", "configparser"),
        ("[s3]\ncalling_format = boto.s3.connection.VHostCallingFormat\n", "no counterpart"),
        ("[boto]\nnum_retries = 1\n", "boto 2 reads [Boto]"),
        ("[Mine]\nanything = 1\n", "configparser"),
        ("[Mine]\nshare = 50%\n", "could not resolve"),
        ("[Credentials]\nkeyring = login\n", "credential_process"),
        ("[logger_root]\nlevel = DEBUG\n", "fileConfig"),
    ],
)
def test_what_has_no_counterpart_is_said_in_a_sentence(text, words):
    lost = remark(text)
    assert lost.fate is Fate.LOST
    assert words in lost.message
    assert not convert_config("boto.cfg", text).complete


@pytest.mark.parametrize("text", ["[s3]\nuse-sigv4 = True\n", "[Boto]\nec2_version = 2010-08-31\n"])
def test_what_is_not_needed_does_not_make_the_answer_incomplete(text):
    assert remark(text).fate is Fate.NEEDLESS
    assert convert_config("boto.cfg", text).complete


def test_imported_files_come_first_and_say_when_boto_2_ignored_them(tmp_path):
    (tmp_path / "base.cfg").write_text("[Boto]\nnum_retries = 1\nhttp_socket_timeout = 9\n")
    path = tmp_path / "boto.cfg"
    path.write_text("#import base.cfg\n[Boto]\nnum_retries = 4\n")
    report = convert_config(str(path), path.read_text())
    assert [entry.text for entry in report.entries if entry.place is Place.CONFIG_ARGUMENT] == [
        'retries={"total_max_attempts": 5, "mode": "standard"}',
        "connect_timeout=9",
        "read_timeout=9",
    ]
    boto_2 = BotoTwoConfig(path=str(path))
    assert (boto_2.get("Boto", "num_retries"), boto_2.get("Boto", "http_socket_timeout")) == ("4", "9")
    assert "BOTO_CONFIG it was a comment" in report.notes[0].message


def test_defaults_stand_in_every_section(tmp_path):
    text = "[DEFAULT]\nnum_retries = 4\nzone = eu-west-1\n[Boto]\nec2_region_name = %(zone)s\n[GSUtil]\nx = 1\n"
    report = convert_config("boto.cfg", text)
    assert 'retries={"total_max_attempts": 5, "mode": "standard"}' in [entry.text for entry in report.entries]
    assert "[Boto] num_retries (boto.cfg:2)" in render(report)
    assert "[DEFAULT] zone (boto.cfg:3):" in render(report)
    assert "[GSUtil] x (boto.cfg:7):" in render(report)
    path = tmp_path / "boto.cfg"
    path.write_text(text)
    assert BotoTwoConfig(path=str(path)).get("Boto", "num_retries") == "4"


def test_a_proxy_that_is_a_url_is_taken_apart_and_its_password_not_shown():
    text = "[Boto]\nproxy = http://me:topsecret@proxy.example:8080/\n"
    assert entries(text, Place.ENVIRONMENT)[0] == "HTTPS_PROXY=http://me:********@proxy.example:8080"
    assert "topsecret" not in render(convert_config("boto.cfg", text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_line_ends_and_encodings(tmp_path, end):
    text = end.join(
        ["[Credentials]", "AWS_Access_Key_Id=AKIAX", "# caf\u00e9", "aws_secret_access_key : topsecret\u00e9"]
    )
    path = tmp_path / "boto.cfg"
    path.write_bytes(("\ufeff" + text).encode("utf-8") if end == "\n" else text.encode("latin-1"))
    report = convert_config(str(path), read_text(str(path)))
    assert [one.text for one in report.entries] == [
        "aws_access_key_id = AKIA********",
        "aws_secret_access_key = ********",
    ]
    assert [source.line for entry in report.entries for source in entry.sources] == [2, 4]
    assert [note.message for note in report.notes if "byte order mark" in note.message] == (
        ["the file begins with a byte order mark, on which boto 2 failed."] if end == "\n" else []
    )


def test_a_line_that_cannot_be_read_is_named_and_not_shown():
    with pytest.raises(UnreadableConfig, match=r"^boto\.cfg cannot be read: line 2 is neither a section nor an option"):
        convert_config("boto.cfg", "[Credentials]\ntopsecret\n")


def test_only_line_feeds_end_lines():
    """As in configparser; a form feed in a comment would shift the lines, and make options of what are none."""
    text = "[Boto]\n# a\x0cb = 1\nnum_retries = 2\n"
    assert [setting.where for setting in read_config("boto.cfg", text).settings] == ["boto.cfg:3"]


def test_an_import_that_is_missing_or_circular_is_no_accident(tmp_path):
    path = tmp_path / "boto.cfg"
    path.write_text("#import boto.cfg\n#import gone.cfg\n[Boto]\ndebug = 1\n")
    messages = [note.message for note in convert_config(str(path), path.read_text()).notes]
    assert any("gone.cfg cannot be read" in message for message in messages)


def test_a_comment_behind_a_value_is_read_as_python_2_did():
    report = convert_config("boto.cfg", "[Boto]\nnum_retries = 3 ; was 5\n")
    assert 'retries={"total_max_attempts": 4, "mode": "standard"}' in [entry.text for entry in report.entries]
    assert "Python 2" in report.notes[0].message


def test_a_file_that_is_no_configuration_is_refused_in_one_sentence():
    with pytest.raises(UnreadableConfig, match=r"^boto\.cfg cannot be read: File contains no section headers\.$"):
        convert_config("boto.cfg", "num_retries = 1\n")


@pytest.mark.parametrize(
    ("host", "region"),
    [
        ("s3.amazonaws.com", "us-east-1"),
        ("s3-external-1.amazonaws.com", "us-east-1"),
        ("s3-eu-west-1.amazonaws.com", "eu-west-1"),
        ("s3.dualstack.us-west-2.amazonaws.com", "us-west-2"),
        ("s3.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        ("s3-us-gov-west-1.amazonaws.com", "us-gov-west-1"),
        ("eu-west-1.elasticmapreduce.amazonaws.com", "eu-west-1"),
        ("ec2.ap-southeast-2.amazonaws.com", "ap-southeast-2"),
        ("objects.example", None),
        ("amazonaws.com.example", None),
    ],
)
def test_region_of_host(host, region):
    assert region_of_host(host) == region


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # boto 2: escapes in plain strings
def test_every_option_that_boto_2_reads_has_a_row():
    """The options named in boto 2's own source, apart from those whose section a subclass chooses."""
    import ast
    import pathlib

    import boto

    missing = []
    for file in pathlib.Path(boto.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("get", "get_value", "getint", "getbool", "getfloat", "getboolean", "has_option")
                and ast.unparse(node.func.value) in ("config", "boto.config")
                and len(node.args) > 1
                and all(isinstance(argument, ast.Constant) for argument in node.args[:2])
            ):
                section, option = (argument.value for argument in node.args[:2])
                if find_option(section, option) is None:
                    missing.append((section, option))
    assert missing == []


def test_arguments_for_a_setting_made_in_code():
    lines = config_arguments("Boto", "http_socket_timeout", "5")
    assert [f"{line.name}={line.value}" for line in lines] == ["connect_timeout=5", "read_timeout=5"]
    assert config_arguments("Boto", "num_retries", "x") == ()
    assert config_arguments("Mine", "num_retries", "1") == ()


def test_advice_is_one_sentence():
    for row in OPTIONS:
        assert row.advice.endswith(".")
        assert row.advice[0].isupper() or row.advice.startswith(("boto", "num_retries", "botocore", "`"))


def test_a_file_in_the_code_base_gives_findings_without_values():
    findings = config_findings("etc/boto.cfg", EVERYTHING)
    assert {finding.rule for finding in findings} == {"config.boto-cfg", "config.credentials"}
    assert not any("topsecret" in finding.message or "AKIA" in finding.message for finding in findings)
    lines = [finding.line for finding in findings if finding.rule == "config.credentials"]
    assert [EVERYTHING.splitlines()[line - 1].split()[0].rstrip(":") for line in lines] == [
        *("aws_access_key_id", "aws_secret_access_key"),
        *("aws_access_key_id", "aws_secret_access_key", "aws_security_token"),
        "proxy_pass",
    ]
    [broken] = config_findings("boto.cfg", "no section\n")
    assert "cannot be read" in broken.message


@pytest.mark.parametrize(
    ("path", "expected"),
    [("etc/boto.cfg", True), (".boto", True), ("a\\.boto", True), ("boto.py", False), ("my-boto.cfg", False)],
)
def test_names_of_configuration_files(path, expected):
    assert is_boto_config(path) is expected
