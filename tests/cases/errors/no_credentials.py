import sys

import boto.ec2
from boto.exception import NoAuthHandlerFound


def connect(region):
    try:
        return boto.ec2.connect_to_region(region)
    except NoAuthHandlerFound as e:
        sys.exit("no credentials: %s" % e)
# ---- after ----
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import NoCredentialsError

# emitted: EC2_CONFIG, _region_names, _connect_to_region, _with_credentials

def connect(region):
    try:
        return _with_credentials(
            _connect_to_region("ec2", region, config=EC2_CONFIG)
        )
    except NoCredentialsError as e:
        sys.exit("no credentials: %s" % e)
