#!/usr/bin/env python
"""List what we run on EC2, per region, and write it down as CSV for the accountants.

    inventory.py -r us-east-1,eu-west-1 -o inventory.csv          list
    inventory.py -r us-east-1 --fix-tags --owner ops              and tag what has no owner
"""
import argparse
import csv
import sys
from datetime import timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

EC2_CONFIG = Config(
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)


def _filters(filters):
    """A dict (or pairs) of filters as the Filters parameter of the EC2 API."""
    result = []
    for name, values in dict(filters or {}).items():
        if not name.startswith("tag:"):
            name = name.replace("_", "-")
        values = values if isinstance(values, list) else [values]
        values = [str(value).lower() if isinstance(value, bool) else str(value) for value in values]
        result.append({"Name": name, "Values": values})
    return result


def _iso_z(moment):
    """A datetime as boto 2 gave it: 2026-11-22T05:27:54.000Z; None stays None."""
    if moment is None or isinstance(moment, str):
        return moment
    moment = moment.astimezone(timezone.utc)
    return "%s.%03dZ" % (moment.strftime("%Y-%m-%dT%H:%M:%S"), moment.microsecond // 1000)


def _maybe(convert, value):
    """`convert(value)`, or None for None."""
    return None if value is None else convert(value)


def _region_names(service):
    """The names of all regions where a service is, in the partitions that boto 2 listed."""
    session = boto3.session.Session()
    partitions = ("aws", "aws-cn", "aws-us-gov")
    return [name for partition in partitions for name in session.get_available_regions(service, partition)]


def _regions(service):
    """Every region of a service, as dicts like those of describe_regions."""
    return [{"RegionName": name, "Endpoint": _region_host(service, name)} for name in _region_names(service)]


def _region_host(service, name):
    """The host name that boto 2 had for a service in a region."""
    suffix = ".cn" if name.startswith("cn-") else ""
    return "%s.%s.amazonaws.com%s" % (service, name, suffix)


def _block_devices(record):
    """The block devices of an instance or an image by their device names."""
    devices = {}
    for mapping in record.get("BlockDeviceMappings") or []:
        device = dict(mapping.get("Ebs", {}))
        if "AttachTime" in device:
            device["AttachTime"] = _iso_z(device["AttachTime"])
        if "VirtualName" in mapping:
            device["VirtualName"] = mapping["VirtualName"]
        devices[mapping["DeviceName"]] = device
    return devices


def _update_instance(client, instance):
    """Read an instance anew, in place; gives the name of its state."""
    instance_id = instance["InstanceId"]
    answer = client.describe_instances(InstanceIds=[instance_id])
    if answer["Reservations"]:
        for fresh in answer["Reservations"][0]["Instances"]:
            if fresh["InstanceId"] == instance_id:
                instance.clear()
                instance.update(fresh)
    return instance["State"]["Name"]


def _grants(rule):
    """Whom a rule of a security group lets in: groups first, then ranges of IPv4 addresses."""
    return rule.get("UserIdGroupPairs", []) + rule.get("IpRanges", [])


def _group_instances(client, group):
    """The instances that belong to a security group."""
    name = "instance.group-id" if group.get("VpcId") else "group-id"
    pages = client.get_paginator("describe_instances").paginate(
        Filters=[{"Name": name, "Values": [group["GroupId"]]}]
    )
    return [instance for page in pages for reservation in page["Reservations"] for instance in reservation["Instances"]]


def _attachment(volume):
    """The attachment of a volume; nothing but the state None when it is not attached."""
    attachments = volume.get("Attachments") or [{"State": None}]
    return attachments[-1]


def _tags(record):
    """The tags of an EC2 object as a dict."""
    tags = record.get("Tags") or record.get("TagSet") or []
    return {tag["Key"]: tag.get("Value") for tag in tags}


def _tag_list(tags):
    """Tags in a dict (or a list of keys) as the Tags parameter of the EC2 API; None stands for any value."""
    tags = tags if isinstance(tags, dict) else dict.fromkeys(tags)
    return [{"Key": key} if value is None else {"Key": key, "Value": str(value)} for key, value in sorted(tags.items())]


def _add_tags(client, record, resource_id, tags):
    """Add tags to an EC2 object and to what we know of it."""
    client.create_tags(Resources=[resource_id], Tags=_tag_list(tags))
    member = "TagSet" if "TagSet" in record else "Tags"
    known = dict(_tags(record), **tags)
    record[member] = [{"Key": key, "Value": value} for key, value in known.items()]


def _remove_tags(client, record, resource_id, tags):
    """Remove tags from an EC2 object and from what we know of it; None stands for any value."""
    client.delete_tags(Resources=[resource_id], Tags=_tag_list(tags))
    member = "TagSet" if "TagSet" in record else "Tags"
    record[member] = [
        {"Key": key, "Value": value}
        for key, value in _tags(record).items()
        if key not in tags or tags[key] not in (None, value)
    ]


REQUIRED = ['Name', 'Owner', 'Environment']
COLUMNS = ['region', 'id', 'name', 'type', 'state', 'zone', 'public_dns', 'private_ip', 'image', 'key', 'groups',
           'volumes', 'gb', 'owner', 'environment']


def connect(region_name):
    names = [region["RegionName"] for region in _regions("ec2")]
    if region_name not in names:
        sys.exit('%s: no such region' % region_name)
    return boto3.client("ec2", region_name=region_name, config=EC2_CONFIG)


def get_instances(conn, environment=None, running_only=False):
    filters = {}
    if environment:
        filters['tag:Environment'] = environment
    if running_only:
        filters['instance-state-name'] = 'running'
    instances = []
    for reservation in conn.get_paginator("describe_instances").paginate(Filters=_filters(filters)).build_full_result()["Reservations"]:
        for instance in reservation["Instances"]:
            if instance["State"]["Name"] != 'terminated':
                instances.append(instance)
    instances.sort(key=lambda i: (_tags(i).get('Name', ''), i["InstanceId"]))
    return instances


def volumes_by_instance(conn):
    volumes = {}
    spare = []
    for volume in conn.get_paginator("describe_volumes").paginate().build_full_result()["Volumes"]:
        if _attachment(volume).get("InstanceId"):
            volumes.setdefault(_attachment(volume).get("InstanceId"), []).append(volume)
        else:
            spare.append(volume)
    return volumes, spare


def row_for(region, instance, volumes):
    return {
        'region': region,
        'id': instance["InstanceId"],
        'name': _tags(instance).get('Name', '(no name)'),
        'type': instance["InstanceType"],
        'state': '%s (%d)' % (instance["State"]["Name"], instance["State"]["Code"]),
        'zone': instance["Placement"]["AvailabilityZone"],
        'public_dns': instance.get("PublicDnsName") or '-',
        'private_ip': instance.get("PrivateIpAddress"),
        'image': instance["ImageId"],
        'key': instance.get("KeyName") or '',
        'groups': ' '.join(sorted(g["GroupName"] for g in instance.get("SecurityGroups", []))),
        'volumes': ' '.join(_attachment(v).get("Device") for v in volumes),
        'gb': sum(v["Size"] for v in volumes),
        'owner': _tags(instance).get('Owner', ''),
        'environment': _tags(instance).get('Environment', ''),
    }


def show_security_groups(conn):
    print('  security groups')
    for group in sorted(conn.get_paginator("describe_security_groups").paginate().build_full_result()["SecurityGroups"], key=lambda g: g["GroupName"]):
        print('    %s: %s, used by %d' % (group["GroupName"], group["Description"], len(_group_instances(conn, group))))
        for rule in group.get("IpPermissions", []):
            for grant in _grants(rule):
                who = grant.get("CidrIp") or 'group %s' % grant.get("GroupId")
                ports = 'all ports' if _maybe(
                    str, rule.get("FromPort")
                ) is None else '%s-%s' % (_maybe(
                    str, rule.get("FromPort")
                ), _maybe(
                    str, rule.get("ToPort")
                ))
                warn = ''
                if grant.get("CidrIp") == '0.0.0.0/0' and _maybe(
                    str, rule.get("ToPort")
                ) and int(_maybe(
                    str, rule.get("ToPort")
                )) == 22:
                    warn = '   <-- open to the world!'
                print('      %s %s from %s%s' % (rule["IpProtocol"], ports, who, warn))


def show_spare_volumes(spare):
    print('  volumes nobody uses: %d, %d GB' % (len(spare), sum([v["Size"] for v in spare])))
    for volume in sorted(spare, key=lambda v: v["Size"]):
        print('    %s %d GB %s in %s, %s' % (volume["VolumeId"], volume["Size"], volume.get("VolumeType"), volume["AvailabilityZone"],
                                            _tags(volume).get('Name') or volume["State"]))


def show_addresses(conn):
    idle = [a.get("PublicIp") for a in conn.describe_addresses()["Addresses"] if not a.get("InstanceId")]
    print('  addresses paid for and not used: %s' % (len(idle) or 'none'))


def fix_tags(conn, instances, owner):
    """Give an owner to what has none, its name to what hangs on it, and say what else is missing."""
    orphans = [i for i in instances if 'Owner' not in _tags(i)]
    if orphans:
        conn.create_tags(
            Resources=[i["InstanceId"] for i in orphans],
            Tags=_tag_list({'Owner': owner, 'TaggedBy': 'inventory'}),
        )
        print('  %s now owns %s' % (owner, ', '.join(_tags(i).get('Name', i["InstanceId"]) for i in orphans)))
    for instance in instances:
        missing = [tag for tag in REQUIRED if tag not in _tags(instance) and tag != 'Owner']
        if missing:
            print('  %s lacks %s' % (instance["InstanceId"], ' and '.join(missing)))
            _add_tags(conn, instance, instance["InstanceId"], {'Incomplete': ','.join(missing)})
        elif 'Incomplete' in _tags(instance):
            _remove_tags(conn, instance, instance["InstanceId"], {'Incomplete': None})
            print('  %s is complete now' % _tags(instance)['Name'])
        for name, device in sorted(_block_devices(instance).items()):
            volume = conn.describe_volumes(VolumeIds=[device.get("VolumeId")])["Volumes"][0]
            if 'Name' in _tags(instance) and _tags(volume).get('Name') is None:
                conn.create_tags(
                    Resources=[volume["VolumeId"]],
                    Tags=[{"Key": 'Name', "Value": '%s %s' % (_tags(instance)['Name'], name)}],
                )
    for tag in conn.get_paginator("describe_tags").paginate(
        Filters=[{"Name": "resource-type", "Values": ['instance']}, {"Name": "key", "Values": ['TaggedBy']}]
    ).build_full_result()["Tags"]:
        print('  %s on a %s: %s' % (tag["Key"], tag["ResourceType"], tag.get("Value")))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('-r', '--regions', default='us-east-1', help='comma separated')
    parser.add_argument('-e', '--environment')
    parser.add_argument('-o', '--output')
    parser.add_argument('--running', action='store_true')
    parser.add_argument('--fix-tags', action='store_true')
    parser.add_argument('--owner', default='unknown')
    args = parser.parse_args()

    rows = []
    for region in args.regions.split(','):
        print(region)
        conn = connect(region)
        try:
            instances = get_instances(conn, args.environment, args.running)
            volumes, spare = volumes_by_instance(conn)
            if args.fix_tags:
                fix_tags(conn, instances, args.owner)
                for instance in instances:
                    _update_instance(conn, instance)
            for instance in instances:
                row = row_for(region, instance, volumes.get(instance["InstanceId"], []))
                rows.append(row)
                print('  %(name)-10s %(type)-10s %(state)-14s %(zone)-11s %(gb)4d GB  %(groups)s  [%(owner)s]' % row)
            show_security_groups(conn)
            show_spare_volumes(spare)
            show_addresses(conn)
        except ClientError as e:
            print('%s: %s (%s)' % (region, e.response["Error"].get("Message", ""), e.response["Error"]["Code"]))
            continue

    if args.output:
        with open(args.output, 'w') as f:
            writer = csv.DictWriter(f, COLUMNS, lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)
    per_type = {}
    for row in rows:
        per_type[row['type']] = per_type.get(row['type'], 0) + 1
    print('total: %d instances, %d GB (%s)' % (len(rows), sum(r['gb'] for r in rows), ', '.join(
        '%d x %s' % (n, t) for t, n in sorted(per_type.items()))))


if __name__ == '__main__':
    main()
