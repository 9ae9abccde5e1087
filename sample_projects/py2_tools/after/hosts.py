# -*- coding: iso-8859-1 -*-
# Written by Jürgen, ask him about the firewall.
from botocore.exceptions import ClientError

from common import complain


def _given(**arguments):
    """The arguments that are not None: botocore refuses None where boto 2 took it for "not given"."""
    return {name: value for name, value in arguments.items() if value is not None}


def _as_list(value):
    """A list for what may be None, one value or several, as boto 2 accepted it."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)


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


def _create_security_group(client, name, description):
    """Create a security group; gives it with what we know of it."""
    group = _given(GroupName=name, Description=description)
    answer = client.create_security_group(**group)
    return dict(group, GroupId=answer["GroupId"])


def _ip_permission(ip_protocol=None, from_port=None, to_port=None, cidr_ip=None):
    """One rule of a security group, for a range of addresses (or a list of them) and for a group."""
    return _given(
        IpProtocol=None if ip_protocol is None else str(ip_protocol),
        FromPort=None if from_port is None else int(from_port),
        ToPort=None if to_port is None else int(to_port),
        IpRanges=[{"CidrIp": cidr} for cidr in _as_list(cidr_ip)] or None,
    )


def _port(rule, member):
    """A port as boto 2 gave it: text where EC2 described the rule, else what the program gave."""
    if "Given" in rule:
        return rule["Given"][member]
    return None if rule.get(member) is None else str(rule[member])


def _grants(rule):
    """Whom a rule of a security group lets in: groups first, then ranges of IPv4 addresses."""
    return rule.get("UserIdGroupPairs", []) + rule.get("IpRanges", [])


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


class Host:
    """An instance with what a release needs to know of it."""

    def __init__(self, instance):
        self.instance = instance
        self.name = _tags(instance).get('Name', instance["InstanceId"])

    def version(self):
        return _tags(self.instance).get('Version', 'none')

    def describe(self):
        i = self.instance
        return '%s (%s, %s in %s): %s' % (self.name, i["InstanceType"], i["State"]["Name"], i["Placement"]["AvailabilityZone"], self.version())

    def mark(self, conn, version):
        _add_tags(conn, self.instance, self.instance["InstanceId"], {'Version': version})
        _update_instance(conn, self.instance)


def find_hosts(conn, role):
    hosts = []
    for reservation in conn.get_paginator("describe_instances").paginate(
        Filters=_filters({'tag:Role': role})
    ).build_full_result()["Reservations"]:
        for instance in reservation["Instances"]:
            if instance["State"]["Name"] == 'running':
                hosts.append(Host(instance))
            else:
                complain('%s is %s' % (_tags(instance)['Name'], instance["State"]["Name"]))
    hosts.sort(key=lambda host: host.name)
    return hosts


def open_firewall(conn, name, cidr):
    """The deploy group, with a hole for us in it."""
    groups = conn.get_paginator("describe_security_groups").paginate(
        Filters=_filters({'group-name': name})
    ).build_full_result()["SecurityGroups"]
    if groups:
        group = groups[0]
    else:
        group = _create_security_group(conn, name, 'releases')
        print('made group', group["GroupName"])
    for port in range(8080, 8082):
        try:
            conn.authorize_security_group_ingress(
                GroupId=group["GroupId"], IpPermissions=[_ip_permission('tcp', port, port, cidr)]
            )
        except ClientError as e:
            if e.response["Error"]["Code"] != 'InvalidPermission.Duplicate':
                raise
            print('port', port, 'was open')
    return group


def close_firewall(conn, name, cidr):
    group = conn.get_paginator("describe_security_groups").paginate(
        Filters=_filters({'group-name': name})
    ).build_full_result()["SecurityGroups"][0]
    for rule in list(group.get("IpPermissions", [])):
        for grant in list(_grants(rule)):
            if grant.get("CidrIp") == cidr:
                print('closing %s %s-%s' % (rule["IpProtocol"], _port(rule, "FromPort"), _port(rule, "ToPort")))
                conn.revoke_security_group_ingress(
                    GroupId=group["GroupId"],
                    IpPermissions=[
                        _ip_permission(
                            rule["IpProtocol"],
                            _port(rule, "FromPort"),
                            _port(rule, "ToPort"),
                            grant.get("CidrIp"),
                        )
                    ],
                )


def status(conn, role):
    per_version = {}
    for host in find_hosts(conn, role):
        print('   ', host.describe())
        per_version[host.version()] = per_version.get(host.version(), 0) + 1
    for version, count in sorted(per_version.items()):
        print('    %-6s on %d' % (version, count))
