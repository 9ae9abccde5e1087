"""Objects of boto 2's exceptions: what is read from them, stored in them, and where the program makes its own."""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.catalog.errors import ErrorRow, error_row
from codemods.catalog.schema import Flag, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import errors as emitted
from codemods.inference import facts
from codemods.inference.families import ancestors, boto_base
from codemods.inference.frame import Frame
from codemods.inference.values import NOTHING, BotoName, Caught, Class, Instance, Other, Super, Value
from codemods.rewrite.errors import API, CLIENT_ERROR, class_code, rows_of
from codemods.rewrite.render import Renderer

_STATUS = '.response["ResponseMetadata"]["HTTPStatusCode"]'
_PLACES = {
    "status": _STATUS,
    "error_code": '.response["Error"]["Code"]',
    "code": '.response["Error"]["Code"]',
    "error_message": '.response["Error"]["Message"]',
    "message": '.response["Error"]["Message"]',
    "request_id": '.response["ResponseMetadata"]["RequestId"]',
}
"""Where a value that the program stores in an error belongs on boto3."""

_MANUAL = {
    "resource": "extra elements of the error are in error.response['Error']",
    "box_usage": "boto3 has no box_usage",
    "host_id": "the id is error.response['ResponseMetadata'].get('HostId')",
}
READ = frozenset({*_PLACES, *_MANUAL, "reason", "body", "errors", "args"})
"""The attributes of boto 2's errors."""

_EITHER = "this may be an error of the program's own, which has such an attribute; ask for the class first"
_BROAD = "the clause catches other exceptions, too, which have no response"
BODY = "boto3 keeps no raw body; this writes the parsed error out again, so other elements and the order may differ"


def rows_caught(value: Value, renderer: Renderer) -> list[ErrorRow]:
    """The exceptions of boto 2 that an object can be: caught by a clause, made, or derived from."""
    names = {name for atom in value if isinstance(atom, Caught) for name in atom.names}
    for atom in value:
        if isinstance(atom, Instance):
            names |= set(_boto_bases(atom.node, renderer))
    return [row for name in sorted(names) if (row := error_row(name)) is not None]


def _boto_bases(cls: ast.ClassDef, renderer: Renderer) -> list[str]:
    return [base.name for base in ancestors(cls, _frame(cls, renderer)) if isinstance(base, BotoName)]


def _frame(node: ast.AST, renderer: Renderer) -> Frame:
    analysis = renderer.draft.view.analysis
    module = renderer.draft.module
    return Frame(analysis, node, module, analysis.scopes[module.tree], None)


def exception_attribute(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`error.status` and its like on an exception of boto 2."""
    value = renderer.type_of(node.value)
    own = frozenset(atom for atom in value if is_own(node.attr, frozenset({atom}), renderer))
    rows = rows_caught(value - own, renderer)
    if not rows or node.attr not in READ:
        return None
    error = renderer.render(node.value)
    outcome = read_error(node.attr, error, rows, value - own, renderer)
    if outcome is None:
        return None
    if own and isinstance(outcome, Rewrite):
        outcome = _unless_own(node, error, outcome)
    return renderer.settle(node, f"{API}.{rows[0].name}.{node.attr}", "errors", f"errors.{node.attr}", outcome)


def _unless_own(node: ast.Attribute, error: Code, outcome: Rewrite) -> Outcome:
    """The attribute of an error that may be one of the program's, which has such an attribute itself."""
    if not isinstance(node.value, ast.Name):
        return Flag(_EITHER)
    text = f'{error}.{node.attr} if hasattr({error}, "{node.attr}") else {outcome.code.term}'
    return replace(outcome, code=code(text, error, outcome.code, binding=Binding.LOOSE))


def is_own(name: str, value: Value, renderer: Renderer) -> bool:
    """True for an attribute that a class of the program gives to its own exceptions."""
    read = renderer.draft.view.analysis.facts.read
    return any(
        bool(read(facts.attribute(cls, name), None))
        for atom in value
        if isinstance(atom, Instance)
        for cls in ancestors(atom.node, _frame(atom.node, renderer))
        if isinstance(cls, ast.ClassDef)
    )


def read_error(name: str, error: Code, rows: list[ErrorRow], value: Value, renderer: Renderer) -> Outcome | None:
    """What an attribute of an error is on boto3; None where it stays as it is."""
    note = _BROAD if Other.UNKNOWN in value else ""
    helper = renderer.draft.call_helper
    if not any(row.becomes for row in rows):
        return None  # the clause is left to a person, and what is read in it
    if not any(row.server for row in rows):
        if name in ("message", "error_message", "reason"):
            return Rewrite(code(f"str({error})", error))
        return None
    only_ec2 = {row.name for row in rows} == {"EC2ResponseError"} and not note
    match name:
        case "status":
            return Rewrite(code(f"{error.operand}{_STATUS}", error), note)
        case "request_id":
            return Rewrite(code(f'{error.operand}.response["ResponseMetadata"].get("RequestId")', error), note)
        case "error_code" | "code" if only_ec2:
            return Rewrite(code(f'{error.operand}.response["Error"]["Code"]', error))
        case "error_code" | "code":
            return Rewrite(helper(emitted._error_code, error), note)
        case "message" | "error_message" if only_ec2:
            return Rewrite(code(f'{error.operand}.response["Error"].get("Message", "")', error))
        case "message" | "error_message":
            return Rewrite(helper(emitted._error_message, error))
        case "reason":
            return Rewrite(helper(emitted._reason, error))
        case "body" | "args":
            made_by = emitted._error_body if name == "body" else emitted._error_args
            raised = class_raised(rows, error, renderer)
            return Rewrite(helper(made_by, error, *([] if raised.text == '"S3ResponseError"' else [raised])), BODY)
        case "errors":
            details = f'{error.operand}.response["Error"]'
            return Rewrite(code(f'[({details}["Code"], {details}.get("Message"))]', error), note)
        case _:
            return Flag(_MANUAL[name])


def first_error(node: ast.Subscript, renderer: Renderer) -> Code | None:
    """`error.errors[0][0]`: the code, or the message, of the one error that there is."""
    match node:
        case ast.Subscript(
            value=ast.Subscript(value=ast.Attribute(attr="errors", value=owner), slice=ast.Constant(value=0)),
            slice=ast.Constant(value=0 | 1 as place),
            ctx=ast.Load(),
        ):
            value = renderer.type_of(owner)
        case _:
            return None
    rows = [row for row in rows_caught(value, renderer) if row.server]
    if not rows or is_own("errors", value, renderer):
        return None
    outcome = read_error("message" if place else "error_code", renderer.render(owner), rows, value, renderer)
    return (
        renderer.settle(node, f"{API}.{rows[0].name}.errors", "errors", "errors.errors", outcome) if outcome else None
    )


def class_raised(rows: list[ErrorRow], error: Code, renderer: Renderer) -> Code:
    """The name of the class that boto 2 raised where a program catches one: of BotoServerError always a service's."""
    (name, *_), services = [row.name for row in rows if row.server], renderer.draft.view.services
    if name != "BotoServerError" or not services <= {"s3", "ec2"}:
        return Code(f'"{name}"')
    if len(services) == 2:
        return renderer.draft.call_helper(emitted._error_name, error)
    return Code('"EC2ResponseError"' if services == {"ec2"} else '"S3ResponseError"')


def stored_error(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`error.error_code = "NoSuchKey"`: the place in the response that the value is read from now."""
    if isinstance(node.ctx, ast.Load):
        return None
    value = renderer.type_of(node.value)
    rows = rows_caught(value, renderer)
    if not any(row.server for row in rows) or node.attr not in READ:
        return None
    if any(isinstance(atom, Instance) for atom in value):
        return None  # a class of the program keeps it as an attribute of its own
    api, rule = f"{API}.{rows[0].name}.{node.attr}", f"errors.{node.attr}"
    place = _PLACES.get(node.attr)
    if place is None or isinstance(node.ctx, ast.Del):
        renderer.flag(node, api, "errors", rule, "store this in a variable; a ClientError has no place for it")
        return None
    error = renderer.render(node.value)
    return renderer.settle(node, api, "errors", rule, Rewrite(code(f"{error.operand}{place}", error)))


# -- made by the program ------------------------------------------------------------------------------------------


def made_error(node: ast.Call, renderer: Renderer) -> Code | None:
    """`S3ResponseError(404, "Not Found")`: an error that the program makes itself, or of a class of its own."""
    value = renderer.type_of(node.func)
    rows = rows_of(value)
    if len(rows) == 1 and rows[0].made is not None:
        (row,) = rows
        api, rule = f"{API}.{row.name}", f"errors.{row.name}"
        if row.server:
            made = _with_response(class_code(CLIENT_ERROR, renderer), node, renderer, row.service)
            return renderer.settle(node, api, "errors", rule, Rewrite(made))
        return renderer.settle(node, api, "errors", rule, _with_text(row, node, renderer))
    if not _is_server_class(node, value, renderer):
        return None
    func = renderer.render(node.func)
    explicit = isinstance(node.func, ast.Attribute) and node.func.attr == "__init__" and rows_base(node.func, renderer)
    made = _with_response(func, node, renderer, _service_made(node, value, renderer), keep=1 if explicit else 0)
    return renderer.settle(node, f"{API}.BotoServerError", "errors", "errors.made", Rewrite(made))


def rows_base(func: ast.Attribute, renderer: Renderer) -> bool:
    """True for `S3ResponseError.__init__(self, ...)`."""
    return bool(rows_of(renderer.type_of(func.value)))


def _service_made(node: ast.Call, value: Value, renderer: Renderer) -> str:
    """The service in whose name an error is made; empty where it is made for any."""
    owner = renderer.type_of(node.func.value) if isinstance(node.func, ast.Attribute) else NOTHING
    classes = [atom.node for atom in value | owner if isinstance(atom, Class | Super)]
    bases = [base for cls in classes if (base := boto_base(cls, _frame(cls, renderer))) is not None]
    rows = [*rows_of(owner), *(row for base in bases if (row := error_row(base)) is not None)]
    return rows[0].service if len({row.service for row in rows}) == 1 else ""


def _is_server_class(node: ast.Call, value: Value, renderer: Renderer) -> bool:
    """True for a call that ends in the constructor of an error of a service."""
    func = node.func
    if isinstance(func, ast.Attribute) and func.attr == "__init__":
        owner = renderer.type_of(func.value)
        supers = [atom.node for atom in owner if isinstance(atom, Super)]
        named = [row for row in rows_of(owner) if row.server]
        return bool(named) or any(_inherits(cls, renderer, above=True) for cls in supers)
    classes = [atom.node for atom in value if isinstance(atom, Class)]
    return bool(classes) and len(classes) == len(value) and all(_inherits(cls, renderer) for cls in classes)


def _inherits(cls: ast.ClassDef, renderer: Renderer, above: bool = False) -> bool:
    """Does a class of the program leave its construction to an error of a service?"""
    frame = _frame(cls, renderer)
    base = boto_base(cls, frame)
    row = error_row(base) if base is not None else None
    if row is None or not row.server:
        return False
    own = [one for one in ancestors(cls, frame) if isinstance(one, ast.ClassDef)]
    read = renderer.draft.view.analysis.facts.read
    return not any(read(facts.attribute(one, "__init__"), None) for one in own[1 if above else 0 :])


def _with_response(func: Code, node: ast.Call, renderer: Renderer, service: str, keep: int = 0) -> Code:
    kept = [renderer.render(argument) for argument in node.args[:keep]]
    given = [_argument(argument, "", renderer) for argument in node.args[keep:]]
    given += [
        _argument(keyword.value, f"{keyword.arg}=" if keyword.arg else "**", renderer) for keyword in node.keywords
    ]
    response = renderer.draft.call_helper(emitted._error_response, *given)
    inside = ", ".join([*(part.text for part in kept), response.text, f'"{service}"'])
    return code(f"{func.operand}({inside})", func, *kept, response)


def _argument(node: ast.expr, prefix: str, renderer: Renderer) -> Code:
    if isinstance(node, ast.Starred):
        inner = renderer.render(node.value)
        return code(f"*{inner.term}", inner)
    inner = renderer.render(node)
    return code(f"{prefix}{inner.term if prefix == '**' else inner}", inner)


def _with_text(row: ErrorRow, node: ast.Call, renderer: Renderer) -> Outcome:
    """An error of boto 2 itself, which took its reason as a text."""
    assert row.made is not None
    made = class_code(row.made, renderer)
    if not row.takes:
        lost = "the class takes no text of its own on boto3" if node.args or node.keywords else ""
        return Rewrite(code(f"{made}()", made), lost)
    values = [*node.args, *(keyword.value for keyword in node.keywords)]
    if len(values) != 1 or isinstance(values[0], ast.Starred):
        return Flag(f"raise {made} with a single text here")
    text = renderer.render(values[0])
    return Rewrite(code(f"{made}({row.takes.format(text)})", made, text), row.note)
