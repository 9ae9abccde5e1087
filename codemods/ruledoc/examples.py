"""Examples of the catalog's rows: a few lines of boto 2 that reach a member from a connection.

How an object of a class comes about is what the catalog itself says that methods give.
"""

from __future__ import annotations

import inspect
import re
from collections import deque
from functools import cache

from codemods.catalog import catalog
from codemods.catalog.schema import Constant, Field, Helped, HelpedField, Idiom, Manual, Member, Operation
from codemods.inference.attributes import is_attribute

_ROOTS = {
    "s3.Connection": "import boto\n\nconnection = boto.connect_s3()\n",
    "ec2.Connection": "import boto\n\nconnection = boto.connect_ec2()\n",
    "vpc.Connection": "import boto\n\nconnection = boto.connect_vpc()\n",
}
_ONE = re.compile(r"([a-z0-9]+\.\w+)\??")
_LIST = re.compile(r"\[([a-z0-9]+\.\w+)\]|iter ([a-z0-9]+\.\w+)")


def example_of(rule: str) -> str:
    """A program in boto 2 that uses the member which `rule` is about; empty when none can be derived."""
    owner, _, name = rule.rpartition(".")
    found = catalog().function(rule)
    if found is not None:
        row = found[1]
        call = "" if _is_value(row) else f"({_arguments(row, 0)})"
        return f"import {owner}\n\nresult = {rule}{call}\nprint(result)\n"
    cls = catalog().classes.get(owner)
    member = catalog().member(owner, name)
    if cls is None or member is None:
        return ""
    if name == "__init__":
        module, _, class_name = cls.name.rpartition(".")
        return f"from {module} import {class_name}\n\nresult = {class_name}({_arguments(member, 0)})\nprint(result)\n"
    start = _ways().get(owner)
    if start is None:
        return ""
    return f"{start}{_use(_variable(owner), name, member)}"


def _use(variable: str, name: str, row: Member) -> str:
    protocol = {
        "__iter__": f"for each in {variable}:\n    print(each)\n",
        "__len__": f"print(len({variable}))\n",
        "__contains__": f"print(item in {variable})\n",
        "__getitem__": f"print({variable}[item])\n",
        "__str__": f"print(str({variable}))\n",
    }
    if name in protocol:
        return protocol[name]
    if _is_value(row):
        return f"print({variable}.{name})\n"
    call = f"{variable}.{name}({_arguments(row, 2)})"
    return f"{call}\n" if getattr(row, "gives", "none") == "none" else f"result = {call}\nprint(result)\n"


def _is_value(row: Member) -> bool:
    return isinstance(row, Field | HelpedField | Constant) or is_attribute(row)


def _arguments(row: Member, receivers: int) -> str:
    match row:
        case Operation(params=params) | Idiom(params=params):
            names = [param.name for param in params if param.required]
        case Helped(helper=helper, client=client):
            parameters = list(inspect.signature(helper).parameters.values())
            count = receivers if client else min(receivers, 1)
            if row.name == "__init__" or receivers == 0:
                count = 0
            elif client and parameters[1:2] and parameters[1].name in {param.name for param in parameters[2:]}:
                count = 1
            names = [p.name for p in parameters[count:] if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD]
        case _:
            names = []
    return ", ".join(names)


def _variable(short: str) -> str:
    name = short.rpartition(".")[2]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


@cache
def _ways() -> dict[str, str]:
    """For each class, the shortest program that binds an object of it to its variable."""
    ways = dict(_ROOTS)
    queue = deque(ways)
    while queue:
        owner = queue.popleft()
        for name, row in catalog().members(owner).items():
            gives = getattr(row, "gives", "")
            if isinstance(row, Manual | Constant) or name.startswith("_") or not isinstance(gives, str):
                continue
            one, several = _ONE.fullmatch(gives), _LIST.fullmatch(gives)
            short = one[1] if one else (several[1] or several[2]) if several else ""
            if short not in catalog().classes or short in ways:
                continue
            use = f"{_variable(owner)}.{name}" + ("" if _is_value(row) else f"({_arguments(row, 2)})")
            variable = _variable(short)
            step = f"for {variable} in {use}:\n    pass\n" if several else f"{variable} = {use}\n"
            ways[short] = ways[owner] + step
            queue.append(short)
    return ways
