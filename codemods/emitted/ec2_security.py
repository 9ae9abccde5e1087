"""Security groups and their rules, key pairs.

A rule is a dict as EC2 describes it (IpProtocol, FromPort, ToPort, IpRanges, UserIdGroupPairs); a grant is one
of its ranges or pairs.
"""

import os

from botocore.exceptions import ClientError

from codemods.emitted.common import _as_list, _given


def _create_security_group(client, name, description, vpc_id=None, dry_run=False):
    """Create a security group; gives it with what we know of it."""
    group = _given(GroupName=name, Description=description, VpcId=vpc_id)
    answer = client.create_security_group(DryRun=bool(dry_run), **group)
    return dict(group, GroupId=answer["GroupId"])


def _delete_security_group(client, name=None, group_id=None, dry_run=False):
    """Delete a security group by its name or else by its id."""
    group = {"GroupId": group_id} if name is None else {"GroupName": name}
    client.delete_security_group(DryRun=bool(dry_run), **_given(**group))
    return True


def _ip_permission(ip_protocol=None, from_port=None, to_port=None, cidr_ip=None, group=None):
    """One rule of a security group, for a range of addresses (or a list of them) and for a group."""
    return _given(
        IpProtocol=None if ip_protocol is None else str(ip_protocol),
        FromPort=None if from_port is None else int(from_port),
        ToPort=None if to_port is None else int(to_port),
        IpRanges=[{"CidrIp": cidr} for cidr in _as_list(cidr_ip)] or None,
        UserIdGroupPairs=[group] if group else None,
    )


def _group_pair(name=None, owner_id=None, group_id=None):
    """A security group as a source of traffic; empty when nothing is given."""
    return _given(GroupName=name or None, UserId=owner_id or None, GroupId=group_id or None)


def _ingress(
    group_name=None,
    src_security_group_name=None,
    src_security_group_owner_id=None,
    ip_protocol=None,
    from_port=None,
    to_port=None,
    cidr_ip=None,
    group_id=None,
    src_security_group_group_id=None,
):
    """A rule to authorize or to revoke, as parameters of the EC2 API."""
    target = _given(GroupName=group_name, GroupId=group_id)
    if src_security_group_name and ip_protocol is None and from_port is None and to_port is None:
        # EC2's oldest form of a rule: all traffic from the other group.
        target["SourceSecurityGroupName"] = src_security_group_name
        if src_security_group_owner_id:
            target["SourceSecurityGroupOwnerId"] = src_security_group_owner_id
        return target
    source = _group_pair(src_security_group_name, src_security_group_owner_id, src_security_group_group_id)
    return dict(target, IpPermissions=[_ip_permission(ip_protocol, from_port, to_port, cidr_ip, source)])


def _authorize_security_group(
    client,
    group_name=None,
    src_security_group_name=None,
    src_security_group_owner_id=None,
    ip_protocol=None,
    from_port=None,
    to_port=None,
    cidr_ip=None,
    group_id=None,
    src_security_group_group_id=None,
    dry_run=False,
):
    """Add a rule for incoming traffic to a security group."""
    rule = _ingress(
        group_name or None,
        src_security_group_name,
        src_security_group_owner_id,
        ip_protocol,
        from_port,
        to_port,
        cidr_ip,
        group_id or None,
        src_security_group_group_id,
    )
    client.authorize_security_group_ingress(DryRun=bool(dry_run), **rule)
    return True


def _revoke_security_group(
    client,
    group_name=None,
    src_security_group_name=None,
    src_security_group_owner_id=None,
    ip_protocol=None,
    from_port=None,
    to_port=None,
    cidr_ip=None,
    group_id=None,
    src_security_group_group_id=None,
    dry_run=False,
):
    """Take a rule for incoming traffic out of a security group."""
    rule = _ingress(
        group_name,
        src_security_group_name,
        src_security_group_owner_id,
        ip_protocol,
        from_port,
        to_port,
        cidr_ip,
        group_id,
        src_security_group_group_id,
    )
    client.revoke_security_group_ingress(DryRun=bool(dry_run), **rule)
    return True


def _authorize_security_group_egress(
    client,
    group_id,
    ip_protocol,
    from_port=None,
    to_port=None,
    src_group_id=None,
    cidr_ip=None,
    dry_run=False,
):
    """Add a rule for outgoing traffic to a security group."""
    rule = _ip_permission(ip_protocol, from_port, to_port, cidr_ip, _group_pair(group_id=src_group_id))
    client.authorize_security_group_egress(GroupId=group_id, IpPermissions=[rule], DryRun=bool(dry_run))
    return True


def _revoke_security_group_egress(
    client,
    group_id,
    ip_protocol,
    from_port=None,
    to_port=None,
    src_group_id=None,
    cidr_ip=None,
    dry_run=False,
):
    """Take a rule for outgoing traffic out of a security group."""
    rule = _ip_permission(ip_protocol, from_port, to_port, cidr_ip, _group_pair(group_id=src_group_id))
    client.revoke_security_group_egress(GroupId=group_id, IpPermissions=[rule], DryRun=bool(dry_run))
    return True


def _group_rule(group, ip_protocol, from_port, to_port, cidr_ip, src_group):
    """A rule of this security group as parameters of the EC2 API; a source group comes before a range."""
    in_vpc = bool(group.get("VpcId"))
    source = {}
    if src_group:
        cidr_ip = None
        source["src_security_group_owner_id"] = src_group.get("OwnerId") or src_group.get("UserId")
        if in_vpc:
            source["src_security_group_group_id"] = src_group["GroupId"]
        else:
            source["src_security_group_name"] = src_group["GroupName"]
    return _ingress(
        group_name=None if in_vpc else group["GroupName"],
        group_id=group["GroupId"] if in_vpc else None,
        ip_protocol=ip_protocol,
        from_port=from_port,
        to_port=to_port,
        cidr_ip=cidr_ip,
        **source,
    )


def _authorize_group(
    client, group, ip_protocol=None, from_port=None, to_port=None, cidr_ip=None, src_group=None, dry_run=False
):
    """Add a rule for incoming traffic to a security group, and to what we know of it."""
    rule = _group_rule(group, ip_protocol, from_port, to_port, cidr_ip, src_group)
    client.authorize_security_group_ingress(DryRun=bool(dry_run), **rule)
    known = group.setdefault("IpPermissions", [])
    given = {"IpProtocol": ip_protocol, "Given": {"FromPort": from_port, "ToPort": to_port}}
    if src_group:
        known.append(dict(given, UserIdGroupPairs=[_source_pair(group, src_group)]))
    elif isinstance(cidr_ip, list):
        known.extend(dict(given, IpRanges=[{"CidrIp": cidr}]) for cidr in cidr_ip)
    else:
        known.append(dict(given, IpRanges=[{"CidrIp": cidr_ip}]))
    return True


def _revoke_group(
    client, group, ip_protocol=None, from_port=None, to_port=None, cidr_ip=None, src_group=None, dry_run=False
):
    """Take a rule for incoming traffic out of a security group, and out of what we know of it."""
    rule = _group_rule(group, ip_protocol, from_port, to_port, cidr_ip, src_group)
    client.revoke_security_group_ingress(DryRun=bool(dry_run), **rule)
    revoked = _source_pair(group, src_group) if src_group else {"CidrIp": cidr_ip}
    known = group.get("IpPermissions", [])
    for rule in known:
        if (rule["IpProtocol"], _port(rule, "FromPort"), _port(rule, "ToPort")) == (ip_protocol, from_port, to_port):
            for grants in (rule.get("UserIdGroupPairs", []), rule.get("IpRanges", [])):
                grants[:] = [grant for grant in grants if any(grant.get(key) != revoked[key] for key in revoked)]
            if not _grants(rule):
                known.remove(rule)
    return True


def _source_pair(group, src_group):
    """A group as a source of traffic to this one, as a rule of it names the group: in a VPC by its id."""
    owner = src_group.get("OwnerId") or src_group.get("UserId")
    if group.get("VpcId"):
        return _group_pair(owner_id=owner, group_id=src_group["GroupId"])
    return _group_pair(src_group["GroupName"], owner)


def _port(rule, member):
    """A port as boto 2 gave it: text where EC2 described the rule, else what the program gave."""
    if "Given" in rule:
        return rule["Given"][member]
    return None if rule.get(member) is None else str(rule[member])


def _grants(rule):
    """Whom a rule of a security group lets in: groups first, then ranges of IPv4 addresses."""
    return rule.get("UserIdGroupPairs", []) + rule.get("IpRanges", [])


def _grant_text(grant):
    """A grant as boto 2 printed it: the range, or the name (else the id) and the owner of the group."""
    if grant.get("CidrIp"):
        return grant["CidrIp"]
    return "{}-{}".format(grant.get("GroupName") or grant.get("GroupId"), grant.get("UserId"))


def _group_instances(client, group, dry_run=False):
    """The instances that belong to a security group."""
    name = "instance.group-id" if group.get("VpcId") else "group-id"
    pages = client.get_paginator("describe_instances").paginate(
        Filters=[{"Name": name, "Values": [group["GroupId"]]}], DryRun=bool(dry_run)
    )
    return [instance for page in pages for reservation in page["Reservations"] for instance in reservation["Instances"]]


def _get_key_pair(client, keyname, dry_run=False):
    """The key pair of that name, or None."""
    try:
        return client.describe_key_pairs(KeyNames=[keyname], DryRun=bool(dry_run))["KeyPairs"][0]
    except ClientError as error:
        if error.response["Error"]["Code"] == "InvalidKeyPair.NotFound":
            return None
        raise


def _save_key_pair(key_pair, directory_path):
    """Write the material of a new key pair to NAME.pem, for its owner only; never over another file."""
    if not key_pair.get("KeyMaterial"):
        raise ValueError("KeyPair contains no material")
    path = os.path.join(os.path.expanduser(directory_path), "{}.pem".format(key_pair["KeyName"]))
    if os.path.exists(path):
        raise ValueError(f"{path} already exists, it will not be overwritten")
    with open(path, "w") as file:
        file.write(key_pair["KeyMaterial"])
    os.chmod(path, 0o600)
    return True
