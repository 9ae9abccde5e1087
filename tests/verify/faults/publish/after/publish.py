import mimetypes
import os
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

s3 = boto3.client("s3", region_name="us-east-1", config=Config(retries={"total_max_attempts": 7, "mode": "standard"}))


def head_or_none(bucket, key):
    try:
        return s3.head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise


def upload(bucket, folder):
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        with open(path, "rb") as body:
            s3.put_object(
                Bucket=bucket,
                Key="site/" + name,
                Body=body,
                ACL="public-read",
                CacheControl="max-age=60",
                ContentType=mimetypes.guess_type(path)[0] or "application/octet-stream",
                Metadata={"release": "7"},
            )


def prune(bucket, wanted):
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="site/old"):
        for key in page.get("Contents", []):
            if key["Key"] not in wanted:
                s3.delete_object(Bucket=bucket, Key=key["Key"])


def mark(bucket):
    key = head_or_none(bucket, "site/manifest.json")
    s3.copy_object(
        Bucket=bucket,
        Key="site/previous.json",
        CopySource={"Bucket": bucket, "Key": "site/manifest.json"},
        Metadata={"release": "6", "state": "past"},
        MetadataDirective="REPLACE",
    )
    s3.put_object(
        Bucket=bucket,
        Key="site/manifest.json",
        Body='{"release": 7}',
        ContentType="application/json",
        Metadata=key["Metadata"],
    )


def remember(bucket, text):
    if head_or_none(bucket, "lock") is None:
        s3.put_object(Bucket=bucket, Key="lock", Body=text, ContentType="application/octet-stream")
    state = head_or_none(bucket, "state")
    version = state["VersionId"]
    print("state was", s3.get_object(Bucket=bucket, Key="state", VersionId=version)["Body"].read().decode())
    s3.delete_object(Bucket=bucket, Key="state", VersionId=version)
    version = head_or_none(bucket, "state")["VersionId"]
    print("state is", s3.get_object(Bucket=bucket, Key="state", VersionId=version)["Body"].read().decode())


def link(bucket):
    params = {"Bucket": bucket, "Key": "site/index.html"}
    print("preview:", s3.generate_presigned_url("get_object", Params=params, ExpiresIn=600))


def main():
    site = "www-site"
    s3.head_bucket(Bucket=site)
    upload(site, "pages")
    prune(site, {"site/old-3.html"})
    mark(site)
    archive = "www-archive"
    s3.head_bucket(Bucket=archive)
    remember(archive, "release 7")
    remember(archive, "release 8") if "--twice" in sys.argv else None
    link(site)
    print("missing:", head_or_none(site, "site/none.html"))
    try:
        s3.head_bucket(Bucket="www-elsewhere")
    except ClientError as error:
        print("no bucket:", error.response["ResponseMetadata"]["HTTPStatusCode"])
    s3.download_file(site, "site/style.css", "downloaded.css")


main()
