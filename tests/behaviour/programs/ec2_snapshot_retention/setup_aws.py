import boto3

ec2 = boto3.client("ec2", region_name="us-west-2")
for name, tags in (("db-data", {"Backup": "3", "Name": "db-data"}), ("logs", {"Backup": "1", "Name": "logs"}),
                   ("nameless", {"Backup": "2"}), ("scratch", {"Name": "scratch"})):
    volume = ec2.create_volume(AvailabilityZone="us-west-2a", Size=len(name), TagSpecifications=[
        {"ResourceType": "volume", "Tags": [{"Key": k, "Value": v} for k, v in tags.items()]}])
    for n in range(len(name) % 5):
        ec2.create_snapshot(VolumeId=volume["VolumeId"], Description=f"nightly {name} {n:02}")
    ec2.create_snapshot(VolumeId=volume["VolumeId"], Description="made by hand")
