import boto3


def where():
    print(f"region {boto3.client('s3').meta.region_name}, checked: {boto3.client('s3', verify=False).meta.endpoint_url}")
# ---- after ----
import boto3


def where():
    # TODO(boto3ify): harden.tls.verify verify=False lets anybody on the way read and change requests: drop it, or give the path of your CA bundle (verify=path, or AWS_CA_BUNDLE)
    print(f"region {boto3.client('s3').meta.region_name}, checked: {boto3.client('s3', verify=False).meta.endpoint_url}")
