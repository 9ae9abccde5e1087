import boto3

ec2 = boto3.client("ec2", region_name="eu-west-1")
vpc = ec2.create_vpc(CidrBlock="10.70.0.0/16")["Vpc"]["VpcId"]


def tag(resource, **tags):
    ec2.create_tags(Resources=[resource], Tags=[{"Key": k, "Value": v} for k, v in tags.items()])


for n, (tier, zone, public) in enumerate((("web", "a", True), ("web", "b", True), ("db", "a", False), ("db", "c", False))):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.70.{n}.0/{24 + n % 2}", AvailabilityZone="eu-west-1" + zone)["Subnet"]["SubnetId"]
    tag(subnet, Name=f"{tier}-{zone}", tier=tier)
    if public:
        ec2.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": True})
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    tag(table, Name=f"rt-{tier}-{zone}")
    ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
igw = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
ec2.attach_internet_gateway(InternetGatewayId=igw, VpcId=vpc)
ec2.create_security_group(GroupName="web", Description="web in vpc", VpcId=vpc)
ec2.create_security_group(GroupName="web", Description="web in default")
