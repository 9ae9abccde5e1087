import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
reservation = conn.run_instances('ami-1')
instance = conn.run_instances('ami-1', key_name='deploy', instance_type='t2.micro',
                              security_groups=['web', 'ssh']).instances[0]
print(reservation.id, instance.id)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
reservation = conn.run_instances(
    ImageId='ami-1', MinCount=1, MaxCount=1, InstanceType="m1.small"
)
instance = conn.run_instances(
    ImageId='ami-1',
    MinCount=1,
    MaxCount=1,
    KeyName='deploy',
    SecurityGroups=['web', 'ssh'],
    InstanceType='t2.micro',
)["Instances"][0]
print(reservation["ReservationId"], instance["InstanceId"])
