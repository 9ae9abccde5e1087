"""Development machines with and without the tag; one has snapshots of earlier nights, one of another tool."""

import boto3

ec2 = boto3.client("ec2", region_name="us-west-2")
MACHINES = [
    ("build", {"Schedule": "office-hours"}),
    ("demo", {"Schedule": "office-hours", "Protected": "Yes"}),
    ("jenkins", {"Schedule": "weekdays"}),
    ("mail", {}),
    ("staging", {"Schedule": "office-hours", "StoppedBy": "nightly-stopper"}),
    ("old-wiki", {"Schedule": "weekdays"}),
]
for name, tags in MACHINES:
    instance = ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1, InstanceType="m3.medium")[
        "Instances"
    ][0]
    tags = [{"Key": key, "Value": value} for key, value in {"Name": name, **tags}.items()]
    ec2.create_tags(Resources=[instance["InstanceId"]], Tags=tags)
    volume = ec2.create_volume(Size=100, AvailabilityZone=instance["Placement"]["AvailabilityZone"])[
        "VolumeId"
    ]
    if name in ("build", "jenkins"):
        ec2.attach_volume(VolumeId=volume, InstanceId=instance["InstanceId"], Device="/dev/sdg")
    if name == "build":
        for day in (26, 27, 28, 29):
            description = f"build /dev/sdg 2015-06-{day} 20:00"
            snapshot = ec2.create_snapshot(VolumeId=volume, Description=description)["SnapshotId"]
            snapshot_tags = [
                {"Key": "CreatedBy", "Value": "nightly-stopper"},
                {"Key": "Name", "Value": description},
            ]
            ec2.create_tags(Resources=[snapshot], Tags=snapshot_tags)
        ec2.create_snapshot(VolumeId=volume, Description="by hand, do not delete")
    if name in ("staging", "old-wiki"):
        ec2.stop_instances(InstanceIds=[instance["InstanceId"]])
