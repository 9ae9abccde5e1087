"""A user's type hints, `[tool.boto3ify.types]`: `"pkg.mod.func.param" = "Bucket"`; and those that would help most.

A hint names a parameter, a local name, an attribute of a class or a global of a module by its dotted path, or by the
end of it. It wins over what the inference found out: where objects of several kinds meet, a person knows which.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from codemods.inference import facts
from codemods.inference.attributes import is_attribute
from codemods.inference.declared import value_of_text
from codemods.inference.frame import Analysis, Frame
from codemods.inference.program import ModuleFile
from codemods.inference.scopes import ScopeNode, parameters
from codemods.inference.usage import giveaways, only_boto_members
from codemods.inference.values import Other, Value

_MOST_HINTS = 6


def apply_hints(analysis: Analysis, hints: Mapping[str, str]) -> None:
    """Let the names that the hints name hold what they say; before anything is evaluated."""
    if not hints:
        return
    for node, scope in analysis.scopes.items():
        path = qualified(node, analysis)
        frame = Frame(analysis, node, analysis.module_of[node], scope, None)
        for key, text in hints.items():
            *owner, name = key.split(".")
            if tuple(owner) != path[len(path) - len(owner) :]:
                continue
            value = value_of_text(text, node, frame, short_names=True)
            if value and (isinstance(node, ast.ClassDef) or name in scope.names):
                _hold(node, name, value, analysis)


def _hold(node: ScopeNode, name: str, value: Value, analysis: Analysis) -> None:
    analysis.hinted[node, name] = value
    if isinstance(node, ast.ClassDef):
        analysis.facts.add(facts.attribute(node, name), value)
        return
    analysis.facts.add(facts.variable(node, name), value)
    if not isinstance(node, ast.Module) and any(arg.arg == name for arg in parameters(node.args)):
        analysis.give(node, name, value)


def qualified(node: ScopeNode, analysis: Analysis) -> tuple[str, ...]:
    """The dotted name of a module, class or function, in parts."""
    module = analysis.module_of[node]
    names: list[str] = []
    current: ast.AST | None = node
    while current is not None:
        if isinstance(current, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names.insert(0, current.name)
        current = module.parents.get(current)
    return (*module.name.split("."), *names)


@dataclass
class _Place:
    """Something without a type: where it is, and the members that are used on it."""

    path: str
    members: dict[str, int] = field(default_factory=dict)
    file: str = ""


def suggest_hints(analysis: Analysis, own: Iterable[str] = ()) -> tuple[str, ...]:
    """The few hints that would give the most uses a type, ready to paste, each with the evidence for it.

    `own` are functions and methods that the program defines itself: their names prove nothing.
    """
    known = giveaways(analysis) - set(own)
    telling = {name: shorts for name, shorts in only_boto_members(analysis.catalog).items() if name in known}
    places: dict[tuple[ast.AST, str], _Place] = {}
    uses: defaultdict[tuple[ast.AST, str], int] = defaultdict(int)
    for module in analysis.program.modules.values():
        for node in module.parents:
            if not isinstance(node, ast.Attribute) or analysis.type_of(node.value) - set(Other):
                continue
            where = _place(node.value, module, analysis)
            if where is None:
                continue
            found: tuple[ast.AST, str] = where
            place = places.setdefault(found, _Place(".".join((*qualified(where[0], analysis), where[1]))))
            place.members.setdefault(node.attr, node.lineno)
            place.file = place.file or module.source.path
            uses[found] += 1
    ranked = []
    for key, place in places.items():
        short = _likely_class(place.members, telling, analysis)
        if short is not None:
            proofs = sorted(name for name in place.members if name in telling)
            ranked.append((-uses[key], place.path, short, proofs, place))
    return tuple(
        f'"{path}" = "{short}"  # {-count} use{"s" if count < -1 else ""}: '
        f"{', '.join(proofs[:3])} ({place.file}:{place.members[proofs[0]]})"
        for count, path, short, proofs, place in sorted(ranked, key=lambda each: each[:2])[:_MOST_HINTS]
    )


def _place(receiver: ast.expr, module: ModuleFile, analysis: Analysis) -> tuple[ScopeNode, str] | None:
    """The scope and the name of what a hint could be about: a name, or an attribute of `self`."""
    node: ast.AST | None = module.parents.get(receiver)
    while node is not None and node not in analysis.scopes:
        node = module.parents.get(node)
    if node is None:
        return None
    scope = analysis.scopes[node]
    match receiver:
        case ast.Name(id=name):
            owner = scope.owner(name)
            return (owner.node, name) if owner is not None and name not in owner.imported else None
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            cls = scope
            while cls.outer is not None and not isinstance(cls.node, ast.ClassDef):
                cls = cls.outer
            return (cls.node, name) if isinstance(cls.node, ast.ClassDef) else None
    return None


def _fits(short: str, used: set[str], telling: Mapping[str, list[str]], analysis: Analysis) -> bool:
    rows = {name: analysis.catalog.member(short, name) for name in used}
    known = [name for name, row in rows.items() if row is not None]
    proved = any(name in telling and row is not None and not is_attribute(row) for name, row in rows.items())
    return proved and 2 * len(known) > len(used)


def _likely_class(members: Iterable[str], telling: Mapping[str, list[str]], analysis: Analysis) -> str | None:
    """The class that has most of these members, at least one of which is a method that only boto 2 has."""
    used = set(members)
    proofs = [set(telling[name]) for name in used if name in telling]
    if not proofs:
        return None
    fitting = [short for short in set.intersection(*proofs) if _fits(short, used, telling, analysis)]
    # a class and its subclass have the same members: the one with fewer of its own is the more general
    return min(fitting, key=lambda short: (len(analysis.catalog.members(short)), short), default=None)
