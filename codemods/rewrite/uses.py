"""Which members of boto 2 objects the whole program reads, assigns and calls, by where the objects come from.

This is what lets a rewrite be short: an upload whose ETag nobody ever reads need not record it.
"""

from __future__ import annotations

import ast
from collections import defaultdict

from codemods.inference import facts
from codemods.inference.frame import Analysis
from codemods.inference.values import Boto, BotoMethod, Container, Value, botos
from codemods.rewrite.later import Order

_Places = defaultdict[str, set[ast.AST]]
_ByBirth = defaultdict[ast.AST | None, _Places]


class MemberUses:
    """Index of member uses. An object that leaves for code that the tool cannot see counts as used in every way."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._order = Order(analysis)
        self._seen: dict[str, defaultdict[str, _ByBirth]] = {
            kind: defaultdict(lambda: defaultdict(lambda: defaultdict(set))) for kind in ("read", "written", "called")
        }
        self._loops: dict[ast.AST, ast.AST] = {}
        for module in analysis.program.modules.values():
            for node in ast.walk(module.tree):
                if isinstance(node, ast.For):
                    self._loops[node.iter] = node
                if isinstance(node, ast.Attribute):
                    self._note(node, module.parents.get(node))
                elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
                    for atom in botos(analysis.type_of(node.iter)):
                        self._seen["called"][atom.cls][atom.birth]["__iter__"].add(node)
        self._tested: set[ast.AST | None] = set()
        for module in analysis.program.modules.values():
            for node in ast.walk(module.tree):
                for part in _truth_tests(node):
                    self._tested.update(atom.birth for atom in botos(analysis.type_of(part)))
        self._lost: set[ast.AST | None] = set()
        for value in (*analysis.escapes.values(), *_public_returns(analysis), *_given_to_boto(analysis)):
            self._lost.update(atom.birth for atom in botos(value))

    def _note(self, node: ast.Attribute, parent: ast.AST | None) -> None:
        if isinstance(node.ctx, ast.Store | ast.Del):
            kind = "written"
        elif isinstance(parent, ast.Call) and parent.func is node:
            kind = "called"
        else:
            kind = "read"
        for atom in botos(self._analysis.type_of(node.value)):
            self._seen[kind][atom.cls][atom.birth][node.attr].add(node)

    def read(self, receiver: Value, members: tuple[str, ...]) -> bool:
        """Can one of `members` be read on an object that may be `receiver`?"""
        return self._any("read", receiver, members)

    def read_later(
        self, receiver: Value, members: tuple[str, ...], action: ast.Call, refreshed_by: str, besides: tuple[str, ...]
    ) -> bool:
        """Can one of `members` (without any: a member other than `besides`) be read after `action`?"""
        births = frozenset(atom.birth for atom in botos(receiver))
        if not births or births & self._lost:
            return bool(births)
        return any(
            self._is_looped_over(place, action) or self._order.may_follow(place, action, births, refreshed_by)
            for atom in botos(receiver)
            for place in self._places("read", atom, members or self._all_read(atom, besides))
            if place is not None
        )

    def _is_looped_over(self, place: ast.AST, action: ast.Call) -> bool:
        """Does a loop go over what is read at `place` while `action` is done inside of it?"""
        loop = self._loops.get(place)
        return loop is not None and any(inner is action for inner in ast.walk(loop))

    def read_besides(self, birth: ast.AST, besides: tuple[str, ...]) -> bool:
        """Is a member other than `besides` read on an object made at `birth`, or is the object handed on?"""
        if birth in self._lost:
            return True
        kinds = [*self._seen["read"].values(), *self._seen["written"].values()]
        return any(set(by_birth.get(birth, ())) - set(besides) for by_birth in kinds)

    def _all_read(self, atom: Boto, besides: tuple[str, ...]) -> tuple[str, ...]:
        by_birth = self._seen["read"][atom.cls]
        return tuple({member for places in by_birth.values() for member in places} - set(besides))

    def written(self, receiver: Value, members: tuple[str, ...]) -> bool:
        """Can one of `members` be assigned on an object that may be `receiver`?"""
        return self._any("written", receiver, members)

    def write_places(self, birth: ast.AST, member: str) -> set[ast.AST]:
        """Where a member is assigned on an object made at `birth`."""
        found: set[ast.AST] = set()
        for by_birth in self._seen["written"].values():
            if birth in by_birth:
                found |= by_birth[birth].get(member, set())
        return found

    def called(self, receiver: Value, members: tuple[str, ...], besides: ast.AST | None = None) -> bool:
        """Can one of `members` be called on an object that may be `receiver`, at another place than `besides`?"""
        return self._any("called", receiver, members, besides)

    def called_anywhere(self, member: str) -> bool:
        """Is a method of this name called on any boto 2 object?"""
        return any(member in places for by_birth in self._seen["called"].values() for places in by_birth.values())

    def tested(self, birth: ast.AST) -> bool:
        """Is the object made at `birth` ever tested for truth or for None?"""
        return birth in self._tested or birth in self._lost

    def _any(self, kind: str, receiver: Value, members: tuple[str, ...], besides: ast.AST | None = None) -> bool:
        return any(
            atom.birth in self._lost or self._places(kind, atom, members) - {besides} for atom in botos(receiver)
        )

    def _places(self, kind: str, atom: Boto, members: tuple[str, ...]) -> set[ast.AST | None]:
        """Where members are used on `atom` and on all that may be the same object (unknown birth: any)."""
        by_birth = self._seen[kind][atom.cls]
        births = list(by_birth) if _unborn(atom.birth) else [atom.birth, *(b for b in by_birth if _unborn(b))]
        return {place for birth in births for member in members for place in by_birth[birth].get(member, ())}


def _truth_tests(node: ast.AST) -> list[ast.expr]:
    """The expressions whose truth, or being None, a node asks for."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) | ast.Assert(test=test):
            return [test]
        case ast.BoolOp(values=values):
            return values
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return [operand]
        case ast.Compare(left=left, comparators=[ast.Constant(value=None)]):
            return [left]
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in _ASSERTING:
            return [first]
        case _:
            return []


_ASSERTING = frozenset({"assertIsNone", "assertIsNotNone", "assertTrue", "assertFalse", "assertEqual", "assertEquals"})


def _unborn(birth: ast.AST | None) -> bool:
    """True for objects that a declaration vouches for, or whose history was summed up."""
    return birth is None or isinstance(birth, ast.arg)


def _given_to_boto(analysis: Analysis) -> list[Value]:
    """Objects that are handed to methods of other boto 2 objects, which may look at any part of them."""
    given: list[Value] = []
    for module in analysis.program.modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and any(isinstance(atom, BotoMethod) for atom in analysis.type_of(node.func)):
                values = [analysis.type_of(a) for a in (*node.args, *(keyword.value for keyword in node.keywords))]
                given += values
                given += [
                    analysis.facts.read(facts.item(atom.site, atom.level), None)
                    for value in values
                    for atom in value
                    if isinstance(atom, Container)
                ]
    return given


def _public_returns(analysis: Analysis) -> list[Value]:
    """What functions return that nothing in the program calls: a library's callers are not to be seen."""
    return [
        analysis.facts.read(facts.returned(node), None)
        for node in analysis.scopes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not analysis.callers.get(node)
    ]
