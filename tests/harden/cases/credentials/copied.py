import boto3
from requests_aws4auth import AWS4Auth


def auth(region):
    creds = boto3.Session().get_credentials()
    return AWS4Auth(creds.access_key, creds.secret_key, region, "es", session_token=creds.token)


def key():
    return boto3.Session().get_credentials().access_key


def maybe(session=boto3.Session()):
    creds = boto3.Session().get_credentials()
    if creds is None:
        return None
    return creds.access_key, creds.secret_key


class Signer:
    def __init__(self):
        frozen = boto3.Session().get_credentials().get_frozen_credentials()
        self.key = frozen.access_key
        self.secret = frozen.secret_key
# ---- after ----
import boto3
from requests_aws4auth import AWS4Auth


def auth(region):
    creds = boto3.Session().get_credentials().get_frozen_credentials()
    return AWS4Auth(creds.access_key, creds.secret_key, region, "es", session_token=creds.token)


def key():
    return boto3.Session().get_credentials().access_key


def maybe(session=boto3.Session()):
    creds = boto3.Session().get_credentials()
    if creds is None:
        return None
    # TODO(boto3ify): harden.credentials.copied each read may see another refresh: read the parts from one get_credentials().get_frozen_credentials()
    return creds.access_key, creds.secret_key


class Signer:
    def __init__(self):
        frozen = boto3.Session().get_credentials().get_frozen_credentials()
        # TODO(boto3ify): harden.credentials.copied credentials of a role expire within hours, and this copy is kept for ever: keep the session, and freeze its credentials for each use
        self.key = frozen.access_key
        self.secret = frozen.secret_key
