"""The second look: what of boto 2 does the OUTPUT still use?

It shares nothing with the planner: no inference, no catalog rows, only the text that would be written, its names and
its strings. It decides the headline and the exit code.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods.model import Remaining

_MARKER = re.compile(r"\s*# TODO\(boto3ify\):")
_PATCHED = re.compile(r"boto(\.[a-z_][\w]*)+(\.[A-Za-z_]\w*)?$")
_ONLY_BOTO2 = frozenset(
    """
    set_contents_from_string set_contents_from_filename set_contents_from_file set_contents_from_stream
    get_contents_as_string get_contents_to_filename get_contents_to_file get_contents_to_string
    get_all_instances get_all_reservations get_only_instances get_all_images get_all_volumes
    get_all_snapshots get_all_security_groups get_all_key_pairs get_all_addresses get_all_zones
    get_all_regions get_all_tags get_all_vpcs get_all_subnets get_all_route_tables
    get_all_internet_gateways get_all_network_interfaces get_all_instance_status
    get_all_spot_instance_requests get_all_buckets get_all_keys get_all_versions
    initiate_multipart_upload upload_part_from_file get_all_multipart_uploads set_canned_acl
    """.split()
)
"""Method names that nothing else is known to have; a call of one is boto 2, whatever the object's name is."""

_TELLING = re.compile(r"\bboto\b|" + "|".join(sorted(_ONLY_BOTO2)))
"""A text without any of these uses nothing of boto 2 that this scan could see."""


def own_names(text: str) -> set[str]:
    """The functions and methods that a text defines: the program's own, even when boto 2 has one of that name.

    What a `__getattr__` has a table for counts as well.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return set()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {each.name for each in functions}.union(*(answered_names(each) for each in functions))


def answered_names(function: ast.AST) -> set[str]:
    """The names that a `__getattr__` has a table for."""
    if not isinstance(function, ast.FunctionDef) or function.name != "__getattr__":
        return set()
    keys = [key for node in ast.walk(function) if isinstance(node, ast.Dict) for key in node.keys]
    return {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def rescan(path: str, text: str, own: set[str]) -> tuple[Remaining, ...]:
    """The uses of boto 2 that a text still has, in the order of lines; nothing for a text that does not parse.

    `own` are names that the program defines itself.
    """
    if not _TELLING.search(text):
        return ()
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    lines = text.splitlines()
    firsts = _statement_starts(tree)
    bound = _boto_names(tree)
    found: dict[tuple[int, str], Remaining] = {}
    for line, what in _uses(tree, bound, own):
        found.setdefault((line, what), Remaining(path, line, what, _is_marked(firsts.get(line, line), lines)))
    return tuple(found[key] for key in sorted(found))


def _boto_names(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name.partition(".")[0] for alias in node.names if _is_boto(alias.name)}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and _is_boto(node.module or ""):
            names |= {alias.asname or alias.name for alias in node.names}
    return names


def _is_boto(dotted: str) -> bool:
    return dotted == "boto" or dotted.startswith("boto.")


def _uses(tree: ast.Module, bound: set[str], own: set[str]) -> Iterator[tuple[int, str]]:
    shadowing = {*_shadowing(tree, bound), *class_attributes(tree)} if bound else set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                for alias in names:
                    if _is_boto(alias.name):
                        yield node.lineno, f"import {alias.name}"
            case ast.ImportFrom(module=str(module), level=0) if _is_boto(module):
                yield node.lineno, f"from {module} import"
            case ast.Name(id=name) if name in bound and node not in shadowing:
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(attr=name)) if name in _ONLY_BOTO2 and name not in own:
                yield node.lineno, f".{name}()"
            case ast.Call(args=[ast.Constant(value=str(value)), *_]) if _PATCHED.match(value):
                yield node.lineno, repr(value)
            case ast.Call(func=ast.Name(id="__import__"), args=[ast.Constant(value=str(value)), *_]):
                if _is_boto(value):
                    yield node.lineno, f"__import__({value!r})"
            case _:
                pass


def class_attributes(tree: ast.AST) -> Iterator[ast.Name]:
    """The names that the bodies of classes bind: `Key` in `class Store: Key = make_key` is nobody's import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for statement in node.body:
                targets = (
                    statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
                )
                yield from (target for target in targets if isinstance(target, ast.Name))


def _shadowing(node: ast.AST, bound: set[str], own: frozenset[str] = frozenset()) -> Iterator[ast.Name]:
    """Names inside of functions that bind these names themselves: parameters and local variables."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Name) and child.id in own:
            yield child
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _shadowing(child, bound, (own | _locals(child)) & bound)
        else:
            yield from _shadowing(child, bound, own)


def _locals(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> set[str]:
    names: set[str] = set()
    imported: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            imported.update(node.names)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            imported.update(alias.asname or alias.name.partition(".")[0] for alias in node.names)
    return names - imported


def _statement_starts(tree: ast.Module) -> dict[int, int]:
    """For each line, the first line of the innermost statement that it belongs to (decorators included)."""
    starts: dict[int, int] = {}
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    for statement in sorted(statements, key=lambda node: (node.lineno, -(node.end_lineno or node.lineno))):
        decorators = getattr(statement, "decorator_list", [])
        first = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
        for line in range(first, (statement.end_lineno or statement.lineno) + 1):
            starts[line] = first
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            starts[node.lineno] = node.lineno
    return starts


def _is_marked(line: int, lines: list[str]) -> bool:
    above = line - 2
    return 0 <= above < len(lines) and _MARKER.match(lines[above]) is not None
