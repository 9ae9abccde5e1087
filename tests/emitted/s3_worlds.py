"""boto 2 and boto3 against the same fake S3, which is empty again for each of the two.

`Worlds.same(old, new)` is what the tests of the S3 helpers consist of: `old` gets a boto 2 connection,
`new` a boto3 client; what they return must be equal, and so must the objects and settings that they leave.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import boto3
import requests
from boto.s3.connection import OrdinaryCallingFormat, S3Connection
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

VOLATILE = (
    (re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT"), "<http date>"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"), "<iso date>"),
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<version>"),
)

BUCKET_SETTINGS = (
    "get_bucket_acl",
    "get_bucket_cors",
    "get_bucket_lifecycle_configuration",
    "get_bucket_location",
    "get_bucket_logging",
    "get_bucket_policy",
    "get_bucket_request_payment",
    "get_bucket_tagging",
    "get_bucket_versioning",
    "get_bucket_website",
)

TOLD_BY_HEAD = (
    "CacheControl",
    "ContentDisposition",
    "ContentEncoding",
    "ContentLanguage",
    "ContentType",
    "ETag",
    "ExpiresString",
    "Metadata",
    "ServerSideEncryption",
    "StorageClass",
    "WebsiteRedirectLocation",
)


def masked(value: Any) -> Any:
    """The value without what differs from run to run: times and the ids of versions."""
    if isinstance(value, str):
        for pattern, stand_in in VOLATILE:
            value = pattern.sub(stand_in, value)
        return value
    if isinstance(value, dict):
        return {masked(name): masked(member) for name, member in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(masked(member) for member in value)
    return value


class Worlds:
    """A fake S3 on this machine, and the two libraries that talk to it."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.client = boto3.client(
            "s3",
            endpoint_url=f"http://{host}:{port}",
            region_name="us-east-1",
            aws_access_key_id="testing",
            aws_secret_access_key="testing",
            config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
        )

    def reset(self) -> None:
        """Forget all buckets."""
        requests.post(f"http://{self.host}:{self.port}/moto-api/reset", timeout=10)

    def connection(self) -> S3Connection:
        """A boto 2 connection."""
        return S3Connection(
            "testing",
            "testing",
            host=self.host,
            port=self.port,
            is_secure=False,
            calling_format=OrdinaryCallingFormat(),
        )

    def old(self, run: Callable[[S3Connection], Any], prepare: Callable[[Any], Any] | None = None) -> Any:
        """What `run` gives on boto 2, in a world that `prepare` set up with boto3."""
        self.reset()
        if prepare:
            prepare(self.client)
        return masked(run(self.connection()))

    def new(self, run: Callable[[Any], Any], prepare: Callable[[Any], Any] | None = None) -> Any:
        """What `run` gives on boto3, in a world that `prepare` set up."""
        self.reset()
        if prepare:
            prepare(self.client)
        return masked(run(self.client))

    def same(
        self,
        old: Callable[[S3Connection], Any],
        new: Callable[[Any], Any],
        prepare: Callable[[Any], Any] | None = None,
        settings: bool = False,
        objects: bool = True,
    ) -> Any:
        """Check that both give the same value and leave the same state; gives that value."""
        old_value = self.old(old, prepare)
        old_state = self.state(settings, objects)
        new_value = self.new(new, prepare)
        assert new_value == old_value
        assert self.state(settings, objects) == old_state
        return new_value

    def state(self, settings: bool = False, objects: bool = True) -> dict[str, Any]:
        """What is in the fake: every version of every object, uploads in progress, and the settings."""
        found: dict[str, Any] = {bucket["Name"]: {} for bucket in self.client.list_buckets()["Buckets"]}
        for bucket, state in found.items():
            if objects:
                listed = self.client.list_object_versions(Bucket=bucket)
                uploads = self.client.list_multipart_uploads(Bucket=bucket).get("Uploads", [])
                state["versions"] = [self._object(bucket, version) for version in listed.get("Versions", [])]
                state["markers"] = [marker["Key"] for marker in listed.get("DeleteMarkers", [])]
                state["uploads"] = [self._upload(bucket, upload) for upload in uploads]
            if settings:
                state.update({setting: self._setting(bucket, setting) for setting in BUCKET_SETTINGS})
        return found

    def _object(self, bucket: str, version: dict[str, Any]) -> dict[str, Any]:
        where = {"Bucket": bucket, "Key": version["Key"], "VersionId": version["VersionId"]}
        response = self.client.get_object(**where)
        told = {name: response[name] for name in TOLD_BY_HEAD if name in response}
        told |= {"Key": version["Key"], "content": response["Body"].read()}
        with suppress(ClientError):  # moto fails on the ACL of an object that was uploaded in parts
            told["grants"] = self.client.get_object_acl(**where)["Grants"]
        for grant in told.get("grants", []):
            grant["Grantee"].pop("DisplayName", None)  # boto 2 sends the name "None", which S3 ignores
        return told

    def _upload(self, bucket: str, upload: dict[str, Any]) -> Any:
        parts = self.client.list_parts(Bucket=bucket, Key=upload["Key"], UploadId=upload["UploadId"])
        return upload["Key"], [(part["PartNumber"], part["ETag"], part["Size"]) for part in parts.get("Parts", [])]

    def _setting(self, bucket: str, operation: str) -> Any:
        try:
            response = getattr(self.client, operation)(Bucket=bucket)
        except ClientError as error:
            return error.response["Error"]["Code"]
        for grant in response.get("Grants", []):
            grant["Grantee"].pop("DisplayName", None)  # boto 2 sends the name "None", which S3 ignores
        return {name: value for name, value in response.items() if name != "ResponseMetadata"}


@contextmanager
def running() -> Iterator[Worlds]:
    """A fake S3 server, while the block runs."""
    # Not moto's dispatcher: it takes a SigV2 signature that happens to hold slashes for a SigV4 scope, once in a while.
    dispatcher = DomainDispatcherApplication(create_backend_app)
    applications = {True: create_backend_app("s3"), False: dispatcher}

    def application(environ: dict[str, Any], start: Any) -> Any:
        return applications[environ.get("HTTP_AUTHORIZATION", "").startswith("AWS ")](environ, start)

    server = make_server("127.0.0.1", 0, application, True, request_handler=MotoRequestHandler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Worlds(*server.server_address[:2])
    finally:
        server.shutdown()
        thread.join()


def with_bucket(s3: Any) -> None:
    """A world with one empty bucket."""
    s3.create_bucket(Bucket="bucket")


def with_keys(*names: str, versioned: bool = False, **parameters: Any) -> Callable[[Any], None]:
    """A world with a bucket that holds objects of these names; the content of each is its name."""

    def prepare(s3: Any) -> None:
        with_bucket(s3)
        if versioned:
            s3.put_bucket_versioning(Bucket="bucket", VersioningConfiguration={"Status": "Enabled"})
        for name in names:
            s3.put_object(Bucket="bucket", Key=name, Body=name.encode(), **parameters)

    return prepare
