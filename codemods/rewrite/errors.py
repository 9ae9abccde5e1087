"""Except clauses on boto 2's exceptions, and their classes wherever else they are named."""

from __future__ import annotations

import ast

from codemods.catalog.errors import CLIENT_ERROR, COPY_ERRORS, CREATE_ERRORS, NETWORK_ERRORS, ErrorRow, error_row
from codemods.catalog.schema import Flag, Outcome, Rewrite
from codemods.code import Code, Import, code
from codemods.emitted import errors as emitted
from codemods.inference.values import Boto, BotoMethod, BotoName, External, Other, Value
from codemods.marked import markers_above
from codemods.rewrite.imports import is_import_path
from codemods.rewrite.raised import services_called
from codemods.rewrite.render import Renderer

API = "boto.exception"
_TYPE_ERROR = Import("builtins", "TypeError")
_OF_NETWORK = "botocore's errors for a broken network are no OSError; they are caught here, too"
_WIDER = "ClientError is what every service raises on boto3; look at the operation_name of an error where that matters"
_OF_NONE = "what was an attribute of None in boto 2 may be an item of None now, which is a TypeError"


def rows_of(value: Value) -> list[ErrorRow]:
    """The exceptions of boto 2 that a value names."""
    rows = (error_row(atom.name) for atom in value if isinstance(atom, BotoName))
    return [row for row in rows if row is not None]


def exception_class(node: ast.expr, renderer: Renderer) -> Code | None:
    """A boto 2 exception class by name, wherever it stands: except, raise, assertRaises, isinstance."""
    if not isinstance(node, ast.Name | ast.Attribute):
        return None
    rows = rows_of(renderer.type_of(node))
    if not rows:
        return _network_error(node, renderer)
    if len(rows) != 1 or not (is_import_path(node, renderer.draft) or _of_provider(node)):
        return None
    (row,) = rows
    outcome = _marked_earlier(node, renderer) or _outcome(node, row, renderer)
    return renderer.settle(node, f"{API}.{row.name}", "errors", f"errors.{row.name}", outcome, is_name=True)


def _marked_earlier(node: ast.expr, renderer: Renderer) -> Flag | None:
    """A clause that an earlier run marked is a person's."""
    handler = renderer.draft.parent(node)
    if isinstance(handler, ast.Tuple):
        handler = renderer.draft.parent(handler)
    present = markers_above(renderer.draft.module.source, handler) if isinstance(handler, ast.ExceptHandler) else []
    if not present:
        return None
    message = present[0].partition(":")[2].strip().partition(" ")[2]
    return Flag(f"marked earlier: {message}")


def _needs_service(clause: ast.ExceptHandler, row: ErrorRow, renderer: Renderer) -> bool:
    """Can errors of another service reach a clause that boto 2 kept for one service's?

    Those of no service can where a later clause waits for them: boto 2 raised a plain BotoServerError for an answer of
    500 to 504 that repeating did not cure (boto/connection.py, _mexe), and so may the program.
    """
    statement = renderer.draft.parent(clause)
    if not isinstance(statement, ast.Try):
        return False
    later = statement.handlers[statement.handlers.index(clause) + 1 :]
    if any(other.service == "" for one in later for other in _named(one, renderer)):
        return True
    others = {other.service for one in statement.handlers if one is not clause for other in _named(one, renderer)}
    called = services_called(statement.body, renderer.draft.view.analysis)
    return bool((others | called) - {"", row.service})


def _covers_all(clause: ast.ExceptHandler, renderer: Renderer) -> bool:
    """Does a clause catch the errors of every service that the block above it asks?"""
    rows = _named(clause, renderer)
    statement = renderer.draft.parent(clause)
    if any(not row.service and row.server for row in rows):
        return True
    called = services_called(statement.body if isinstance(statement, ast.Try) else [], renderer.draft.view.analysis)
    return len({row.service for row in rows} - {""}) > 1 and called <= {row.service for row in rows}


def _named(clause: ast.ExceptHandler, renderer: Renderer) -> list[ErrorRow]:
    """The errors of services that a clause names."""
    if clause.type is None:
        return []
    parts = clause.type.elts if isinstance(clause.type, ast.Tuple) else [clause.type]
    return [row for part in parts for row in rows_of(renderer.type_of(part)) if row.server]


def _of_provider(node: ast.expr) -> bool:
    """True for `conn.provider.storage_response_error`."""
    return isinstance(node, ast.Attribute) and node.attr.startswith("storage_")


def _outcome(node: ast.expr, row: ErrorRow, renderer: Renderer) -> Outcome:
    if not row.becomes:
        return Flag(row.advice)
    handler = renderer.draft.parent(node)
    clause = renderer.draft.parent(handler) if isinstance(handler, ast.Tuple) else handler
    if isinstance(clause, ast.ExceptHandler) and row.server:
        chosen: Code | None = None
        if row.name in CREATE_ERRORS:
            chosen = renderer.draft.call_helper(emitted._create_error)
        elif row.name in COPY_ERRORS:
            chosen = renderer.draft.call_helper(emitted._copy_error)
        elif row.service and not _covers_all(clause, renderer) and _needs_service(clause, row, renderer):
            chosen = renderer.draft.call_helper(emitted._error_of, Code(f'"{row.service}"'))
        if chosen is not None:
            return Rewrite(chosen if clause is handler else code(f"*{chosen}", chosen))
    if len(row.becomes) > 1 and _is_added(node, renderer):
        return Flag(f"add what boto3 raises, each by itself: {', '.join(need.name for need in row.becomes)}")
    remark = _second_clause(node, row, renderer) or _wider(node, row, renderer)
    if isinstance(remark, Flag):
        return remark
    if isinstance(renderer.draft.parent(node), ast.ClassDef | ast.Attribute) and not row.server:
        return Rewrite(_classes(row.becomes[-1:], node, renderer), row.note)
    return Rewrite(_classes(_not_of_later_clauses(node, row, renderer), node, renderer), row.note or remark)


def _not_of_later_clauses(node: ast.expr, row: ErrorRow, renderer: Renderer) -> tuple[Import, ...]:
    """What to catch instead, but for Python's own errors that a later clause of the same `try` is for."""
    handler = renderer.draft.parent(node)
    if isinstance(handler, ast.Tuple):
        handler = renderer.draft.parent(handler)
    statement = renderer.draft.parent(handler) if isinstance(handler, ast.ExceptHandler) else None
    if not isinstance(statement, ast.Try) or not isinstance(handler, ast.ExceptHandler):
        return row.becomes
    later = [one.type for one in statement.handlers[statement.handlers.index(handler) + 1 :] if one.type is not None]
    parts = [part for node in later for part in (node.elts if isinstance(node, ast.Tuple) else [node])]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    kept = tuple(need for need in row.becomes if need.module != "builtins" or need.name not in names)
    return kept or row.becomes


def _wider(node: ast.expr, row: ErrorRow, renderer: Renderer) -> str:
    """A remark where a class is handed on, in a program that asks several services."""
    parent: ast.AST | None = renderer.draft.parent(node)
    if isinstance(parent, ast.Tuple):
        parent = renderer.draft.parent(parent)
    name = called_name(parent) if isinstance(parent, ast.Call) else ""
    is_told = isinstance(parent, ast.Call) and (parent.func is node or name.lower().endswith("raises"))
    if is_told or not isinstance(parent, ast.Call | ast.Assign | ast.keyword | ast.Return | ast.Dict | ast.List):
        return ""
    return _WIDER if row.service and renderer.draft.view.services - {row.service} else ""


def _is_added(node: ast.expr, renderer: Renderer) -> bool:
    """True for `caught.append(BotoClientError)`: a list of classes that several cannot join at once."""
    parent = renderer.draft.parent(node)
    is_method = isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute)
    return is_method and called_name(parent) in ("append", "add", "insert")  # type: ignore[arg-type]


def called_name(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _classes(classes: tuple[Import, ...], node: ast.expr, renderer: Renderer) -> Code:
    names = [class_code(need, renderer) for need in classes]
    inside = ", ".join(name.text for name in names)
    in_tuple = isinstance(renderer.draft.parent(node), ast.Tuple | ast.List | ast.Set)
    return code(inside if in_tuple or len(names) == 1 else f"({inside})", *names)


def class_code(need: Import, renderer: Renderer) -> Code:
    """The name of an exception class that the file will know."""
    return Code(need.name) if need.module == "builtins" else renderer.draft.imported(need.module, need.name)


def _second_clause(node: ast.expr, row: ErrorRow, renderer: Renderer) -> str | Flag:
    """A remark when an earlier clause of the same `try` catches the same class on boto3."""
    handler = renderer.draft.parent(node)
    if isinstance(handler, ast.Tuple):
        handler = renderer.draft.parent(handler)
    statement = renderer.draft.parent(handler) if isinstance(handler, ast.ExceptHandler) else None
    if not isinstance(statement, ast.Try) or not isinstance(handler, ast.ExceptHandler):
        return ""
    for earlier in statement.handlers[: statement.handlers.index(handler)]:
        if earlier.type is None:
            continue
        parts = earlier.type.elts if isinstance(earlier.type, ast.Tuple) else [earlier.type]
        others = [other for part in parts for other in rows_of(renderer.type_of(part))]
        same = [
            other
            for other in others
            if set(other.becomes) & set(row.becomes) and other.name not in CREATE_ERRORS | COPY_ERRORS
        ]
        if any(other.service and row.service and other.service != row.service for other in same):
            return Flag(
                "an earlier clause catches ClientError, which is what all services raise on boto3; "
                "join the two and look at the operation or at the code in it"
            )
        if same and same[0].service and not row.service:
            return "an earlier clause catches every ClientError on boto3, so this one is never reached; join the two"
    return ""


def exception_tuple(node: ast.Tuple, renderer: Renderer) -> Code | None:
    """`(S3ResponseError, EC2ResponseError)`: each class of boto3 once."""
    if not any(rows_of(renderer.type_of(element)) for element in node.elts):
        return None
    parts: list[Code] = []
    seen: set[str] = set()
    for element in node.elts:
        made = renderer.render(element)
        fresh = [name for name in made.text.split(", ") if name not in seen]
        seen.update(fresh)
        if fresh:
            parts.append(code(", ".join(fresh), made))
    if len(parts) == len(node.elts) and len(seen) == sum(part.text.count(", ") + 1 for part in parts):
        return None
    if len(parts) == 1 and "," not in parts[0].text:
        return parts[0] if not _is_spliced(node, renderer) else code(f"({parts[0]},)", parts[0])
    return code(f"({', '.join(part.text for part in parts)})", *parts)


def _is_spliced(node: ast.Tuple, renderer: Renderer) -> bool:
    """True where a tuple has to stay one: `ERRORS = (A, B)`, `ERRORS + (C,)`, `*ERRORS`."""
    return not isinstance(renderer.draft.parent(node), ast.ExceptHandler | ast.Call)


# -- errors of the network ----------------------------------------------------------------------------------------


def _network_error(node: ast.Name | ast.Attribute, renderer: Renderer) -> Code | None:
    """`socket.error` and its like in a clause around calls of boto 2: botocore's errors for it are added."""
    names = [atom.name for atom in renderer.type_of(node) if isinstance(atom, External)]
    if len(names) != 1 or not isinstance(node.ctx, ast.Load):
        return None
    wanted = NETWORK_ERRORS.get(names[0], ())
    parent = renderer.draft.parent(node)
    holder = renderer.draft.parent(parent) if isinstance(parent, ast.Tuple) else parent
    statement = renderer.draft.parent(holder) if isinstance(holder, ast.ExceptHandler) else None
    if names[0] == "builtins.AttributeError" and isinstance(statement, ast.Try) and _uses_none(statement, renderer):
        return _widened(node, (_TYPE_ERROR,), "errors.none", _OF_NONE, renderer)
    if isinstance(statement, ast.Try):
        wanted = wanted if _may_lose_network(statement, names[0], renderer) else ()
    elif not isinstance(parent, ast.Tuple) or not any(rows_of(renderer.type_of(one)) for one in parent.elts):
        return None
    return _widened(node, wanted, "errors.network", _OF_NETWORK, renderer) if wanted else None


def _widened(
    node: ast.Name | ast.Attribute, more: tuple[Import, ...], rule: str, note: str, renderer: Renderer
) -> Code | None:
    names = [Code(renderer.draft.segment(node)), *(class_code(need, renderer) for need in more)]
    inside = ", ".join(name.text for name in names)
    in_tuple = isinstance(renderer.draft.parent(node), ast.Tuple)
    made = code(inside if in_tuple else f"({inside})", *names)
    return renderer.settle(node, names[0].text, "errors", rule, Rewrite(made, note))


def _uses_none(statement: ast.Try, renderer: Renderer) -> bool:
    """Is a member used, in the body of a `try`, of a boto 2 object that may be None?"""
    return any(
        Other.NONE in value and any(isinstance(atom, Boto) for atom in value)
        for inner in statement.body
        for node in ast.walk(inner)
        if isinstance(node, ast.Attribute) and (value := renderer.type_of(node.value))
    )


def _may_lose_network(statement: ast.Try, name: str, renderer: Renderer) -> bool:
    """Can one of Python's errors come from boto 2 here?

    For files, too, are the OSErrors: those have to be about a call of boto 2 itself, or stand beside its own errors.
    """
    if _calls_aws(statement.body, renderer) or any(_named(clause, renderer) for clause in statement.handlers):
        return True
    is_of_network = not name.startswith("builtins.")
    return is_of_network and bool(services_called(statement.body, renderer.draft.view.analysis))


def _calls_aws(body: list[ast.stmt], renderer: Renderer) -> bool:
    """Does a block call boto 2 itself?"""
    return any(
        isinstance(atom, BotoMethod) and isinstance(atom.owner, Boto)
        for statement in body
        for node in ast.walk(statement)
        if isinstance(node, ast.Call)
        for atom in renderer.type_of(node.func)
    )


__all__ = ["API", "CLIENT_ERROR", "class_code", "exception_class", "exception_tuple", "rows_of"]
