import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
from boto.exception import BotoServerError, EC2ResponseError
try:
    found = conn.get_all_instances(['i-1'])
except EC2ResponseError as e:
    if e.error_code == 'InvalidInstanceID.NotFound':
        found = []
    else:
        raise
try:
    conn.delete_volume('vol-1')
except BotoServerError as e:
    print('cannot delete: %s' % e.message)
print(len(found))
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG, _error_message

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
try:
    found = conn.describe_instances(InstanceIds=['i-1'])["Reservations"]
except ClientError as e:
    if e.response["Error"]["Code"] == 'InvalidInstanceID.NotFound':
        found = []
    else:
        raise
try:
    conn.delete_volume(VolumeId='vol-1')
except ClientError as e:
    print('cannot delete: %s' % _error_message(e))
print(len(found))
