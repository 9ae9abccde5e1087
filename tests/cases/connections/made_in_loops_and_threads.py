import threading
import boto
import boto.ec2

def work(name):
    conn = boto.connect_s3()
    print(len(list(conn.get_bucket(name))))

for region in ('us-east-1', 'eu-west-1'):
    conn = boto.ec2.connect_to_region(region)
    print(len(conn.get_all_volumes()))
threads = [threading.Thread(target=work, args=(name,)) for name in ('a', 'b')]
for thread in threads:
    thread.start()
# ---- after ----
import threading
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, S3_CONFIG, _get_bucket, _keys

def work(name):
    conn = boto3.session.Session().client(
        "s3", region_name="us-east-1", config=S3_CONFIG
    )
    print(len(list(_keys(conn, _get_bucket(conn, name)))))

for region in ('us-east-1', 'eu-west-1'):
    conn = boto3.client("ec2", region_name=region, config=EC2_CONFIG)
    print(len(conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]))
threads = [threading.Thread(target=work, args=(name,)) for name in ('a', 'b')]
for thread in threads:
    thread.start()
