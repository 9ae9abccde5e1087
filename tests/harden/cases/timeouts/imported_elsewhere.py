"""An optional dependency, imported by a function of its own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import boto3


def import_boto3():
    global make_client
    from boto3 import client as make_client


def secret(name):
    import_boto3()
    return make_client("secretsmanager").get_secret_value(SecretId=name)
# ---- after ----
"""An optional dependency, imported by a function of its own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import boto3


def import_boto3():
    global make_client
    from boto3 import client as make_client


def secret(name):
    import_boto3()
    return make_client("secretsmanager").get_secret_value(SecretId=name)
