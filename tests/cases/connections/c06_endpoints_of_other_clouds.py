import boto
from boto.ec2.connection import EC2Connection
from boto.ec2.regioninfo import RegionInfo
from boto.s3.connection import OrdinaryCallingFormat, S3Connection

cloud = EC2Connection('key', 'secret', region=RegionInfo(name='nova', endpoint='cloud.example.com'),
                      port=8773, path='/services/Cloud', is_secure=False)
euca = boto.connect_euca('euca.example.com', 'key', 'secret')
walrus = boto.connect_walrus('walrus.example.com', 'key', 'secret')
ec2 = boto.connect_ec2_endpoint('https://ec2.example.com:8443/api', 'key', 'secret')
ceph = S3Connection('key', 'secret', host='ceph.example.com', port=7480, is_secure=False,
                    calling_format=OrdinaryCallingFormat())
print(cloud.get_all_zones(), euca.get_all_zones(), walrus.get_all_buckets(), ec2.get_all_zones())
print(ceph.get_all_buckets())
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG

cloud = boto3.client(
    "ec2",
    region_name='nova',
    endpoint_url="http://cloud.example.com:8773/services/Cloud",
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=EC2_CONFIG,
)
euca = boto3.client(
    "ec2",
    region_name="us-east-1",
    endpoint_url="http://euca.example.com:8773/services/Eucalyptus",
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=EC2_CONFIG,
)
walrus = boto3.client(
    "s3",
    region_name="us-east-1",
    endpoint_url="http://walrus.example.com:8773/services/Walrus",
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=S3_CONFIG.merge(
        Config(
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path"},
        )
    ),
)
ec2 = boto3.client(
    "ec2",
    region_name="us-east-1",
    endpoint_url='https://ec2.example.com:8443/api',
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=EC2_CONFIG,
)
ceph = boto3.client(
    "s3",
    region_name="us-east-1",
    endpoint_url="http://ceph.example.com:7480",
    aws_access_key_id='key',
    aws_secret_access_key='secret',
    config=S3_CONFIG.merge(
        Config(
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path"},
        )
    ),
)
print(cloud.describe_availability_zones()["AvailabilityZones"], euca.describe_availability_zones()["AvailabilityZones"], [
    bucket["Name"] for bucket in walrus.list_buckets()["Buckets"]
], ec2.describe_availability_zones()["AvailabilityZones"])
print([bucket["Name"] for bucket in ceph.list_buckets()["Buckets"]])
