"""The state of an evaluation: what is shared by all units, and what belongs to one pass over one unit."""

from __future__ import annotations

import ast
from collections import defaultdict
from dataclasses import dataclass, field

from codemods.catalog.index import Catalog
from codemods.catalog.schema import Form
from codemods.catalog.types import Either, Named, Type, parse_type
from codemods.inference import facts
from codemods.inference.facts import Facts, Unit
from codemods.inference.program import ModuleFile, Program
from codemods.inference.scopes import Scope, ScopeNode, scopes_of
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    Boto,
    Class,
    Container,
    Copy,
    Evidence,
    Function,
    Value,
    join,
    plain,
)
from codemods.marked import marked_nodes

Env = dict[str, Value]

_MOST_KEYS = 32
"""How many literal keys of a container are told apart: larger ones are tables, not records."""


class Analysis:
    """All that the inference finds out about a program.

    `types` gives the value of every expression that was evaluated (joined over all ways to reach it); `callees` the
    program's own functions that a call can enter; `escapes` the calls to unseen code that get a boto 2 object.
    """

    def __init__(self, program: Program, catalog: Catalog) -> None:
        self.program = program
        self.catalog = catalog
        self.facts = Facts()
        self.types: dict[ast.AST, Value] = {}
        self.generic: set[ast.AST] = set()  # functions that are evaluated for each of their calls apart
        self.family_bases: set[ast.ClassDef] = set()  # classes whose methods are evaluated for each subclass apart
        self.implied: dict[ast.AST, ast.Call] = {}
        self.copies: defaultdict[ast.AST, dict[Copy, None]] = defaultdict(dict)
        self.callees: defaultdict[ast.Call, dict[ast.AST, None]] = defaultdict(dict)
        self.callers: defaultdict[ast.AST, dict[ast.Call, None]] = defaultdict(dict)
        self.escapes: dict[ast.Call, Value] = {}
        self.handed_to: set[str] = set()  # dotted names of unseen functions that get objects which may be boto 2's
        self.keys: defaultdict[tuple[ast.AST, object], dict[object, None]] = defaultdict(dict)
        self.aliased: set[ast.AST] = set()  # functions that are used as values, so not all callers are known
        self.stand_ins: dict[ast.ClassDef, dict[facts.Key, None]] = {}  # doubles that tests hand to the program
        self.trusts_declarations = False  # not while the flow may still tell more
        self.undeclared: dict[Unit, None] = {}  # units that are to be looked at again when declarations are trusted
        self.hinted: dict[tuple[ast.AST, str], Value] = {}  # a user's word on names and attributes
        self.told: dict[tuple[ast.AST, str], Value] = {}
        self.scopes: dict[ScopeNode, Scope] = {}
        self.module_of: dict[ast.AST, ModuleFile] = {}
        self.class_of: dict[ast.AST, ast.ClassDef] = {}
        self.forwarded: defaultdict[ast.AST, set[str]] = defaultdict(set)  # what a __getattr__ was asked for
        self.asked: set[tuple[ast.ClassDef, str]] = (
            set()
        )  # what a __getattr__ is being asked for: it may ask in circles
        self.answered: dict[ast.ClassDef, dict[str, Value]] = {}  # what a __getattr__ gave by name
        self.computed: set[ast.AST] = set()  # attributes that are read and are properties which call something
        self.settled: set[ast.AST] = set()  # in statements marked by an earlier run: a person's, not ours
        for module in program.modules.values():
            self.admit(module)

    def admit(self, module: ModuleFile) -> None:
        """Take a module in."""
        self.settled |= marked_nodes(module.source, module.tree)
        scopes = scopes_of(module.tree)
        self.scopes.update(scopes)
        self.module_of.update(dict.fromkeys(scopes, module))
        for scope in scopes.values():
            if isinstance(scope.node, ast.FunctionDef | ast.AsyncFunctionDef) and scope.outer is not None:
                outer = scope.outer.node
                if isinstance(outer, ast.ClassDef):
                    self.class_of[scope.node] = outer

    def give(self, function: ast.AST, parameter: str, value: Value) -> None:
        """Let a parameter have `value` whoever calls: its default, its class for `self`, what is declared."""
        self.facts.add(facts.given(function, parameter), value)
        self.facts.add(facts.parameter(function, parameter), value)

    def tell(self, scope: ast.AST, name: str, value: Value) -> None:
        """Let a local name of a function or module, or an attribute of a class, have `value` where nothing is known."""
        self.told[scope, name] = value
        if isinstance(scope, ast.ClassDef):
            self.facts.add(facts.attribute(scope, name), value)
        else:
            self.facts.wait([*self.copies.get(scope, ()), scope])

    def type_of(self, node: ast.AST) -> Value:
        """The value of an expression; nothing when it was never reached."""
        return self.types.get(node, NOTHING)


@dataclass
class Loop:
    """The environments in which a loop is left or started again."""

    breaks: list[Env] = field(default_factory=list)
    continues: list[Env] = field(default_factory=list)


@dataclass
class Frame:
    """One pass over one unit. `env` are the local names here and now; None where the code cannot be reached.

    `muted`: in a branch that this copy of the function does not take, whose uses count but whose results do not.
    """

    analysis: Analysis
    unit: Unit
    module: ModuleFile
    scope: Scope
    env: Env | None
    copy: Copy | None = None
    muted: bool = False
    loops: list[Loop] = field(default_factory=list)
    here: dict[ast.AST, Value] = field(default_factory=dict)  # what this pass found, where other copies found others

    def read(self, about: facts.Key) -> Value:
        """A fact, with this unit as its reader."""
        return self.analysis.facts.read(about, self.unit)

    def add(self, about: facts.Key, value: Value) -> None:
        """Grow a fact; one about a copy counts for its function, too."""
        self.analysis.facts.add(about, value)
        if isinstance(about[1], Copy):
            self.analysis.facts.add((about[0], about[1].node, *about[2:]), value)

    def home(self, scope: ast.AST) -> ast.AST | Copy:
        """What the facts about a scope around this code are kept under: the scope, or the copy that this runs in."""
        copy = self.copy
        while copy is not None:
            if copy.node is scope:
                return copy
            copy = copy.inside
        return scope

    def new(self, kind: str, site: ast.AST, level: object = 0) -> Container:
        """A container made here; each copy of a function makes its own."""
        return Container(kind, site, level if self.copy is None else (level, self.copy))

    def call_at(self, node: ast.AST) -> ast.Call:
        """The call that stands for what `node` does without the form of a call; the same one each time."""
        known = self.analysis.implied.get(node)
        if known is None:
            known = ast.copy_location(ast.Call(func=node, args=[], keywords=[]), node)  # type: ignore[arg-type]
            self.analysis.implied[node] = known
        return known

    def forget_paths(self) -> None:
        """After code that may have changed attributes: what was known of them here and now is known no more."""
        if self.env is not None:
            for path in [path for path in self.env if "." in path]:
                del self.env[path]

    def items(self, container: Container) -> Value:
        """Everything that a container holds."""
        return self.read(facts.item(container.site, container.level))

    def put(self, container: Container, value: Value, at: object = None) -> None:
        """Store `value` in a container, at a literal key or index, or anywhere when `at` is None."""
        site, level = container.site, container.level
        self.add(facts.item(site, level), value)
        keys = self.analysis.keys[site, level]
        if at is None or (at not in keys and len(keys) >= _MOST_KEYS):
            self.add(facts.elsewhere(site, level), value)
            return
        self.add(facts.entry(site, level, at), value)
        keys[at] = None

    def at(self, container: Container, place: object) -> Value:
        """What a container holds at a literal key or index."""
        site, level = container.site, container.level
        exact = self.read(facts.entry(site, level, place))
        anywhere = self.read(facts.elsewhere(site, level))
        if isinstance(place, int) and not any(isinstance(key, int) for key in self.analysis.keys[site, level]):
            return self.items(container)
        return join(exact, anywhere)

    def literal_keys(self, container: Container) -> tuple[str, ...]:
        """The literal keys of a dict."""
        self.items(container)
        keys = self.analysis.keys.get((container.site, container.level), {})
        return tuple(key for key in keys if isinstance(key, str))

    def container(self, kind: str, site: ast.AST, items: Value = NOTHING, level: object = 0) -> Value:
        """A container of `kind` made at `site` that holds `items`."""
        made = self.new(kind, site, level)
        if items:
            self.put(made, items)
        return frozenset({made})

    def made(self, gives: str, site: ast.AST, member: str, owner: Boto | None = None) -> Value:
        """The value of a boto 2 member that gives a catalog type, made at `site` by `member` of `owner`."""
        return self._of_type(parse_type(gives), site, member, owner, [0], "")

    def part(self, gives: str, site: ast.AST, member: str, owner: Boto) -> Value:
        """The value of an attribute: a part of the record of `owner`, the same one wherever it is read."""
        return self._of_type(parse_type(gives), owner.birth or site, member, owner, [0], member)

    def _of_type(
        self, parsed: Type, site: ast.AST, member: str, owner: Boto | None, count: list[int], inside: str
    ) -> Value:
        if isinstance(parsed, Either):
            return join(*(self._of_type(option, site, member, owner, count, inside) for option in parsed.options))
        if isinstance(parsed, Named):
            return self._named(parsed.name, site, member, owner)
        made = self.new(parsed.kind, site, (inside, count[0]) if inside else count[0])
        count[0] += 1
        if parsed.kind == "dict":
            key, value = (self._of_type(part, site, member, owner, count, inside) for part in parsed.items)
            self.add(facts.key(site, made.level), key)
            self.put(made, value)
        elif parsed.kind == "tuple":
            for index, part in enumerate(parsed.items):
                self.put(made, self._of_type(part, site, member, owner, count, inside), at=index)
        else:
            self.put(made, self._of_type(parsed.items[0], site, member, owner, count, inside))
        return frozenset({made})

    def _named(self, name: str, site: ast.AST, member: str, owner: Boto | None) -> Value:
        if site in self.analysis.settled:
            return UNKNOWN
        if name == "none":
            return NONE
        if name == "any":
            return UNKNOWN
        if name == "true":
            return plain("bool")
        cls = self.analysis.catalog.classes.get(name)
        if cls is None:
            return plain(name)
        if cls.form is Form.PLAIN:
            return self.made(cls.alias, site, member, owner)
        evidence = owner.evidence if owner is not None else Evidence.FLOW
        if cls.form is Form.CLIENT:
            connection = owner.connection if owner is not None and owner.connection is not None else site
            return frozenset({Boto(name, connection, member, connection, evidence)})
        return frozenset({Boto(name, site, member, owner.connection if owner else None, evidence)})

    def note(self, node: ast.AST, value: Value) -> Value:
        """Remember `value` as the type of `node`."""
        types = self.analysis.types
        self.here[node] = value
        known = types.get(node)
        if known is None:
            types[node] = value
        elif known is not value and not value <= known:
            types[node] = join(known, value)
        return value

    def alias(self, value: Value) -> None:
        """Remember that the functions in `value` are used other than by calling them by name."""
        for atom in value:
            if isinstance(atom, Function | Class):
                self.analysis.aliased.add(atom.node)


def join_envs(envs: list[Env]) -> Env | None:
    """The environment where several ways meet; None when none of them can be reached.

    A name that only some ways bind has what those bind; an attribute that only some ways know is forgotten.
    """
    if not envs:
        return None
    first, *others = envs
    if not others:
        return dict(first)
    result = dict(first)
    for env in others:
        for path in [path for path in result if "." in path and path not in env]:
            del result[path]
        for name, value in env.items():
            known = result.get(name)
            if known is None and "." in name:
                continue
            result[name] = value if known is None else (known if value <= known else join(known, value))
    return result
