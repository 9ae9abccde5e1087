import boto.ec2
class Firewall:
    def __init__(self):
        self.conn = boto.ec2.connect_to_region('us-east-1')
    def find(self, group, proto, port):
        for rule in group.rules:
            if rule.ip_protocol == proto and int(rule.from_port) == port:
                return [grant.cidr_ip for grant in rule.grants]
# ---- after ----
import boto3
from botocore.config import Config

# emitted: EC2_CONFIG, _maybe, _grants

class Firewall:
    def __init__(self):
        self.conn = boto3.client(
            "ec2", region_name='us-east-1', config=EC2_CONFIG
        )
    def find(self, group, proto, port):
        for rule in group.get("IpPermissions", []):
            if rule["IpProtocol"] == proto and int(_maybe(
                str, rule.get("FromPort")
            )) == port:
                return [grant.get("CidrIp") for grant in _grants(rule)]
