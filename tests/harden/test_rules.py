"""What holds for every rule and for the whole stage: ids, examples, lines, bytes, --only, and boto 2 beside it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from codemods.harden import RULES
from codemods.harden.flow import _TELLING
from codemods.harden.model import GROUP, Rule
from codemods.model import Status
from codemods.pipeline import harden, harden_text, migrate, migrate_text
from codemods.report import headline, summary_lines
from codemods.service_models import method_name, operations
from codemods.settings import ClientConfig, Settings
from tests.harden.test_cases import FILES, hardened
from tests.helpers import read_case

_COMMON = """
    acm autoscaling cloudformation cloudfront cloudwatch dynamodb ecr ecs efs eks elasticache elb elbv2 emr
    fsx glue iam kinesis kms lambda logs neptune rds redshift route53 s3 secretsmanager sns sqs ssm sts
""".split()
"""Services whose methods could be meant; all others were compared by hand."""
CLIENT = 'import boto3\n\ns3 = boto3.client("s3")\n'


def test_ids_are_unique_and_in_the_group() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith(f"{GROUP}.") for id in ids)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_is_about(rule: Rule) -> None:
    """`before` is a program in which the rule fires; what it becomes is fine with the rule, or marked."""
    assert rule.title and rule.explanation.endswith(".")
    ast.parse(rule.after if not rule.after.startswith("except") else f"try:\n    pass\n{rule.after}")
    sites = harden_text("example.py", rule.before.encode(), Settings()).sites
    assert rule.id in {site.rule for site in sites}


@pytest.fixture(scope="module")
def fired() -> dict[str, set[Path]]:
    """The cases in which each rule has something to say."""
    found: dict[str, set[Path]] = {}
    for path in FILES:
        before, _ = read_case(path)
        for site in harden_text("case.py", before.encode(), Settings()).sites:
            found.setdefault(site.rule, set()).add(path)
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_cases(rule: Rule, fired: dict[str, set[Path]]) -> None:
    """One in which it fires, and one beside it in which it does not."""
    fires = fired[rule.id]
    assert any(other not in fires for path in fires for other in FILES if other.parent == path.parent)


def test_files_without_findings_keep_their_bytes() -> None:
    text = '# -*- coding: latin-1 -*-\r\nimport boto3\r\nNAME = "\xe9"   \r\nprint(boto3.__version__)'
    assert not any(file.changed or file.sites for file in harden_text("a.py", text.encode("latin-1"), Settings()).files)


def test_line_endings_and_encoding_stay() -> None:
    text = '# -*- coding: latin-1 -*-\r\nimport boto3\r\n\r\ns3 = boto3.client("s3")  # \xe9\r\n'
    after = harden_text("a.py", text.encode("latin-1"), Settings()).files[0].after.decode("latin-1")
    assert after.count("\n") == after.count("\r\n") > 4
    assert after.endswith('s3 = boto3.client("s3", config=S3_CONFIG)  # \xe9\r\n')


def test_lines_are_those_of_the_file_before_and_after() -> None:
    text = 'import boto3\n\n\ndef f():\n    s3 = boto3.client("s3", verify=False)\n    return s3\n'
    run = harden_text("a.py", text.encode(), Settings())
    lines = run.files[0].after.decode().splitlines()
    for site in run.sites:
        assert site.line == 5
        assert lines[site.line_after - 1].lstrip().startswith('s3 = boto3.client("s3", verify=False')
    assert {site.status for site in run.sites} == {Status.REWRITTEN, Status.FLAGGED}


def test_lines_behind_a_migration() -> None:
    """Sites of both stages point into the user's file, and into the one that would be written."""
    text = (
        "import boto\nimport boto3\n\n\ndef keys(name):\n    return boto.connect_s3().get_bucket(name).list()\n\n\n"
        'def client():\n    return boto3.client("ec2", verify=False)\n'
    )
    run = migrate_text("a.py", text.encode(), Settings())
    before, after = text.splitlines(), run.files[0].after.decode().splitlines()
    ours = [site for site in run.sites if site.rule.startswith(GROUP)]
    assert {site.rule for site in ours} == {"harden.timeouts.missing", "harden.tls.verify"}
    for site in ours:
        assert "boto3.client" in before[site.line - 1]
        assert 'boto3.client("ec2"' in after[site.line_after - 1]
    for site in set(run.sites) - set(ours):
        if site.service == "s3":
            assert "connect_s3" in before[site.line - 1]
            assert "def keys" not in after[site.line_after - 1] and "list" in "".join(after[site.line_after - 1 :])


def test_only_and_skip() -> None:
    assert hardened(CLIENT, Settings(only=frozenset({"harden.tls"}))) == CLIENT
    assert hardened(CLIENT, Settings(skip=frozenset({"harden.timeouts"}))) == CLIENT
    assert hardened(CLIENT, Settings(skip=frozenset({"harden"}))) == CLIENT
    assert "S3_CONFIG" in hardened(CLIENT, Settings(only=frozenset({"harden.timeouts.missing"})))


def test_settings_choose_the_values() -> None:
    text = hardened(CLIENT, Settings(client_config=ClientConfig(connect_timeout=2, retry_mode="adaptive")))
    assert "connect_timeout=2" in text
    assert "read_timeout=60" in text
    assert '"mode": "adaptive"' in text


def test_emitted_clients_stay_as_they_are() -> None:
    """What the migration writes is resilient already, and a run of these rules alone agrees."""
    text = "import boto\n\n\ndef names():\n    return [b.name for b in boto.connect_s3().get_all_buckets()]\n"
    run = migrate_text("a.py", text.encode(), Settings())
    assert not [site for site in run.sites if site.rule.startswith(GROUP)]
    after = run.files[0].after.decode()
    assert hardened(after) == after


def test_both_in_one_file_share_the_constant() -> None:
    text = (
        "import boto\nimport boto3\n\n\ndef old():\n    return boto.connect_s3().get_bucket('b').get_key('k')\n\n\n"
        "def new():\n    return boto3.client('s3')\n"
    )
    after = migrate_text("a.py", text.encode(), Settings()).files[0].after.decode()
    assert after.count("Config(") == 1
    assert "return boto3.client('s3', config=S3_CONFIG)" in after


def test_marks_of_these_rules_do_not_keep_boto2_code_from_being_migrated() -> None:
    text = (
        "import boto\nimport boto3\n\n\ndef both(key):\n"
        "    return boto.connect_s3().get_bucket('b').get_key(key), boto3.client('s3', verify=False)\n"
    )
    first = hardened(text)
    assert "# TODO(boto3ify): harden.tls.verify" in first
    run = migrate_text("a.py", first.encode(), Settings())
    assert not run.remaining
    assert "import boto\n" not in run.files[0].after.decode()


def test_whole_runs(tmp_path: Path) -> None:
    """`harden` looks at boto3 only; `migrate` at both, also in files that never name boto 2."""
    (tmp_path / "new.py").write_text(CLIENT)
    (tmp_path / "old.py").write_text("import boto\n\nconn = boto.connect_s3()\n")
    (tmp_path / "other.py").write_text("print('boto4')\n")
    (tmp_path / "broken.py").write_text("import boto3\nprint 'x'\n")
    run = harden([str(tmp_path)], Settings())
    assert [Path(file.path).name for file in run.files] == ["broken.py", "new.py"]
    assert [file.failed for file in run.files] == [True, False]
    run = migrate([str(tmp_path)], Settings())
    assert {Path(file.path).name for file in run.files if file.changed} == {"new.py", "old.py"}
    assert headline(run) == "0 uses of boto 2 left: 2 of 2 rewritten."
    assert any(line.startswith("boto3     1 place made resilient") for line in summary_lines(run))


def test_telling_methods_belong_to_one_service() -> None:
    """What an unknown object must be for having such a method; describe_instances is told apart by its arguments."""
    wanted = set(_TELLING) - {"describe_instances"}
    for service in _COMMON:
        names = {method_name(name) for name in operations(service)}
        assert all(_TELLING[name] == service for name in names & wanted), service
    for method, service in _TELLING.items():
        assert method in {method_name(name) for name in operations(service)}
