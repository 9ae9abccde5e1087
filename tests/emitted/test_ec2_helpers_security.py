"""The emitted helpers for security groups and key pairs, against boto 2 itself."""

import os
import stat

import pytest
from ec2_worlds import same

from codemods.emitted.ec2_security import (
    _authorize_group,
    _authorize_security_group,
    _authorize_security_group_egress,
    _create_security_group,
    _delete_security_group,
    _get_key_pair,
    _grant_text,
    _grants,
    _group_instances,
    _port,
    _revoke_group,
    _revoke_security_group,
    _revoke_security_group_egress,
    _save_key_pair,
)


def groups(ec2):
    """Two groups in a VPC, two without one named, and the ids of all."""
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    made = {"vpc": vpc}
    for name in ("web", "db"):
        made[name] = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
    for name in ("old-web", "old-db"):
        made[name] = ec2.create_security_group(GroupName=name, Description=name)["GroupId"]
    return made


def old_group(conn, made, name="web"):
    return conn.get_all_security_groups(group_ids=[made[name]])[0]


def new_group(ec2, made, name="web"):
    return ec2.describe_security_groups(GroupIds=[made[name]])["SecurityGroups"][0]


def rules(found):
    """The rules of a boto 2 group; ports of rules that were added by hand are as they were given."""
    return [
        [rule.ip_protocol, rule.from_port, rule.to_port, [str(grant) for grant in rule.grants]] for rule in found.rules
    ]


def rules_too(found):
    """The same of a record."""
    return [
        [
            rule.get("IpProtocol"),
            _port(rule, "FromPort"),
            _port(rule, "ToPort"),
            [_grant_text(grant) for grant in _grants(rule)],
        ]
        for rule in found.get("IpPermissions", [])
    ]


@pytest.mark.parametrize("vpc", [False, True])
def test_making_and_deleting_a_group(vpc):
    def old(conn, made):
        group = conn.create_security_group("new", "a new one", made["vpc"] if vpc else None)
        seen = [group.id, group.name, group.description, group.vpc_id, group.owner_id, rules(group)]
        return [*seen, conn.delete_security_group(group_id=made["db"])]

    def new(ec2, made):
        group = _create_security_group(ec2, "new", "a new one", made["vpc"] if vpc else None)
        seen = [group["GroupId"], group["GroupName"], group["Description"], group.get("VpcId"), group.get("OwnerId")]
        return [*seen, rules_too(group), _delete_security_group(ec2, group_id=made["db"])]

    same(old, new, groups)


def test_deleting_a_group_by_its_name():
    same(
        lambda conn, made: conn.delete_security_group("old-web", made["db"]),
        lambda ec2, made: _delete_security_group(ec2, "old-web", made["db"]),
        groups,
    )


RULES = [
    {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ip": "10.1.0.0/16"},
    {"ip_protocol": "tcp", "from_port": "80", "to_port": "90", "cidr_ip": ["10.1.0.0/16", "10.2.0.0/16"]},
    {"ip_protocol": "icmp", "from_port": -1, "to_port": -1, "cidr_ip": "0.0.0.0/0"},
    {"ip_protocol": -1, "cidr_ip": "10.3.0.0/16"},
    {"ip_protocol": "udp", "from_port": 0, "to_port": 53, "cidr_ip": "10.1.0.0/16"},
]


@pytest.mark.parametrize("arguments", RULES)
def test_letting_addresses_in(arguments):
    def old(conn, made):
        group = old_group(conn, made)
        seen = [group.authorize(**arguments), sorted(rules(group), key=str)]
        return [*seen, sorted(rules(old_group(conn, made)), key=str)]

    def new(ec2, made):
        group = new_group(ec2, made)
        seen = [_authorize_group(ec2, group, **arguments), sorted(rules_too(group), key=str)]
        return [*seen, sorted(rules_too(new_group(ec2, made)), key=str)]

    same(old, new, groups)


@pytest.mark.parametrize("arguments", RULES)
def test_letting_addresses_in_twice(arguments):
    def old(conn, made):
        old_group(conn, made).authorize(**arguments)
        return old_group(conn, made).authorize(**arguments)

    def new(ec2, made):
        _authorize_group(ec2, new_group(ec2, made), **arguments)
        return _authorize_group(ec2, new_group(ec2, made), **arguments)

    same(old, new, groups, error="InvalidPermission.Duplicate")


@pytest.mark.parametrize("ports", [{"ip_protocol": "tcp", "from_port": 3306, "to_port": 3306}])
@pytest.mark.parametrize("pair", [("web", "db"), ("old-web", "old-db")])
def test_letting_a_group_in(ports, pair):
    def old(conn, made):
        group, source = (old_group(conn, made, name) for name in pair)
        seen = [group.authorize(src_group=source, **ports)]
        fresh = old_group(conn, made, pair[0])
        granted = [[(grant.group_id, grant.owner_id) for grant in rule.grants] for rule in fresh.rules]
        return [*seen, granted, group.revoke(src_group=source, **ports), rules(old_group(conn, made, pair[0]))]

    def new(ec2, made):
        group, source = (new_group(ec2, made, name) for name in pair)
        seen = [_authorize_group(ec2, group, src_group=source, **ports)]
        fresh = new_group(ec2, made, pair[0])
        granted = [
            [(grant.get("GroupId"), grant.get("UserId")) for grant in _grants(rule)] for rule in fresh["IpPermissions"]
        ]
        gone = _revoke_group(ec2, group, src_group=source, **ports)
        return [*seen, granted, gone, rules_too(new_group(ec2, made, pair[0]))]

    same(old, new, groups)


def test_a_grant_as_the_source_of_another_group():
    """The groups that one group lets in are let into another one, as code that copies rules does it."""
    ports = {"ip_protocol": "tcp", "from_port": 1, "to_port": 2}

    def old(conn, made):
        old_group(conn, made).authorize(src_group=old_group(conn, made, "db"), **ports)
        for rule in old_group(conn, made).rules:
            for grant in rule.grants:
                old_group(conn, made, "db").authorize(rule.ip_protocol, rule.from_port, rule.to_port, None, grant)

    def new(ec2, made):
        _authorize_group(ec2, new_group(ec2, made), src_group=new_group(ec2, made, "db"), **ports)
        for rule in new_group(ec2, made)["IpPermissions"]:
            for grant in _grants(rule):
                group = new_group(ec2, made, "db")
                _authorize_group(ec2, group, rule["IpProtocol"], rule["FromPort"], rule["ToPort"], None, grant)

    same(old, new, groups)


def test_shutting_addresses_out():
    first, second = RULES[0], {**RULES[0], "cidr_ip": "10.9.0.0/16"}

    def old(conn, made):
        group = old_group(conn, made)
        seen = [group.authorize(**first), group.authorize(**second)]
        return [*seen, group.revoke(**first), rules(old_group(conn, made))]

    def new(ec2, made):
        group = new_group(ec2, made)
        seen = [_authorize_group(ec2, group, **first), _authorize_group(ec2, group, **second)]
        seen.append(_revoke_group(ec2, group, **first))
        return [*seen, rules_too(new_group(ec2, made))]

    assert same(old, new, groups)[-1] == [["tcp", "22", "22", ["10.9.0.0/16"]]]


@pytest.mark.parametrize("ports", [{"from_port": 22, "to_port": 22}, {"from_port": "22", "to_port": "22"}])
def test_what_is_shut_out_leaves_the_rules_that_are_known(ports):
    """boto 2 found the rule only by ports of the same type, and took it out of the list that a loop may look at."""
    rule = {"ip_protocol": "tcp", **ports}

    def old(conn, made):
        for cidr in ("10.1.0.0/16", "10.2.0.0/16"):
            old_group(conn, made).authorize("tcp", 22, 22, cidr)
        group = old_group(conn, made)
        group.authorize("tcp", 80, 81, "10.3.0.0/16")
        seen = [group.revoke(cidr_ip="10.1.0.0/16", **rule), rules(group)]
        return [*seen, group.revoke("tcp", 80, 81, "10.3.0.0/16"), rules(group)]

    def new(ec2, made):
        for cidr in ("10.1.0.0/16", "10.2.0.0/16"):
            _authorize_group(ec2, new_group(ec2, made), "tcp", 22, 22, cidr)
        group = new_group(ec2, made)
        _authorize_group(ec2, group, "tcp", 80, 81, "10.3.0.0/16")
        seen = [_revoke_group(ec2, group, cidr_ip="10.1.0.0/16", **rule), rules_too(group)]
        return [*seen, _revoke_group(ec2, group, "tcp", 80, 81, "10.3.0.0/16"), rules_too(group)]

    same(old, new, groups)


def test_a_rule_that_was_not_there():
    same(
        lambda conn, made: old_group(conn, made).revoke(**RULES[0]),
        lambda ec2, made: _revoke_group(ec2, new_group(ec2, made), **RULES[0]),
        groups,
        error="InvalidPermission.NotFound",
    )


CALLS = [
    {"group_id": "web", "ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ip": "10.1.0.0/16"},
    {"group_name": "old-web", "ip_protocol": "tcp", "from_port": "22", "to_port": "22", "cidr_ip": "10.1.0.0/16"},
    {"group_id": "web", "ip_protocol": "tcp", "from_port": 1, "to_port": 2, "src_security_group_group_id": "db"},
    {
        "group_id": "web",
        "ip_protocol": "tcp",
        "from_port": 1,
        "to_port": 2,
        "src_security_group_group_id": "db",
        "src_security_group_owner_id": "123456789012",
    },
]


@pytest.mark.parametrize("arguments", CALLS)
def test_rules_by_the_connection(arguments):
    def filled(made):
        ids = {name: made[value] for name, value in arguments.items() if name.endswith(("p_id", "group_group_id"))}
        return {**arguments, **ids}

    same(
        lambda conn, made: [
            conn.authorize_security_group(**filled(made)),
            rules(old_group(conn, made)),
            conn.revoke_security_group(**filled(made)),
        ],
        lambda ec2, made: [
            _authorize_security_group(ec2, **filled(made)),
            rules_too(new_group(ec2, made)),
            _revoke_security_group(ec2, **filled(made)),
        ],
        groups,
    )


@pytest.mark.parametrize("source", [{"cidr_ip": "10.1.0.0/16"}, {"src_group_id": "db"}])
def test_rules_for_outgoing_traffic(source):
    def filled(made):
        return {name: made.get(value, value) for name, value in source.items()}

    def old(conn, made):
        seen = [conn.authorize_security_group_egress(made["web"], "tcp", 80, "81", **filled(made))]
        seen.append([str(rule.to_port) for rule in old_group(conn, made).rules_egress])
        return [*seen, conn.revoke_security_group_egress(made["web"], "tcp", 80, 81, **filled(made))]

    def new(ec2, made):
        seen = [_authorize_security_group_egress(ec2, made["web"], "tcp", 80, "81", **filled(made))]
        seen.append([str(rule.get("ToPort")) for rule in new_group(ec2, made)["IpPermissionsEgress"]])
        return [*seen, _revoke_security_group_egress(ec2, made["web"], "tcp", 80, 81, **filled(made))]

    same(old, new, groups)


def test_a_whole_group_by_its_name_is_the_oldest_form():
    """EC2 opens everything to the other group then; the helper keeps to that form, which no other one means."""
    sent = []

    class Client:
        def authorize_security_group_ingress(self, **arguments):
            sent.append(arguments)

    _authorize_security_group(Client(), "web", "db", "111")
    assert sent == [
        {
            "GroupName": "web",
            "SourceSecurityGroupName": "db",
            "SourceSecurityGroupOwnerId": "111",
            "DryRun": False,
        }
    ]


def test_instances_of_a_group():
    def given(ec2):
        made = groups(ec2)
        place = {"VpcId": made["vpc"], "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a"}
        subnet = ec2.create_subnet(**place)["Subnet"]["SubnetId"]
        image = ec2.register_image(Name="base", RootDeviceName="/dev/sda1")["ImageId"]
        for name in ("web", "web", "db"):
            ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, SubnetId=subnet, SecurityGroupIds=[made[name]])
        return made

    assert (
        len(
            same(
                lambda conn, made: [each.id for each in old_group(conn, made).instances()],
                lambda ec2, made: [each["InstanceId"] for each in _group_instances(ec2, new_group(ec2, made))],
                given,
            )
        )
        == 2
    )


def test_key_pairs():
    def old(conn, _):
        made = conn.create_key_pair("mine")
        return [made.name, bool(made.material), conn.get_key_pair("mine").name, conn.get_key_pair("other")]

    def new(ec2, _):
        made = ec2.create_key_pair(KeyName="mine")
        found = [_get_key_pair(ec2, "mine")["KeyName"], _get_key_pair(ec2, "other")]
        return [made["KeyName"], bool(made["KeyMaterial"]), *found]

    assert same(old, new) == ["mine", True, "mine", None]


def test_saving_a_key(tmp_path):
    key = {"KeyName": "mine", "KeyMaterial": "-----BEGIN RSA"}
    assert _save_key_pair(key, str(tmp_path)) is True
    path = tmp_path / "mine.pem"
    assert path.read_text() == "-----BEGIN RSA"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    with pytest.raises(ValueError, match="already exists, it will not be overwritten"):
        _save_key_pair({**key, "KeyMaterial": "other"}, str(tmp_path))
    assert path.read_text() == "-----BEGIN RSA"
    with pytest.raises(ValueError, match="contains no material"):
        _save_key_pair({"KeyName": "theirs"}, str(tmp_path))
