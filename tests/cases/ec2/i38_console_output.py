import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
i = conn.get_only_instances()[0]
console = i.get_console_output()
print(console.timestamp, console.output.split(b'\n')[-1])
print(conn.get_password_data(i.id))
# ---- after ----
from datetime import timezone
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _iso_z, _instances, _console_output

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
i = _instances(
    conn.get_paginator("describe_instances").paginate().build_full_result()["Reservations"]
)[0]
console = conn.get_console_output(InstanceId=i["InstanceId"])
print(_iso_z(console.get("Timestamp")), _console_output(console).split(b'\n')[-1])
print(conn.get_password_data(InstanceId=i["InstanceId"])["PasswordData"])
