"""Which machines run the portal: the page that was rewritten first."""
import boto3

from exporter import settings


def get_ec2():
    return boto3.client('ec2', region_name=settings.REGION)


def workers():
    response = get_ec2().describe_instances(Filters=[{'Name': 'tag:Role', 'Values': ['worker']},
                                                     {'Name': 'instance-state-name', 'Values': ['running']}])
    found = []
    for reservation in response['Reservations']:
        for instance in reservation['Instances']:
            tags = {tag['Key']: tag['Value'] for tag in instance.get('Tags', [])}
            found.append((tags.get('Name', instance['InstanceId']), instance['InstanceType']))
    return sorted(found)


def disk_usage():
    ec2 = get_ec2()
    volumes = ec2.describe_volumes()['Volumes']
    snapshots = ec2.describe_snapshots(OwnerIds=['self'])['Snapshots']
    return sum(v['Size'] for v in volumes), len(snapshots)
