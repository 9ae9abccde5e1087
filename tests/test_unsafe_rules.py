"""Published rewrites that change what a program does: one test for each, on what this tool writes instead.

The sources are AWS's guide "Migrating from Boto 2.x" and its published transformation rules. Each program is migrated
and run on boto3 against moto; what it has to do is what boto 2 did.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from tests.helpers import migrated

IMAGE = "ami-12c6146b"
SESSION = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing", "region_name": "us-east-1"}


@pytest.fixture(autouse=True)
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    with mock_aws():
        yield


def run(program: str) -> dict[str, Any]:
    """The names that a program leaves behind, after its migration."""
    text = migrated(program)
    assert "TODO(boto3ify)" not in text
    names: dict[str, Any] = {"__name__": "program"}
    exec(compile(text, "program.py", "exec"), names)
    return names


def s3() -> Any:
    client = boto3.client("s3", **SESSION)
    client.create_bucket(Bucket="nightly")
    return client


def instances(count: int) -> list[str]:
    ec2 = boto3.client("ec2", **SESSION)
    made = ec2.run_instances(ImageId=IMAGE, MinCount=count, MaxCount=count)["Instances"]
    return [instance["InstanceId"] for instance in made]


def states() -> set[str]:
    reservations = boto3.client("ec2", **SESSION).describe_instances()["Reservations"]
    return {instance["State"]["Name"] for reservation in reservations for instance in reservation["Instances"]}


def test_metadata_does_not_empty_the_object() -> None:
    client = s3()
    client.put_object(Bucket="nightly", Key="dump", Body=b"content", ContentType="text/plain")
    run(
        "import boto\nkey = boto.connect_s3().get_bucket('nightly').get_key('dump')\nkey.set_metadata('owner', 'ops')\n"
    )
    found = client.get_object(Bucket="nightly", Key="dump")
    assert (found["Body"].read(), found["ContentType"], found["Metadata"]) == (b"content", "text/plain", {})


@pytest.mark.parametrize("action", ["stop", "terminate"])
@pytest.mark.parametrize("ids", ["[]", "[i.id for i in conn.get_only_instances() if i.tags.get('idle')]"])
def test_an_empty_list_touches_no_instance(action: str, ids: str) -> None:
    instances(3)
    program = f"import boto.ec2\nconn = boto.ec2.connect_to_region('us-east-1')\nids = {ids}\n"
    try:
        run(f"{program}conn.{action}_instances(instance_ids=ids)\n")
    except Exception as error:  # EC2 refuses a request that names nothing, and so does moto: what counts is the state
        assert "nstance" in str(error)
    assert states() == {"running"}


def test_one_image_runs_one_instance() -> None:
    run(f"import boto\nmade = boto.connect_ec2().run_instances('{IMAGE}')\n")
    reservations = boto3.client("ec2", **SESSION).describe_instances()["Reservations"]
    assert [len(reservation["Instances"]) for reservation in reservations] == [1]


def test_metadata_that_is_not_there_is_none() -> None:
    s3().put_object(Bucket="nightly", Key="dump", Body=b"x", Metadata={"owner": "ops"})
    names = run(
        "import boto\nkey = boto.connect_s3().get_bucket('nightly').get_key('dump')\n"
        "owner, other = key.get_metadata('owner'), key.get_metadata('other')\n"
    )
    assert (names["owner"], names["other"]) == ("ops", None)


def test_lookup_gives_none_or_a_bucket() -> None:
    s3()
    names = run(
        "import boto\nconn = boto.connect_s3()\nfound = conn.lookup('nightly').name\nother = conn.lookup('elsewhere')\n"
    )
    assert (names["found"], names["other"]) == ("nightly", None)


def test_get_key_gives_none() -> None:
    s3().put_object(Bucket="nightly", Key="here", Body=b"x")
    names = run(
        "import boto\nbucket = boto.connect_s3().get_bucket('nightly')\n"
        "found, other = [bool(bucket.get_key(name)) for name in ('here', 'gone')]\n"
    )
    assert (names["found"], names["other"]) == (True, False)


def test_status_of_all_instances() -> None:
    ids = instances(12)
    names = run(
        "import boto\nconn = boto.connect_ec2()\npages = [status.id for status in conn.get_all_instance_status()]\n"
    )
    assert sorted(names["pages"]) == sorted(ids)


def test_an_option_of_the_configuration_stays_a_string(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "boto.cfg"
    path.write_text("[Credentials]\naws_access_key_id = THEKEY\n")
    monkeypatch.setenv("BOTO_CONFIG", str(path))
    names = run("import boto\nkey = boto.config.get('Credentials', 'aws_access_key_id')\n")
    assert names["key"] == "THEKEY"


def test_a_volume_is_made_in_the_zone_that_was_given() -> None:
    ec2 = boto3.client("ec2", **SESSION)
    volume = ec2.create_volume(Size=1, AvailabilityZone="us-east-1a")["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    names = run(
        f"import boto\nsnapshot = boto.connect_ec2().get_all_snapshots(['{snapshot}'])[0]\n"
        "zone = snapshot.create_volume('us-east-1b').zone\n"
    )
    assert names["zone"] == "us-east-1b"
    assert "us-west-2a" not in migrated(
        "import boto\nfor s in boto.connect_ec2().get_all_snapshots():\n    s.create_volume('us-west-2')\n"
    )


def test_a_reservation_stays_a_reservation() -> None:
    ids = instances(2)
    names = run(
        "import boto\nfound = {}\nfor reservation in boto.connect_ec2().get_all_instances():\n"
        "    found[reservation.id] = [instance.id for instance in reservation.instances]\n"
    )
    assert list(names["found"].values()) == [ids]
    assert all(name.startswith("r-") for name in names["found"])
