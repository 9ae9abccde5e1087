"""One connection per region and process."""
import os

import boto3
from botocore.config import Config

S3_CONFIG = Config(
    signature_version="s3v4",
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)


def _region_names(service):
    """The names of all regions where a service is, in the partitions that boto 2 listed."""
    session = boto3.session.Session()
    partitions = ("aws", "aws-cn", "aws-us-gov")
    return [name for partition in partitions for name in session.get_available_regions(service, partition)]


def _resource_in_region(service, region_name, **options):
    """A service resource for a region; None when there is no such region, as in boto 2."""
    if region_name not in _region_names(service):
        return None
    return boto3.resource(service, region_name=region_name, **options)


_connections = {}


def get_connection(region=None):
    """Connection for REGION; credentials as boto finds them, unless MEDIASTORE_KEY says otherwise."""
    if region not in _connections:
        access_key = os.environ.get('MEDIASTORE_KEY')
        secret_key = os.environ.get('MEDIASTORE_SECRET')
        if region:
            _connections[region] = _resource_in_region(
                "s3",
                region,
                aws_access_key_id=access_key,
                aws_secret_access_key=secret_key,
                config=S3_CONFIG.merge(Config(s3={"addressing_style": "virtual"})),
            )
        else:
            _connections[region] = boto3.resource(
                "s3",
                region_name="us-east-1",
                aws_access_key_id=access_key,
                aws_secret_access_key=secret_key,
                config=S3_CONFIG,
            )
    return _connections[region]
