import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
image = conn.get_image('ami-1')
reservation = image.run(1, 1, 'deploy', ['web'], user_data='x', instance_type='t2.small')
print(reservation.instances[0].id)
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _get_image

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
image = _get_image(conn, 'ami-1')
reservation = conn.run_instances(
    ImageId=image["ImageId"],
    MinCount=1,
    MaxCount=1,
    KeyName='deploy',
    SecurityGroups=['web'],
    UserData='x',
    InstanceType='t2.small',
)
print(reservation["Instances"][0]["InstanceId"])
