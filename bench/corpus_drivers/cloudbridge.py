"""cloudbridge's AWS provider: keys, groups, volumes, snapshots, networks, instances, addresses, buckets."""

import io
import sys
import types

bunch = types.ModuleType("bunch")  # its installer wants a setuptools that is gone


class Bunch(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value


bunch.Bunch = Bunch
sys.modules["bunch"] = bunch

import requests
from cloudbridge.cloud.interfaces.exceptions import InvalidConfigurationException
from cloudbridge.cloud.providers.aws.provider import AWSCloudProvider

TYPES = [{"family": "General Purpose", "vCPU": 1, "instance_type": "t2.nano", "memory": 0.5, "storage": None}]
requests.get = lambda url: types.SimpleNamespace(json=lambda: TYPES)

provider = AWSCloudProvider({"aws_access_key": "AKIAVERIFYVERIFYFAKE", "aws_secret_key": "this-key-opens-nothing"})
ec2, disks, net = provider.compute, provider.block_store, provider.network
IMAGE = "ami-12c6146b"
ZONE = "us-east-1a"


def step(name, action, /, *args, **kwargs):
    """Do one thing; what goes wrong in it is printed, and the rest goes on."""
    try:
        result = action(*args, **kwargs)
    except Exception:
        print(name, "raised")
        return None
    print(name, describe(result))
    return result


def describe(value):
    if isinstance(value, (list, tuple)):
        return "%d: %s" % (len(value), sorted(map(describe, value))[:3])
    if hasattr(value, "id"):
        return "%s %s %s" % (type(value).__name__, getattr(value, "name", ""), getattr(value, "state", ""))
    return repr(value)


pairs = provider.security.key_pairs
pair = step("create key pair", pairs.create, name="deploy")
step("list key pairs", pairs.list)
step("find key pair", pairs.find, "deploy")
step("get key pair", pairs.get, "deploy")
step("get no key pair", pairs.get, "none")
step("create key pair again", pairs.create, name="deploy")
print(bool(pair.material))

network = step("create network", net.create, name="main")
step("network", lambda: (network.name, network.state, network.cidr_block, network.external))
subnet = step("create subnet", network.create_subnet, cidr_block="10.0.1.0/24", name="front", zone=ZONE)
step("subnet", lambda: (subnet.name, subnet.cidr_block, subnet.network_id == network.id))
step("subnets", net.subnets.list, network=network)
step("get subnet", lambda: net.subnets.get(subnet.id).id == subnet.id)
step("get network", lambda: net.get(network.id) == network)
step("get no network", net.get, "vpc-00000000")
step("networks", net.list)
router = step("create router", net.create_router, name="edge")
step("attach network", lambda: router.attach_network(network.id))
step("router", lambda: (router.name, router.state, router.network_id == network.id))
step("add route", lambda: router.add_route(subnet.id))
step("routers", lambda: len(net.routers()))

groups = provider.security.security_groups
group = step("create group", groups.create, name="web", description="web servers", network_id=network.id)
step("add rule", lambda: type(group.add_rule("tcp", 80, 80, "10.0.0.0/8")).__name__)
step("add rule again", lambda: type(group.add_rule("tcp", 80, 80, "10.0.0.0/8")).__name__)
step("add rule of group", lambda: type(group.add_rule("tcp", 1, 65535, src_group=group)).__name__)
step("rules", lambda: sorted((rule.ip_protocol, rule.from_port, rule.cidr_ip) for rule in group.rules if rule.cidr_ip))
step("get rule", lambda: group.get_rule("tcp", 80, 80, "10.0.0.0/8").from_port)
step("delete rule", lambda: group.get_rule("tcp", 80, 80, "10.0.0.0/8").delete())
step("group", lambda: (group.name, group.description, group.network_id == network.id, len(group.to_json()) > 10))
step("find group", groups.find, "web")
step("get group", lambda: groups.get(group.id) == group)
step("get no group", groups.get, "sg-00000000")
step("groups", lambda: sorted(one.name for one in groups.list()))

volume = step("create volume", disks.volumes.create, "data", 2, ZONE, description="of the data")
step("volume", lambda: (volume.name, volume.description, volume.size, volume.zone_id, volume.state, volume.source))
step("rename volume", lambda: setattr(volume, "name", "data-2"))
step("refresh volume", lambda: (volume.refresh(), volume.name))
step("find volume", disks.volumes.find, "data-2")
step("get no volume", disks.volumes.get, "vol-00000000")
snapshot = step("create snapshot", lambda: volume.create_snapshot(name="night", description="nightly"))
step("snapshot", lambda: (snapshot.name, snapshot.description, snapshot.size, snapshot.volume_id == volume.id))
step("describe snapshot", lambda: setattr(snapshot, "description", "weekly"))
step("find snapshot", disks.snapshots.find, "night")
restored = step("volume of snapshot", lambda: snapshot.create_volume(ZONE))
step("volumes", lambda: len(disks.volumes.list()))

step("instance types", ec2.instance_types.list)
step("regions", lambda: sorted(region.name for region in ec2.regions.list())[:3])
step("zones", lambda: sorted(zone.id for zone in ec2.regions.current.zones))
config = ec2.instances.create_launch_config()
step("bad volume", lambda: config.add_volume_device(size=-1))
step("volume device", lambda: config.add_volume_device(size=1, delete_on_terminate=True))
step("snapshot device", lambda: config.add_volume_device(size=2, source=snapshot, delete_on_terminate=True))
step("ephemeral device", config.add_ephemeral_device)
instance = step(
    "create instance",
    lambda: ec2.instances.create(
        "worker",
        IMAGE,
        "t2.nano",
        subnet=subnet,
        zone=ZONE,
        key_pair=pair,
        security_groups=[group],
        user_data="#!/bin/sh",
        launch_config=config,
    ),
)
step("instance", lambda: (instance.name, instance.image_id == IMAGE, instance.instance_type_id, instance.zone_id))
step("instance addresses", lambda: (len(instance.public_ips), len(instance.private_ips)))
step("instance groups", lambda: (len(instance.security_groups), instance.security_group_ids == [group.id]))
step("key of instance", lambda: instance.key_pair_name)
step("wait", lambda: instance.wait_till_ready(interval=1))
step("rename instance", lambda: setattr(instance, "name", "worker-2"))
step("reboot", lambda: instance.reboot())
step("attach", lambda: volume.attach(instance, "/dev/sdh"))
step("refresh volume", lambda: (volume.refresh(), volume.attachments is not None, volume.state))
step("detach", lambda: volume.detach())
step("create image", lambda: instance.create_image("golden"))
step("find image", lambda: [image.name for image in ec2.images.find("golden")])
step("get no image", ec2.images.get, "ami-00000000")
step("find instance", ec2.instances.find, "worker-2")
step("get instance", lambda: ec2.instances.get(instance.id) == instance)
step("get no instance", ec2.instances.get, "i-00000000")
step("instances", lambda: len(ec2.instances.list()))
address = step("address", lambda: bool(net.create_floating_ip().public_ip))
step("addresses", lambda: [(bool(one.public_ip), one.private_ip, one.in_use()) for one in net.floating_ips()])
step("terminate", lambda: instance.terminate())
step("refresh instance", lambda: (instance.refresh(), instance.state))
step("delete addresses", lambda: [one.delete() for one in net.floating_ips()])

store = provider.object_store
bucket = step("create bucket", store.create, "cb-objects")
step("find bucket", store.find, "cb-objects")
step("get bucket", lambda: store.get("cb-objects") == bucket)
step("get no bucket", store.get, "cb-nowhere")
step("buckets", store.list)
step("empty", bucket.list)
thing = step("create object", bucket.create_object, "hello/world.txt")
step("upload", lambda: thing.upload(b"content"))
step("objects", bucket.list)
step("objects below", lambda: [(one.name, one.size) for one in bucket.list(prefix="hello")])
step("get object", lambda: bucket.get("hello/world.txt").name)
step("get no object", lambda: bucket.get("none"))
stream = io.BytesIO()
step("download", lambda: (thing.save_content(stream), stream.getvalue()))
step("time", lambda: len(bucket.list()[0].last_modified))
step("URL", lambda: bucket.get("hello/world.txt").generate_url(100).split("?")[0])
step("delete object", lambda: thing.delete())
step("delete bucket", lambda: bucket.delete())

step("delete volume", lambda: (restored.delete(), volume.delete()))
step("delete snapshot", lambda: snapshot.delete())
step("refresh snapshot", lambda: (snapshot.refresh(), snapshot.state))
step("remove route", lambda: router.remove_route(subnet.id))
step("detach network", lambda: router.detach_network())
step("delete router", lambda: router.delete())
step("delete group", lambda: group.delete())
step("delete subnet", lambda: subnet.delete())
step("delete network", lambda: network.delete())
step("delete key pair", lambda: pair.delete())
print(InvalidConfigurationException.__name__)
