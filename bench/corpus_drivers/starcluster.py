"""StarCluster's EasyEC2 and EasyS3: groups, rules, keys, instances, spot requests, volumes, snapshots, buckets."""

import sys
import time
import types

time.sleep = lambda seconds: None


def stand_in(name, **members):
    """A module that nobody can install any more, as far as StarCluster looks into it."""
    module = types.ModuleType(name)
    module.__dict__.update(members)
    sys.modules[name] = module
    return module


stand_in("optcomplete", AllCompleter=object, ListCompleter=object, NoneCompleter=object, autocomplete=lambda *a, **k: 0)
for name in ("Crypto", "Crypto.PublicKey", "Crypto.PublicKey.RSA", "Crypto.PublicKey.DSA"):
    stand_in(name)

from starcluster import awsutils
from starcluster import exception as errors

ec2 = awsutils.EasyEC2("AKIAVERIFYVERIFYFAKE", "this-key-opens-nothing")
s3 = awsutils.EasyS3("AKIAVERIFYVERIFYFAKE", "this-key-opens-nothing")


def step(name, action, /, *args, **kwargs):
    """Do one thing; what goes wrong in it is printed, and the rest goes on."""
    try:
        result = action(*args, **kwargs)
    except (Exception, SystemExit):
        print(name, "raised")
        return None
    print(name, result if isinstance(result, (str, int, list, tuple, bool, type(None))) else type(result).__name__)
    return result


step("region", lambda: ec2.region.name)
step("regions", lambda: sorted(ec2.regions)[:3])
step("valid", ec2.is_valid_conn)
step("zones", lambda: sorted(zone.name for zone in ec2.get_zones()))
step("zone", lambda: ec2.get_zone("us-east-1a").name)
step("no zone", lambda: ec2.get_zone("us-east-9z"))
group = ec2.create_group("@sc-one", "a cluster", auth_ssh=True)
print(group.name, ec2.get_group_or_none("none"), ec2.get_or_create_group("@sc-one", "again").name)
step("group", lambda: ec2.get_security_group("@sc-one").description)
step("no group", lambda: ec2.get_security_group("@sc-none"))
step("groups", lambda: sorted(one.name for one in ec2.get_security_groups(filters={"group-name": "@sc-*"})))
step("permission", lambda: ec2.has_permission(group, "tcp", 22, 22, "0.0.0.0/0"))
step("no permission", lambda: ec2.has_permission(group, "tcp", 23, 23, "0.0.0.0/0"))
key = step("key", lambda: ec2.create_keypair("sc-key", output_file="sc-key.rsa"))
step("key of name", lambda: ec2.get_keypair("sc-key").name)
step("no key", lambda: ec2.get_keypair("none"))
step("no key at all", lambda: ec2.get_keypair_or_none("none"))
step("keys", lambda: [one.name for one in ec2.keypairs])
step("list keys", ec2.list_keypairs)

IMAGE = "ami-12c6146b"
step("image", lambda: ec2.get_image(IMAGE).id == IMAGE)
step("no image", lambda: ec2.get_image("ami-00000000"))
step("no image at all", lambda: ec2.get_image_or_none("ami-00000000"))
run = ec2.request_instances(
    IMAGE,
    instance_type="m1.small",
    min_count=2,
    max_count=2,
    key_name="sc-key",
    security_groups=["@sc-one"],
    placement="us-east-1a",
    user_data="data",
)
print(len(run.instances))
first = run.instances[0]
step("instance", lambda: (ec2.get_instance(first.id).id == first.id, ec2.get_instance(first.id).state))
step("no instance", lambda: ec2.get_instance("i-00000000"))
step("instances", lambda: len(ec2.get_all_instances(filters={"instance-state-name": "running"})))
step("user data", lambda: ec2.get_instance_user_data(first.id))
step("list instances", ec2.list_all_instances)
step("devices", lambda: sorted(ec2.create_block_device_map(add_ephemeral_drives=True, instance_store=True)))
step("image of instance", lambda: bool(ec2.create_image(first.id, "golden", description="made")))
step("registered", lambda: [image.name for image in ec2.registered_images])
step("console", lambda: ec2.show_console_output(first.id))
spot = step("spot", lambda: len(ec2.request_instances(IMAGE, price=0.1, count=1, instance_type="m1.small")))
step("spots", lambda: [one.state for one in ec2.get_all_spot_requests()])
step("list spots", ec2.list_all_spot_instances)
volume = ec2.create_volume(2, "us-east-1a")
step("volume", lambda: (ec2.get_volume(volume.id).size, ec2.get_volume(volume.id).status))
step("no volume", lambda: ec2.get_volume("vol-00000000"))
step("wait", lambda: ec2.wait_for_volume(volume, status="available"))
snapshot = step("snapshot", lambda: ec2.create_snapshot(volume, description="of two").description)
step("snapshots", lambda: [one.volume_size for one in ec2.get_snapshots(volume_ids=[volume.id])])
step("no snapshot", lambda: ec2.get_snapshot("snap-00000000"))
step("list volumes", lambda: ec2.list_volumes())
step("list volumes of status", lambda: ec2.list_volumes(status="available"))
step("remove volume", lambda: ec2.remove_volume(volume.id))
step("subnets", lambda: len(ec2.get_subnets()))
step("gateways", lambda: len(ec2.get_internet_gateways()))
step("routes", lambda: len(ec2.get_route_tables()))
step("platforms", lambda: ec2.supported_platforms)
step("terminate", lambda: ec2.terminate_instances(run.instances))
step("terminate nothing", lambda: ec2.terminate_instances([]))
step("delete key", lambda: ec2.delete_keypair("sc-key"))

step("make bucket", lambda: s3.create_bucket("sc-images").name)
step("make bad bucket", lambda: s3.create_bucket("No_Good"))
step("exists", lambda: (s3.bucket_exists("sc-images"), s3.bucket_exists("sc-none")))
step("bucket", lambda: s3.get_bucket("sc-images").name)
step("no bucket", lambda: s3.get_bucket("sc-none"))
step("no bucket at all", lambda: s3.get_bucket_or_none("sc-none"))
step("bucket or new", lambda: s3.get_or_create_bucket("sc-images").name)
step("buckets", lambda: [one.name for one in s3.get_buckets()])
step("list buckets", s3.list_buckets)
step("list bucket", lambda: s3.list_bucket("sc-images"))
step("files", lambda: s3.get_bucket_files("sc-files"))
print(errors.BaseException.__name__)
