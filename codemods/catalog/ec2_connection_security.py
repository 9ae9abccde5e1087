"""EC2Connection: security groups and their rules."""

from __future__ import annotations

from codemods.catalog.convert import as_list
from codemods.catalog.ec2_rows import DRY_RUN, FILTERS, at_most_one_of, count, nonempty, unless_used
from codemods.catalog.ec2_rules import named_group, one_rule
from codemods.catalog.schema import Helped, Member, Operation, Param, optional, required
from codemods.emitted import ec2_security

_CREATE = Operation(
    "create_security_group",
    "CreateSecurityGroup",
    (
        required("name", "GroupName"),
        required("description", "Description"),
        optional("vpc_id", "VpcId"),
        DRY_RUN,
    ),
)
_DELETE = Operation(
    "delete_security_group",
    "DeleteSecurityGroup",
    (optional("name", "GroupName"), optional("group_id", "GroupId"), DRY_RUN),
    gives="true",
)
_DEPRECATED: tuple[Param, ...] = (
    required("group_name", "GroupName"),
    nonempty("src_security_group_name", "SourceSecurityGroupName"),
    nonempty("src_security_group_owner_id", "SourceSecurityGroupOwnerId"),
    nonempty("ip_protocol", "IpProtocol"),
    nonempty("from_port", "FromPort", count),
    nonempty("to_port", "ToPort", count),
    nonempty("cidr_ip", "CidrIp"),
    DRY_RUN,
)

SECURITY: tuple[Member, ...] = (
    Operation(
        "get_all_security_groups",
        "DescribeSecurityGroups",
        (
            optional("groupnames", "GroupNames", as_list),
            optional("group_ids", "GroupIds", as_list),
            FILTERS,
            DRY_RUN,
        ),
        gives="[ec2.SecurityGroup]",
        at="SecurityGroups",
    ),
    Helped(
        "create_security_group",
        ec2_security._create_security_group,
        gives="ec2.SecurityGroup",
        simple=unless_used(_CREATE),
    ),
    Helped(
        "delete_security_group",
        ec2_security._delete_security_group,
        gives="true",
        simple=at_most_one_of(_DELETE, ("name", "group_id")),
    ),
    Operation("authorize_security_group_deprecated", "AuthorizeSecurityGroupIngress", _DEPRECATED, gives="true"),
    Operation("revoke_security_group_deprecated", "RevokeSecurityGroupIngress", _DEPRECATED, gives="true"),
    Helped(
        "authorize_security_group",
        ec2_security._authorize_security_group,
        gives="true",
        simple=one_rule("authorize_security_group_ingress", named_group),
    ),
    Helped(
        "revoke_security_group",
        ec2_security._revoke_security_group,
        gives="true",
        simple=one_rule("revoke_security_group_ingress", named_group),
    ),
    Helped(
        "authorize_security_group_egress",
        ec2_security._authorize_security_group_egress,
        gives="true",
        simple=one_rule("authorize_security_group_egress", named_group),
    ),
    Helped(
        "revoke_security_group_egress",
        ec2_security._revoke_security_group_egress,
        gives="true",
        simple=one_rule("revoke_security_group_egress", named_group),
    ),
)
