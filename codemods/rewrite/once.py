"""Keeps what is written once evaluated once.

Code that stands for `make().member` may have to name the object twice: for its client and for its record. Where the
object is more than a name, its first mention names it: `(key := make())`. Where Python allows no such name, in what a
comprehension loops over, a lambda takes the object: `(lambda key: ...)(make())`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Container, Iterable, Iterator

from codemods.code import Binding, Code
from codemods.model import Edit, Span
from codemods.rewrite.draft import Draft
from codemods.rewrite.text import splice
from codemods.source import Source

_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
_MAYBE = ast.Lambda | _COMPREHENSIONS


def once(
    made: Code, parts: Iterable[Code], wanted: str, node: ast.AST, draft: Draft, acting: Container[str] = ()
) -> Code | None:
    """`made` with each of `parts` evaluated as often as the original did; None when that cannot be written.

    `wanted` is the name to give where one is needed, `node` what `made` stands for. The first of `parts` is what the
    original evaluated before all others. `acting` are the texts of parts that do something although they call nothing:
    properties.
    """
    parts = list(parts)
    leading = parts[0].text if parts else ""
    shapes = {part.text: shape for part in parts if (shape := _shape(part.text, part.text in acting)) is not None}
    given = Counter(_shape(part.text, part.text in acting) for part in parts)
    for text, shape in shapes.items():
        tree = _parse(made.text)
        if tree is None:
            continue
        found = [place for place in _in_order(tree.body) if ast.dump(place) == shape]
        if len(found) <= given[shape]:
            continue
        if not _can_be_named(found, tree, node, draft):
            if text != leading or not _can_be_taken(found, tree, node, draft):
                return None
            name = draft.names.free(wanted, "aws")
            source = Source("", b"", made.text)
            edits = [Edit(_with_parentheses(source.span(place), made.text), name) for place in found]
            taken = f"(lambda {name}: {splice(made.text, 0, edits)})({text})"
            made = Code(taken, made.needs, Binding.PRIMARY)
            continue
        source = Source("", b"", made.text)
        first, *others = found
        name = _name_of(first, tree)
        edits = []
        if not name:
            name = draft.names.free(wanted, "aws")
            edits = [Edit(_with_parentheses(source.span(first), made.text), f"({name} := {text})")]
        edits += [Edit(_with_parentheses(source.span(other), made.text), name) for other in others]
        made = Code(splice(made.text, 0, edits), made.needs, made.binding)
    return made


def _name_of(place: ast.expr, tree: ast.Expression) -> str:
    """The name that an expression has been given where it stands; empty without one."""
    names = (inner for inner in ast.walk(tree) if isinstance(inner, ast.NamedExpr) and inner.value is place)
    return next((inner.target.id for inner in names), "")


def _with_parentheses(span: Span, text: str) -> Span:
    """The span with the parentheses directly around it, unless they are those of a call."""
    before, after = text[: span.start], text[span.end :]
    if not (before.endswith("(") and after.startswith(")")) or before[-2:-1].isalnum() or before[-2:-1] in list("_)]"):
        return span
    return _with_parentheses(Span(span.start - 1, span.end + 1), text)


def _parse(text: str) -> ast.Expression | None:
    try:
        return ast.parse(text, mode="eval")
    except (SyntaxError, ValueError):
        return None


def _shape(text: str, acts: bool) -> str | None:
    """What tells an expression from others; None for one that does nothing, which may stand anywhere twice."""
    tree = _parse(text) if acts or "(" in text else None
    calling = ast.Call | ast.Await | ast.NamedExpr
    acts = acts or (tree is not None and any(isinstance(inner, calling) for inner in ast.walk(tree)))
    return ast.dump(tree.body) if tree is not None and acts else None


def _in_order(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions below `node`, itself included, in the order in which Python begins to evaluate them."""
    if isinstance(node, ast.expr):
        yield node
    children: Iterable[ast.AST]
    match node:
        case ast.IfExp(test=test, body=body, orelse=orelse):
            children = [test, body, orelse]
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            result = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            children = [*node.generators, *result]
        case ast.comprehension(target=target, iter=iterated, ifs=ifs):
            children = [iterated, target, *ifs]
        case ast.Dict(keys=keys, values=values):
            children = [part for pair in zip(keys, values, strict=True) for part in pair if part is not None]
        case _:
            children = ast.iter_child_nodes(node)
    for child in children:
        yield from _in_order(child)


def _can_be_named(found: list[ast.expr], tree: ast.Expression, node: ast.AST, draft: Draft) -> bool:
    """True when the first mention is evaluated before all others, whenever one of them is."""
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    first, *others = found
    current: ast.AST = first
    while current in parents:
        parent = parents[current]
        in_branch = isinstance(parent, ast.IfExp) and current is not parent.test
        in_rest = isinstance(parent, ast.BoolOp) and current is not parent.values[0]
        outside = any(other not in set(ast.walk(current)) for other in others)
        if isinstance(parent, ast.comprehension) or ((in_branch or in_rest or isinstance(parent, _MAYBE)) and outside):
            return False
        current = parent
    return allows_naming(node, draft)


def _can_be_taken(found: list[ast.expr], tree: ast.Expression, node: ast.AST, draft: Draft) -> bool:
    """True when all around the object means the same in a lambda: no waiting, no names that it binds or a class has."""
    inside = {inner for place in found for inner in ast.walk(place)}
    rest = (inner for inner in ast.walk(tree) if inner not in inside)
    if any(isinstance(inner, ast.Await | ast.Yield | ast.YieldFrom | ast.NamedExpr) for inner in rest):
        return False
    current = draft.parent(node)
    while current is not None and not isinstance(current, ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef):
        if isinstance(current, ast.ClassDef):
            return False
        current = draft.parent(current)
    return True


def allows_naming(node: ast.AST, draft: Draft) -> bool:
    """False where Python has no `:=`: in what a comprehension loops over, and in comprehensions of class bodies."""
    current: ast.AST | None = node
    inside = False
    while current is not None:
        parent = draft.parent(current)
        if isinstance(parent, ast.comprehension) and parent.iter is current:
            return False
        inside = inside or isinstance(current, _COMPREHENSIONS)
        if isinstance(current, ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef | ast.Module):
            return True
        if isinstance(current, ast.ClassDef):
            return not inside
        current = parent
    return True
