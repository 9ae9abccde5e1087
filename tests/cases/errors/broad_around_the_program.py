"""A broad clause around functions of the program that ask AWS, whose handler reads what only errors of AWS have."""
import sys

import boto.ec2


def remove(conn, name):
    detach(conn, name)
    conn.delete_volume(name)


def detach(conn, name):
    conn.detach_volume(name)


try:
    remove(boto.ec2.connect_to_region('us-east-1'), 'vol-1')
except Exception as e:
    if getattr(e, 'error_code', None) != 'InvalidVolume.NotFound':
        sys.exit('%s: %s' % (e.error_code, e.message))
# ---- after ----
"""A broad clause around functions of the program that ask AWS, whose handler reads what only errors of AWS have."""
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, _error_code, _error_message

def remove(conn, name):
    detach(conn, name)
    conn.delete_volume(VolumeId=name)


def detach(conn, name):
    conn.detach_volume(VolumeId=name)


try:
    remove(boto3.client("ec2", region_name='us-east-1', config=EC2_CONFIG), 'vol-1')
except Exception as e:
    if (_error_code(e) if isinstance(e, ClientError) else None) != 'InvalidVolume.NotFound':
        sys.exit('%s: %s' % (_error_code(e), _error_message(e)))
