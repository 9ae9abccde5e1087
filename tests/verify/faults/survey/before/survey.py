import io
import math

import boto
import boto.vpc
from boto.ec2.networkinterface import NetworkInterfaceCollection, NetworkInterfaceSpecification
from boto.exception import EC2ResponseError, S3ResponseError
from boto.s3.cors import CORSConfiguration
from boto.s3.lifecycle import Expiration, Lifecycle, Rule, Transition
from boto.s3.tagging import Tags, TagSet


def buckets(conn):
    bucket = conn.create_bucket("survey-one", location="eu-west-1")
    print(bucket.get_location(), [b.name for b in conn.get_all_buckets()])
    bucket.set_acl("public-read")
    cors = CORSConfiguration()
    cors.add_rule(["PUT", "GET"], ["https://a.example"], allowed_header=["x-one"], max_age_seconds=30)
    bucket.set_cors(cors)
    lifecycle = Lifecycle()
    lifecycle.append(Rule("old", "logs/", "Enabled", Expiration(days=30), Transition(days=10, storage_class="GLACIER")))
    bucket.configure_lifecycle(lifecycle)
    bucket.configure_website("index.html", "error.html")
    tags = TagSet()
    tags.add_tag("team", "survey")
    tag_sets = Tags()
    tag_sets.add_tag_set(tags)
    bucket.set_tags(tag_sets)
    bucket.set_policy('{"Version": "2012-10-17", "Statement": []}')
    print(bucket.get_policy())
    bucket.configure_versioning(True)
    return bucket


def objects(bucket):
    for name in ("a/1", "a/2", "b/1", "top"):
        bucket.new_key(name).set_contents_from_string(name * 2)
    print([(key.name) for key in bucket.list("", "/")])
    print([key.name for key in bucket.get_all_keys(prefix="a/")])
    key = bucket.get_key("a/1")
    key.set_contents_from_string("again", encrypt_key=True, reduced_redundancy=True)
    print(sorted((v.name, v.is_latest) for v in bucket.list_versions(prefix="a/")))
    key.set_acl("public-read")
    key.copy("survey-one", "copy of a/1", metadata={"Content-Type": "text/plain", "who": "me"})
    bucket.copy_key("b/2", "survey-one", "b/1")
    result = bucket.delete_keys(["a/2", "b/1", "none"])
    print(sorted(d.key for d in result.deleted))
    print(bucket.get_key("top").get_contents_as_string(headers={"Range": "bytes=0-2"}))
    try:
        bucket.get_key("nothing", validate=False).get_contents_as_string()
    except S3ResponseError as error:
        print(error.status, error.error_code)


def links(bucket):
    key = bucket.new_key("with metadata")
    key.set_metadata("who", "me")
    key.set_contents_from_string("here")
    key = bucket.get_key("with metadata")
    print("%s\n%s" % (key.generate_url(300), bucket.new_key("inbox").generate_url(300, "PUT", policy="private")))
    index = bucket.new_key("index.html")
    index.set_contents_from_string('<a href="%s">here</a>' % key.generate_url(300, query_auth=False))
    listed = [k for k in bucket.list("with")][0]
    listed.copy("survey-one", "copy of " + listed.name)


def parts(bucket):
    upload = bucket.initiate_multipart_upload("big", headers={"Content-Type": "x/y"})
    stream = io.BytesIO(b"z" * (5 * 1024 * 1024 + 10))
    size = 5 * 1024 * 1024
    for number in range(math.ceil(len(stream.getvalue()) / size)):
        stream.seek(number * size)
        upload.upload_part_from_file(io.BytesIO(stream.read(size)), number + 1)
    upload.complete_upload()
    abandoned = bucket.initiate_multipart_upload("abandoned")
    print([u.key_name for u in bucket.get_all_multipart_uploads()])
    abandoned.cancel_upload()


def network(conn):
    vpc = conn.create_vpc("10.9.0.0/16")
    conn.modify_vpc_attribute(vpc.id, enable_dns_hostnames=True)
    subnet = conn.create_subnet(vpc.id, "10.9.1.0/24", availability_zone="eu-west-1a")
    gateway = conn.create_internet_gateway()
    conn.attach_internet_gateway(gateway.id, vpc.id)
    table = conn.create_route_table(vpc.id)
    conn.create_route(table.id, "0.0.0.0/0", gateway_id=gateway.id)
    association = conn.associate_route_table(table.id, subnet.id)
    conn.disassociate_route_table(association)
    options = conn.create_dhcp_options(domain_name="x.example", domain_name_servers=["10.9.0.2"])
    conn.associate_dhcp_options(options.id, vpc.id)
    acl = conn.create_network_acl(vpc.id)
    conn.create_network_acl_entry(acl.id, 100, 6, "allow", "10.0.0.0/8", egress=False, port_range_from=22, port_range_to=23)
    group = conn.create_security_group("inner", "inner machines", vpc_id=vpc.id)
    group.add_tag("team", "survey")
    group.authorize("tcp", 1, 65535, src_group=group)
    print([v.cidr_block for v in conn.get_all_vpcs(filters={"cidr": "10.9.0.0/16"})])
    return subnet, group


def machines(conn, subnet, group):
    interface = NetworkInterfaceSpecification(
        subnet_id=subnet.id, groups=[group.id], associate_public_ip_address=True
    )
    reservation = conn.run_instances(
        "ami-0ccccccc",
        instance_type="t2.small",
        network_interfaces=NetworkInterfaceCollection(interface),
        monitoring_enabled=True,
        instance_profile_name="worker",
        disable_api_termination=False,
    )
    instance = reservation.instances[0]
    instance.add_tags({"Name": "worker", "env": "test"})
    volume = conn.create_volume(5, "eu-west-1a", volume_type="gp2")
    volume.add_tag("Name", "scratch")
    conn.attach_volume(volume.id, instance.id, "/dev/sdf")
    volume.update()
    volume.detach()
    snapshot = volume.create_snapshot("by survey")
    print(len(volume.snapshots()))
    image = conn.create_image(instance.id, "survey image", description="d", no_reboot=True)
    conn.deregister_image(image)
    address = conn.allocate_address(domain="vpc")
    conn.associate_address(instance.id, allocation_id=address.allocation_id)
    address = conn.get_all_addresses(allocation_ids=[address.allocation_id])[0]
    conn.disassociate_address(association_id=address.association_id)
    conn.release_address(allocation_id=address.allocation_id)
    conn.modify_instance_attribute(instance.id, "disableApiTermination", True)
    conn.modify_instance_attribute(instance.id, "disableApiTermination", False)
    key = conn.import_key_pair("mine", b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDzCfNh7gb2XJqH9e29W9A5jSk2UdaEDVccX8gft1AXFlS9ifR2v0ehIq1+9El8elW9/9r8QlN69hrNEn/MmHns1YZuH0ZUUvJLUuSPUAdMxozuQ42vmHtg7g2Ynd0nZNVcFwPmJ9zGdner+eggvWX2sCIi9a6es9snD7ZRKJgeVw== test")
    print(key.name, conn.get_key_pair("other"))
    print([z.name for z in conn.get_all_zones()])
    conn.delete_snapshot(snapshot.id)
    conn.delete_volume(volume.id)
    instance.terminate()
    try:
        conn.get_all_instances(instance_ids=["i-00000000000000000"])
    except EC2ResponseError as error:
        print(error.status, error.error_code)


def main():
    bucket = buckets(boto.connect_s3())
    objects(bucket)
    links(bucket)
    parts(bucket)
    conn = boto.vpc.connect_to_region("eu-west-1")
    machines(conn, *network(conn))


main()
