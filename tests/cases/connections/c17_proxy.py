import boto
import boto.ec2

s3 = boto.connect_s3(proxy='proxy.example.com', proxy_port=3128)
ec2 = boto.ec2.connect_to_region('us-west-1', proxy='proxy.example.com', proxy_port=3128, proxy_user='me',
                                 proxy_pass='secret')
# ---- after ----
from urllib.parse import quote
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG, _proxies

s3 = boto3.client(
    "s3",
    region_name="us-east-1",
    config=S3_CONFIG.merge(
        Config(
            proxies={"http": "http://proxy.example.com:3128", "https": "http://proxy.example.com:3128"}
        )
    ),
)
ec2 = boto3.client(
    "ec2",
    region_name='us-west-1',
    config=EC2_CONFIG.merge(
        Config(proxies=_proxies('proxy.example.com', port=3128, user='me', password='secret'))
    ),
)
