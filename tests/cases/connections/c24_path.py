import boto
from boto.ec2.regioninfo import RegionInfo
cloud = RegionInfo(name='cloud', endpoint='api.example.org')
conn = boto.connect_ec2('key', 'secret', is_secure=True, region=cloud, port=8773, path='/services/Cloud')
print(len(conn.get_all_zones()))
# ---- after ----
import re
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _endpoint, _aws_region, _in_region

cloud = {"RegionName": 'cloud', "Endpoint": 'api.example.org'}
conn = boto3.client(
    "ec2",
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    **_in_region(cloud, port=8773, is_secure=True, path='/services/Cloud'),
    config=EC2_CONFIG,
)
print(len(conn.describe_availability_zones()["AvailabilityZones"]))
