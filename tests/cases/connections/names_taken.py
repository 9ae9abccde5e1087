import datetime
import boto
from boto.utils import parse_ts

class Config(object):
    region = 'us-east-1'

def partial(x): return x

conn = boto.connect_ec2(proxy='p', proxy_port=80)
fn = conn.start_instances
for i in conn.get_only_instances():
    print(parse_ts(i.launch_time), i.launch_time, datetime.datetime.now())
# ---- after ----
import datetime
from datetime import timezone
from functools import partial as _partial
from urllib.parse import quote
import boto3
from botocore.config import Config as _Config

# emitted: EC2_CONFIG, _as_list, _iso_z, _proxies, _instances, _changed_instances, _start_instances, Config

def partial(x): return x

conn = boto3.client(
    "ec2",
    region_name="us-east-1",
    config=EC2_CONFIG.merge(_Config(proxies=_proxies('p', port=80))),
)
fn = _partial(_start_instances, conn)
for i in _instances(
    conn.get_paginator(
        "describe_instances"
    ).paginate().build_full_result()["Reservations"]
):
    print(i["LaunchTime"].replace(tzinfo=None), _iso_z(i["LaunchTime"]), datetime.datetime.now())
