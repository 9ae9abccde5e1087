import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
def launch(image, key=None, data=None, zone=None, groups=None, kind='m1.small'):
    return conn.run_instances(image, key_name=key, user_data=data, placement=zone, security_groups=groups,
                              instance_type=kind).instances
print(len(launch('ami-1')), len(launch('ami-2', key='k', zone='eu-west-1b', groups=['web'])))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _group_names

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
def launch(image, key=None, data=None, zone=None, groups=None, kind='m1.small'):
    return conn.run_instances(
        ImageId=image,
        MinCount=1,
        MaxCount=1,
        SecurityGroups=_group_names(groups),
        **_given(
            KeyName=key or None,
            UserData=data or None,
            InstanceType=kind or None,
            Placement=_given(AvailabilityZone=zone or None) or None,
        ),
    )["Instances"]
print(len(launch('ami-1')), len(launch('ami-2', key='k', zone='eu-west-1b', groups=['web'])))
