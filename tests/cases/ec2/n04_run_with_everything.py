import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
data = '#!/bin/sh\necho hello'
reservation = conn.run_instances(
    'ami-1', min_count=2, max_count=2, key_name='deploy', user_data=data, instance_type='c3.large',
    placement='eu-west-1a', placement_group='fast', tenancy='default', monitoring_enabled=True,
    subnet_id='subnet-1', security_group_ids=['sg-1'], instance_profile_name='role', ebs_optimized=True,
    disable_api_termination=True, instance_initiated_shutdown_behavior='terminate', client_token='x')
for instance in reservation.instances:
    instance.add_tag('Name', 'web')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
data = '#!/bin/sh\necho hello'
reservation = conn.run_instances(
    ImageId='ami-1',
    MinCount=2,
    MaxCount=2,
    KeyName='deploy',
    UserData=data,
    InstanceType='c3.large',
    Placement={"AvailabilityZone": 'eu-west-1a', "GroupName": 'fast', "Tenancy": 'default'},
    Monitoring={"Enabled": True},
    SubnetId='subnet-1',
    DisableApiTermination=True,
    InstanceInitiatedShutdownBehavior='terminate',
    ClientToken='x',
    SecurityGroupIds=['sg-1'],
    IamInstanceProfile={"Name": 'role'},
    EbsOptimized=True,
)
for instance in reservation["Instances"]:
    conn.create_tags(Resources=[instance["InstanceId"]], Tags=[{"Key": 'Name', "Value": 'web'}])
