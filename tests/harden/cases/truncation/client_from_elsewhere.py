from botocore.exceptions import ClientError


def count(client, bucket):
    try:
        return len(client.list_objects_v2(Bucket=bucket)["Contents"])
    except ClientError:
        return 0


def count_others(client, bucket):
    return len(client.list_things(Bucket=bucket)["Contents"])
# ---- after ----
from botocore.exceptions import ClientError


def count(client, bucket):
    try:
        # TODO(boto3ify): harden.truncation list_objects_v2 gives one page and this takes it for all: use get_paginator("list_objects_v2")
        return len(client.list_objects_v2(Bucket=bucket)["Contents"])
    except ClientError:
        return 0


def count_others(client, bucket):
    return len(client.list_things(Bucket=bucket)["Contents"])
