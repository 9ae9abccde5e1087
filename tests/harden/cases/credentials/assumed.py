import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
ROLE = "arn:aws:iam::123456789012:role/audit"
_ec2 = None


class Audit:
    def __init__(self):
        creds = boto3.client("sts", config=CONFIG).assume_role(RoleArn=ROLE, RoleSessionName="audit")["Credentials"]
        self.s3 = boto3.client(
            "s3",
            aws_access_key_id=creds["AccessKeyId"],
            aws_secret_access_key=creds["SecretAccessKey"],
            aws_session_token=creds["SessionToken"],
            config=CONFIG,
        )


def ec2():
    global _ec2
    if _ec2 is None:
        creds = boto3.client("sts", config=CONFIG).assume_role(RoleArn=ROLE, RoleSessionName="audit")["Credentials"]
        _ec2 = boto3.client("ec2", aws_access_key_id=creds["AccessKeyId"], aws_secret_access_key=creds["SecretAccessKey"],
                            aws_session_token=creds["SessionToken"], config=CONFIG)
    return _ec2


def once(account):
    creds = boto3.client("sts", config=CONFIG).assume_role(RoleArn=account, RoleSessionName="audit")["Credentials"]
    session = boto3.Session(creds["AccessKeyId"], aws_secret_access_key=creds["SecretAccessKey"],
                            aws_session_token=creds["SessionToken"])
    return session.client("s3", config=CONFIG)
# ---- after ----
import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard"})
ROLE = "arn:aws:iam::123456789012:role/audit"
_ec2 = None


class Audit:
    def __init__(self):
        creds = boto3.client("sts", config=CONFIG).assume_role(RoleArn=ROLE, RoleSessionName="audit")["Credentials"]
        # TODO(boto3ify): harden.credentials.assumed the credentials of assume_role expire (after an hour, unless told otherwise) and this client is kept: name the role in a profile (role_arn, source_profile), which renews them
        self.s3 = boto3.client(
            "s3",
            aws_access_key_id=creds["AccessKeyId"],
            aws_secret_access_key=creds["SecretAccessKey"],
            aws_session_token=creds["SessionToken"],
            config=CONFIG,
        )


def ec2():
    global _ec2
    if _ec2 is None:
        creds = boto3.client("sts", config=CONFIG).assume_role(RoleArn=ROLE, RoleSessionName="audit")["Credentials"]
        # TODO(boto3ify): harden.credentials.assumed the credentials of assume_role expire (after an hour, unless told otherwise) and this client is kept: name the role in a profile (role_arn, source_profile), which renews them
        _ec2 = boto3.client("ec2", aws_access_key_id=creds["AccessKeyId"], aws_secret_access_key=creds["SecretAccessKey"],
                            aws_session_token=creds["SessionToken"], config=CONFIG)
    return _ec2


def once(account):
    creds = boto3.client("sts", config=CONFIG).assume_role(RoleArn=account, RoleSessionName="audit")["Credentials"]
    session = boto3.Session(creds["AccessKeyId"], aws_secret_access_key=creds["SecretAccessKey"],
                            aws_session_token=creds["SessionToken"])
    return session.client("s3", config=CONFIG)
