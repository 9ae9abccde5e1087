import boto.ec2
from boto.ec2.connection import EC2Connection
from boto.ec2.instance import Instance


class Stopper(object):
    """Stops instances of a boto.ec2.connection.EC2Connection; see boto.readthedocs for more."""

    conn: EC2Connection

    def __init__(self, conn: EC2Connection) -> None:
        self.conn = conn

    def stop(self, instance: Instance) -> None:
        """Stop one.

        :type instance: boto.ec2.instance.Instance
        """
        assert isinstance(instance, (Instance, str))
        self.conn.stop_instances([instance.id])
# ---- after ----
from botocore.client import BaseClient


class Stopper(object):
    """Stops instances of a botocore.client.BaseClient; see boto.readthedocs for more."""

    conn: BaseClient

    def __init__(self, conn: BaseClient) -> None:
        self.conn = conn

    def stop(self, instance: dict) -> None:
        """Stop one.

        :type instance: dict
        """
        assert isinstance(instance, (dict, str))
        self.conn.stop_instances(InstanceIds=[instance["InstanceId"]])
