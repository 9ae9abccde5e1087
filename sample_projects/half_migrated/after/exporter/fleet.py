"""Which machines run the portal: the page that was rewritten first."""
import boto3
from botocore.config import Config

from exporter import settings

EC2_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)


def get_ec2():
    return boto3.client('ec2', region_name=settings.REGION, config=EC2_CONFIG)


def workers():
    response = get_ec2().get_paginator("describe_instances").paginate(Filters=[{'Name': 'tag:Role', 'Values': ['worker']},
                                                     {'Name': 'instance-state-name', 'Values': ['running']}]).build_full_result()
    found = []
    for reservation in response['Reservations']:
        for instance in reservation['Instances']:
            tags = {tag['Key']: tag['Value'] for tag in instance.get('Tags', [])}
            found.append((tags.get('Name', instance['InstanceId']), instance['InstanceType']))
    return sorted(found)


def disk_usage():
    ec2 = get_ec2()
    volumes = ec2.get_paginator("describe_volumes").paginate().build_full_result()['Volumes']
    snapshots = ec2.get_paginator("describe_snapshots").paginate(
        OwnerIds=['self']
    ).build_full_result()['Snapshots']
    return sum(v['Size'] for v in volumes), len(snapshots)
