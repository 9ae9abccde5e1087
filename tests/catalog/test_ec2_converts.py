"""Every automatic row of EC2 and VPC converts in a program, through inference and planner, in both styles."""

from __future__ import annotations

import inspect

import ec2_boto
import pytest
from ec2_planner import CLASSES, rows

from codemods.catalog.schema import BotoClass, Constant, Field, Form, HelpedField, Idiom, Manual, Member
from codemods.settings import Style
from tests.helpers import run_text

BOTO = {ec2_boto.dotted(cls): cls for cls in ec2_boto.classes()}
TABLES = [table for table in CLASSES.values() if table.name in BOTO and table.form is not Form.PLAIN]

ARGUMENTS = {
    "attribute": "'instanceType'",
    "ip_protocol": "'tcp'",
    "from_port": "80",
    "to_port": "80",
    "cidr_ip": "'10.0.0.0/8'",
    "owner_id": "'123456789012'",
}
"""What calls give where the row looks at what is written; anything else is a name of which nothing is known."""
DECIDES_BY_ARGUMENT = {
    "copy_image": "needs a name on boto3",
    "modify_volume_attribute": "the attribute has to be written out",
}
REFUSED_IN_PART = {"authorize", "revoke", "authorize_security_group_deprecated", "revoke_security_group_deprecated"}
"""These need arguments that boto 2 had defaults for."""


def is_read(row: Member) -> bool:
    return isinstance(row, Field | HelpedField | Constant) or (isinstance(row, Idiom) and row.attribute)


def use(table: BotoClass, row: Member) -> str:
    """A function that uses one member of one object."""
    own = "conn" if table.form is Form.CLIENT else "thing"
    heading = [f"def use_{row.name}(conn, thing%s):", '    """', "    :type conn: boto.vpc.VPCConnection"]
    if table.form is not Form.CLIENT:
        heading.append(f"    :type thing: {table.name}")
    heading.append('    """')
    if is_read(row):
        return "\n".join([*heading, f"    return {own}.{row.name}\n"]) % ""
    signature = inspect.signature(getattr(BOTO[table.name], row.name))
    names = [
        parameter.name
        for parameter in list(signature.parameters.values())[1:]
        if parameter.default is parameter.empty and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    if row.name in REFUSED_IN_PART:
        names = ["ip_protocol", "from_port", "to_port", "cidr_ip"]
    given = ", ".join(f"{name}={ARGUMENTS.get(name, name)}" for name in names)
    unknown = "".join(f", {name}" for name in names if name not in ARGUMENTS)
    return "\n".join([*heading, f"    return {own}.{row.name}({given})\n"]) % unknown


def wanted(table: BotoClass) -> list[Member]:
    return [
        row
        for row in rows(table.short).values()
        if not isinstance(row, Manual)
        and not row.name.startswith("__")
        and row.name not in DECIDES_BY_ARGUMENT
        and (is_read(row) or hasattr(BOTO[table.name], row.name))
    ]


EACH = [
    pytest.param(table, style, id=f"{table.short} {style.value}")
    for table in TABLES
    for style in (Style.CLIENT, Style.RESOURCE)
    if style is Style.CLIENT or table.resource or table.form is Form.CLIENT
]


@pytest.mark.parametrize(("table", "style"), EACH)
def test_every_automatic_row_converts(table: BotoClass, style: Style) -> None:
    uses = wanted(table)
    program = "import boto.vpc\n\n\n" + "\n\n".join(use(table, row) for row in uses)
    run = run_text(program, style=style)
    assert not [(site.before, site.message) for site in run.sites if site.status.value == "flagged"]
    converted = {site.api.rpartition(".")[2] for site in run.sites}
    assert {row.name for row in uses} <= converted
    assert not [rest for rest in run.remaining if not rest.marked]
