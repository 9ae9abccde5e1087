import boto.ec2

for region in boto.ec2.regions():
    print(region.name, region.endpoint)
names = [r.name for r in boto.ec2.regions() if not r.name.startswith('cn-')]
home = boto.ec2.get_region('sa-east-1')
print(names, home)
# ---- after ----
import boto3

# emitted: _shown, _region_names, _regions, _region_host, _region

for region in _regions("ec2"):
    print(region["RegionName"], region["Endpoint"])
names = [r["RegionName"] for r in _regions("ec2") if not r["RegionName"].startswith('cn-')]
home = _region("ec2", 'sa-east-1')
print(names, _shown(home, "RegionInfo:%s", "RegionName"))
