"""What surrounds the calls, over several files: tests of a program, its settings, its secrets, its dependencies."""

from __future__ import annotations

from pathlib import Path

from codemods.model import FileResult, Status
from tests.helpers import migrated, run_files, run_text


def _texts(results: dict[str, FileResult]) -> dict[str, str]:
    return {name: result.after.decode() for name, result in results.items()}


APP = """import boto


def save(conn, name):
    conn.get_bucket("reports").new_key(name).set_contents_from_string("x")


def main():
    save(boto.connect_s3(), "a")
"""


def test_tests_that_never_name_boto_go_along(tmp_path: Path) -> None:
    results = run_files(
        tmp_path,
        {
            "app.py": APP,
            "tests/conftest.py": "import moto\nimport pytest\nimport boto\n\n\n@pytest.fixture\ndef conn():\n"
            "    with moto.mock_s3():\n        yield boto.connect_s3()\n",
            "tests/test_app.py": "import app\n\n\ndef test_save(conn):\n    conn.create_bucket('reports')\n"
            "    app.save(conn, 'a')\n    assert conn.get_bucket('reports').get_key('a').size == 1\n",
            "tests/test_other.py": "from moto import mock_s3\n\n\n@mock_s3\ndef test_nothing():\n    pass\n",
            "requirements.txt": "boto==2.49.0\nmoto==1.3.16\n",
        },
    )
    after = _texts(results)
    assert "with moto.mock_aws():" in after["tests/conftest.py"]
    assert "_create_bucket(conn, 'reports')" in after["tests/test_app.py"] or (
        "conn.create_bucket(Bucket='reports')" in after["tests/test_app.py"]
    )
    assert after["tests/test_other.py"] == "from moto import mock_aws\n\n\n@mock_aws\ndef test_nothing():\n    pass\n"
    assert after["requirements.txt"].splitlines() == ["boto3>=1.36", "moto>=5.0"]


def test_moto_stays_where_no_test_uses_it(tmp_path: Path) -> None:
    results = run_files(tmp_path, {"app.py": APP, "requirements.txt": "boto==2.49.0\nmoto==1.3.16\n"})
    assert _texts(results)["requirements.txt"].splitlines() == ["boto3>=1.36", "moto==1.3.16"]


def test_old_pythons_are_told_of_beside_the_code_that_moves(tmp_path: Path) -> None:
    """Files that never name boto say which Pythons the project runs on."""
    claims = {
        ".python-version": "2.7.18\n",
        "tox.ini": "[tox]\nenvlist = py27",
        "web/Dockerfile": "FROM python:2.7\n",
    }
    results = run_files(tmp_path, {"pkg/app.py": APP, **claims})
    told = {name for name, result in results.items() for each in result.findings if each.rule == "dependencies.python"}
    assert told == {".python-version", "tox.ini"}


def test_a_project_without_boto_2_keeps_its_moto(tmp_path: Path) -> None:
    assert run_files(tmp_path, {"test_a.py": "from moto import mock_s3\n", "requirements.txt": "moto==1.3.16\n"}) == {}


STAND_IN = """from app import save


class FakeBucket(object):
    def new_key(self, name):
        return self

    def set_contents_from_string(self, text):
        self.text = text


class FakeConnection(object):
    def get_bucket(self, name):
        return FakeBucket()


def test_save():
    save(FakeConnection(), "a")
"""


def test_doubles_of_tests_do_not_blur_the_program(tmp_path: Path) -> None:
    results = run_files(tmp_path, {"app.py": APP, "test_app.py": STAND_IN})
    assert not [site for site in results["app.py"].sites if site.status is Status.FLAGGED]
    bucket, flag = [site for site in results["test_app.py"].sites if site.status is Status.FLAGGED]
    assert {bucket.rule, flag.rule} == {"tests.double"}
    assert bucket.message.startswith("FakeBucket answers boto 2's ")
    assert "FakeConnection stands in for s3.Connection with boto 2's get_bucket" in flag.message
    assert "head_bucket" in flag.message


def test_a_patched_function_is_patched_where_its_helper_stands(tmp_path: Path) -> None:
    results = run_files(
        tmp_path,
        {
            "where.py": "import boto.utils\n\n\ndef zone():\n"
            "    return boto.utils.get_instance_metadata()['placement']['availability-zone']\n",
            "test_where.py": "from unittest import mock\n\nimport where\n\n\n"
            "@mock.patch('boto.utils.get_instance_metadata')\ndef test_zone(get):\n"
            "    get.return_value = {'placement': {'availability-zone': 'x'}}\n    assert where.zone() == 'x'\n\n\n"
            "@mock.patch('where.boto.utils.get_instance_metadata')\ndef test_again(get):\n    assert get\n",
        },
    )
    after = _texts(results)["test_where.py"]
    assert after.count('@mock.patch("where._get_instance_metadata")') == 2


def test_settings_made_in_code_reach_every_config(tmp_path: Path) -> None:
    results = run_files(
        tmp_path,
        {
            "settings.py": "import boto\n\nboto.config.set('Boto', 'num_retries', '2')\n"
            "boto.config.set('Boto', 'http_socket_timeout', '20')\n",
            "app.py": "import boto\n\nprint(boto.connect_ec2().get_all_zones())\n",
        },
    )
    after = _texts(results)
    assert "config.set" not in after["settings.py"]
    assert '"total_max_attempts": 3' in after["app.py"]
    assert "connect_timeout=20" in after["app.py"]
    assert "read_timeout=20" in after["app.py"]


def test_settings_that_disagree_are_left_to_a_person() -> None:
    text = "import boto\n\nboto.config.set('Boto', 'num_retries', '2')\nboto.config.set('Boto', 'num_retries', '3')\n"
    assert [site.status for site in run_text(text).sites if site.rule == "config.Config.set"] == [Status.FLAGGED] * 2


KEY, SECRET = "AKIA" + "Q" * 16, "s" * 20 + "/" * 20


def test_credentials_in_the_source_are_shown_masked() -> None:
    run = run_text(f"import boto\n\nKEY = '{KEY}'\nSECRET_KEY = '{SECRET}'\nconn = boto.connect_s3(KEY, SECRET_KEY)\n")
    found = [finding for finding in run.files[0].findings if finding.rule == "credentials.hard-coded"]
    assert [finding.line for finding in found] == [3, 4]
    said = repr([(finding.message) for finding in run.files[0].findings])
    assert KEY not in said
    assert SECRET not in said
    assert "AKIA********" in said


def test_reading_ends_the_file_unchanged_when_only_the_name_is_alike() -> None:
    text = "import moto_helpers\n\nmoto_helpers.mock_s3()\n"
    assert migrated(text) == text


def test_the_report_says_once_which_errors_pass_by_themselves(tmp_path: Path) -> None:
    text = "import boto\nfrom boto.exception import S3ResponseError\n\n\ntry:\n    boto.connect_s3().get_bucket('a')\n"
    text += "except S3ResponseError:\n    pass\n"
    results = run_files(tmp_path, {"one.py": text, "two.py": text})
    notes = {name: [f for f in each.findings if f.rule == "errors.transient"] for name, each in results.items()}
    assert [finding.line for finding in notes["one.py"]] == [7]
    assert notes["two.py"] == []


def test_the_report_says_once_where_credentials_and_certificates_come_from(tmp_path: Path) -> None:
    """Rows C10, C15 and C19 of the differences: nothing to rewrite, and nobody would guess them."""
    keys = "import boto\n\nboto.connect_s3('a', 'b').get_bucket('c')\n"
    chain = "import boto\n\n\nboto.connect_ec2().get_all_zones()\n"
    results = run_files(tmp_path, {"a.py": keys, "b.py": chain, "c.py": chain})
    notes = {rule: [f for each in results.values() for f in each.findings if f.rule == rule] for rule in ONCE}
    assert [(Path(f.path).name, f.line) for f in notes["credentials.chain"]] == [("b.py", 4)]
    assert "container before" in notes["credentials.chain"][0].message
    assert [(Path(f.path).name, f.line) for f in notes["connections.trust"]] == [("a.py", 3)]
    assert "AWS_CA_BUNDLE" in notes["connections.trust"][0].message and "dots" in notes["connections.trust"][0].message


ONCE = ("credentials.chain", "connections.trust")


def test_classes_whose_getattr_asks_in_circles_are_left(tmp_path: Path) -> None:
    text = """import boto


class Proxy(object):
    def __getattr__(self, name):
        return getattr(self.one, name)


class Other(Proxy):
    def __getattr__(self, name):
        return getattr(self.two, name)


print(Other(boto.connect_s3()).get_all_buckets())
"""
    results = run_files(tmp_path, {"app.py": text})
    assert not results["app.py"].failed
    assert "boto3.client" in _texts(results)["app.py"]
