"""Requests of both libraries read back into calls."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from botocore.model import ListShape, MapShape, Shape, StructureShape

from codemods.verify import Reader
from codemods.verify.rules import SAME_OPERATION
from codemods.verify.wire.endpoints import SERVICES, locate
from codemods.verify.wire.values import blob, timestamp
from tests.verify.exchanges import exchange, sample, sent

SERVICES_READ = [
    "autoscaling",
    "cloudformation",
    "cloudfront",
    "cloudwatch",
    "dynamodb",
    "ec2",
    "elb",
    "elbv2",
    "emr",
    "glacier",
    "iam",
    "kms",
    "lambda",
    "rds",
    "route53",
    "s3",
    "ses",
    "sns",
    "sqs",
    "sts",
]

FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}

# Addresses that two operations share: whichever is meant, it is read as one of them.
AMBIGUOUS = {"ListDirectoryBuckets": "ListBuckets", "WriteGetObjectResponse": ""}


def expected(shape: Shape, value: Any) -> Any:
    """The form in which the reader gives a value that was sent."""
    if isinstance(shape, StructureShape):
        return {name: expected(shape.members[name], item) for name, item in value.items()}
    if isinstance(shape, ListShape):
        return [expected(shape.member, item) for item in value]
    if isinstance(shape, MapShape):
        return {name: expected(shape.value, item) for name, item in value.items()}
    if isinstance(value, bytes):
        return blob(value)
    return timestamp(value) if isinstance(value, datetime.datetime) else value


@pytest.mark.parametrize("service", SERVICES_READ)
def test_what_botocore_sends_is_read_back(reader: Reader, service: str) -> None:
    """Every operation of the services that boto 2 knows, with every parameter."""
    model = reader.model(service)
    for name in model.operation_names:
        if name in AMBIGUOUS:
            continue
        operation = model.operation_model(name)
        params = sample(operation.input_shape)
        call = reader.read(sent(operation, params))
        assert call.service == service
        assert call.operation in (name, SAME_OPERATION.get((service, name)))
        assert not call.unknown, name
        if call.operation == name and operation.input_shape is not None:
            assert call.params == expected(operation.input_shape, params), name


@pytest.mark.parametrize(
    ("body", "operation", "params"),
    [
        # boto/ec2/connection.py: get_all_instances, with a filter of two values
        (
            b"Action=DescribeInstances&Filter.1.Name=tag%3AName&Filter.1.Value.1=a&Filter.1.Value.2=b"
            b"&InstanceId.1=i-1&Version=2014-10-01",
            "DescribeInstances",
            {"Filters": [{"Name": "tag:Name", "Values": ["a", "b"]}], "InstanceIds": ["i-1"]},
        ),
        # authorize_security_group with a source group
        (
            b"Action=AuthorizeSecurityGroupIngress&GroupId=sg-1&IpPermissions.1.IpProtocol=tcp"
            b"&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=23&IpPermissions.1.Groups.1.GroupId=sg-2"
            b"&Version=2014-10-01",
            "AuthorizeSecurityGroupIngress",
            {
                "GroupId": "sg-1",
                "IpPermissions": [
                    {
                        "IpProtocol": "tcp",
                        "FromPort": 22,
                        "ToPort": 23,
                        "UserIdGroupPairs": [{"GroupId": "sg-2"}],
                    }
                ],
            },
        ),
        # run_instances with a network interface: boto 2 counts these from 0
        (
            b"Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&NetworkInterface.0.SubnetId=subnet-1"
            b"&NetworkInterface.0.DeviceIndex=0&BlockDeviceMapping.1.DeviceName=%2Fdev%2Fsda"
            b"&BlockDeviceMapping.1.Ebs.DeleteOnTermination=false&Version=2014-10-01",
            "RunInstances",
            {
                "ImageId": "ami-1",
                "MinCount": 1,
                "MaxCount": 1,
                "NetworkInterfaces": [{"SubnetId": "subnet-1", "DeviceIndex": 0}],
                "BlockDeviceMappings": [{"DeviceName": "/dev/sda", "Ebs": {"DeleteOnTermination": False}}],
            },
        ),
        # modify_instance_attribute
        (
            b"Action=ModifyInstanceAttribute&InstanceId=i-1&DisableApiTermination.Value=True&Version=2014",
            "ModifyInstanceAttribute",
            {"InstanceId": "i-1", "DisableApiTermination": {"Value": True}},
        ),
    ],
)
def test_ec2_requests_of_boto_2(reader: Reader, body: bytes, operation: str, params: dict[str, Any]) -> None:
    call = reader.read(exchange("POST", "ec2.us-west-2.amazonaws.com", "/", FORM, body))
    assert (call.service, call.operation, call.region) == ("ec2", operation, "us-west-2")
    assert call.params == params


def test_query_in_the_url(reader: Reader) -> None:
    target = "/?Action=DescribeRegions&RegionName.1=eu-west-1&AWSAccessKeyId=A&Signature=x&Version=2014-10-01"
    call = reader.read(exchange("GET", "ec2.amazonaws.com", target))
    assert (call.operation, call.params) == ("DescribeRegions", {"RegionNames": ["eu-west-1"]})
    assert call.wire.signature == "v2"


def test_sqs_in_the_old_query_form(reader: Reader) -> None:
    entry = b"&SendMessageBatchRequestEntry.1."
    body = b"Action=SendMessageBatch" + entry + b"Id=a" + entry + b"MessageBody=hi"
    call = reader.read(exchange("POST", "us-east-1.queue.amazonaws.com", "/123456789012/jobs", FORM, body))
    assert call.operation == "SendMessageBatch"
    assert call.params["Entries"] == [{"Id": "a", "MessageBody": "hi"}]
    assert call.params["QueueUrl"].endswith("/123456789012/jobs")


@pytest.mark.parametrize(
    ("host", "target"),
    [
        ("bucket.s3.amazonaws.com", "/a/b%20c"),
        ("bucket.s3.amazonaws.com:443", "/a/b%20c"),
        ("s3.amazonaws.com", "/bucket/a/b%20c"),
        ("bucket.s3.us-east-1.amazonaws.com", "/a/b%20c"),
        ("bucket.s3.dualstack.us-east-1.amazonaws.com", "/a/b%20c"),
    ],
)
def test_styles_of_s3_addresses(reader: Reader, host: str, target: str) -> None:
    call = reader.read(exchange("GET", host, target))
    assert (call.operation, call.params) == ("GetObject", {"Bucket": "bucket", "Key": "a/b c"})
    assert call.region == "us-east-1"


def test_slashes_of_a_key_are_kept(reader: Reader) -> None:
    call = reader.read(exchange("PUT", "bucket.s3.amazonaws.com", "//a//b"))
    assert call.params["Key"] == "/a//b"


@pytest.mark.parametrize(
    ("method", "target", "headers", "operation"),
    [
        ("GET", "/?location", {}, "GetBucketLocation"),
        ("GET", "/?prefix=a&delimiter=/", {}, "ListObjects"),
        ("GET", "/?list-type=2&prefix=a", {}, "ListObjectsV2"),
        ("HEAD", "/", {}, "HeadBucket"),
        ("POST", "/?delete=", {}, "DeleteObjects"),
        ("PUT", "/k?acl", {}, "PutObjectAcl"),
        ("PUT", "/k", {"x-amz-copy-source": "/other/k"}, "CopyObject"),
        ("PUT", "/k?partNumber=1&uploadId=u", {}, "UploadPart"),
        ("PUT", "/k?partNumber=1&uploadId=u", {"x-amz-copy-source": "/o/k"}, "UploadPartCopy"),
        ("POST", "/k?uploads", {}, "CreateMultipartUpload"),
        ("POST", "/k?uploadId=u", {}, "CompleteMultipartUpload"),
        ("GET", "/k?uploadId=u", {}, "ListParts"),
        ("DELETE", "/k?uploadId=u", {}, "AbortMultipartUpload"),
        ("DELETE", "/k?versionId=v", {}, "DeleteObject"),
    ],
)
def test_operations_of_s3(reader: Reader, method: str, target: str, headers: dict[str, str], operation: str) -> None:
    assert reader.read(exchange(method, "bucket.s3.amazonaws.com", target, headers)).operation == operation


def test_acl_of_boto_2_with_an_xml_attribute(reader: Reader) -> None:
    body = (
        b"<AccessControlPolicy><Owner><ID>me</ID></Owner><AccessControlList><Grant><Grantee "
        b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>all</URI></Grantee>'
        b"<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>"
    )
    call = reader.read(exchange("PUT", "bucket.s3.amazonaws.com", "/k?acl", {}, body))
    assert call.params["AccessControlPolicy"] == {
        "Owner": {"ID": "me"},
        "Grants": [{"Grantee": {"Type": "Group", "URI": "all"}, "Permission": "READ"}],
    }


def test_signature_and_region(reader: Reader) -> None:
    header = "AWS4-HMAC-SHA256 Credential=A/20261122/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0"
    headers = {"Authorization": header, "User-Agent": "Boto3/1.44 md/Botocore#1.44"}
    wire = reader.read(exchange("GET", "b.s3.us-east-1.amazonaws.com", "/k", headers)).wire
    assert (wire.signature, wire.scope_region, wire.endpoint_region) == ("v4", "eu-west-1", "us-east-1")
    assert wire.library == "boto3"
    old = reader.read(
        exchange("GET", "b.s3.amazonaws.com", "/k", {"Authorization": "AWS A:sig", "User-Agent": "Boto/2.49.0"})
    )
    assert (old.wire.signature, old.wire.library) == ("v2", "boto")
    assert reader.read(exchange("GET", "b.s3.amazonaws.com", "/k")).wire.signature == ""


def test_a_request_that_no_model_explains_is_kept(reader: Reader) -> None:
    call = reader.read(exchange("PUT", "thing.us-east-1.amazonaws.com", "/x?y=1", {}, b"body"))
    assert (call.service, call.operation) == ("thing", "PUT /x")
    assert call.params["query"] == {"y": "1"}
    assert call.params["body"] == blob(b"body")


def test_error_of_an_answer(reader: Reader) -> None:
    error = b"<Error><Code>InvalidInstanceID.NotFound</Code><Message>m</Message></Error>"
    body = b"<Response><Errors>" + error + b"</Errors></Response>"
    request = exchange("POST", "ec2.us-east-1.amazonaws.com", "/", FORM, b"Action=DescribeInstances", 400, body)
    assert reader.read(request).error == "InvalidInstanceID.NotFound"


def test_endpoint_prefixes_are_those_of_botocore(reader: Reader) -> None:
    """A name in the table is either botocore's endpoint prefix of the service or known to boto 2 alone."""
    only_boto_2 = {"queue", "ddb"}
    for prefix, services in SERVICES.items():
        for service in services:
            assert prefix in only_boto_2 or reader.model(service).endpoint_prefix == prefix
            assert service in locate(f"{prefix}.eu-west-1.amazonaws.com").services


@pytest.mark.parametrize(
    ("host", "service", "region"),
    [
        ("s3-eu-west-1.amazonaws.com", "s3", "eu-west-1"),
        ("s3-external-1.amazonaws.com", "s3", "us-east-1"),
        ("s3.cn-north-1.amazonaws.com.cn", "s3", "cn-north-1"),
        ("ec2.us-gov-west-1.amazonaws.com", "ec2", "us-gov-west-1"),
        ("iam.amazonaws.com", "iam", "us-east-1"),
        ("sqs.eu-west-1.amazonaws.com", "sqs", "eu-west-1"),
        ("elasticloadbalancing.eu-west-1.amazonaws.com", "elb", "eu-west-1"),
        ("123456789012.ddb.us-east-1.amazonaws.com", "dynamodb", "us-east-1"),
    ],
)
def test_host_names(host: str, service: str, region: str) -> None:
    endpoint = locate(host)
    assert service in endpoint.services
    assert endpoint.region == region
