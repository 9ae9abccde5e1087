"""The error class that a connection names, in a clause; members that a format string reads."""
import boto.ec2


class Store(object):
    def __init__(self, region):
        self.conn = boto.ec2.connect_to_region('eu-west-1')

    def volume(self, volume_id):
        try:
            return self.conn.get_all_volumes([volume_id])[0]
        except self.conn.ResponseError as e:
            if e.errors[0][0] == 'InvalidVolume.NotFound':
                return None
            print('{0.error_code} ({0.status}): {error.message!r}'.format(e, error=e))
            raise
# ---- after ----
"""The error class that a connection names, in a clause; members that a format string reads."""
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG

class Store(object):
    def __init__(self, region):
        self.conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)

    def volume(self, volume_id):
        try:
            return self.conn.describe_volumes(VolumeIds=[volume_id])["Volumes"][0]
        except ClientError as e:
            if e.response["Error"]["Code"] == 'InvalidVolume.NotFound':
                return None
            print('{} ({}): {!r}'.format(
                e.response["Error"]["Code"],
                e.response["ResponseMetadata"]["HTTPStatusCode"],
                e.response["Error"].get("Message", ""),
            ))
            raise
