"""The first page of a result is taken for all of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.arguments import is_long, replaced
from codemods.harden.made import Made
from codemods.harden.model import Hit, Rule
from codemods.harden.pages import Pages, is_destructive, is_open_ended, limit_of, pages_of, reads_tokens
from codemods.harden.subject import Subject
from codemods.model import Status
from codemods.settings import Settings

_ALL = "reads all pages: this call gives one page, and what came after it was not seen"
_READERS = frozenset({"get", "setdefault"})


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in subject.calls:
        if not isinstance(call.func, ast.Attribute) or subject.flow.dotted(call.func):
            continue
        responses = subject.flow.only(call, "response", "likely_response")
        services = {each.service for each in responses}
        if len(services) != 1 or any(each.node is not call for each in responses):
            continue
        service = services.pop()
        pages = pages_of(service, call.func.attr) if service else None
        if pages is None or not is_open_ended(subject, call, pages) or reads_tokens(subject, call, pages):
            continue
        hit = _hit(subject, call, service, pages, responses)
        if hit is not None:
            yield hit
    yield from _tables(subject)


def _hit(subject: Subject, call: ast.Call, service: str, pages: Pages, responses: frozenset[Made]) -> Hit | None:
    reads = _reads(subject, call, responses)
    if reads is None:
        return None  # the response goes elsewhere as a whole: what is done with it there cannot be seen
    keys = {_key(read) for read in reads}
    wanted = [read for read in reads if _key(read) in pages.result_keys and _needs_all(subject, read)]
    api = f"{service}.{pages.method}"
    if not wanted:
        return None
    message = f'{pages.method} gives one page and this takes it for all: use get_paginator("{pages.method}")'
    others = sorted(key for key in keys if key not in pages.result_keys)
    if others:
        return Hit(call, api, service, f"{message}; {' and '.join(others)} is about one page")
    limit = limit_of(call, pages)
    if limit is not None:
        return Hit(call, api, service, f"{message} without {limit.arg}, which is about one page as well")
    if is_destructive(subject, call):
        return Hit(call, api, service, f"{message}, and see that what is deleted or stopped may then be more")
    if any(each.kind == "likely_response" for each in responses):
        return Hit(call, api, service, message)
    assert isinstance(call.func, ast.Attribute)
    client = subject.segment(call.func.value)
    end = subject.span(call.func).end
    given = subject.text[end : subject.span(call).end]
    head = f'{client}.get_paginator("{pages.method}").paginate'
    text = f"{head}{given}.build_full_result()"
    if "\n" not in text and given != "()" and is_long(subject, call, text):
        newline, line = subject.module.source.newline, subject.module.source.line_text(call.lineno)
        indent = line[: len(line) - len(line.lstrip())]
        given = f"({newline}{indent}    {given[1:-1]}{newline}{indent})"
    edit = replaced(subject, call, f"{head}{given}.build_full_result()")
    return Hit(call, api, service, _ALL, Status.REVIEW, (edit,), text)


def _tables(subject: Subject) -> Iterator[Hit]:
    """Scans and queries of DynamoDB's Table resource, which has no paginators."""
    for call in subject.calls:
        match call.func:
            case ast.Attribute(value=table, attr="scan" | "query" as method):
                made = subject.flow.only(table, "resource_object")
                if not made or any(each.name != "Table" or each.service != "dynamodb" for each in made):
                    continue
                pages = pages_of("dynamodb", method)
                if pages is None or not is_open_ended(subject, call, pages) or reads_tokens(subject, call, pages):
                    continue
                message = (
                    f"{method} gives at most 1 MB and this takes it for all: repeat it with ExclusiveStartKey= until "
                    "there is no LastEvaluatedKey"
                )
                yield Hit(call, f"dynamodb.Table.{method}", "dynamodb", message)
            case _:
                pass


def _reads(subject: Subject, call: ast.Call, responses: frozenset[Made]) -> list[ast.AST] | None:
    """The nodes that read from the response; None when it is handed on as a whole."""
    parent = subject.parent(call)
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name):
        name = parent.targets[0]
    elif isinstance(parent, ast.NamedExpr):
        return None
    else:
        read = _read(subject, call)
        return [read] if read is not None else None
    home = subject.flow.home(name)
    if home is None or (isinstance(home, ast.Module) and subject.function(call) is not None):
        return None
    reads: list[ast.AST] = []
    uses = [n for n in ast.walk(home) if isinstance(n, ast.Name) and n.id == name.id and n is not name]
    for use in uses:
        if isinstance(use.ctx, ast.Store):
            continue
        if subject.flow.values(use) != responses:
            return None
        read = _read(subject, use)
        if read is None:
            return None
        reads.append(read)
    return reads


def _read(subject: Subject, node: ast.expr) -> ast.AST | None:
    """The read of one key of `node`: `node["Key"]`, `node.get("Key")`, `"Key" in node`."""
    parent = subject.parent(node)
    match parent:
        case ast.Subscript(slice=ast.Constant(value=str())) if parent.value is node:
            return parent if isinstance(parent.ctx, ast.Load) else None
        case ast.Attribute(attr=attr) if attr in _READERS:
            outer = subject.parent(parent)
            if not isinstance(outer, ast.Call) or outer.func is not parent:
                return None
            return outer if isinstance(next(iter(outer.args), None), ast.Constant) else None
        case ast.Compare(left=ast.Constant(value=str()), ops=[ast.In() | ast.NotIn()]):
            return parent
        case _:
            return None


def _key(read: ast.AST) -> str:
    match read:
        case ast.Subscript(slice=ast.Constant(value=key)):
            return str(key)
        case ast.Call(args=[ast.Constant(value=key), *_]):
            return str(key)
        case ast.Compare(left=ast.Constant(value=key)):
            return str(key)
        case _:
            return ""


def _needs_all(subject: Subject, read: ast.AST) -> bool:
    """False for a look at the first item only, and for a test whether there are any."""
    parent = subject.parent(read)
    child = read
    while isinstance(parent, ast.BoolOp):
        child, parent = parent, subject.parent(parent)
    match parent:
        case ast.Subscript(slice=ast.Constant(value=int() as index)):
            return index < 0
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) | ast.Assert(test=test) if test is child:
            return False
        case ast.UnaryOp(op=ast.Not()):
            return False
        case _:
            return not isinstance(read, ast.Compare)


RULE = Rule(
    "harden.truncation",
    "Only the first page of a result is read",
    "Listing operations give at most one page (1000 keys, 100 roles, 50 parameters ...) and a token for the next one. "
    "Code that never reads the token works in a small account and loses data in a large one. Where the response is "
    "read by its lists only, the call becomes one of the paginator, whose build_full_result() has the same keys with "
    "all items; elsewhere the place is marked. Calls with a limit, or with the ids of what is wanted, are left alone.",
    "import boto3\n"
    "\n"
    's3 = boto3.client("s3")\n'
    "\n"
    "\n"
    "def keys(bucket):\n"
    '    return [item["Key"] for item in s3.list_objects_v2(Bucket=bucket)["Contents"]]\n',
    'items = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket).build_full_result()["Contents"]',
    _check,
)
