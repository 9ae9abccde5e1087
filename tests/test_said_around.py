"""What a person is told about a program's surroundings where nothing can be rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from codemods.model import Status
from tests.helpers import findings_here, migrated, run_files, run_text


def said(text: str, rule: str) -> list[tuple[int, str]]:
    """Line and text of the findings of a rule."""
    return [(finding.line, finding.message) for finding in findings_here(text) if finding.rule == rule]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("BOTO_CONFIG", "access keys of [Credentials] only"),
        ("BOTO_PATH", "does not read these files"),
        ("BOTO_ENDPOINTS", "endpoint_url"),
    ],
)
@pytest.mark.parametrize("how", ["os.environ['%s'] = x", "os.environ.setdefault('%s', x)", "os.putenv('%s', x)"])
def test_variables_that_name_files_of_boto_2(name: str, words: str, how: str) -> None:
    text = f"import os\nx = 'file'\n{how % name}\nimport boto\nprint(boto.connect_s3().get_all_buckets())\n"
    [(line, message)] = said(text, "config.environment")
    assert line == 3
    assert words in message
    assert how % name in migrated(text)


def test_a_switch_for_endpoints_goes() -> None:
    text = "import os\nos.environ['BOTO_USE_ENDPOINT_HEURISTICS'] = 'True'\nimport boto\nboto.connect_s3()\n"
    assert "HEURISTICS" not in migrated(text)


def test_credentials_of_the_instance_in_the_environment() -> None:
    text = (
        "import os\nimport boto\nfrom boto.utils import get_instance_metadata\n"
        "creds = get_instance_metadata()['iam']['security-credentials']['role']\n"
        "os.environ['AWS_ACCESS_KEY_ID'] = creds['AccessKeyId']\n"
        "os.environ['AWS_SECRET_ACCESS_KEY'] = other = 'x'\n"
        "print(boto.connect_s3().get_all_buckets())\n"
    )
    assert [line for line, _ in said(text, "config.environment")] == [5]


SHARED = """import boto
bucket = boto.connect_s3().get_bucket("b")
headers = {"Cache-Control": "no-cache"}
bucket.new_key("a").set_contents_from_string("1", headers=headers, policy="public-read")
bucket.new_key("b").set_contents_from_string("2", %s)
"""


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        ("headers", [5]),
        ("headers=headers", [5]),
        ("headers=headers, policy=None", [5]),
        ("headers=headers, policy='private'", []),
        ("headers=dict(headers)", []),
    ],
)
def test_headers_that_boto_2_added_to(arguments: str, lines: list[int]) -> None:
    assert [line for line, _ in said(SHARED % arguments, "s3.shared-headers")] == lines


def test_the_report_says_once_what_handlers_catch_besides(tmp_path: Path) -> None:
    text = "import boto\nfrom boto.exception import %s\n\n\ntry:\n    boto.connect_s3().get_bucket('a')\n"
    text += "except %s as e:\n    print(e.status)\n"
    files = {f"{name}.py": text % (name, name) for name in ("BotoServerError", "EC2ResponseError", "S3ResponseError")}
    results = run_files(tmp_path, files)
    lines = {name: [f.line for f in each.findings if f.rule == "errors.exhausted"] for name, each in results.items()}
    assert lines == {"BotoServerError.py": [], "EC2ResponseError.py": [7], "S3ResponseError.py": []}


MANUAL = {
    "import boto\nboto.UserAgent = 'me'\n": "patched-module",
    "import boto\nprint(boto.UserAgent)\n": "boto.UserAgent",
    "import boto.plugin\nboto.plugin.load_plugins({})\n": "boto.plugin.load_plugins",
    "from boto.handler import XmlHandler\nXmlHandler(None, None)\n": "boto.handler.XmlHandler",
    "from boto.resultset import ResultSet\nResultSet()\n": "boto.resultset.ResultSet",
    "from boto.jsonresponse import Element\nElement()\n": "boto.jsonresponse.Element",
    "from boto.utils import RequestHook\nclass Hook(RequestHook):\n    pass\n": "subclass",
    "import boto\nboto.connect_s3().set_request_hook(None)\n": "s3.Connection.set_request_hook",
    "import boto\nboto.storage_uri('s3://b/k')\n": "boto.storage_uri",
    "import boto\nboto.connect_rds().get_all_dbinstances()\n": "other-services",
    "from boto.manage.server import Server\nServer.find()\n": "other-services",
    "from boto.sdb.db.model import Model\nclass Thing(Model):\n    pass\n": "other-services",
    "from boto.utils import LRUCache\nLRUCache(2)\n": "boto.utils.LRUCache",
    "from boto.utils import Password\nPassword()\n": "boto.utils.Password",
    "from boto.utils import ShellCommand\nShellCommand('ls')\n": "boto.utils.ShellCommand",
    "from boto.utils import notify\nnotify('x')\n": "boto.utils.notify",
    "import boto\nboto.config.set('Boto', 'metadata_service_timeout', '1')\n": "config.Config.set",
    "import boto\nfor k in 'ab':\n    boto.config.set('Credentials', 'aws_access_key_id', k)\n": "config.Config.set",
    "import boto\nboto.config.dump()\n": "config.Config.dump",
}
"""Uses that are left to a person, and the rule that says what to do."""


@pytest.mark.parametrize(("text", "rule"), MANUAL.items(), ids=list(MANUAL.values()))
def test_what_is_left_is_marked(text: str, rule: str) -> None:
    assert rule in {site.rule for site in run_text(text).sites if site.status is Status.FLAGGED}
    assert f"# TODO(boto3ify): {rule} " in migrated(text)


@pytest.mark.parametrize("name", ["Version", "__version__"])
def test_checks_of_the_version_go_as_on_the_last_release(name: str) -> None:
    text = f"import boto\nNEW = tuple(int(part) for part in boto.{name}.split('.')) >= (2, 9)\n"
    namespace: dict[str, object] = {}
    exec(migrated(text), namespace)
    assert namespace["NEW"] is True
