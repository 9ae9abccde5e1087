"""Security groups with their rules and grants, and key pairs."""

from __future__ import annotations

from collections.abc import Callable

from codemods.catalog.ec2_rows import (
    DRY_RUN,
    as_text,
    collection,
    constructor,
    fields,
    sure_fields,
    tag_rows,
)
from codemods.catalog.ec2_rules import one_rule, this_group_unread
from codemods.catalog.schema import (
    BotoClass,
    Form,
    Helped,
    HelpedField,
    Idiom,
    Manual,
    Operation,
    Outcome,
    Rewrite,
    Use,
    optional,
)
from codemods.code import Code
from codemods.emitted import ec2_security

_LOCAL = "This changed boto 2's object alone; change the list under IpPermissions where the program needs it."
_OTHER_REGION = "Make a client for the other region and create it there: client.create_{}(...)."

_SHRANK = "in boto 2 a loop that revokes the grants it walks over skipped every other one; now it gets them all"


def _port(member: str) -> Callable[[Code, Use], Code]:
    """A port of a rule. Where the program adds rules to groups that it has, those keep the ports that it gave."""

    def show(value: Code, use: Use) -> Code:
        if not use.called_anywhere("authorize"):
            return as_text(value, use)
        return use.call(ec2_security._port, use.member(""), Code(f'"{member}"'))

    return show


def _when_revoked(use: Use) -> str:
    """boto/ec2/securitygroup.py, remove_rule: a grant that was revoked left the list, and a loop skipped the next."""
    return _SHRANK if use.iterated and use.called_anywhere("revoke") else ""


def _grant_text(use: Use) -> Outcome:
    return Rewrite(use.call(ec2_security._grant_text, use.member("")))


SECURITY_GROUP = BotoClass(
    name="boto.ec2.securitygroup.SecurityGroup",
    short="ec2.SecurityGroup",
    form=Form.RECORD,
    bases=("ec2.TaggedEC2Object",),
    address={"GroupId": "GroupId"},
    shape="SecurityGroup",
    resource="SecurityGroup",
    text="SecurityGroup:{GroupName}",
    members=(
        constructor(
            optional("connection"),
            optional("owner_id", "OwnerId"),
            optional("name", "GroupName"),
            optional("description", "Description"),
            optional("id", "GroupId"),
        ),
        *tag_rows("GroupId"),
        *sure_fields({"id": "GroupId", "name": "GroupName", "description": "Description"}),
        *fields({"owner_id": "OwnerId", "vpc_id": "VpcId"}),
        *fields(
            {"rules": "IpPermissions", "rules_egress": "IpPermissionsEgress"},
            gives="[ec2.IPPermissions]",
            absent="[]",
        ),
        Manual("status", "This was True after the group was made; boto3 raises where that fails.", "bool", True),
        Operation("delete", "DeleteSecurityGroup", (DRY_RUN,), gives="true"),
        Manual("add_rule", _LOCAL),
        Manual("remove_rule", _LOCAL),
        Helped(
            "authorize",
            ec2_security._authorize_group,
            gives="true",
            simple=one_rule("authorize_security_group_ingress", this_group_unread),
        ),
        Helped(
            "revoke",
            ec2_security._revoke_group,
            gives="true",
            simple=one_rule("revoke_security_group_ingress", this_group_unread),
        ),
        Manual("copy_to_region", _OTHER_REGION.format("security_group"), gives="ec2.SecurityGroup"),
        Helped("instances", ec2_security._group_instances, gives="[ec2.Instance]"),
    ),
)

SECURITY_PARTS: tuple[BotoClass, ...] = (
    collection("boto.ec2.securitygroup.IPPermissionsList", "ec2.IPPermissionsList", "[ec2.IPPermissions]"),
    BotoClass(
        name="boto.ec2.securitygroup.IPPermissions",
        short="ec2.IPPermissions",
        form=Form.RECORD,
        members=(
            constructor(optional("parent")),
            *sure_fields({"ip_protocol": "IpProtocol"}),
            *fields({"from_port": "FromPort"}, gives="str?", show=_port("FromPort")),
            *fields({"to_port": "ToPort"}, gives="str?", show=_port("ToPort")),
            HelpedField("grants", ec2_security._grants, gives="[ec2.GroupOrCIDR]", warn=_when_revoked),
            Manual("parent", "Keep the group at hand that the rule came from.", attribute=True),
            Manual("add_grant", _LOCAL),
        ),
        shape="IpPermission",
        text="IPPermissions:{IpProtocol}({FromPort}-{ToPort})",
    ),
    BotoClass(
        name="boto.ec2.securitygroup.GroupOrCIDR",
        short="ec2.GroupOrCIDR",
        form=Form.RECORD,
        members=(
            constructor(optional("parent")),
            *fields(
                {
                    "owner_id": "UserId",
                    "userId": "UserId",
                    "group_id": "GroupId",
                    "groupId": "GroupId",
                    "name": "GroupName",
                    "groupName": "GroupName",
                    "cidr_ip": "CidrIp",
                }
            ),
            Idiom("__str__", _grant_text, gives="str"),
        ),
        shape="UserIdGroupPair",
    ),
    BotoClass(
        name="boto.ec2.keypair.KeyPair",
        short="ec2.KeyPair",
        form=Form.RECORD,
        bases=("ec2.EC2Object",),
        address={"KeyName": "KeyName"},
        shape="KeyPair",
        resource="KeyPair",
        text="KeyPair:{KeyName}",
        members=(
            constructor(optional("connection")),
            *sure_fields({"name": "KeyName", "fingerprint": "KeyFingerprint"}),
            *fields({"material": "KeyMaterial"}),
            Operation("delete", "DeleteKeyPair", (DRY_RUN,), gives="true"),
            Helped("save", ec2_security._save_key_pair, gives="true", client=False),
            Manual("copy_to_region", _OTHER_REGION.format("key_pair"), gives="ec2.KeyPair"),
        ),
    ),
)
