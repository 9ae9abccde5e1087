"""Turns expressions into edits: the largest rewritten parts are replaced, everything around them keeps its bytes."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from types import GeneratorType
from typing import Any

from codemods.catalog.schema import BotoClass, Flag, Outcome, OutOfReach, Remove, Rewrite
from codemods.code import Binding, Code, code
from codemods.inference.values import (
    Atom,
    Boto,
    BotoName,
    Container,
    Evidence,
    Other,
    Plain,
    Value,
    boto_classes,
    botos,
    is_google,
)
from codemods.model import Edit, Span, Status
from codemods.rewrite.draft import Decision, Draft
from codemods.rewrite.fstrings import inside_f_string
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.once import once
from codemods.rewrite.text import binding_of, child_expressions, splice

Rule = Callable[[Any, "Renderer"], Code | None]
"""What stands for a node; None when the rule has nothing to say and the node stays, with its parts rendered."""

_ENCLOSED = ast.keyword | ast.List | ast.Tuple | ast.Set | ast.Dict | ast.FormattedValue | ast.stmt | ast.withitem


class Renderer:
    """Renders the expressions of one file.

    `rules` are tried by the node's type, in order; `around` then sees every expression where it stands, and may wrap
    what the rules made of it (a bucket in a loop, an object that is printed).
    """

    def __init__(self, draft: Draft, rules: dict[type[ast.AST], tuple[Rule, ...]], around: Rule) -> None:
        self.draft = draft
        self._rules = rules
        self._around = around
        self._inner: dict[ast.AST, Code | None] = {}
        self._codes: dict[ast.AST, Code | None] = {}
        self._edits: dict[ast.AST, tuple[tuple[Edit, Code], ...]] = {}

    def rewritten(self, node: ast.expr) -> Code | None:
        """The code that replaces `node` as a whole; None when it stays."""
        if node not in self._codes:
            self._codes[node] = None  # a rule that comes back to the same node sees it as it is
            inner = self._by_rules(node)
            made = self._around(node, self) or inner
            self._codes[node] = inside_f_string(made, node, self.draft) if made is not None else None
        return self._codes[node]

    def _by_rules(self, node: ast.expr) -> Code | None:
        if node not in self._inner:
            self._inner[node] = None
            for rule in self._rules.get(type(node), ()):
                made = rule(node, self)
                if made is not None:
                    self._inner[node] = made
                    break
        return self._inner[node]

    def render_unwrapped(self, node: ast.expr) -> Code:
        """The code for `node` as its own rules make it, whatever stands around it."""
        return self._by_rules(node) or self._spliced(node)

    def edits(self, node: ast.expr) -> tuple[tuple[Edit, Code], ...]:
        """The edits for `node` and everything below it, each with the code that it writes."""
        if node not in self._edits:
            made = self.rewritten(node)
            if made is not None:
                self._settle_inside(node)
                text = f"({made.text})" if self._needs_parentheses(made, node) else made.text
                self._edits[node] = ((Edit(self.draft.span(node), text), made),)
            else:
                below = [edit for child in child_expressions(node) for edit in self.edits(child)]
                self._edits[node] = (*self._handed(node), *below)
        return self._edits[node]

    def _settle_inside(self, node: ast.expr) -> None:
        """Decide the calls inside a rewritten expression that its code has no room for: they are sites, too."""
        for child in ast.walk(node):
            if isinstance(child, ast.Call) and child is not node:
                self._by_rules(child)

    def render(self, node: ast.expr) -> Code:
        """The code for `node`, rewritten or not."""
        return self.rewritten(node) or self._spliced(node)

    def _spliced(self, node: ast.expr) -> Code:
        edits = [*self._handed(node), *(edit for child in child_expressions(node) for edit in self.edits(child))]
        span = self.draft.span(node)
        text = splice(self.draft.text[span.start : span.end], span.start, (edit for edit, _ in edits))
        if self._is_parenthesised(node):
            return code(f"({text})", *(part for _, part in edits))
        return code(text, *(part for _, part in edits), binding=binding_of(node))

    def _handed(self, node: ast.expr) -> list[tuple[Edit, Code]]:
        """The clients that a call of a private function hands over now."""
        if not isinstance(node, ast.Call) or node not in self.draft.view.handover.arguments:
            return []
        texts = self.draft.view.handover.arguments[node]
        after = self.draft.text.index("(", self.draft.span(node.func).end) + 1
        made = Code(", ".join(texts) + (", " if node.args or node.keywords else ""))
        return [(Edit(Span(after, after), made.text), made)]

    def _is_parenthesised(self, node: ast.expr) -> bool:
        if isinstance(node, ast.GeneratorExp | ast.Tuple) or binding_of(node) is Binding.PRIMARY:
            return False
        span = self.draft.span(node)
        before = self.draft.text[: span.start].rstrip()
        after = self.draft.text[span.end :].lstrip()
        parent = self.draft.parent(node)
        is_sole_argument = isinstance(parent, ast.Call) and node in parent.args and len(parent.args) == 1
        return before.endswith("(") and after.startswith(")") and not is_sole_argument

    def _needs_parentheses(self, made: Code, node: ast.expr) -> bool:
        if made.binding is Binding.PRIMARY or made.binding >= binding_of(node):
            return False
        parent = self.draft.parent(node)
        if isinstance(parent, _ENCLOSED) or (isinstance(parent, ast.Call) and node is not parent.func):
            return False
        return not (isinstance(parent, ast.Subscript) and node is parent.slice)

    # -- what rules use -------------------------------------------------------------------------------------------

    def type_of(self, node: ast.AST) -> Value:
        """The inferred value of a node."""
        return self.draft.view.analysis.type_of(node)

    def use(
        self, node: ast.expr, name: str, receiver: ast.expr | None = None, cls: BotoClass | None = None
    ) -> MemberUse:
        """A use of a member, for the catalog's rows."""
        return MemberUse(self.draft, self.render, node, name, cls, receiver, result_used=self.is_used(node))

    def is_used(self, node: ast.expr) -> bool:
        """False when the expression is a statement of its own."""
        return not isinstance(self.draft.parent(node), ast.Expr)

    def settle(
        self,
        node: ast.expr,
        api: str,
        service: str,
        rule: str,
        outcome: Outcome,
        notes: list[str] | None = None,
        evidence: Evidence = Evidence.FLOW,
        is_name: bool = False,
    ) -> Code | None:
        """Record the fate of a site and give its code; None when it stays as it is.

        `is_name`: the site is a name of something, so that nothing in it stands in the new code.
        """
        if not self.draft.view.settings.enabled(rule) and not isinstance(outcome, Flag):
            outcome = Flag("left alone because this rule is switched off")
        if isinstance(outcome, Rewrite) and not is_name:
            outcome = self._once(outcome, node)
        match outcome:
            case Flag(advice=advice):
                self.draft.decide(Decision(node, api, service, Status.FLAGGED, rule, advice))
                return None
            case Remove(value=value, note=note):
                made, message = value, note or "has nothing to do on boto3"
                parent = self.draft.parent(node)
                if isinstance(parent, ast.Expr):
                    self.draft.removed.add(parent)
            case Rewrite(code=made, note=note):
                message = note
        reasons = [*([note] if note else []), *(notes or [])]
        if evidence is Evidence.USAGE:
            reasons.append("the type is known only from the members that are used here")
        status = Status.REVIEW if reasons else Status.REWRITTEN
        message = "; ".join(dict.fromkeys(reasons)) or message
        self.draft.decide(Decision(node, api, service, status, rule, message, made.text))
        return made

    def _once(self, outcome: Rewrite, node: ast.expr) -> Outcome:
        """The outcome with every part of the original expression evaluated as often as before."""
        operands = _operands(node)
        parts = [self.render(part) for part in operands]
        computed = self.draft.view.analysis.computed
        acting = {self.render(part).text for part in operands if not computed.isdisjoint(ast.walk(part))}
        if not acting and not any("(" in part.text for part in parts):
            return outcome
        classes = boto_classes(self.type_of(_operands(node)[0]))
        wanted = next(iter(sorted(classes)), "it").rpartition(".")[2].lower()
        # What new code takes out of an operand, such as the bucket of a key, brings along what made that.
        parts += [self.render(call) for part in operands for call in _calls_inside(part)]
        made = once(outcome.code, parts, wanted, node, self.draft, acting)
        if made is None:
            return Flag("give the object before the dot a name on a line of its own: boto3 needs it twice here")
        return Rewrite(made, outcome.note)

    def flag(self, node: ast.expr, api: str, service: str, rule: str, advice: str) -> None:
        """Record that a site stays."""
        self.settle(node, api, service, rule, Flag(advice))


def _operands(node: ast.expr) -> list[ast.expr]:
    """The expressions that a site evaluates: the object before the dot first, then what it is given."""
    if not isinstance(node, ast.Call):
        return list(child_expressions(node))
    before = [node.func.value] if isinstance(node.func, ast.Attribute) else []
    given = [argument.value if isinstance(argument, ast.Starred) else argument for argument in node.args]
    return [*before, *given, *(keyword.value for keyword in node.keywords)]


def _calls_inside(node: ast.expr) -> list[ast.Call]:
    """The calls that an expression makes on its way to its value: `a()` and `a().b(c())` in `a().b(c()).d()`."""
    found = [inner for child in child_expressions(node) for inner in _calls_inside(child)]
    found += [child for child in child_expressions(node) if isinstance(child, ast.Call)]
    return [] if isinstance(node, ast.Lambda) else found


def attempt(expand: Callable[[], Outcome]) -> Outcome:
    """The outcome of a row; a client that cannot be named makes it a flag."""
    try:
        return expand()
    except OutOfReach as error:
        return Flag(f"{error}; pass the client to this place and call it there")


def receivers(value: Value, member: str = "") -> tuple[list[Boto], bool, bool]:
    """The boto 2 objects of a value, whether something else that is known can arrive, and whether something unknown.

    What has no attribute `member` does not count: on such a value the code failed before, too.
    """
    atoms = botos(value)
    rest = frozenset(atom for atom in value if not isinstance(atom, Boto | Other))
    rest = frozenset(atom for atom in rest if not isinstance(atom, BotoName))  # the name of an object: boto.config
    if rest and all(is_google(atom) for atom in atoms):
        atoms = []
    if member:
        rest = frozenset(atom for atom in rest if not _lacks(atom, member))
    return atoms, bool(rest), Other.UNKNOWN in value


def _lacks(atom: Atom, member: str) -> bool:
    """True for a value of a builtin type, a generator or a named tuple that has no such attribute."""
    if isinstance(atom, Container) and atom.kind == "record" and isinstance(atom.level, tuple):
        return member not in atom.level and not hasattr(tuple, member)
    if isinstance(atom, Container) and atom.kind == "iter":
        return not hasattr(GeneratorType, member)
    name = {Plain: "type", Container: "kind"}.get(type(atom))
    kind = getattr(builtins, getattr(atom, name), None) if name is not None else None
    return isinstance(kind, type) and not hasattr(kind, member)
