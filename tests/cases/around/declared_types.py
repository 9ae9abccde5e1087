import boto
from boto.ec2.connection import EC2Connection
from boto.s3.bucket import Bucket
from boto.s3.key import Key


def stop(conn, ids):
    """Stop instances.

    :type conn: boto.ec2.connection.EC2Connection
    :param conn: the connection
    :type ids: list
    :rtype: list of :class:`boto.ec2.instance.Instance`
    """
    return conn.stop_instances(ids)


def names(bucket):
    """Names of a bucket.

    Args:
        bucket (boto.s3.bucket.Bucket): where to look.

    Returns:
        list: the names
    """
    return [key.name for key in bucket.list()]


def typed(bucket: Bucket, key: "Key" = None) -> EC2Connection:
    if isinstance(bucket, Bucket):
        return bucket.connection
    assert isinstance(key, (Key, str))
# ---- after ----
import boto3
from boto3.resources.base import ServiceResource
from botocore.client import BaseClient
# TODO(boto3ify): imports still needed by what is left to do below; drop it when that is done
from boto.s3.key import Key

# emitted: _IDENTIFIERS, _as_list, _service, _objects, _keys

def stop(conn, ids):
    """Stop instances.

    :type conn: botocore.client.BaseClient
    :param conn: the connection
    :type ids: list
    :rtype: list of :class:`dict`
    """
    return conn.stop_instances(InstanceIds=_as_list(ids))["StoppingInstances"]


def names(bucket):
    """Names of a bucket.

    Args:
        bucket (boto3.resources.base.ServiceResource): where to look.

    Returns:
        list: the names
    """
    return [key.meta.data["Key"] for key in _objects(
        bucket, "Object", _keys(bucket.meta.client, bucket.name)
    )]


def typed(bucket: ServiceResource, key: "Key" = None) -> BaseClient:
    if hasattr(bucket, "meta"):
        return _service(bucket)
    assert isinstance(key, (ServiceResource, str))
