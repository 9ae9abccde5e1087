"""Where text and bytes, one type in Python 2, surely or plausibly meet. Nothing is rewritten: a person
knows which.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.kinds import Kind, codec, file_mode, gives_text, kind
from codemods.modernise.module import Module
from codemods.modernise.risks import (
    CSV_BINARY,
    DECODED_TEXT,
    NEEDS_BYTES,
    PROCESS_OUTPUT,
    STDOUT_WRITER,
    TEXT_BYTES,
    TEXT_CODEC,
    TRANSLATE,
    Note,
)

TAKE_BYTES: dict[str, int] = {
    "base64.b64encode": 0,
    "base64.encodebytes": 0,
    "base64.urlsafe_b64encode": 0,
    "binascii.hexlify": 0,
    "hashlib.md5": 0,
    "hashlib.new": 1,
    "hashlib.sha1": 0,
    "hashlib.sha224": 0,
    "hashlib.sha256": 0,
    "hashlib.sha384": 0,
    "hashlib.sha512": 0,
    "hmac.new": 0,
    "urllib.request.Request": 1,
    "urllib.request.urlopen": 1,
    "zlib.compress": 0,
    "zlib.crc32": 0,
}
"""Functions that refuse text in Python 3, and which argument they take as bytes."""

SAME_TYPE_METHODS = frozenset(
    """count endswith find index join lstrip partition replace rfind rpartition rsplit rstrip split startswith
    strip""".split()
)
"""Methods whose arguments have to be of the type that the value has."""


def meetings(module: Module) -> Iterator[Note]:
    """Expressions and calls in which text meets bytes."""
    for node in module.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            left, right = kind(module, node.left), kind(module, node.right)
            if isinstance(node.op, ast.Mod) and isinstance(node.right, ast.Tuple):
                right = _any_bytes(module, node.right)
            if {left, right} == {Kind.TEXT, Kind.BYTES}:
                yield module.note(node, TEXT_BYTES, module.brief(node))
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq | ast.In | ast.NotIn):
            sides = {kind(module, node.left), kind(module, node.comparators[0])}
            if sides == {Kind.TEXT, Kind.BYTES}:
                yield module.note(node, TEXT_BYTES, module.brief(node))
        elif isinstance(node, ast.Call):
            yield from _call(module, node)


def _any_bytes(module: Module, items: ast.Tuple) -> Kind:
    """BYTES when any of the values that go into a format are."""
    kinds = {kind(module, item) for item in items.elts}
    return Kind.BYTES if Kind.BYTES in kinds else Kind.UNKNOWN


def _call(module: Module, call: ast.Call) -> Iterator[Note]:
    name, method = module.callee(call), getattr(call.func, "attr", "")
    owner = kind(module, call.func.value) if isinstance(call.func, ast.Attribute) else Kind.UNKNOWN
    arguments = {kind(module, argument) for argument in call.args}
    if name in TAKE_BYTES:
        yield from _takes_bytes(module, call, TAKE_BYTES[name])
    elif name in ("csv.reader", "csv.writer", "csv.DictReader", "csv.DictWriter"):
        if call.args and (kind(module, call.args[0]) is Kind.BINARY_FILE):
            yield module.note(call, CSV_BINARY)
    elif name == "print":
        target = next((keyword.value for keyword in call.keywords if keyword.arg == "file"), None)
        if Kind.BYTES in arguments or (target is not None and kind(module, target) is Kind.BINARY_FILE):
            yield module.note(call, TEXT_BYTES, module.brief(call))
    elif name in ("str", "unicode") and len(call.args) == 1 and Kind.BYTES in arguments:
        yield module.note(call, TEXT_BYTES, module.brief(call))
    elif name in ("subprocess.check_output", "subprocess.getoutput") and not gives_text(call):
        if name.endswith("check_output") and not isinstance(module.parents[call], ast.Expr):
            yield module.note(call, PROCESS_OUTPUT, module.brief(call))
    elif method == "communicate" and owner is Kind.PROCESS and not isinstance(module.parents[call], ast.Expr):
        yield module.note(call, PROCESS_OUTPUT, module.brief(call))
    elif method in SAME_TYPE_METHODS and {owner} | arguments >= {Kind.TEXT, Kind.BYTES}:
        yield module.note(call, TEXT_BYTES, module.brief(call))
    elif method in ("write", "send", "sendall") and Kind.TEXT in arguments:
        if owner is Kind.BINARY_FILE or (method != "write" and _is_socket(module, call)):
            yield module.note(call, NEEDS_BYTES, module.brief(call.func))
    elif method in ("encode", "decode"):
        if codec(call):
            yield module.note(call, TEXT_CODEC, codec(call))
        elif method == "decode" and (owner is Kind.TEXT or _checked_as_text(module, call)):
            yield module.note(call, DECODED_TEXT, module.brief(call))
    elif method == "translate" and len(call.args) == 2 and owner is not Kind.BYTES:
        yield module.note(call, TRANSLATE)
    elif name in ("json.dump", "yaml.dump") and len(call.args) > 1:
        if kind(module, call.args[1]) is Kind.BINARY_FILE:
            yield module.note(call, NEEDS_BYTES, module.brief(call.args[1]))
    elif name in ("pickle.dump", "pickle.load"):
        position = 0 if name == "pickle.load" else 1
        if any(_is_text_file(module, stream) for stream in call.args[position : position + 1]):
            yield module.note(call, NEEDS_BYTES, module.brief(call))


def _takes_bytes(module: Module, call: ast.Call, position: int) -> Iterator[Note]:
    """A function that takes bytes, unless it surely gets them (or nothing, or a number)."""
    names = {"data", "key", "msg", "s", "string"}
    given = call.args[position : position + 1]
    given += [keyword.value for keyword in call.keywords if keyword.arg in names]
    for value in given:
        empty = isinstance(value, ast.Constant) and value.value is None
        if not empty and kind(module, value) is not Kind.BYTES and not _reads(value):
            yield module.note(call, NEEDS_BYTES, module.brief(call.func))
            return


def _reads(node: ast.expr) -> bool:
    """True for `x.read()`: what is hashed or encoded like that is mostly a file opened for bytes, or a
    response.
    """
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") in (
        "read",
        "getvalue",
        "digest",
        "encode",
    )


def _is_socket(module: Module, call: ast.Call) -> bool:
    """True when the method belongs to what socket.socket() or socket.create_connection() gave."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    scope = module.scopes.meaning(owner) if isinstance(owner, ast.Name) and isinstance(owner.ctx, ast.Load) else None
    for binding in scope.bound[owner.id] if scope and isinstance(owner, ast.Name) else []:
        statement = module.parents.get(binding)
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call):
            return module.callee(statement.value) in (
                "socket.socket",
                "socket.create_connection",
                "ssl.wrap_socket",
            )
    return False


def _is_text_file(module: Module, node: ast.expr) -> bool:
    """True for open(...) without a `b`, as written or through a variable."""
    if isinstance(node, ast.Call):
        return module.builtin(node.func, "open") and "b" not in file_mode(node)
    scope = module.scopes.meaning(node) if isinstance(node, ast.Name) else None
    if scope is None or not isinstance(node, ast.Name):
        return False
    statements = [module.parents.get(binding) for binding in scope.bound[node.id]]
    values = [
        statement.value if isinstance(statement, ast.Assign) else getattr(statement, "context_expr", None)
        for statement in statements
    ]
    return bool(values) and all(isinstance(value, ast.Call) and _is_text_file(module, value) for value in values)


def _checked_as_text(module: Module, call: ast.Call) -> bool:
    """True for `if isinstance(x, str): ... x.decode()`."""
    value = module.code(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    inner: ast.AST = call
    for outer in module.ancestors(call):
        if isinstance(outer, ast.If | ast.IfExp) and isinstance(check := outer.test, ast.Call):
            branch = outer.body if isinstance(outer.body, list) else [outer.body]
            if module.builtin(check.func, "isinstance") and len(check.args) == 2 and inner in branch:
                return module.builtin(check.args[1], "str") and module.code(check.args[0]) == value
        inner = outer
    return False


def stream_writers(module: Module) -> Iterator[Note]:
    """codecs.getwriter(...)(sys.stdout)."""
    for call in module.calls():
        makers = ("codecs.getwriter", "codecs.getreader")
        if not isinstance(call.func, ast.Call) or module.callee(call.func) not in makers:
            continue
        if call.args and module.imported(call.args[0]) in ("sys.stdout", "sys.stderr", "sys.stdin"):
            yield module.note(call, STDOUT_WRITER, module.brief(call))
