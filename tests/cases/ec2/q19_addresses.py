import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
address = conn.allocate_address(domain='vpc')
conn.associate_address('i-1', allocation_id=address.allocation_id)
for address in conn.get_all_addresses():
    print(address.public_ip, address.instance_id, address.allocation_id, address.domain)
    if not address.instance_id:
        address.release()
conn.associate_address(instance_id='i-2', public_ip='1.2.3.4')
conn.disassociate_address(public_ip='1.2.3.4')
conn.release_address('1.2.3.4')
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _release_address, _release_this_address

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
address = conn.allocate_address(Domain='vpc')
conn.associate_address(InstanceId='i-1', AllocationId=address.get("AllocationId"))
for address in conn.describe_addresses()["Addresses"]:
    print(address.get("PublicIp"), address.get("InstanceId"), address.get("AllocationId"), address.get("Domain"))
    if not address.get("InstanceId"):
        _release_this_address(conn, address)
conn.associate_address(InstanceId='i-2', PublicIp='1.2.3.4')
conn.disassociate_address(PublicIp='1.2.3.4')
conn.release_address(PublicIp='1.2.3.4')
