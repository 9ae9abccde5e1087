"""What sort of value an expression surely has, from the expression and the assignments of its function alone.

Only what is certain counts: a name has a kind when everything that binds it gives the same one.
"""

from __future__ import annotations

import ast
import enum

from codemods.modernise.module import Module


class Kind(enum.Enum):
    """The sorts of value that Python 2 and 3 treat differently."""

    INT = "int"
    FLOAT = "float"
    TEXT = "text"
    BYTES = "bytes"
    BINARY_FILE = "binary file"
    PROCESS = "process"
    UNKNOWN = "unknown"


CALLS: dict[str, Kind] = {
    "abs": Kind.UNKNOWN,
    "int": Kind.INT,
    "len": Kind.INT,
    "ord": Kind.INT,
    "float": Kind.FLOAT,
    "math.ceil": Kind.FLOAT,
    "math.floor": Kind.FLOAT,
    "math.log": Kind.FLOAT,
    "math.pow": Kind.FLOAT,
    "math.sqrt": Kind.FLOAT,
    "os.path.getmtime": Kind.FLOAT,
    "os.path.getsize": Kind.INT,
    "random.randint": Kind.INT,
    "random.random": Kind.FLOAT,
    "random.uniform": Kind.FLOAT,
    "time.time": Kind.FLOAT,
    "chr": Kind.TEXT,
    "input": Kind.TEXT,
    "os.getcwd": Kind.TEXT,
    "os.path.abspath": Kind.TEXT,
    "os.path.basename": Kind.TEXT,
    "os.path.dirname": Kind.TEXT,
    "os.path.join": Kind.TEXT,
    "repr": Kind.TEXT,
    "str": Kind.TEXT,
    "time.strftime": Kind.TEXT,
    "json.dumps": Kind.TEXT,
    "urllib.parse.quote": Kind.TEXT,
    "urllib.parse.urlencode": Kind.TEXT,
    "base64.b64decode": Kind.BYTES,
    "base64.b64encode": Kind.BYTES,
    "base64.decodebytes": Kind.BYTES,
    "base64.encodebytes": Kind.BYTES,
    "base64.urlsafe_b64decode": Kind.BYTES,
    "base64.urlsafe_b64encode": Kind.BYTES,
    "binascii.hexlify": Kind.BYTES,
    "binascii.unhexlify": Kind.BYTES,
    "marshal.dumps": Kind.BYTES,
    "os.urandom": Kind.BYTES,
    "pickle.dumps": Kind.BYTES,
    "struct.pack": Kind.BYTES,
    "zlib.compress": Kind.BYTES,
    "zlib.decompress": Kind.BYTES,
    "urllib.request.urlopen": Kind.BINARY_FILE,
    "gzip.GzipFile": Kind.BINARY_FILE,
    "io.BytesIO": Kind.BINARY_FILE,
    "subprocess.Popen": Kind.PROCESS,
}
"""What a call gives in Python 3, by the dotted name of what is called."""

TEXT_METHODS = frozenset(
    "format lower upper strip lstrip rstrip replace join title capitalize hexdigest decode zfill".split()
)
READING = frozenset("read readline getvalue".split())


def kind(module: Module, node: ast.expr) -> Kind:
    """The kind of `node`, UNKNOWN unless it is certain."""
    if isinstance(node, ast.Constant):
        return _CONSTANTS.get(type(node.value), Kind.UNKNOWN)
    if isinstance(node, ast.JoinedStr):
        return Kind.TEXT
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return kind(module, node.operand)
    if isinstance(node, ast.BinOp):
        return _operation(module, node)
    if isinstance(node, ast.Call):
        return _call(module, node)
    if isinstance(node, ast.Name):
        return _variable(module, node)
    if isinstance(node, ast.IfExp):
        return _same([kind(module, node.body), kind(module, node.orelse)])
    if isinstance(node, ast.Subscript) and module.imported(node.value) == "os.environ":
        return Kind.TEXT
    return Kind.UNKNOWN


_CONSTANTS: dict[type, Kind] = {int: Kind.INT, float: Kind.FLOAT, str: Kind.TEXT, bytes: Kind.BYTES}


def _same(kinds: list[Kind]) -> Kind:
    return kinds[0] if kinds and len(set(kinds)) == 1 else Kind.UNKNOWN


def _operation(module: Module, node: ast.BinOp) -> Kind:
    """Arithmetic. A loop, not recursion: a long chain of `+` is a deep tree."""
    chain = [node]
    while isinstance(chain[-1].left, ast.BinOp):
        chain.append(chain[-1].left)
    result = kind(module, chain[-1].left)
    for operation in reversed(chain):
        result = _result(module, operation, result, kind(module, operation.right))
    return result


def _result(module: Module, node: ast.BinOp, left: Kind, right: Kind) -> Kind:
    """A float makes floats, integers stay integers (Python 2's / as well), text formats to text."""
    if isinstance(node.op, ast.Mod) and left in (Kind.TEXT, Kind.BYTES):
        return left
    if Kind.FLOAT in (left, right):
        return Kind.FLOAT
    if isinstance(node.op, ast.Div) and "division" in module.futures:
        return Kind.FLOAT
    if left is right is Kind.INT:
        # A negative power of an integer is a float.
        is_int = not isinstance(node.op, ast.Pow) or isinstance(node.right, ast.Constant)
        return Kind.INT if is_int else Kind.UNKNOWN
    if isinstance(node.op, ast.Add) and left is right:
        return left
    if isinstance(node.op, ast.Mult) and {left, right} == {Kind.INT, Kind.TEXT}:
        return Kind.TEXT
    return Kind.UNKNOWN


def _call(module: Module, node: ast.Call) -> Kind:
    """By the name of what is called; for methods of a known value by the method."""
    name = module.callee(node)
    if name == "open":
        return Kind.BINARY_FILE if "b" in file_mode(node) else Kind.UNKNOWN
    if name in CALLS:
        return Kind.UNKNOWN if name == "subprocess.Popen" and gives_text(node) else CALLS[name]
    if name in ("sum", "min", "max", "abs") and node.args:
        return _same([kind(module, argument) for argument in node.args])
    if not isinstance(node.func, ast.Attribute):
        return Kind.UNKNOWN
    owner, method = kind(module, node.func.value), node.func.attr
    if method == "get_contents_as_string":  # boto 2's Key: bytes, or text in the encoding that it is told
        return Kind.TEXT if any(keyword.arg == "encoding" for keyword in node.keywords) else Kind.BYTES
    if owner is Kind.BINARY_FILE and method in READING:
        return Kind.BYTES
    if method == "encode" and owner is not Kind.BYTES:
        return Kind.BYTES if not codec(node) else Kind.UNKNOWN
    if method == "hexdigest" or (owner in (Kind.TEXT, Kind.BYTES) and method == "decode"):
        return Kind.TEXT
    if owner in (Kind.TEXT, Kind.BYTES) and method in TEXT_METHODS:
        return owner
    if method == "digest" and not node.args:
        return Kind.BYTES
    return Kind.UNKNOWN


def _variable(module: Module, node: ast.Name) -> Kind:
    """The kind that everything which binds the variable agrees on; a variable made from itself is not
    known.
    """
    scope = module.scopes.meaning(node)
    if scope is None:
        return Kind.UNKNOWN
    key = (scope, node.id)
    if key not in module.variables:
        module.variables[key] = Kind.UNKNOWN  # while it is being found out
        kinds = [_bound(module, binding) for binding in scope.bound[node.id]]
        module.variables[key] = _same([found for found in kinds if found is not None])
    found = module.variables[key]
    assert isinstance(found, Kind)
    return found


def _bound(module: Module, binding: ast.AST) -> Kind | None:
    """What one binding gives its name; None when it says nothing new (`x += 1` for an int x)."""
    statement = module.parents.get(binding)
    if isinstance(statement, ast.Assign) and binding in statement.targets:
        return kind(module, statement.value)
    if isinstance(statement, ast.withitem):
        return kind(module, statement.context_expr)
    if isinstance(statement, ast.AugAssign) and isinstance(binding, ast.Name):
        if isinstance(statement.op, ast.Div) and "division" in module.futures:
            return Kind.FLOAT
        given = kind(module, statement.value)
        return given if given is not Kind.INT else None
    if isinstance(statement, ast.For | ast.comprehension) and statement.target is binding:
        source = statement.iter
        if isinstance(source, ast.Call) and module.builtin(source.func, "range"):
            return Kind.INT
        if isinstance(source, ast.List | ast.Tuple):
            return _same([kind(module, item) for item in source.elts])
        return Kind.BYTES if kind(module, source) is Kind.BINARY_FILE else Kind.UNKNOWN
    return Kind.UNKNOWN


def file_mode(call: ast.Call) -> str:
    """The mode that a call of open() states, `r` when it states none."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] + call.args[1:2]
    mode = given[0] if given else None
    return mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else "r"


def gives_text(call: ast.Call) -> bool:
    """True when a call that starts a process asks for text (or may: **options)."""
    return any(keyword.arg in (None, "universal_newlines", "text", "encoding", "errors") for keyword in call.keywords)


def codec(call: ast.Call) -> str:
    """The codec of .encode() or .decode() that is no text encoding in Python 3, or nothing."""
    name = call.args[0] if call.args else None
    value = name.value if isinstance(name, ast.Constant) and isinstance(name.value, str) else ""
    return value if value.lower().replace("-", "_") in CODECS else ""


CODECS = frozenset(
    "base64 base64_codec bz2 hex hex_codec quopri rot13 rot_13 string_escape uu zip zlib zlib_codec".split()
)
"""Encodings that .encode() and .decode() know no more."""
