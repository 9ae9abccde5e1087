"""Planted wrong migrations: the right one with one edit. docs/verify.md is made from this."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("faults")


@dataclass(frozen=True)
class Program:
    """A small program before and after its migration, in faults/<name>."""

    name: str
    command: tuple[str, ...]

    @property
    def before(self) -> Path:
        """The tree on boto 2."""
        return FOLDER / self.name / "before"

    @property
    def after(self) -> Path:
        """The right migration."""
        return FOLDER / self.name / "after"

    @property
    def setup(self) -> Path:
        """What prepares the fake."""
        return FOLDER / self.name / "setup.py"

    @property
    def module(self) -> str:
        """The file that the faults edit."""
        return f"{self.name}.py"


PUBLISH = Program("publish", ("python", "publish.py"))
FLEET = Program("fleet", ("python", "fleet.py"))
SURVEY = Program("survey", ("python", "survey.py"))  # many different calls, for many rules
PROGRAMS = (PUBLISH, FLEET, SURVEY)


@dataclass(frozen=True)
class Fault:
    """Replace `right` by `wrong` in the migrated file. `seen`: the first difference; `missed`: why none."""

    program: Program
    name: str
    right: str
    wrong: str
    seen: str = ""
    missed: str = ""


FAULTS = (
    Fault(
        PUBLISH,
        "wrong key",
        'Key="site/" + name',
        'Key="sites/" + name',
        seen="PutObject differs in Key.",
    ),
    Fault(
        PUBLISH,
        "key with the slash that boto 2 took off",
        'Key="site/" + name',
        'Key="/site/" + name',
        seen="PutObject differs in Key.",
    ),
    Fault(
        PUBLISH,
        "content type lost",
        ('                ContentType=mimetypes.guess_type(path)[0] or "application/octet-stream",\n'),
        "",
        seen="PutObject differs in ContentType.",
    ),
    Fault(
        PUBLISH,
        "metadata that was not there before",
        'Metadata={"release": "7"},',
        'Metadata={"release": "7", "content-language": "en"},',
        seen="PutObject differs in Metadata.content-language.",
    ),
    Fault(
        PUBLISH,
        "public object made private",
        '                ACL="public-read",\n',
        "",
        seen="PutObject differs in ACL.",
    ),
    Fault(
        PUBLISH,
        "emptied body",
        "Body=body,",
        'Body=b"",',
        seen="PutObject differs in Body.",
    ),
    Fault(
        PUBLISH,
        "one page only",
        ('for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="site/old"):'),
        'for page in [s3.list_objects_v2(Bucket=bucket, Prefix="site/old")]:',
        seen="ListObjects differs in the pages read.",
    ),
    Fault(
        PUBLISH,
        "prefix lost, so that more is deleted",
        'paginate(Bucket=bucket, Prefix="site/old")',
        "paginate(Bucket=bucket)",
        seen="ListObjects differs in Prefix.",
    ),
    Fault(
        PUBLISH,
        "missing delete",
        's3.delete_object(Bucket=bucket, Key=key["Key"])',
        "pass",
        seen="DeleteObject is not made any more.",
    ),
    Fault(
        PUBLISH,
        "copy the wrong way round",
        ('Key="site/previous.json",\n        CopySource={"Bucket": bucket, "Key": "site/manifest.json"},'),
        ('Key="site/manifest.json",\n        CopySource={"Bucket": bucket, "Key": "site/previous.json"},'),
        seen="CopyObject differs in CopySource, Key, the answer.",
    ),
    Fault(
        PUBLISH,
        "copy keeps the old metadata",
        '        MetadataDirective="REPLACE",\n',
        "",
        seen="CopyObject differs in MetadataDirective.",
    ),
    Fault(
        PUBLISH,
        "metadata of the key not sent again",
        '        Metadata=key["Metadata"],\n',
        "",
        seen="PutObject differs in Metadata.",
    ),
    Fault(
        PUBLISH,
        "replace=False forgotten",
        'if head_or_none(bucket, "lock") is None:',
        "if True:",
        seen="HeadObject is not made any more.",
    ),
    Fault(
        PUBLISH,
        "delete marker in place of a deleted version",
        's3.delete_object(Bucket=bucket, Key="state", VersionId=version)',
        's3.delete_object(Bucket=bucket, Key="state")',
        seen="DeleteObject differs in VersionId.",
    ),
    Fault(
        PUBLISH,
        "bytes printed for text",
        ('VersionId=version)["Body"].read().decode())\n    s3.delete_object'),
        'VersionId=version)["Body"].read())\n    s3.delete_object',
        seen="The standard output differs from line 1.",
    ),
    Fault(
        PUBLISH,
        "URL that ends too soon",
        "ExpiresIn=600",
        "ExpiresIn=60",
        seen="The standard output differs from line 3.",
    ),
    Fault(
        PUBLISH,
        "wrong region",
        'region_name="us-east-1"',
        'region_name="eu-west-1"',
        seen="HeadBucket differs in the region.",
    ),
    Fault(
        PUBLISH,
        "plain HTTP",
        'boto3.client("s3",',
        'boto3.client("s3", use_ssl=False,',
        seen="HeadBucket differs in the scheme.",
    ),
    Fault(
        PUBLISH,
        "unsigned requests",
        "config=Config(retries",
        "config=Config(signature_version=__import__('botocore').UNSIGNED, retries",
        seen="HeadBucket differs in the signature.",
    ),
    Fault(
        PUBLISH,
        "error of a missing bucket not caught",
        "except ClientError as error:\n        print(",
        "except s3.exceptions.NoSuchBucket as error:\n        print(",
        seen=(
            "The command ends with exit code 1: botocore.exceptions.ClientError: An error occurred (404) "
            "when calling the HeadBucket operation: Not Found instead of exit code 0."
        ),
    ),
    Fault(
        PUBLISH,
        "file written under another name",
        '"downloaded.css")',
        '"download.css")',
        seen="download.css is written in addition.",
    ),
    Fault(
        FLEET,
        "region left to the environment",
        'boto3.client("ec2", region_name="us-west-2",',
        'boto3.client("ec2",',
        seen="CreateKeyPair differs in the region.",
    ),
    Fault(
        FLEET,
        "MaxCount 5",
        "MaxCount=2",
        "MaxCount=5",
        seen="RunInstances differs in MaxCount.",
    ),
    Fault(
        FLEET,
        "terminate widened to every machine",
        ('ec2.terminate_instances(InstanceIds=[i["InstanceId"] for i in instances if i["InstanceId"] != first])'),
        ('boto3.resource("ec2", region_name="us-west-2").instances.filter(InstanceIds=[]).terminate()'),
        seen="TerminateInstances differs in InstanceIds[0], InstanceIds[1], InstanceIds[2].",
    ),
    Fault(
        FLEET,
        "stop and terminate swapped",
        "ec2.stop_instances(",
        "ec2.terminate_instances(",
        seen="StopInstances is not made any more.",
    ),
    Fault(
        FLEET,
        "disk deleted with the machine",
        ', "DeleteOnTermination": False',
        "",
        seen="RunInstances differs in BlockDeviceMappings[0].Ebs.DeleteOnTermination.",
    ),
    Fault(
        FLEET,
        "user data encoded twice",
        'UserData="#!/bin/sh\\necho hello\\n"',
        'UserData=__import__("base64").b64encode(b"#!/bin/sh\\necho hello\\n").decode()',
        seen="RunInstances differs in UserData.",
    ),
    Fault(
        FLEET,
        "rule open to the world",
        '"CidrIp": "10.1.0.0/16"',
        '"CidrIp": "0.0.0.0/0"',
        seen="AuthorizeSecurityGroupIngress differs in IpPermissions[0].IpRanges[0].CidrIp.",
    ),
    Fault(
        FLEET,
        "ports swapped",
        '"FromPort": 8000, "ToPort": 8080',
        '"FromPort": 8080, "ToPort": 8000',
        seen=("AuthorizeSecurityGroupIngress differs in IpPermissions[0].FromPort, IpPermissions[0].ToPort."),
    ),
    Fault(
        FLEET,
        "state compared as text",
        'instance["State"]["Name"] == "running"',
        'instance["State"] == "running"',
        seen="The standard output differs from line 1.",
    ),
    Fault(
        FLEET,
        "zone printed as a dict",
        'instance["Placement"]["AvailabilityZone"]',
        'instance["Placement"]',
        seen="The standard output differs from line 1.",
    ),
    Fault(
        FLEET,
        "time printed in another form",
        'iso(instance["LaunchTime"])',
        'instance["LaunchTime"]',
        seen="The standard output differs from line 1.",
    ),
    Fault(
        FLEET,
        "tag deleted only when empty",
        'Tags=[{"Key": "stale"}]',
        'Tags=[{"Key": "stale", "Value": ""}]',
        seen="DeleteTags differs in Tags[0].Value.",
    ),
    Fault(
        FLEET,
        "tag of the snapshot misspelt",
        '[{"Key": "Name", "Value": tags(found)["Name"]}]',
        '[{"Key": "name", "Value": tags(found)["Name"]}]',
        seen="CreateTags differs in Tags[0].Key.",
    ),
    Fault(
        SURVEY,
        "presigned upload without its ACL",
        ', "ACL": "private"}',
        "}",
        "The standard output differs from line 10.",
    ),
    Fault(
        SURVEY,
        "link to another key in a page",
        "/with%20metadata?",
        "/with%20metadatas?",
        "PutObject differs in Body.",
    ),
    Fault(
        SURVEY,
        "snapshots of another kind of thing",
        '{"Name": "volume-id",',
        '{"Name": "volume-size",',
        "DescribeSnapshots differs in Filters.",
    ),
    Fault(
        PUBLISH,
        "presigned for uploading instead of reading",
        'generate_presigned_url("get_object"',
        'generate_presigned_url("put_object"',
        "The standard output differs from line 3.",
    ),
    Fault(
        PUBLISH,
        "fewer retries",
        '"total_max_attempts": 7',
        '"total_max_attempts": 1',
        missed="The fake is never busy, so nothing is sent twice on either side.",
    ),
    Fault(
        PUBLISH,
        "forbidden taken for absent",
        (
            '        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:\n'
            "            return None\n"
            "        raise"
        ),
        "        return None",
        missed="The fake forbids nothing: the branch for 403 is not run on either side.",
    ),
    Fault(
        FLEET,
        "only the first page of machines",
        ('ec2.get_paginator("describe_instances").paginate(Filters=[{"Name": "tag:Name", "Values": ["web-*"]}])'),
        (
            'type("", (), {"build_full_result": lambda self: '
            'ec2.describe_instances(Filters=[{"Name": "tag:Name", "Values": ["web-*"]}])})()'
        ),
        missed="moto answers describe calls without a page size at once, so there is no second page.",
    ),
)
