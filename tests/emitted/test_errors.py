"""The helpers for errors give what boto 2's exceptions gave, and every class that is emitted exists."""

from __future__ import annotations

import builtins
import importlib
from unittest import mock

import boto.exception
import boto3
import botocore.exceptions
import pytest
from botocore.exceptions import ClientError
from moto import mock_aws

from codemods.catalog.errors import ERRORS, NETWORK_ERRORS, is_subclass
from codemods.emitted import connections, error_members
from codemods.emitted import errors as emitted

BODIES = {
    "S3": (
        "S3ResponseError",
        404,
        "Not Found",
        "<Error><Code>NoSuchKey</Code><Message>It is not there</Message><RequestId>7F</RequestId></Error>",
    ),
    "EC2": (
        "EC2ResponseError",
        400,
        "Bad Request",
        "<Response><Errors><Error><Code>InvalidGroup.NotFound</Code><Message>No group</Message></Error></Errors>"
        "<RequestID>7F</RequestID></Response>",
    ),
    "namespace": ("BotoServerError", 503, "Service Unavailable", '<E xmlns="urn:x"><Code>SlowDown</Code></E>'),
    "no body": ("S3ResponseError", 403, "Forbidden", None),
}


@pytest.mark.parametrize("what", BODIES)
def test_an_error_made_by_the_program_tells_what_boto_2_told(what):
    name, status, reason, body = BODIES[what]
    old = getattr(boto.exception, name)(status, reason, body)
    new = ClientError(emitted._error_response(status, reason, body), "")
    assert new.response["ResponseMetadata"]["HTTPStatusCode"] == old.status
    assert emitted._reason(new) == old.reason
    assert emitted._error_code(new) == old.error_code == old.code
    assert (emitted._error_message(new) or None) == (old.error_message or None)
    assert new.response["ResponseMetadata"]["RequestId"] == old.request_id
    assert emitted._error_args(new)[:2] == old.args[:2]
    assert emitted._error_text(new, name).splitlines()[0] == str(old).splitlines()[0]
    assert bool(emitted._error_body(new)) == bool(old.body)
    again = getattr(boto.exception, name)(status, reason, emitted._error_body(new, name))
    assert (again.error_code, again.message, again.request_id or None) == (old.error_code, old.message, old.request_id)


@pytest.mark.parametrize("what", BODIES)
def test_attributes_by_name_are_those_of_boto_2(what):
    name, status, reason, body = BODIES[what]
    old = getattr(boto.exception, name)(status, reason, body)
    new = ClientError(emitted._error_response(status, reason, body), "")
    members = error_members._error_members(new)
    shown = ("status", "reason", "request_id", "error_code", "message", "box_usage")
    assert [members[name] or None for name in shown] == [vars(old)[name] or None for name in shown]
    assert error_members._error_member(new, "code") == old.code
    assert error_members._error_member(new, "nothing", 7) == 7
    with pytest.raises(AttributeError):
        error_members._error_member(new, "nothing")
    other = OSError(2, "gone")
    other.where = "here"
    assert error_members._error_members(other) == {"where": "here"}
    assert error_members._error_member(other, "errno") == 2


def test_a_body_that_is_no_xml_is_the_message():
    new = ClientError(emitted._error_response(500, "Oops", "walrus is asleep"), "")
    assert emitted._error_message(new) == boto.exception.S3ResponseError(500, "Oops", "walrus is asleep").message
    assert emitted._error_code(new) is None


@mock_aws
def test_errors_of_head_requests_have_boto_2_s_codes():
    s3 = boto3.client("s3", region_name="us-east-1")
    with pytest.raises(ClientError) as info:
        s3.head_bucket(Bucket="nope")
    assert emitted._error_code(info.value) == "NoSuchBucket"
    assert emitted._error_message(info.value) == "The specified bucket does not exist"
    s3.create_bucket(Bucket="there")
    with pytest.raises(ClientError) as info:
        s3.head_object(Bucket="there", Key="nope")
    assert emitted._error_code(info.value) is None
    assert emitted._error_message(info.value) == ""
    assert emitted._error_body(info.value) == ""


@mock_aws
def test_clauses_that_look_at_the_error():
    s3 = boto3.client("s3", region_name="eu-west-1")
    ec2 = boto3.client("ec2", region_name="eu-west-1")
    place = {"LocationConstraint": "eu-west-1"}
    s3.create_bucket(Bucket="there", CreateBucketConfiguration=place)

    def caught(call):
        try:
            call()
        except emitted._create_error():
            return "created before"
        except emitted._error_of("ec2"):
            return "ec2"
        except emitted._error_of("s3"):
            return "s3"

    assert caught(lambda: s3.create_bucket(Bucket="there", CreateBucketConfiguration=place)) == "created before"
    assert caught(lambda: s3.head_bucket(Bucket="nope")) == "s3"
    assert caught(lambda: ec2.terminate_instances(InstanceIds=["i-12345678"])) == "ec2"
    with pytest.raises(KeyError):
        caught(lambda: {}["x"])


def test_failures_of_the_servers_were_of_no_service():
    failed = {"Error": {"Code": "503"}, "ResponseMetadata": {"HTTPStatusCode": 503}}
    assert not emitted._is_error_of(ClientError(failed, "HeadBucket"), "s3")
    assert emitted._is_error_of(ClientError(failed, "s3"), "s3"), "made by the program"
    assert not emitted._is_error_of(ClientError(failed, ""), "s3"), "made by the program, a BotoServerError"


def test_an_error_made_by_the_program_keeps_its_reason():
    old = boto.exception.S3ResponseError(413, "Over the quota")
    assert emitted._reason(ClientError(emitted._error_response(413, "Over the quota"), "s3")) == old.reason


def test_other_exceptions_show_their_own_text():
    error = OSError("broken pipe")
    assert emitted._error_message(error) == emitted._reason(error) == emitted._error_text(error, "X") == "broken pipe"
    assert emitted._error_args(error) == ("broken pipe",)


def test_credentials_are_looked_for_at_once(monkeypatch, tmp_path):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    unsigned = botocore.config.Config(signature_version=botocore.UNSIGNED)
    for make in (boto3.session.Session().client, boto3.session.Session().resource):
        with pytest.raises(botocore.exceptions.NoCredentialsError):
            connections._with_credentials(make("s3", region_name="us-east-1"))
        given = make("s3", region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
        assert connections._with_credentials(given) is given
        assert connections._with_credentials(make("s3", region_name="us-east-1", config=unsigned))
    for double in (None, "a double", mock.MagicMock()):
        assert connections._with_credentials(double) is double


@pytest.mark.parametrize("name", [name for name in ERRORS if hasattr(boto.exception, name)])
def test_every_class_that_is_caught_or_made_exists(name):
    row = ERRORS[name]
    for need in (*row.becomes, *([row.made] if row.made else [])):
        module = builtins if need.module == "builtins" else importlib.import_module(need.module)
        assert issubclass(getattr(module, need.name), Exception)
    assert bool(row.becomes) != bool(row.advice)


def test_every_exception_of_boto_2_has_a_row():
    classes = [v for v in vars(boto.exception).values() if isinstance(v, type) and v.__module__ == "boto.exception"]
    assert {cls.__name__ for cls in classes if issubclass(cls, Exception)} <= set(ERRORS)


def test_network_errors_are_added_where_python_s_own_do_not_catch_them():
    for name, needs in NETWORK_ERRORS.items():
        module, _, last = name.rpartition(".")
        if module == "httplib":
            continue
        own = getattr(importlib.import_module(module), last)
        for need in needs:
            assert not issubclass(getattr(botocore.exceptions, need.name), own), (name, need.name)


def test_the_credentials_of_a_client_are_those_that_it_was_given():
    given = {"aws_access_key_id": "AKIA", "aws_secret_access_key": "secret", "aws_session_token": "token"}
    client = boto3.client("s3", region_name="us-east-1", **given)
    told = [connections._credential(client, name) for name in ("access_key", "secret_key", "token")]
    assert told == [*given.values()]


def test_the_hierarchy_is_boto_2s():
    classes = {name: found for name in ERRORS if isinstance(found := getattr(boto.exception, name, None), type)}
    wrong = [(a, b) for a in classes for b in classes if is_subclass(a, b) != issubclass(classes[a], classes[b])]
    assert not wrong
