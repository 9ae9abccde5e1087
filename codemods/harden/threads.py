"""Which functions of a file run in threads, how many at once, and what they reach."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.harden.arguments import keyword
from codemods.harden.given import argument
from codemods.harden.subject import Subject

_SUBMITS = frozenset(
    {"submit", "map", "imap", "imap_unordered", "apply_async", "map_async", "starmap", "starmap_async"}
)
_THREADS = ("threading.Thread", "threading.Timer")


@dataclass(frozen=True)
class Work:
    """Work that is handed to threads: the call that does so, the functions, what else it hands over, how many threads.

    `count` is 0 where that is not written in the source.
    """

    node: ast.Call
    functions: tuple[ast.AST, ...]
    given: tuple[ast.expr, ...]
    count: int


def works(subject: Subject) -> list[Work]:
    """All work that the file hands to threads."""
    if works not in subject.memo:
        subject.memo[works] = list(_works(subject))
    found: list[Work] = subject.memo[works]
    return found


def _works(subject: Subject) -> Iterator[Work]:
    flow = subject.flow
    for call in subject.calls:
        if flow.dotted(call.func) in _THREADS:
            target = argument(call, "target", 1)
            if target is not None:
                handed = argument(call, "args", 3)
                more = tuple(handed.elts) if isinstance(handed, ast.Tuple | ast.List) else ()
                yield Work(call, _reached(subject, target), more, _turns(subject, call))
        elif flow.dotted(call.func) == "asyncio.to_thread" and call.args:
            yield Work(call, _reached(subject, call.args[0]), tuple(call.args[1:]), 0)
        elif isinstance(call.func, ast.Attribute) and call.func.attr == "run_in_executor" and len(call.args) > 1:
            sizes = [_size(subject, made.node) for made in flow.only(call.args[0], "pool")]
            yield Work(call, _reached(subject, call.args[1]), tuple(call.args[2:]), max(sizes, default=0))
        elif isinstance(call.func, ast.Attribute) and call.func.attr in _SUBMITS and call.args:
            pools = flow.only(_context(subject, call.func.value), "pool")
            if pools:
                counts = [_size(subject, made.node) for made in pools]
                functions = _reached(subject, call.args[0])
                yield Work(call, functions, tuple(call.args[1:]), max(counts))


def _context(subject: Subject, node: ast.expr) -> ast.expr:
    """What the innermost `with` around a name binds it to; else the name."""
    for parent in subject.parents(node):
        for item in parent.items if isinstance(parent, ast.With) else []:
            bound = item.optional_vars
            if isinstance(bound, ast.Name) and isinstance(node, ast.Name) and bound.id == node.id:
                return item.context_expr
    return node


def _reached(subject: Subject, target: ast.expr) -> tuple[ast.AST, ...]:
    """The file's own functions that a target runs, and those that they call."""
    found: list[ast.AST] = []
    queue: list[ast.AST] = [target] if isinstance(target, ast.Lambda) else []
    queue += subject.flow.own_functions(target)
    while queue:
        node = queue.pop()
        if node in found:
            continue
        found.append(node)
        for inner in ast.walk(node):
            if isinstance(inner, ast.Call):
                callees = subject.flow.own_functions(inner.func)
                queue += [each for each in callees if not isinstance(each, ast.ClassDef)]
    return tuple(found)


def _size(subject: Subject, node: ast.AST | None) -> int:
    given = argument(node, "max_workers", 0) if isinstance(node, ast.Call) else None
    if given is None and isinstance(node, ast.Call):
        named = keyword(node, "processes")
        given = named.value if named is not None else None
    count = subject.flow.literal(given)
    return count if isinstance(count, int) else 0


def _turns(subject: Subject, call: ast.Call) -> int:
    """How often a loop or comprehension around a call runs, where it goes over `range(N)`."""
    for parent in subject.parents(call):
        iterables = [parent.iter] if isinstance(parent, ast.For) else []
        if isinstance(parent, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            iterables = [each.iter for each in parent.generators]
        for each in iterables:
            match each:
                case ast.Call(func=ast.Name(id="range"), args=[stop]):
                    count = subject.flow.literal(stop)
                    return count if isinstance(count, int) else 0
                case _:
                    return 0
        if isinstance(parent, ast.FunctionDef | ast.AsyncFunctionDef):
            break
    return 0
