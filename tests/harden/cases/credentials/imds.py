"""Reads http://169.254.169.254/latest/meta-data/ by hand."""

import subprocess
import urllib.request

import requests

BASE = "http://169.254.169.254/latest/meta-data/"
NO_PROXY = "169.254.169.254,localhost"


def instance_id():
    return urllib.request.urlopen("http://169.254.169.254/latest/meta-data/instance-id").read().decode()


def zone():
    return subprocess.check_output("curl -s 169.254.169.254/latest/meta-data/placement/availability-zone", shell=True)


def keys(role):
    return requests.get(f"http://169.254.169.254/latest/meta-data/iam/security-credentials/{role}").json()
# ---- after ----
"""Reads http://169.254.169.254/latest/meta-data/ by hand."""

import subprocess
import urllib.request

import requests

# TODO(boto3ify): harden.credentials.imds reads instance metadata without a session token, which IMDSv2 refuses: PUT /latest/api/token first and send it as X-aws-ec2-metadata-token
BASE = "http://169.254.169.254/latest/meta-data/"
NO_PROXY = "169.254.169.254,localhost"


def instance_id():
    # TODO(boto3ify): harden.credentials.imds reads instance metadata without a session token, which IMDSv2 refuses: PUT /latest/api/token first and send it as X-aws-ec2-metadata-token
    return urllib.request.urlopen("http://169.254.169.254/latest/meta-data/instance-id").read().decode()


def zone():
    # TODO(boto3ify): harden.credentials.imds reads instance metadata without a session token, which IMDSv2 refuses: PUT /latest/api/token first and send it as X-aws-ec2-metadata-token
    return subprocess.check_output("curl -s 169.254.169.254/latest/meta-data/placement/availability-zone", shell=True)


def keys(role):
    # TODO(boto3ify): harden.credentials.imds reads the instance's credentials by hand, without a session token and without renewing them: let boto3 find them (boto3.client(...) without keys)
    return requests.get(f"http://169.254.169.254/latest/meta-data/iam/security-credentials/{role}").json()
