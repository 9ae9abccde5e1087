"""Where a client is made: in each round of a loop, or in a thread."""

from __future__ import annotations

import ast

from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.rewrite.order import around, enclosing_function

_THREADS = frozenset({"threading", "concurrent", "gevent", "eventlet", "Queue", "queue", "thread", "_thread"})

IN_LOOP = "a client is made in each round of this loop, which takes boto3 a while; make it once before the loop"
IN_THREAD = "this client is made in a thread, where boto3's default session is not safe: it gets a session of its own"


def made_in_loop(node: ast.Call, module: ModuleFile) -> bool:
    """True when a loop makes the same client again and again."""
    used = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    loops = []
    for outer in around(node, module)[1:]:
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            break
        if isinstance(outer, ast.For | ast.AsyncFor | ast.While):
            loops.append(outer)
    bound = {
        inner.id
        for loop in loops
        for inner in ast.walk(loop)
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)
    }
    in_iter = any(isinstance(loop, ast.For | ast.AsyncFor) and node in set(ast.walk(loop.iter)) for loop in loops[:1])
    return bool(loops) and not in_iter and not used & bound


def made_in_thread(node: ast.Call, module: ModuleFile, analysis: Analysis) -> bool:
    """True when the function that makes the client, or one that calls it, is handed on where threads are used."""
    if not any(_uses_threads(other.tree) for other in analysis.program.modules.values()):
        return False
    function = enclosing_function(node, module)
    queue, seen = ([function] if function is not None else []), set[ast.AST]()
    while queue:
        current = queue.pop()
        if current in seen or len(seen) > 50:
            continue
        seen.add(current)
        if current in analysis.aliased or _is_run_method(current, analysis):
            return True
        for call in analysis.callers.get(current, {}):
            caller = next((m for m in analysis.program.modules.values() if call in m.parents), None)
            outer = enclosing_function(call, caller) if caller is not None else None
            if caller is not None and outer is not None:
                queue.append(outer)
    return False


def _is_run_method(function: ast.AST, analysis: Analysis) -> bool:
    cls = analysis.class_of.get(function)
    return (
        isinstance(function, ast.FunctionDef)
        and function.name == "run"
        and cls is not None
        and any("Thread" in ast.unparse(base) for base in cls.bases)
    )


def _uses_threads(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        if any(name.partition(".")[0] in _THREADS or name == "multiprocessing.dummy" for name in names):
            return True
        if any(name.startswith(("multiprocessing.pool.ThreadPool", "multiprocessing.dummy")) for name in names):
            return True
    return False
