import os
import boto

for key, secret in (('a', 'b'), ('c', 'd')):
    os.environ['AWS_ACCESS_KEY_ID'] = key
    os.environ['AWS_SECRET_ACCESS_KEY'] = secret
    print(len(boto.connect_ec2().get_all_instances()))
# ---- after ----
import os
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG

for key, secret in (('a', 'b'), ('c', 'd')):
    os.environ['AWS_ACCESS_KEY_ID'] = key
    os.environ['AWS_SECRET_ACCESS_KEY'] = secret
    print(len(boto3.session.Session().client(
        "ec2", region_name="us-east-1", config=EC2_CONFIG
    ).get_paginator("describe_instances").paginate().build_full_result()["Reservations"]))
