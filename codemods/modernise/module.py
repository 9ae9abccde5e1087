"""A text that Python 3 can parse, as the rules see it: tree, text positions, parents, bindings; and how
they edit it.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property

from codemods.model import Edit, Span
from codemods.modernise.risks import Note, Risk
from codemods.modernise.scopes import Scope, Scopes
from codemods.source import Source

Rewrite = tuple[Edit, ...]
"""Edits that make sense only together."""

Rule = Callable[["Module"], Iterable[Rewrite | Note]]
"""Looks at a module and says what to change and what to tell. It is asked again until it changes nothing
more.
"""

PYTHON3_ONLY = (
    ast.AnnAssign,
    ast.AsyncFunctionDef,
    ast.JoinedStr,
    ast.MatMult,
    ast.Match,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.YieldFrom,
)
"""Syntax that no Python 2 has."""


def parse(text: str) -> ast.Module:
    """`ast.parse` for Python 3 as it was up to 3.13, and without warnings.

    From 3.14 on `except A, e:` parses, with another meaning than in Python 2: it must not count as Python 3.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text, feature_version=(3, 13))


class Module:
    """One text between two steps. `siblings` are the modules beside it when it lies in a package."""

    def __init__(self, text: str, siblings: Collection[str] = ()) -> None:
        self.text = text
        self.siblings = frozenset(siblings)
        self.source = Source("", b"", text)
        self.tree = parse(text)
        self.variables: dict[tuple[Scope, str], object] = {}  # what codemods.modernise.kinds found out

    @cached_property
    def scopes(self) -> Scopes:
        """Who binds which name."""
        return Scopes(self.tree)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree, outer ones first."""
        return list(ast.walk(self.tree))

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """The node that each node is part of."""
        return {child: node for node in self.nodes for child in ast.iter_child_nodes(node)}

    @cached_property
    def futures(self) -> frozenset[str]:
        """The names imported from __future__."""
        return frozenset(
            alias.name
            for node in self.tree.body
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
            for alias in node.names
        )

    @property
    def new_syntax(self) -> int:
        """The line of the first syntax that no Python 2 has, 0 when there is none."""
        return min((getattr(node, "lineno", 1) for node in self.nodes if _is_new(node)), default=0)

    @property
    def is_python3_only(self) -> bool:
        """True for a text that Python 2 could not have parsed."""
        keywords = any(call.keywords and self.builtin(call.func, "print") for call in self.calls())
        return bool(self.new_syntax) or (keywords and "print_function" not in self.futures)

    @property
    def has_old_syntax(self) -> bool:
        """True for what Python 3 can parse, to something else than what Python 2 made of it."""
        for node in self.nodes:
            if isinstance(node, ast.Attribute) and node.attr == "has_key":
                return True
            if isinstance(node, ast.Name) and self.builtin(node, "print"):
                around = self.parents[node]
                if isinstance(around, ast.Expr) or (
                    isinstance(around, ast.BinOp) and isinstance(around.op, ast.RShift)
                ):
                    return "print_function" not in self.futures
        return False

    def calls(self) -> Iterator[ast.Call]:
        """Every call."""
        return (node for node in self.nodes if isinstance(node, ast.Call))

    def builtin(self, node: ast.AST, *names: str) -> bool:
        """True when `node` is one of the builtins `names`."""
        return isinstance(node, ast.Name) and node.id in names and self.scopes.meaning(node) is None

    def imported(self, node: ast.AST) -> str | None:
        """The dotted name that `node` (a name or attributes of one) was imported under; None when it was
        not.
        """
        if isinstance(node, ast.Attribute):
            owner = self.imported(node.value)
            return f"{owner}.{node.attr}" if owner else None
        if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
            return None
        scope = self.scopes.meaning(node)
        targets = {self.target(binding) for binding in scope.bound[node.id]} if scope else set()
        return targets.pop() if len(targets) == 1 else None

    def target(self, binding: ast.AST) -> str | None:
        """What an import binds its name to: `a` for `import a.b`, `a.b` for `import a.b as c`, `m.n` for
        from m import n.
        """
        if not isinstance(binding, ast.alias):
            return None
        statement = self.parents[binding]
        if isinstance(statement, ast.ImportFrom):
            return f"{'.' * statement.level}{statement.module or ''}.{binding.name}"
        return binding.name if binding.asname else binding.name.partition(".")[0]

    def callee(self, call: ast.Call) -> str | None:
        """The dotted name of what is called: imported, or a builtin's own name."""
        if isinstance(call.func, ast.Name) and self.scopes.meaning(call.func) is None:
            return call.func.id
        return self.imported(call.func)

    def scope(self, node: ast.AST) -> Scope:
        """The block that `node` stands in."""
        return self.scopes.of[node]

    def block(self, node: ast.stmt) -> list[ast.stmt]:
        """The statements that `node` is one of."""
        blocks = (getattr(self.parents[node], name, []) for name in ("body", "orelse", "finalbody"))
        return next(block for block in blocks if isinstance(block, list) and node in block)

    def binding_scope(self, node: ast.AST, name: str) -> Scope:
        """The block in which `node` binds `name`: its own, unless a `global` says otherwise."""
        scope = self.scope(node)
        return scope.elsewhere.get(name, scope)

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """What `node` is part of, innermost first."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    # Text

    def span(self, node: ast.AST) -> Span:
        """Where `node` stands."""
        return self.source.span(node)  # type: ignore[arg-type]

    def code(self, node: ast.AST) -> str:
        """The text of `node`."""
        span = self.span(node)
        return self.text[span.start : span.end]

    def brief(self, node: ast.AST) -> str:
        """The text of `node` for a message: one line, not too long."""
        text = " ".join(self.code(node).split())
        return text if len(text) <= 60 else text[:57] + "..."

    def operand(self, node: ast.expr) -> str:
        """The text of `node` as something to put `.` or `(` after."""
        text = self.code(node)
        if isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.List | ast.Dict | ast.JoinedStr):
            return text
        return text if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) else f"({text})"

    # What rules yield

    def note(self, node: ast.AST, risk: Risk, subject: str = "") -> Note:
        """`risk` at the line of `node`."""
        return Note(node.lineno, risk, subject)  # type: ignore[attr-defined]

    def replace(self, node: ast.AST, text: str) -> Edit:
        """Put `text` in the place of `node`."""
        return Edit(self.span(node), text)

    def overwrite(self, start: int, end: int, text: str) -> Edit:
        """Put `text` in the place of the characters from `start` to `end`."""
        return Edit(Span(start, end), text)

    def insert(self, offset: int, text: str) -> Edit:
        """Put `text` before the character at `offset`."""
        return Edit(Span(offset, offset), text)

    def wrap(self, node: ast.AST, before: str, after: str = ")") -> Rewrite:
        """Put text around `node`."""
        span = self.span(node)
        return self.insert(span.start, before), self.insert(span.end, after)

    def statements(self, node: ast.stmt, texts: Sequence[str]) -> str:
        """The text of several statements in the place of one."""
        start = self.source.line_starts[node.lineno - 1]
        before = self.text[start : self.span(node).start]
        return ("; " if before.strip() else "\n" + before).join(texts)

    def removal(self, node: ast.stmt) -> Edit:
        """Take a statement out: its lines when it has them for itself, else `pass` in its place."""
        span = self.span(node)
        start = self.source.line_starts[node.lineno - 1]
        end = self.text.find("\n", span.end) + 1 or len(self.text)
        alone = not self.text[start : span.start].strip() and not self.text[span.end : end].strip()
        if alone and len(self.block(node)) > 1:
            return Edit(Span(start, end), "")
        return Edit(span, "pass")

    def importing(self, name: str) -> Rewrite:
        """The edit that adds `import name` at the top, none when it is there."""
        bound = self.scopes.module.bound.get(name.partition(".")[0], [])
        if any(
            isinstance(self.parents[node], ast.Import) and node.name == name
            for node in bound
            if isinstance(node, ast.alias)
        ):
            return ()
        return (self.insert(self._top(), f"import {name}\n"),)

    def _top(self) -> int:
        """Where imports go: after docstring and __future__, before the first import if no code is above."""
        body = list(self.tree.body)
        if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            body.pop(0)
        while body and isinstance(body[0], ast.ImportFrom) and body[0].module == "__future__":
            body.pop(0)
        place = body[0]
        for node in body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                place = node
            if not (isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)):
                break  # only `__author__ = "..."` may stand above
        decorators: list[ast.expr] = getattr(place, "decorator_list", [])
        return self.source.line_starts[min([place.lineno, *(item.lineno for item in decorators)]) - 1]


def _is_new(node: ast.AST) -> bool:
    """True for syntax that no Python 2 has."""
    return (
        isinstance(node, PYTHON3_ONLY)
        or (isinstance(node, ast.arg) and node.annotation is not None)
        or (isinstance(node, ast.arguments) and bool(node.kwonlyargs))
        or (isinstance(node, ast.Raise) and node.cause is not None)
        or (isinstance(node, ast.FunctionDef) and node.returns is not None)
    )


def compatible(rewrites: Iterable[Rewrite]) -> list[Edit]:
    """The edits of as many rewrites as do not touch each other; the rest has its turn on the changed text."""
    chosen: list[Edit] = []
    for rewrite in rewrites:
        fresh = [edit for edit in dict.fromkeys(rewrite) if edit not in chosen]
        if not any(_touch(edit, other) for edit in fresh for other in chosen):
            chosen += fresh
    return chosen


def _touch(one: Edit, other: Edit) -> bool:
    """True when two edits overlap or insert at the same place; whole lines may (their order does not
    matter).
    """
    first, second = sorted((one, other))
    if first.span == second.span and first.text.endswith("\n") and second.text.endswith("\n"):
        return first.span.start < first.span.end
    return second.span.start < first.span.end or second.span.start == first.span.start
