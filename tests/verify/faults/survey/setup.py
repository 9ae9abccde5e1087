"""The instance profile that the machines get."""

import boto3

boto3.client("iam").create_instance_profile(InstanceProfileName="worker")
