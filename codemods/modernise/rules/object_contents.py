"""What an S3 object holds: one type with text in Python 2, bytes in Python 3.

boto 2 gives bytes, or text where it is told an encoding (boto/s3/key.py, get_contents_as_string). What is compared with
a literal is compared with bytes; what the program goes on to treat as text is asked for as text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.modernise.kinds import Kind, kind
from codemods.modernise.module import Module, Rewrite
from codemods.modernise.risks import CONTENT_TEXT, Note
from codemods.modernise.rules.text_bytes import SAME_TYPE_METHODS

_GETTER = "get_contents_as_string"
_SAME_KIND = frozenset("strip lstrip rstrip lower upper replace split rsplit splitlines partition rpartition".split())
"""Methods whose results are of the type of the value, or hold such values."""

_TAKE_TEXT = frozenset("io.StringIO csv.reader csv.DictReader shlex.split ast.literal_eval textwrap.dedent".split())
_EQUAL = frozenset("assertEqual assertEquals assertNotEqual assert_equal assert_equals eq_ failUnlessEqual".split())
_INTO_FILE = frozenset({"get_contents_to_file", "get_file"})


def contents_as_text(module: Module) -> Iterator[Rewrite | Note]:
    """An object's content that meets text further on is decoded, as the program took it for text."""
    for call in module.calls():
        if not isinstance(call.func, ast.Attribute) or call.func.attr != _GETTER or not _is_plain(call):
            continue
        if _meets_text(module, call, set()):
            end = module.span(call).end - 1
            before = ", " if call.args or call.keywords else ""
            yield (module.overwrite(end, end, f'{before}encoding="utf-8"'),)
            yield module.note(call, CONTENT_TEXT, module.brief(call))


def compared_contents(module: Module) -> Iterator[Rewrite | Note]:
    """`content == "done"`, `assertEqual(content, "done")`: bytes are compared with bytes."""
    for node in module.nodes:
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            sides = [node.left, node.comparators[0]]
        elif isinstance(node, ast.Call) and _called(node) in _EQUAL and len(node.args) >= 2:
            sides = node.args[:2]
        else:
            continue
        kinds = [kind(module, side) for side in sides]
        for side, other in ((sides[0], kinds[1]), (sides[1], kinds[0])):
            if other is Kind.BYTES and isinstance(side, ast.Constant) and _is_plain_text(module, side):
                yield (module.replace(side, f"b{module.code(side).lstrip('uU')}"),)


def byte_buffers(module: Module) -> Iterator[Rewrite | Note]:
    """`buffer = StringIO()` that an object is downloaded into, or that is compressed, has to hold bytes."""
    for call in module.calls():
        given = call.args[:1] if _called(call) in _INTO_FILE else []
        if module.callee(call) == "gzip.GzipFile":
            given = [keyword.value for keyword in call.keywords if keyword.arg == "fileobj"]
        for buffer in given:
            for made in _values(module, buffer):
                if isinstance(made, ast.Call) and _is_buffer_for_bytes(module, made):
                    yield (module.replace(made.func, "io.BytesIO"), *module.importing("io"))


def byte_files(module: Module) -> Iterator[Rewrite | Note]:
    """`f = open(path, "w")` that nothing but an object's content is written to is opened for bytes."""
    for call in module.calls():
        around = module.parents[call]
        if module.callee(call) != "open" or len(call.args) != 2 or call.keywords:
            continue
        match around:
            case ast.Assign(targets=[ast.Name() as name]) | ast.withitem(optional_vars=ast.Name() as name):
                mode, uses = call.args[1], [module.parents[use] for use in _uses(module, name)]
            case _:
                continue
        if isinstance(mode, ast.Constant) and mode.value in ("w", "a", "w+") and _take_bytes(module, uses):
            yield (module.replace(mode, f"{module.code(mode)[:-1]}b{module.code(mode)[-1]}"),)


def _take_bytes(module: Module, uses: list[ast.AST]) -> bool:
    """True for a file that is only written to and closed, and that surely gets bytes."""
    if not all(isinstance(use, ast.Attribute) and use.attr in ("write", "close", "flush") for use in uses):
        return False
    calls = [module.parents[use] for use in uses if isinstance(use, ast.Attribute) and use.attr == "write"]
    given = [call.args[0] if isinstance(call, ast.Call) and call.args else None for call in calls]
    return bool(given) and all(each is not None and kind(module, each) is Kind.BYTES for each in given)


def _is_buffer_for_bytes(module: Module, call: ast.Call) -> bool:
    is_empty_or_bytes = all(kind(module, argument) is Kind.BYTES for argument in call.args)
    return module.callee(call) == "io.StringIO" and is_empty_or_bytes


def _is_plain(call: ast.Call) -> bool:
    return all(keyword.arg not in (None, "encoding") for keyword in call.keywords) and not call.args[7:]


def _is_plain_text(module: Module, node: ast.Constant) -> bool:
    is_text = isinstance(node.value, str) and node.value.isascii()
    return is_text and module.code(node)[:1] in "\"'uU" and module.code(node).count("\n") == 0


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _values(module: Module, node: ast.expr) -> list[ast.expr]:
    """What an expression is, or everything that its variable is assigned."""
    scope = module.scopes.meaning(node) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else None
    if scope is None or not isinstance(node, ast.Name):
        return [node]
    statements = [module.parents.get(binding) for binding in scope.bound[node.id]]
    return [each.value for each in statements if isinstance(each, ast.Assign)]


def _meets_text(module: Module, node: ast.expr, seen: set[ast.AST]) -> bool:
    """True for a value that goes on to where only text may be, in a literal's company or in a function's hands."""
    if node in seen:
        return False
    seen.add(node)
    around = module.parents[node]
    match around:
        case ast.Assign(targets=[ast.Name() as name]) if around.value is node:
            return any(_meets_text(module, use, seen) for use in _uses(module, name))
        case ast.For(target=ast.Name() as name) | ast.comprehension(target=ast.Name() as name) if around.iter is node:
            return any(_meets_text(module, use, seen) for use in _uses(module, name))
        case ast.Attribute(attr=method):
            call = module.parents[around]
            if not isinstance(call, ast.Call) or call.func is not around:
                return False
            told = method in SAME_TYPE_METHODS and any(kind(module, each) is Kind.TEXT for each in call.args)
            return told or (method in _SAME_KIND and _meets_text(module, call, seen))
        case ast.Subscript(value=value) if value is node:
            return _meets_text(module, around, seen)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return kind(module, right if left is node else left) is Kind.TEXT
        case ast.BinOp(op=ast.Mod(), left=left, right=right) if right is node:
            return kind(module, left) is Kind.TEXT
        case ast.Tuple():
            outer = module.parents[around]
            is_format = isinstance(outer, ast.BinOp) and isinstance(outer.op, ast.Mod) and outer.right is around
            return is_format and isinstance(outer, ast.BinOp) and kind(module, outer.left) is Kind.TEXT
        case ast.Compare(ops=[ast.In() | ast.NotIn()], left=left, comparators=[right]) if right is node:
            return kind(module, left) is Kind.TEXT
        case ast.Call() if node in around.args:
            callee = module.callee(around) or ""
            is_pattern = callee.startswith("re.") and kind(module, around.args[0]) is Kind.TEXT
            return is_pattern or callee == "print" or callee in _TAKE_TEXT
        case ast.Return():
            return any(_meets_text(module, call, seen) for call in _callers(module, around))
    return False


def _callers(module: Module, statement: ast.Return) -> list[ast.Call]:
    """The calls of the function that a statement returns from, in this file; it has to be the only one of its name."""
    outer = next((each for each in module.ancestors(statement) if isinstance(each, ast.FunctionDef)), None)
    named = [each for each in module.nodes if isinstance(each, ast.FunctionDef) and outer and each.name == outer.name]
    return [call for call in module.calls() if outer and len(named) == 1 and _called(call) == outer.name]


def _uses(module: Module, name: ast.Name) -> list[ast.Name]:
    """Where a variable is read that only what is looked at binds; nowhere if something else binds it, too."""
    scope = module.scope(name).find(name.id)
    if scope is None or len(scope.bound[name.id]) != 1:
        return []
    return [load for load in module.scopes.loads if load.id == name.id and module.scopes.meaning(load) is scope]
