"""What a program printed, without what differs between any two runs."""

from __future__ import annotations

import pytest

from codemods.verify.output import scrub, scrub_log


def clean(text: str) -> str:
    return scrub(text, [("/tmp/run-1/tree", "<tree>")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("saved /tmp/run-1/tree/out.txt", "saved <tree>/out.txt"),
        ("<object at 0x7f0012345678>", "<object at <address>>"),
        ("app.py:12: warning", "app.py:<line>: warning"),
        ('File "app.py", line 12, in main', 'File "app.py", line <line>, in main'),
        ("tmp1a2b3c4d.zip", "<temporary>.zip"),
        ("https://b.s3.amazonaws.com:443/k", "https://b.s3.amazonaws.com/k"),
    ],
)
def test_places(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_presigned_urls_of_both_libraries_and_versions() -> None:
    of_boto_2 = "https://b.s3.amazonaws.com:443/a%20b?Signature=x%3D&Expires=1795000600&AWSAccessKeyId=A"
    of_boto3 = "https://b.s3.amazonaws.com/a%20b?AWSAccessKeyId=A&Signature=y&Expires=1795000600"
    version_4 = (
        "https://s3.amazonaws.com/b/a%20b?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A"
        "&X-Amz-Date=20261118T110640Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host&X-Amz-Signature=z"
    )
    assert clean(of_boto_2) == clean(of_boto3) == clean(version_4)
    assert clean(of_boto_2) == "<presigned https s3 us-east-1 /b/a b until 1795000600>"
    assert clean(of_boto_2.replace("a%20b", "c")) != clean(of_boto3)
    assert clean(of_boto_2.replace("https", "http")) != clean(of_boto3)


BOTO_2 = """start
Traceback (most recent call last):
  File "/tmp/run-1/tree/app.py", line 4, in <module>
    main()
boto.exception.S3ResponseError: S3ResponseError: 404 Not Found
<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"""

BOTO3 = """start
Traceback (most recent call last):
  File "/x/botocore/client.py", line 606, in _api_call
    return self._make_api_call(operation_name, kwargs)
botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the GetObject operation: gone"""

CHAINED = """Traceback (most recent call last):
  File "a.py", line 1, in <module>
KeyError: 'a'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "a.py", line 3, in <module>
ValueError: b
after"""


def test_tracebacks_end_in_the_same_error() -> None:
    assert clean(BOTO_2) == clean(BOTO3) == "start\n<traceback> AWS error NoSuchKey"


def test_an_error_without_a_body_has_its_status() -> None:
    head = "Traceback (most recent call last):\n  x\n"
    old = head + "boto.exception.S3ResponseError: S3ResponseError: 403 Forbidden\n"
    new = head + "botocore.exceptions.ClientError: An error occurred (403) when calling HeadObject: Forbidden"
    assert clean(old) == clean(new) == "<traceback> AWS error 403"


BODY_OF_BOTO_2 = """S3ResponseError: 404 Not Found
<?xml version="1.0" encoding="utf-8"?>
<Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <Code>NoSuchKey</Code><Key>x</Key><RequestId>7F</RequestId></Error>"""
BODY_OF_BOTO3 = """S3ResponseError: 404 Not Found
<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>NoSuchKey</Code><Key>x</Key><RequestId>8E</RequestId><HostId></HostId></Error>"""
SENTENCE = "An error occurred (NoSuchKey) when calling the GetObject operation: It is not there"


def test_bodies_of_errors_are_compared_without_what_is_of_one_answer() -> None:
    assert clean(BODY_OF_BOTO_2) == clean(BODY_OF_BOTO3)
    assert clean(BODY_OF_BOTO_2) != clean(BODY_OF_BOTO3.replace("NoSuchKey", "NoSuchBucket"))
    assert clean(BODY_OF_BOTO_2) != clean(SENTENCE)


def test_errors_in_a_log_are_known_by_their_codes() -> None:
    logs = [scrub_log(f"reading: {text} (skipped)\nnext", []) for text in (BODY_OF_BOTO_2, BODY_OF_BOTO3, SENTENCE)]
    assert set(logs) == {"reading: AWS error NoSuchKey\nnext"}
    assert scrub_log("a: S3ResponseError: 403 Forbidden\n\nnext", []) == "a: AWS error 403\nnext"
    assert scrub_log("a: An error occurred (403) when calling the HeadObject operation: Forbidden\nnext", []) == (
        "a: AWS error 403\nnext"
    )


def test_the_last_of_a_chain_counts() -> None:
    assert clean(CHAINED) == "<traceback> ValueError: b\nafter"


def test_two_tracebacks_that_are_no_chain_stay_two() -> None:
    one = "Traceback (most recent call last):\n  x\nKeyError: 'a'"
    assert clean(f"{one}\n\n{one}") == "<traceback> KeyError: 'a'\n\n<traceback> KeyError: 'a'"


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-22 05:20:31,123 INFO botocore.credentials Found credentials in environment variables.",
        "INFO:boto:No /etc/boto.cfg",
        "DEBUG urllib3.connectionpool Starting new HTTPS connection",
        "Found credentials in environment variables.",
    ],
)
def test_talk_of_the_libraries_is_left_out(line: str) -> None:
    assert clean(f"one\n{line}\ntwo") == "one\ntwo"


def test_talk_of_the_program_stays() -> None:
    assert clean("INFO app uploaded with boto3") == "INFO app uploaded with boto3"
