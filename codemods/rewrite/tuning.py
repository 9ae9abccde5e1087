"""Settings that boto 2 took as attributes of a connection, and that boto3 takes when the client is made.

`conn.num_retries = 1` right after the connection goes into its Config. boto 2 counted the retries after the first
attempt, `total_max_attempts` counts all (boto/connection.py: `num_retries`, `http_socket_timeout`).
"""

from __future__ import annotations

import ast

from codemods.code import Code
from codemods.inference.program import ModuleFile
from codemods.inference.values import botos
from codemods.rewrite.draft import ProgramView

TUNED = ("num_retries", "http_socket_timeout")


def tuned_config(node: ast.Call, view: ProgramView, module: ModuleFile) -> dict[str, Code]:
    """The parts of a Config that stand for what is assigned to a connection right after it is made."""
    config: dict[str, Code] = {}
    for name in TUNED:
        assigned = _assigned_after(node, name, view, module)
        if assigned is None:
            continue
        value = ast.literal_eval(assigned.value)
        if name == "num_retries":
            mode = view.settings.client_config.retry_mode
            config["retries"] = Code(f'{{"total_max_attempts": {value + 1}, "mode": "{mode}"}}')
        else:
            config |= {"connect_timeout": Code(str(value)), "read_timeout": Code(str(value))}
    return config


def is_absorbed(target: ast.Attribute, view: ProgramView, module: ModuleFile) -> bool:
    """True for an assignment whose value the Configs of all connections that it can mean have taken over."""
    statement = module.parents.get(target)
    births = [atom.birth for atom in botos(view.analysis.type_of(target.value))]
    return bool(births) and all(
        isinstance(birth, ast.Call) and _assigned_after(birth, target.attr, view, module) is statement
        for birth in births
    )


def _assigned_after(node: ast.Call, name: str, view: ProgramView, module: ModuleFile) -> ast.Assign | None:
    """The one assignment of a number to `name` of the connection made by `node`, in the block where it is made."""
    made = module.parents.get(node)
    if not isinstance(made, ast.Assign) or made.value is not node or len(made.targets) != 1:
        return None
    subject = ast.unparse(made.targets[0])
    around = module.parents.get(made)
    block = next(
        (part for field in ("body", "orelse", "finalbody") if made in (part := getattr(around, field, []))),
        [],
    )
    found = [
        statement
        for statement in block[block.index(made) + 1 :]
        if isinstance(statement, ast.Assign)
        and len(statement.targets) == 1
        and ast.unparse(statement.targets[0]) == f"{subject}.{name}"
        and isinstance(statement.value, ast.Constant)
        and type(statement.value.value) in (int, float)
    ]
    if len(found) != 1 or view.uses.write_places(node, name) != {found[0].targets[0]}:
        return None
    return found[0]
