import boto.ec2

conn = boto.ec2.connect_to_region('eu-west-1')
from boto.ec2.networkinterface import NetworkInterfaceCollection, NetworkInterfaceSpecification
interface = NetworkInterfaceSpecification(subnet_id='subnet-1', groups=['sg-1'], associate_public_ip_address=True)
conn.run_instances('ami-1', network_interfaces=NetworkInterfaceCollection(interface))
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _given, _network_interfaces

conn = boto3.client("ec2", region_name='eu-west-1', config=EC2_CONFIG)
interface = {"SubnetId": 'subnet-1', "Groups": ['sg-1'], "AssociatePublicIpAddress": True}
conn.run_instances(
    ImageId='ami-1',
    MinCount=1,
    MaxCount=1,
    InstanceType="m1.small",
    NetworkInterfaces=_network_interfaces([interface]),
)
