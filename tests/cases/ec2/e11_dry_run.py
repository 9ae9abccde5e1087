import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
def stop(ids, dry_run=False):
    try:
        conn.stop_instances(ids, dry_run=dry_run)
    except boto.exception.EC2ResponseError as e:
        if e.error_code != 'DryRunOperation':
            raise
stop(['i-1'], dry_run=True)
# ---- after ----
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
def stop(ids, dry_run=False):
    try:
        conn.stop_instances(InstanceIds=ids, DryRun=dry_run)
    except ClientError as e:
        if e.response["Error"]["Code"] != 'DryRunOperation':
            raise
stop(['i-1'], dry_run=True)
