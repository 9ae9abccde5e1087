"""Runs to report on, made by hand: small, and with one of everything."""

from __future__ import annotations

from codemods.model import FileResult, Finding, Level, Remaining, Run, Site, Status

KEY_ID = "AKIAIOSFODNN7EXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
PASSWORD = "hunter2-and-more"

INVENTORY = f'''\
import boto.ec2
from boto.exception import EC2ResponseError

conn = boto.ec2.connect_to_region(
    "eu-west-1",
    aws_access_key_id="{KEY_ID}",
    aws_secret_access_key="{SECRET}")


def names():
    for reservation in conn.get_all_instances():
        for instance in reservation.instances:
            yield instance.tags.get("Name"), instance.launch_time


def stop(instance):
    try:
        instance.stop()
    except EC2ResponseError as error:
        if error.code == "IncorrectInstanceState":
            return
        raise
'''

INVENTORY_AFTER = f'''\
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

EC2_CONFIG = Config(connect_timeout=10, read_timeout=70, retries={{"total_max_attempts": 7, "mode": "standard"}})

conn = boto3.client(
    "ec2",
    region_name="eu-west-1",
    aws_access_key_id="{KEY_ID}",
    aws_secret_access_key="{SECRET}",
    config=EC2_CONFIG,
)


def names():
    for reservation in conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]:
        for instance in reservation["Instances"]:
            yield _tags(instance).get("Name"), instance["LaunchTime"]


def stop(instance):
    try:
        # TODO(boto3ify): ec2.Instance.stop no client is in reach here; pass the client to this place
        instance.stop()
    except ClientError as error:
        if error.response["Error"]["Code"] == "IncorrectInstanceState":
            return
        raise
'''

UPLOAD = f"""\
# -*- coding: latin-1 -*-
import boto
# pr\u00e9cis: s3://backup:{PASSWORD}@bucket/
print "uploading <b>|`all`|</b>"
bucket = boto.connect_s3().get_bucket("b", validate=False)
for key in bucket:
    print key.name, key.size
"""

UPLOAD_3 = UPLOAD.replace('print "uploading <b>|`all`|</b>"', 'print("uploading <b>|`all`|</b>")').replace(
    "print key.name, key.size", "print(key.name, key.size)"
)

UPLOAD_AFTER = f"""\
# -*- coding: latin-1 -*-
import boto3
# pr\u00e9cis: s3://backup:{PASSWORD}@bucket/
print("uploading <b>|`all`|</b>")
s3 = boto3.client("s3", config=S3_CONFIG)
bucket = "b"
for key in _keys(s3, bucket):
    print(key["Key"], key["Size"])
"""


def site(
    path: str,
    text: str,
    before: str,
    api: str,
    status: Status,
    rule: str,
    after: str = "",
    message: str = "",
    service: str = "ec2",
    line_after: int = 0,
) -> Site:
    """A site at the first place where `before` stands in `text`."""
    offset = text.index(before)
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    shown = before if status is Status.FLAGGED else after
    return Site(path, line, column, api, service, status, rule, message, before, shown, line_after or line)


def inventory() -> FileResult:
    """EC2, with error handlers, a secret and each status."""
    path, text = "inventory.py", INVENTORY
    connect = text[text.index("boto.ec2.connect") : text.index('")\n') + 2]
    return FileResult(
        path,
        text.encode(),
        INVENTORY_AFTER.encode(),
        sites=(
            site(path, text, "boto.ec2", "boto.ec2", Status.REWRITTEN, "imports", "boto3", service="imports"),
            site(
                path,
                text,
                connect,
                "boto.ec2.connect_to_region",
                Status.REVIEW,
                "ec2.connection",
                f'boto3.client("ec2", aws_secret_access_key="{SECRET}")',
                "a region that does not exist gave None in boto 2; boto3 fails at the first call",
            ),
            site(
                path,
                text,
                "conn.get_all_instances()",
                "boto.ec2.connection.EC2Connection.get_all_instances",
                Status.REWRITTEN,
                "ec2.Connection.get_all_instances",
                'conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]',
            ),
            site(
                path,
                text,
                "instance.tags",
                "boto.ec2.instance.Instance.tags",
                Status.REWRITTEN,
                "ec2.Instance.tags",
                "_tags(instance)",
            ),
            site(
                path,
                text,
                "instance.launch_time",
                "boto.ec2.instance.Instance.launch_time",
                Status.REVIEW,
                "ec2.Instance.launch_time",
                'instance["LaunchTime"]',
                "was a string and is a datetime with a time zone | now `aware`",
            ),
            site(
                path,
                text,
                "instance.stop()",
                "boto.ec2.instance.Instance.stop",
                Status.FLAGGED,
                "ec2.Instance.stop",
                message="no client is in reach here; pass the client to this place",
                line_after=25,
            ),
            site(
                path,
                text,
                "EC2ResponseError as",
                "boto.exception.EC2ResponseError",
                Status.REWRITTEN,
                "errors.EC2ResponseError",
                "ClientError as",
                service="errors",
            ),
            site(
                path,
                text,
                "error.code",
                "boto.exception.EC2ResponseError.code",
                Status.REWRITTEN,
                "errors.code",
                'error.response["Error"]["Code"]',
                service="errors",
            ),
        ),
        findings=(Finding(path, 1, "config", "uses <boto.cfg> settings that boto3 does not read", Level.WARNING),),
        remaining=(Remaining(path, 25, ".stop()", True),),
    )


def upload() -> FileResult:
    """Python 2 first, in another encoding, with Windows line endings, a password in a URL and an odd name."""
    path = "legacy/up & <down> |`x`|.py"

    def raw(text: str) -> bytes:
        return text.replace("\n", "\r\n").encode("latin-1")

    return FileResult(
        path,
        raw(UPLOAD),
        raw(UPLOAD_AFTER),
        sites=(
            site(path, UPLOAD, "boto", "boto", Status.REWRITTEN, "imports", "boto3", service="imports"),
            site(
                path,
                UPLOAD,
                "boto.connect_s3()",
                "boto.connect_s3",
                Status.REWRITTEN,
                "s3.connection",
                'boto3.client("s3", config=S3_CONFIG)',
                service="s3",
            ),
            site(
                path,
                UPLOAD,
                "key.size",
                "boto.s3.key.Key.size",
                Status.FLAGGED,
                "s3.Key.size",
                message="look at </script><script>alert(1)</script> and \u202eevil\u202c \x1b[31m",
                service="s3",
            ),
        ),
        remaining=(Remaining(path, 8, ".size", False),),
        modernised=raw(UPLOAD_3),
        encoding="iso-8859-1",
    )


def broken() -> FileResult:
    """Could not be parsed."""
    finding = Finding("broken.py", 0, "input", "does not parse: invalid syntax (line 3); left alone", Level.ERROR)
    return FileResult("broken.py", b"\xff\0def", b"\xff\0def", findings=(finding,))


def full_run() -> Run:
    """One of everything."""
    return Run(
        files=(broken(), inventory(), upload()),
        scanned=12,
        findings=(Finding("nowhere", 0, "input", "does not exist", Level.ERROR),),
        styles={"ec2": ("client", "every use can reach a client"), "s3": ("client", "")},
        hints=('"inventory.stop.instance" = "boto.ec2.instance.Instance"',),
        roots=("inventory.py", "legacy"),
    )


def clean_run() -> Run:
    """Nothing is left to do."""
    text = "import boto\nboto.connect_s3()\n"
    after = 'import boto3\nboto3.client("s3")\n'
    sites = (
        site("a.py", text, "boto", "boto", Status.REWRITTEN, "imports", "boto3", service="imports"),
        site("a.py", text, "boto.connect_s3()", "boto.connect_s3", Status.REWRITTEN, "s3.connection", after[12:-1]),
    )
    return Run((FileResult("a.py", text.encode(), after.encode(), sites),), scanned=3)


VERDICT: dict[str, object] = {
    "result": "differs",
    "reason": "exit code 0 before, 1 after.",
    "differences": [
        "exit code 0 before, 1 after",
        {"operation": "StopInstances", "before": '{"InstanceIds": ["i-1"]}', "after": "was not called"},
    ],
    "sites": [
        {"path": "inventory.py", "line": 11, "result": "proved"},
        {"path": "inventory.py", "line": 18, "result": "differs", "reason": "StopInstances is not made any more."},
        {"path": "inventory.py", "line": 19, "result": "not exercised"},
    ],
    "wire": [{"operation": "DescribeInstances", "signature": "SigV4", "region": "eu-west-1", "tls": True}],
    "notes": ["inventory.py:11: DescribeInstances is asked on boto3 only, and was answered."],
    "limits": ["The fake does not check permissions."],
}
