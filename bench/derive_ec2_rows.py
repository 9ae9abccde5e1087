"""Print drafts of the EC2 and VPC rows of the catalog, derived from boto 2's source and botocore's model.

boto 2's connection methods name the operation (`self.get_list('DescribeVolumes', params, [('item', Volume)])`) and
the wire name of every parameter; its result classes name the wire element behind each attribute (`endElement`).
botocore's model names the same elements (`locationName`, `queryName`). What comes out is a draft: the tables in
`codemods/catalog/ec2*.py` and `vpc*.py` started from it and say by hand what a derivation cannot know.

    python bench/derive_ec2_rows.py methods     rows of the two connection classes
    python bench/derive_ec2_rows.py classes     fields of the result classes
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto.ec2.connection
import boto.vpc
import botocore
import botocore.session

MODEL = botocore.session.get_session().get_service_model("ec2")
HOME = Path(inspect.getfile(boto.vpc)).parent.parent


def wire_name(name: str, shape: Any) -> str:
    """The name of an input member in the request, as botocore's EC2 serializer writes it."""
    if "queryName" in shape.serialization:
        return str(shape.serialization["queryName"])
    given = str(shape.serialization.get("name", name))
    return given[0].upper() + given[1:]


def input_member(shape: Any, wire: str) -> tuple[str, Any]:
    """Path and shape in the input for a wire name (`Placement.AvailabilityZone`); `?wire` where botocore has none."""
    head, _, rest = wire.partition(".")
    for name, member in shape.members.items():
        if wire_name(name, member) == head:
            if not rest or member.type_name != "structure":
                return name, member
            path, found = input_member(member, rest)
            return f"{name}.{path}", found
    return f"?{wire}", None


def conditions(node: ast.AST, above: str = "") -> Iterator[tuple[ast.stmt, str]]:
    """Every statement below `node` with the condition that it stands under: `x`, `x is not None` or nothing."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If):
            for statement in child.body:
                yield from conditions(ast.Module([statement], []), ast.unparse(child.test))
            for statement in child.orelse:
                yield from conditions(ast.Module([statement], []), f"not {ast.unparse(child.test)}")
        elif isinstance(child, ast.stmt):
            yield child, above
            yield from conditions(child, above)


def wire_parameters(function: ast.FunctionDef) -> dict[str, tuple[str, str]]:
    """For each parameter: its wire name (`*` for filters) and the condition that boto 2 sends it under."""
    found: dict[str, tuple[str, str]] = {}
    for statement, condition in conditions(function):
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("self.build_"):
                wire = "*" if "filter" in ast.unparse(node.func) else ast.unparse(node.args[-1]).strip("'")
                found.setdefault(ast.unparse(node.args[1]), (wire, condition))
            pairs: list[tuple[ast.expr | None, ast.expr]] = []
            if isinstance(node, ast.Dict):
                pairs = list(zip(node.keys, node.values, strict=True))
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
                pairs = [(node.targets[0].slice, node.value)]
            for key, value in pairs:
                if isinstance(key, ast.Constant):
                    name = condition.split(" ")[0] if isinstance(value, ast.Constant) else ast.unparse(value)
                    found.setdefault(name.removeprefix("str(").removesuffix(")"), (str(key.value), condition))
    return found


def row(name: str, default: str | None, wire: str, condition: str, shape: Any) -> str:
    """The draft of one parameter."""
    if name == "dry_run":
        return "DRY_RUN"
    if wire == "*":
        return "FILTERS"
    path, member = input_member(shape, wire)
    kinds = {
        "list": "as_list",
        "boolean": "flag",
        "integer": "integer",
        "long": "integer",
        "double": "number",
    }
    convert = kinds.get(member.type_name if member else "", "")
    if condition == name and convert not in ("as_list", "flag"):
        convert = f"{convert or 'PLAIN'}, when_true=True"
    maker = "required" if default is None else "optional"
    return f'{maker}("{name}", "{path}"{", " + convert if convert else ""})'


def methods() -> None:
    """Print a draft row for each method of the two connection classes that names its operation."""
    for cls in (boto.ec2.connection.EC2Connection, boto.vpc.VPCConnection):
        module = ast.parse(Path(inspect.getfile(cls)).read_text(encoding="utf-8"))
        body = next(n for n in module.body if isinstance(n, ast.ClassDef) and n.name == cls.__name__).body
        for function in (n for n in body if isinstance(n, ast.FunctionDef)):
            makers = [f"self.get_{kind}" for kind in ("list", "object", "status")]
            calls = [n for n in ast.walk(function) if isinstance(n, ast.Call) and ast.unparse(n.func) in makers]
            if not calls:
                print(f"# {function.name}: names no operation")
                continue
            operation = MODEL.operation_model(ast.literal_eval(calls[0].args[0]))
            wires = wire_parameters(function)
            required = len(function.args.args) - len(function.args.defaults)
            defaults = [None] * required + [ast.unparse(d) for d in function.args.defaults]
            params = [
                row(argument.arg, default, *wires.get(argument.arg, ("-", "")), operation.input_shape)
                for argument, default in list(zip(function.args.args, defaults, strict=True))[1:]
            ]
            result = (
                ast.unparse(calls[0].args[2]).removeprefix("[('item', ").removesuffix(")]")
                if len(calls[0].args) > 2
                else ""
            )
            output = operation.output_shape
            lists = [n for n, m in output.members.items() if m.type_name == "list"] if output else []
            snake = botocore.xform_name(operation.name)
            print(f'Operation("{function.name}", "{operation.name}", ({", ".join(params)},),')
            if ast.unparse(calls[0].func) == "self.get_status":
                print('    gives="true"),')
            elif ast.unparse(calls[0].func) == "self.get_list":
                print(f'    gives="[ec2.{result}]", at="{"|".join(lists)}"),')
            else:
                print(f'    gives="ec2.{result}", at="{"|".join(output.members)}"),  # {snake}')


def elements(function: ast.FunctionDef) -> Iterator[tuple[str, str, str]]:
    """Wire element, attribute and value of every branch of an `endElement` or `startElement`."""
    for statement, condition in conditions(function):
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]).startswith("self."):
            yield (
                condition,
                ast.unparse(statement.targets[0]).removeprefix("self."),
                ast.unparse(statement.value),
            )


def classes() -> None:
    """Print each result class with its attributes: defaults, wire elements and conversions."""
    for path in sorted([*HOME.glob("ec2/*.py"), *HOME.glob("vpc/*.py")]):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.ClassDef):
                continue
            print(f"class {path.parent.name}/{path.stem}.{node.name}({', '.join(ast.unparse(b) for b in node.bases)})")
            for function in (n for n in node.body if isinstance(n, ast.FunctionDef)):
                if function.name in ("startElement", "endElement", "__init__"):
                    for condition, attribute, value in elements(function):
                        print(f"    {function.name:12} {attribute} = {value} if {condition}")


if __name__ == "__main__":
    {"methods": methods, "classes": classes}[sys.argv[1]]()
