import boto3

ec2 = boto3.client("ec2", region_name="ap-southeast-1")
for name, tags in (("one", {"Owner": "ann", "Cost": "10"}), ("two", {"Owner": ""}), ("three", {"Temp": "yes", "Owner": "bob"}), ("", {})):
    spec = [{"Key": k, "Value": v} for k, v in dict(tags, **({"Name": name} if name else {})).items()]
    extra = {"TagSpecifications": [{"ResourceType": "instance", "Tags": spec}]} if spec else {}
    ec2.run_instances(ImageId="ami-88888888", MinCount=1, MaxCount=1, InstanceType="t2.nano", **extra)
ec2.create_volume(AvailabilityZone="ap-southeast-1a", Size=3, TagSpecifications=[
    {"ResourceType": "volume", "Tags": [{"Key": "Owner", "Value": "ann"}, {"Key": "Name", "Value": "disk"}]}])
