"""Which objects of boto 2 are always true."""

from __future__ import annotations

import ast

from codemods.inference.frame import Frame
from codemods.inference.values import Boto, Other, Value, without

MAY_BE_EMPTY = frozenset(
    """
    s3.CORSConfiguration s3.TagSet s3.Tags s3.RoutingRules s3.Transitions s3.Lifecycle ec2.TagSet ec2.GroupList
    ec2.InstanceAttribute ec2.SubParse ec2.Details ec2.InstanceEventSet ec2.InstanceStatusSet ec2.VolumeEventSet
    ec2.VolumeActionSet ec2.VolumeStatusSet ec2.ProductCodes ec2.BillingProducts ec2.BlockDeviceMapping
    ec2.NetworkInterfaceCollection ec2.IPPermissionsList ec2.MessageSet ec2.AttributeValues vpc.DhcpValueSet
    vpc.DhcpConfigSet
    """.split()
)
"""The classes that derive from `list` or `dict` in boto 2; objects of the others have no length and are true."""


def deciding(operator: ast.boolop, value: Value, frame: Frame) -> Value:
    """What is left of `x and y`, or `x or y`, where `x` decides it: for `and` no object that is always true."""
    if isinstance(operator, ast.Or):
        return without(value, Other.NONE)
    classes = frame.analysis.catalog.classes
    return frozenset(
        atom for atom in value if not (isinstance(atom, Boto) and atom.cls in classes and atom.cls not in MAY_BE_EMPTY)
    )
