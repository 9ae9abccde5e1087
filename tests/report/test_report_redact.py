"""Promise 8: no report shows a credential."""

from __future__ import annotations

import html
import json
import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_runs import KEY_ID, PASSWORD, SECRET, full_run, site

from codemods.model import FileResult, Finding, Run, Status
from codemods.report import summary_lines, to_html, to_json, to_markdown, to_sarif
from codemods.report.redact import MASK, Redactor, redact

BASE64 = string.ascii_letters + string.digits + "/+"
repeatable = settings(deadline=None, derandomize=True, max_examples=60)

key_ids = st.builds(
    str.__add__,
    st.sampled_from(["AKIA", "ASIA"]),
    st.text(string.ascii_uppercase + string.digits, min_size=16, max_size=16),
)
aws_secrets = st.text(BASE64, min_size=40, max_size=40).filter(
    lambda text: any(map(str.islower, text)) and any(map(str.isupper, text)) and any(map(str.isdigit, text))
)
tokens = st.text(BASE64, min_size=200, max_size=300).map(lambda text: f"FwoGZXIvYXdzE3{text}")
passwords = st.text(string.ascii_letters + string.digits + "-_.!$^&*", max_size=20).map(lambda text: f"Zq7{text}xY")

CODE_WITH_BOTH = [
    "conn = boto.connect_s3('{id}', '{secret}')\n",
    "conn = EC2Connection(\n    '{id}',\n    '{secret}', region=region)\n",
    "ACCESS, SECRET = '{id}', '{secret}'\n",
    "KEYS = {{'prod': ('{id}', '{secret}')}}\n",
    "os.environ['AWS_ACCESS_KEY_ID'] = '{id}'\nos.environ['AWS_SECRET_ACCESS_KEY'] = '{secret}'\n",
    "# old keys: {id} / {secret}\n",
    '"""\n[Credentials]\naws_access_key_id = {id}\naws_secret_access_key = {secret}\n"""\n',
    "boto.config.set('Credentials', 'aws_secret_access_key', '{secret}')  # of {id}\n",
    "subprocess.call('s3put -a {id} -s {secret} file', shell=True)\n",
    "if __name__ == '__main__': main(['{id}', '{secret}'])\n",
]
CODE_WITH_A_PASSWORD = [
    "password = '{0}'\n",
    'PASSWD = (\n    "{0}"\n)\n',
    "connect(host='h', password=u'{0}')\n",
    "settings = {{'db_password': '{0}'}}\n",
    "settings['secret'] = '{0}'\n",
    "def login(user, pwd='{0}'):\n    pass\n",
    "password: str = '{0}'\n",
    "if password == '{0}':\n    pass\n",
    "boto.connect_s3('short', '{0}')\n",
    "# password = '{0}'\n",
    "url = 'https://user:{0}@example.com/x'\n",
]


def reports(run: Run) -> str:
    """All that is shown of a run, as a reader sees it."""
    data = json.loads(to_json(run))
    sarif = json.loads(to_sarif(run))
    plain = [json.dumps(data, ensure_ascii=False), json.dumps(sarif, ensure_ascii=False), html.unescape(to_html(run))]
    return "\n".join([*plain, to_markdown(run), to_markdown(run).replace("\\", ""), *summary_lines(run)])


def run_about(code: str) -> Run:
    """A run in which a piece of code stands wherever code or text can stand."""
    before, after = "import boto\n" + code, "import boto3\n" + code
    shown = site("a.py", before, "import boto", "boto", Status.REWRITTEN, "imports", "import boto3")
    flagged = replace(shown, status=Status.FLAGGED, before=code, after=code, message=f"look at {code}")
    finding = Finding("a.py", 1, "config", f"found {code}")
    file = FileResult(
        "a.py",
        before.encode(),
        after.encode(),
        (shown, flagged),
        (finding,),
        modernised=f"{before}\n".encode(),
    )
    return Run((file,), 1, hints=(code,))


@repeatable
@given(st.sampled_from(CODE_WITH_BOTH), key_ids, aws_secrets)
def test_aws_keys_are_in_no_report(code: str, key_id: str, secret: str) -> None:
    shown = reports(run_about(code.format(id=key_id, secret=secret)))
    assert key_id not in shown
    assert secret not in shown
    if "{id}" in code:
        assert key_id[:4] + "*" * 16 in shown


@repeatable
@given(st.sampled_from(CODE_WITH_A_PASSWORD), passwords)
def test_passwords_are_in_no_report(code: str, password: str) -> None:
    assert password not in reports(run_about(code.format(password)))


@repeatable
@given(st.sampled_from(["t = '{0}'", "connect(security_token=('{0}'))", "# token: {0}", "f('{0}')"]), tokens)
def test_session_tokens_are_in_no_report(code: str, token: str) -> None:
    shown = reports(run_about(code.format(token)))
    assert token not in shown
    assert token[:60] not in shown


@repeatable
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_masking_keeps_lines_and_is_stable(text: str) -> None:
    code = f"password = '{text}'\n{text}"
    once = Redactor.of([code]).text(code)
    assert [line.count("") > 0 for line in once.split("\n")] == [True] * (code.count("\n") + 1)
    assert Redactor.of([once]).text(once) == once


def test_a_value_is_masked_where_no_name_tells() -> None:
    run = run_about("password = 'correct-horse-battery'\nprint('correct-horse-battery')\n# correct-horse-battery\n")
    assert "correct-horse" not in reports(run)


def test_the_sample_is_free_of_its_secrets() -> None:
    shown = reports(full_run())
    assert not [secret for secret in (KEY_ID, SECRET, PASSWORD) if secret in shown]
    assert "AKIA****************" in shown


def test_bytes_and_encoding_survive() -> None:
    before, after = full_run(), redact(full_run())
    for file, clean in zip(before.files[1:], after.files[1:], strict=True):
        assert clean.before.count(b"\r\n") == file.before.count(b"\r\n")
        assert clean.before.count(b"\n") == file.before.count(b"\n")
    assert "précis".encode("latin-1") in after.files[2].after


@pytest.mark.parametrize(
    "code",
    [
        "def get_password():\n    '''Asks for it.'''\n",
        "class Password:\n    'A password.'\n",
        "password = getpass.getpass('Password: ')\n",
        "parser.add_option('--secret-key', '-s', help='The secret key of the account')\n",
        "NAMES = ['aws_access_key_id', 'aws_secret_access_key', 'region']\n",
        "secret_key_option = 'aws_secret_access_key'\n",
        "sha = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'\n",
        "boto.ec2.connect_to_region('us-east-1', profile_name='prod')\n",
        "conn.get_object(Bucket='bucket', Key='some/long/path/of/a/key/in/the/bucket.txt')\n",
        "url = 'https://%s:%s@%s/' % (user, password, host)\n",
        "url = 's3://bucket/path@2x.png'\n",
        "token = 'NAME'\n",
        "next_token = response['NextToken']\n",
        "password = os.environ['DB_PASSWORD']\n",
        "http.client.HTTPConnection('example.com', '8080')\n",
        "ERRORS = ['ItemCollectionSizeLimitExceededException', 'x']\n",
        "ignore = ['AWSAccessKeyId', 'SignatureMethod']\n",
        "image_id = 'ami-0123456789abcdef0'\n",
    ],
)
def test_what_is_no_secret_stays(code: str) -> None:
    assert Redactor.of([code]).text(code) == code


def test_a_word_can_be_a_password() -> None:
    code = "proxy = 'http://me:Hunter@proxy:8080'\n"
    assert Redactor.of([code]).text(code) == code.replace("Hunter", MASK)


def test_private_keys_lose_their_body_and_no_line() -> None:
    pem = "KEY = '''-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----'''\n"
    masked = Redactor.of([pem]).text(pem)
    assert "MIIEow" not in masked
    assert masked.count("\n") == pem.count("\n")


def test_plain_data_is_masked_by_name_and_by_value() -> None:
    redactor = Redactor.of([f"secret = '{SECRET}'"])
    data = {"wire": [{"Password": "x", "header": f"AWS {KEY_ID}:abc", "body": f"<{SECRET}>", "count": 3}]}
    assert redactor.plain(data) == {
        "wire": [{"Password": MASK, "header": "AWS AKIA****************:abc", "body": f"<{MASK}>", "count": 3}]
    }
