"""One connection per region and process."""
import os

import boto
import boto.s3

_connections = {}


def get_connection(region=None):
    """Connection for REGION; credentials as boto finds them, unless MEDIASTORE_KEY says otherwise."""
    if region not in _connections:
        access_key = os.environ.get('MEDIASTORE_KEY')
        secret_key = os.environ.get('MEDIASTORE_SECRET')
        if region:
            _connections[region] = boto.s3.connect_to_region(region, aws_access_key_id=access_key,
                                                             aws_secret_access_key=secret_key)
        else:
            _connections[region] = boto.connect_s3(access_key, secret_key)
    return _connections[region]
