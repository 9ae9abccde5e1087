"""Calls of one side become steps: the normalisation rules, one test each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from codemods.verify import Reader
from codemods.verify.matching import Bag
from codemods.verify.model import Call, Origin, Place
from codemods.verify.normalise import Names, parameters
from codemods.verify.steps import Step, steps
from codemods.verify.wire.values import blob
from tests.verify.exchanges import exchange

S3 = "bucket.s3.amazonaws.com"
LINE = Origin(frames=(Place("app.py", 7),), process=1)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def s3(reader: Reader, method: str, target: str, **rest: Any) -> Call:
    return reader.read(exchange(method, S3, target, **rest))


def ec2(reader: Reader, body: str, answer: str = "") -> Call:
    host = "ec2.us-east-1.amazonaws.com"
    return reader.read(exchange("POST", host, "/", FORM, body.encode(), 200, answer.encode()))


def made(reader: Reader, *calls: Call) -> list[Step]:
    """The steps of calls that were made one after the other."""
    numbered = [replace(c, exchange=replace(c.exchange, index=i)) for i, c in enumerate(calls)]
    return steps(numbered, reader, Names())


def params(call: Call) -> dict[str, Any]:
    return parameters(call, Names())


def test_checksums_and_lengths_are_transport(reader: Reader) -> None:
    of_boto_2 = {"Content-MD5": "x", "Content-Length": "2", "Content-Type": "text/plain"}
    of_boto3 = {
        "Content-Encoding": "aws-chunked",
        "x-amz-sdk-checksum-algorithm": "CRC32",
        "x-amz-trailer": "x-amz-checksum-crc32",
        "Content-Type": "text/plain",
    }
    one = s3(reader, "PUT", "/k", headers=of_boto_2, body=b"hi")
    other = s3(reader, "PUT", "/k", headers=of_boto3, body=b"hi")
    assert params(one) == params(other)
    assert params(one)["Body"] == blob(b"hi")
    kept = s3(reader, "PUT", "/k", headers={"Content-Encoding": "gzip,aws-chunked"})
    assert params(kept)["ContentEncoding"] == "gzip"


def test_a_put_without_a_body_has_an_empty_one(reader: Reader) -> None:
    assert params(s3(reader, "PUT", "/k"))["Body"] == blob(b"")


def test_defaults_need_not_be_sent(reader: Reader) -> None:
    assert params(s3(reader, "GET", "/?prefix=&delimiter=&max-keys=1000")) == {"Bucket": "bucket"}
    assert "ContentType" in params(s3(reader, "PUT", "/k", headers={"Content-Type": "application/octet-stream"}))
    copied = s3(reader, "PUT", "/k", headers={"x-amz-copy-source": "/b/a%20b", "x-amz-storage-class": "STANDARD"})
    assert params(copied) == {"Bucket": "bucket", "Key": "k", "CopySource": "b/a b"}
    launched = ec2(reader, "Action=RunInstances&ImageId=ami-1&InstanceType=m1.small&DryRun=false")
    assert params(launched) == {"ImageId": "ami-1"}


def test_what_has_no_default_is_compared(reader: Reader) -> None:
    # Reassociation is automatic; False forbids it (botocore's model of AssociateAddress).
    associated = ec2(reader, "Action=AssociateAddress&PublicIp=1.2.3.4&AllowReassociation=false")
    assert "AllowReassociation" in params(associated)


def test_a_made_up_client_token_is_dropped_and_a_given_one_kept(reader: Reader) -> None:
    made_up = "Action=RunInstances&ClientToken=1a021cde-f723-4b32-b4f5-6ce059223734"
    assert params(ec2(reader, made_up)) == {}
    assert params(ec2(reader, "Action=RunInstances&ClientToken=mine")) == {"ClientToken": "mine"}


def test_both_forms_of_a_security_rule(reader: Reader) -> None:
    short = "Action=AuthorizeSecurityGroupIngress&GroupId=sg-1&IpProtocol=tcp&FromPort=1&ToPort=2&CidrIp=10.0.0.0/8"
    full = (
        "Action=AuthorizeSecurityGroupIngress&GroupId=sg-1&IpPermissions.1.IpProtocol=tcp"
        "&IpPermissions.1.FromPort=1&IpPermissions.1.ToPort=2&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/8"
    )
    assert params(ec2(reader, short)) == params(ec2(reader, full))


def test_names_become_ids_where_an_answer_told_them(reader: Reader) -> None:
    names = Names(groups={("us-east-1", "web"): "sg-1"}, addresses={("us-east-1", "1.2.3.4"): "eipalloc-1"})
    by_name = parameters(ec2(reader, "Action=DeleteSecurityGroup&GroupName=web"), names)
    assert by_name == {"GroupId": "sg-1"}
    launched = parameters(ec2(reader, "Action=RunInstances&SecurityGroup.1=web&SecurityGroup.2=other"), names)
    assert launched == {"SecurityGroupIds": Bag(["sg-1", "other"])}
    released = parameters(ec2(reader, "Action=ReleaseAddress&PublicIp=1.2.3.4"), names)
    assert released == {"AllocationId": "eipalloc-1"}


def test_tags_at_creation_are_a_step_of_their_own(reader: Reader) -> None:
    body = (
        "Action=CreateSnapshot&VolumeId=vol-1&TagSpecification.1.ResourceType=snapshot"
        "&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=data"
    )
    answer = "<CreateSnapshotResponse><snapshotId>snap-0123456789abcdef0</snapshotId></CreateSnapshotResponse>"
    first, second = made(reader, ec2(reader, body, answer))
    assert (first.operation, first.params) == ("CreateSnapshot", {"VolumeId": "vol-1"})
    assert second.operation == "CreateTags"
    assert second.params["Resources"] == ("snap-0123456789abcdef0",)
    assert second.params["Tags"] == ({"Key": "Name", "Value": "data"},)


def test_a_request_sent_again_is_one_step(reader: Reader) -> None:
    busy = s3(reader, "GET", "/k", status=503)
    assert len(made(reader, busy, busy, s3(reader, "GET", "/k"))) == 1
    assert len(made(reader, busy, s3(reader, "GET", "/other"))) == 2
    assert len(made(reader, s3(reader, "GET", "/k", status=404), s3(reader, "GET", "/k"))) == 2


LISTING = (
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>{more}</IsTruncated>'
    "<Contents><Key>a</Key></Contents><Contents><Key>b</Key></Contents>{token}</ListBucketResult>"
)


def listing(reader: Reader, target: str, more: bool) -> Call:
    token = "<NextContinuationToken>t</NextContinuationToken>" if more else ""
    answer = LISTING.format(more=str(more).lower(), token=token)
    return s3(reader, "GET", target, answer=answer.encode())


@pytest.mark.parametrize(
    "targets",
    [
        ("/?prefix=p", "/?prefix=p&marker=b"),
        (
            "/?list-type=2&prefix=p&encoding-type=url",
            "/?list-type=2&prefix=p&encoding-type=url&continuation-token=t",
        ),
    ],
    ids=["version 1", "version 2"],
)
def test_pages_are_one_listing_whatever_happens_in_between(reader: Reader, targets: tuple[str, str]) -> None:
    first, second = targets
    found = made(reader, listing(reader, first, True), s3(reader, "GET", "/a"), listing(reader, second, False))
    assert [step.operation for step in found] == ["ListObjects", "GetObject"]
    assert found[0].params == {"Bucket": "bucket", "Prefix": "p"}
    assert (found[0].complete, found[0].items, len(found[0].calls)) == (True, 4, 2)


def test_a_listing_that_stops_early_is_not_complete(reader: Reader) -> None:
    (step,) = made(reader, listing(reader, "/?max-keys=2", True))
    assert (step.complete, step.items, step.limit) == (False, 2, 2)


def test_listing_again_is_another_step(reader: Reader) -> None:
    once = listing(reader, "/", False)
    assert len(made(reader, once, once)) == 2


def test_a_managed_upload_is_one_put(reader: Reader) -> None:
    created = b"<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
    calls = (
        s3(reader, "POST", "/k?uploads", headers={"Content-Type": "text/plain"}, answer=created, origin=LINE),
        s3(reader, "PUT", "/k?partNumber=2&uploadId=u", body=b"world", origin=LINE),
        s3(reader, "PUT", "/k?partNumber=1&uploadId=u", body=b"hello ", origin=LINE),
        s3(reader, "POST", "/k?uploadId=u", body=b"<CompleteMultipartUpload/>", origin=LINE),
    )
    (step,) = made(reader, *calls)
    assert step.operation == "PutObject"
    assert step.params == {
        "Bucket": "bucket",
        "Key": "k",
        "ContentType": "text/plain",
        "Body": blob(b"hello world"),
    }
    assert "not the MD5" in step.note


def test_parts_sent_by_the_program_itself_stay_parts(reader: Reader) -> None:
    def at(line: int) -> Origin:
        return Origin(frames=(Place("app.py", line),))

    created = b"<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"
    found = made(
        reader,
        s3(reader, "POST", "/k?uploads", answer=created, origin=at(1)),
        s3(reader, "PUT", "/k?partNumber=1&uploadId=u", body=b"x", origin=at(2)),
        s3(reader, "POST", "/k?uploadId=u", body=b"<CompleteMultipartUpload/>", origin=at(3)),
    )
    assert [step.operation for step in found] == [
        "CreateMultipartUpload",
        "UploadPart",
        "CompleteMultipartUpload",
    ]


def test_a_managed_download_is_one_get(reader: Reader) -> None:
    def part(span: str) -> Call:
        headers = {"Range": f"bytes={span}", "If-Match": '"e"'}
        return s3(reader, "GET", "/k", headers=headers, status=206, origin=LINE)

    (step,) = made(reader, part("0-9"), part("20-"), part("10-19"))
    assert step.params == {"Bucket": "bucket", "Key": "k"}
    assert len(made(reader, part("0-9"), part("20-"))) == 2
