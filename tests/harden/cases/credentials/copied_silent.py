import boto3
from botocore.auth import SigV4Auth


def headers(request, region):
    credentials = boto3.Session().get_credentials()
    SigV4Auth(credentials, "es", region).add_auth(request)
    return dict(request.headers)


def frozen():
    creds = boto3.Session().get_credentials().get_frozen_credentials()
    return creds.access_key, creds.secret_key, creds.token


def own(user):
    return user.access_key, user.token
# ---- after ----
import boto3
from botocore.auth import SigV4Auth


def headers(request, region):
    credentials = boto3.Session().get_credentials()
    SigV4Auth(credentials, "es", region).add_auth(request)
    return dict(request.headers)


def frozen():
    creds = boto3.Session().get_credentials().get_frozen_credentials()
    return creds.access_key, creds.secret_key, creds.token


def own(user):
    return user.access_key, user.token
