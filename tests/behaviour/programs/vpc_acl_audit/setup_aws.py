import boto3

ec2 = boto3.client("ec2", region_name="eu-central-1")
vpc = ec2.create_vpc(CidrBlock="172.20.0.0/16")["Vpc"]["VpcId"]
subnets = []
for n in (1, 2):
    subnets.append(ec2.create_subnet(VpcId=vpc, CidrBlock=f"172.20.{n}.0/24", AvailabilityZone="eu-central-1a")["Subnet"]["SubnetId"])
    ec2.create_tags(Resources=[subnets[-1]], Tags=[{"Key": "Name", "Value": f"net{n}"}])
acl = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
ec2.create_tags(Resources=[acl], Tags=[{"Key": "Name", "Value": "strict"}])
for number, egress, ports, action in ((100, False, (22, 22), "deny"), (90, False, (80, 443), "allow"), (50, True, (0, 65535), "allow")):
    ec2.create_network_acl_entry(NetworkAclId=acl, RuleNumber=number, Protocol="6", RuleAction=action, Egress=egress,
                                 CidrBlock="0.0.0.0/0", PortRange={"From": ports[0], "To": ports[1]})
