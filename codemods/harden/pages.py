"""Operations that give their result in pages, and how one call of them is used: data for the rules about truncation."""

from __future__ import annotations

import ast
import functools
import re
from dataclasses import dataclass

import botocore.session
from botocore import xform_name
from botocore.exceptions import UnknownServiceError

from codemods.harden.arguments import has_spread
from codemods.harden.subject import FunctionDef, Subject
from codemods.service_models import operations, paginators

_BROAD = frozenset({"OwnerIds", "RestorableByUserIds"})
"""Arguments that look like them and select by something else."""
_SINGLE = frozenset({"DBInstanceIdentifier", "DBClusterIdentifier", "StackName"})
"""Arguments that name the one thing that is wanted."""


_WHOLE = frozenset({("s3", "list_buckets")})
"""Has a paginator, but gives all there is to a request without MaxBuckets (and of those there are few)."""


@dataclass(frozen=True)
class Pages:
    """What botocore's paginator of an operation knows."""

    operation: str
    method: str
    result_keys: tuple[str, ...]
    tokens: frozenset[str]  # of requests and responses
    limit: str


@functools.cache
def pages_of(service: str, method: str) -> Pages | None:
    """The pages of a client's method; None when it gives all at once."""
    try:
        names = {xform_name(name): name for name in operations(service)}
    except (UnknownServiceError, botocore.exceptions.DataNotFoundError):
        return None
    row = paginators(service).get(names.get(method, ""))
    if row is None or (service, method) in _WHOLE:
        return None
    keys = _several(row.get("result_key"))
    tokens = {*_several(row["input_token"]), *_several(row["output_token"]), *_several(row.get("more_results"))}
    words = {word for token in tokens for word in re.findall(r"\w+", token)}
    plain = tuple(key for key in keys if re.fullmatch(r"\w+", key))
    return Pages(names[method], method, plain, frozenset(words), row.get("limit_key", "")) if plain else None


def _several(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)] if value else []


def is_open_ended(subject: Subject, call: ast.Call, pages: Pages) -> bool:
    """True for a call that asks for all there is: no token, no small limit, no list of what is wanted."""
    if has_spread(call) or call.args:
        return False
    for keyword in call.keywords:
        name = keyword.arg or ""
        named = name.endswith(("Ids", "IDs", "Arns", "ARNs", "Names")) and name not in _BROAD
        if named or name in pages.tokens or name in _SINGLE:
            return False
        if name == pages.limit or name in ("MaxItems", "MaxResults", "Limit", "MaxKeys", "MaxRecords", "maxResults"):
            return False
    return True


def reads_tokens(subject: Subject, node: ast.AST, pages: Pages) -> bool:
    """True when the code around a call has to do with pages itself: it names a token, or loops over pages."""
    names = pages.tokens | {"IsTruncated", "NextToken", "nextToken", "Marker", "NextMarker", "LastEvaluatedKey"}
    for inner in ast.walk(subject.scope(node)):
        match inner:
            case ast.Constant(value=str(value)) if value in names:
                return True
            case ast.keyword(arg=str(arg)) if arg in names:
                return True
            case _:
                pass
    return False


_DESTROYS = re.compile(
    r"(delete|terminate)(_|$)|(stop|remove|deregister|revoke|release|detach|disassociate|purge|disable|cancel)_"
)


def is_destructive(subject: Subject, node: ast.AST) -> bool:
    """True when what a listing finds may be deleted, by the code around it, its callers in the file, or its callees.

    More pages would then mean that more is deleted than before, which nobody asked this tool for.
    """
    start = subject.function(node)
    queue: list[ast.AST] = [start or subject.module.tree]
    seen: list[ast.AST] = []
    while queue:
        scope = queue.pop()
        if scope in seen:
            continue
        seen.append(scope)
        for inner in _own_calls(scope):
            name = inner.func.attr if isinstance(inner.func, ast.Attribute) else getattr(inner.func, "id", "")
            if _DESTROYS.match(name.lstrip("_")):
                return True
            queue += [each for each in subject.flow.own_functions(inner.func) if not isinstance(each, ast.ClassDef)]
        if isinstance(scope, FunctionDef) and scope in _upwards(subject, start, seen):
            callers = [subject.function(call) or subject.module.tree for call in subject.flow.calls_of(scope.name)]
            queue += callers
    return False


def _upwards(subject: Subject, start: ast.AST | None, seen: list[ast.AST]) -> list[ast.AST]:
    """The functions that lead up from where the listing is: itself and what calls it."""
    found: list[ast.AST] = [start] if start is not None else []
    for scope in found:
        if isinstance(scope, FunctionDef):
            for call in subject.flow.calls_of(scope.name):
                caller = subject.function(call)
                if caller is not None and caller not in found:
                    found.append(caller)
    return found


def _own_calls(scope: ast.AST) -> list[ast.Call]:
    """The calls of a function; of a module, those outside of its functions."""
    found: list[ast.Call] = []
    queue = list(ast.iter_child_nodes(scope))
    while queue:
        node = queue.pop()
        if isinstance(node, FunctionDef) and isinstance(scope, ast.Module):
            continue
        if isinstance(node, ast.Call):
            found.append(node)
        queue += ast.iter_child_nodes(node)
    return found
