"""Models of the standard library: what its functions and containers do with the values that pass through them.

Only what moves boto 2 objects about is here; everything else gives "unknown".
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from codemods.inference import facts
from codemods.inference.attributes import get_attribute
from codemods.inference.frame import Frame
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    Boto,
    BotoName,
    BoundExternal,
    Container,
    External,
    Function,
    Getter,
    Instance,
    Other,
    Partial,
    Plain,
    Value,
    join,
    literal_of,
    plain,
)


@dataclass
class Arguments:
    """The arguments of a call as values; `starred` and `mappings` are what `*x` and `**x` spread."""

    positional: list[Value] = field(default_factory=list)
    keywords: dict[str, Value] = field(default_factory=dict)
    starred: list[Value] = field(default_factory=list)
    mappings: list[Value] = field(default_factory=list)

    def everything(self) -> list[Value]:
        """All values that are handed over."""
        return [*self.positional, *self.keywords.values(), *self.starred, *self.mappings]

    def get(self, index: int, name: str = "") -> Value:
        """An argument by position or by name; nothing when it is not given."""
        if index < len(self.positional):
            return self.positional[index]
        return self.keywords.get(name, NOTHING)

    def followed_by(self, more: Arguments) -> Arguments:
        """These arguments and then `more`."""
        return Arguments(
            [*self.positional, *more.positional],
            {**self.keywords, **more.keywords},
            [*self.starred, *more.starred],
            [*self.mappings, *more.mappings],
        )


class Calls(Protocol):
    """What the models need of the caller."""

    frame: Frame
    node: ast.Call

    def call(self, callee: Value, arguments: Arguments) -> Value:
        """The value of calling `callee`."""


Model = Callable[[Arguments, Calls], Value]


def iterate(value: Value, node: ast.AST, frame: Frame) -> Value:
    """What a `for` loop over `value` binds."""
    result: Value = NOTHING
    for atom in value:
        match atom:
            case Container(kind="dict"):
                result = join(result, frame.read(facts.key(atom.site, atom.level)) or plain("str"))
            case Container():
                result = join(result, frame.items(atom))
            case Plain(type="str" | "bytes"):
                result = join(result, plain(atom.type))
            case Boto():
                result = join(result, _iterate_boto(atom, node, frame))
            case Instance():
                result = join(result, _iterate_instance(atom, node, frame))
            case Other.NONE:
                pass
            case _:
                result = join(result, UNKNOWN)
    return result


def _iterate_boto(atom: Boto, node: ast.AST, frame: Frame) -> Value:
    row = frame.analysis.catalog.member(atom.cls, "__iter__")
    if row is None:
        if atom.cls in frame.analysis.catalog.classes:
            return UNKNOWN
        return frozenset({Boto(f"{atom.cls}[]", node, "__iter__", atom.connection, atom.evidence)})
    made = frame.part(row.gives, node, f"{atom.cls}.__iter__", atom)
    return join(*(frame.items(inner) for inner in made if isinstance(inner, Container)), NOTHING)


def _iterate_instance(atom: Instance, node: ast.AST, frame: Frame) -> Value:
    for name in ("__iter__", "__getitem__"):
        for method in get_attribute(frozenset({atom}), name, node, frame):
            if isinstance(method, Function):
                given = frame.read(facts.returned(method.node))
                if frame.analysis.scopes[method.node].is_generator:
                    given = frozenset({Container("iter", method.node)})
                if name == "__getitem__":
                    return given
                return join(
                    *(iterate(frozenset({inner}), node, frame) for inner in given if not isinstance(inner, Instance)),
                    NOTHING,
                )
    return UNKNOWN


def _made(kind: str, items: Value, calls: Calls, level: int = 0) -> Value:
    return calls.frame.container(kind, calls.node, items, level)


def _collect(kind: str) -> Model:
    def model(arguments: Arguments, calls: Calls) -> Value:
        items = iterate(arguments.get(0), calls.node, calls.frame)
        key = arguments.keywords.get("key")
        if key:
            calls.call(key, Arguments([items]))
        return _made(kind, items, calls)

    return model


def _first_argument(arguments: Arguments, calls: Calls) -> Value:
    return arguments.get(0)


def _one_of(arguments: Arguments, calls: Calls) -> Value:
    """`max`, `min`, `next`, `random.choice`: one of the items of the first argument."""
    if len(arguments.positional) > 1 and not any(isinstance(atom, Container) for atom in arguments.get(0)):
        return join(*arguments.positional)
    items = iterate(arguments.get(0), calls.node, calls.frame)
    key = arguments.keywords.get("key")
    if key:
        calls.call(key, Arguments([items]))
    return join(items, arguments.get(1), arguments.keywords.get("default", NOTHING))


def _enumerate(arguments: Arguments, calls: Calls) -> Value:
    pair = Container("tuple", calls.node, 1)
    calls.frame.put(pair, plain("int"), at=0)
    calls.frame.put(pair, iterate(arguments.get(0), calls.node, calls.frame), at=1)
    return _made("iter", frozenset({pair}), calls)


def _zip(arguments: Arguments, calls: Calls) -> Value:
    row = Container("tuple", calls.node, 1)
    for index, value in enumerate(arguments.positional):
        calls.frame.put(row, iterate(value, calls.node, calls.frame), at=index)
    return _made("iter", frozenset({row}), calls)


def _map(arguments: Arguments, calls: Calls) -> Value:
    items = [iterate(value, calls.node, calls.frame) for value in arguments.positional[1:]]
    calls.frame.alias(arguments.get(0))
    return _made("iter", calls.call(arguments.get(0), Arguments(items)), calls)


def _filter(arguments: Arguments, calls: Calls) -> Value:
    items = iterate(arguments.get(1), calls.node, calls.frame)
    calls.call(arguments.get(0), Arguments([items]))
    return _made("iter", items, calls)


def _reduce(arguments: Arguments, calls: Calls) -> Value:
    items = iterate(arguments.get(1), calls.node, calls.frame)
    start = arguments.get(2) or items
    return join(start, calls.call(arguments.get(0), Arguments([start, items])))


def _sum(arguments: Arguments, calls: Calls) -> Value:
    return join(iterate(arguments.get(0), calls.node, calls.frame), arguments.get(1))


def _chain(arguments: Arguments, calls: Calls) -> Value:
    items = [iterate(value, calls.node, calls.frame) for value in (*arguments.positional, *arguments.starred)]
    if arguments.starred:
        items = [iterate(value, calls.node, calls.frame) for value in items]
    return _made("iter", join(NOTHING, *items), calls)


def _chain_from_iterable(arguments: Arguments, calls: Calls) -> Value:
    inner = iterate(arguments.get(0), calls.node, calls.frame)
    return _made("iter", iterate(inner, calls.node, calls.frame), calls)


def _group_by(arguments: Arguments, calls: Calls) -> Value:
    items = iterate(arguments.get(0), calls.node, calls.frame)
    key = arguments.get(1, "key")
    pair = Container("tuple", calls.node, 1)
    calls.frame.put(pair, calls.call(key, Arguments([items])) if key else items, at=0)
    calls.frame.put(pair, _made("iter", items, calls, 2), at=1)
    return _made("iter", frozenset({pair}), calls)


def _dict(arguments: Arguments, calls: Calls) -> Value:
    frame, made = calls.frame, Container("dict", calls.node)
    for name, value in arguments.keywords.items():
        frame.put(made, value, at=name)
    for source in (*arguments.positional, *arguments.mappings):
        update_dict(made, source, calls.node, frame)
    return frozenset({made})


def update_dict(target: Container, source: Value, node: ast.AST, frame: Frame) -> None:
    """Put what a mapping, or an iterable of pairs, holds into a dict."""
    for atom in source:
        if atom == target:
            continue
        if isinstance(atom, Container) and atom.kind == "dict":
            frame.add(facts.key(target.site, target.level), frame.read(facts.key(atom.site, atom.level)))
            for name in frame.literal_keys(atom):
                frame.put(target, frame.read(facts.entry(atom.site, atom.level, name)), at=name)
            rest = frame.read(facts.elsewhere(atom.site, atom.level))
            if rest:
                frame.put(target, rest)
        elif isinstance(atom, Container):
            for pair in frame.items(atom):
                if isinstance(pair, Container):
                    frame.add(facts.key(target.site, target.level), frame.at(pair, 0))
                    frame.put(target, frame.at(pair, 1))


def _getattr(arguments: Arguments, calls: Calls) -> Value:
    name = literal_of(arguments.get(1))
    if name is None:
        return UNKNOWN
    return join(get_attribute(arguments.get(0), name, calls.node, calls.frame), arguments.get(2))


def _partial(arguments: Arguments, calls: Calls) -> Value:
    calls.frame.add(facts.called(calls.node), arguments.get(0))
    calls.frame.alias(arguments.get(0))
    return frozenset({Partial(calls.node)})


def _attrgetter(arguments: Arguments, calls: Calls) -> Value:
    names = [literal_of(value) for value in arguments.positional]
    known = tuple(name for name in names if name is not None and "." not in name)
    if len(known) != len(names) or not known:
        return UNKNOWN
    return frozenset({Getter(calls.node, known)})


def _thread(arguments: Arguments, calls: Calls) -> Value:
    """`Thread(target=f, args=(...), kwargs={...})` and its relatives call f with those arguments."""
    target = arguments.get(1, "target") or arguments.keywords.get("function", NOTHING)
    _call_spread(target, arguments.keywords.get("args", NOTHING), arguments.keywords.get("kwargs", NOTHING), calls)
    return UNKNOWN


def _call_spread(target: Value, sequence: Value, mapping: Value, calls: Calls) -> Value:
    calls.frame.alias(target)
    return calls.call(target, Arguments([], {}, [sequence], [mapping]))


def _import(arguments: Arguments, calls: Calls) -> Value:
    name = literal_of(arguments.get(0))
    if name is None:
        return UNKNOWN
    if name == "boto" or name.startswith("boto."):
        return frozenset({BotoName("boto")})
    return UNKNOWN


def _import_module(arguments: Arguments, calls: Calls) -> Value:
    name = literal_of(arguments.get(0))
    if name is not None and (name == "boto" or name.startswith("boto.")):
        return frozenset({BotoName(name)})
    return UNKNOWN


def _fixed(type_name: str) -> Model:
    def model(arguments: Arguments, calls: Calls) -> Value:
        return plain(type_name)

    return model


_MODELS: dict[str, Model] = {
    "builtins.list": _collect("list"),
    "builtins.tuple": _collect("tuple"),
    "builtins.set": _collect("set"),
    "builtins.frozenset": _collect("set"),
    "builtins.sorted": _collect("list"),
    "builtins.reversed": _collect("iter"),
    "builtins.iter": _collect("iter"),
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.reduce": _reduce,
    "functools.reduce": _reduce,
    "builtins.sum": _sum,
    "builtins.max": _one_of,
    "builtins.min": _one_of,
    "builtins.next": _one_of,
    "random.choice": _one_of,
    "random.sample": _collect("list"),
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "builtins.getattr": _getattr,
    "builtins.__import__": _import,
    "importlib.import_module": _import_module,
    "builtins.str": _fixed("str"),
    "builtins.repr": _fixed("str"),
    "builtins.unicode": _fixed("str"),
    "builtins.int": _fixed("int"),
    "builtins.len": _fixed("int"),
    "builtins.float": _fixed("float"),
    "builtins.bool": _fixed("bool"),
    "builtins.isinstance": _fixed("bool"),
    "builtins.range": _fixed("range"),
    "copy.copy": _first_argument,
    "contextlib.closing": _first_argument,
    "functools.partial": _partial,
    "operator.attrgetter": _attrgetter,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chain_from_iterable,
    "itertools.groupby": _group_by,
    "itertools.imap": _map,
    "itertools.ifilter": _filter,
    "itertools.izip": _zip,
    "itertools.islice": _collect("iter"),
    "itertools.cycle": _collect("iter"),
    "itertools.takewhile": _filter,
    "itertools.dropwhile": _filter,
    "collections.deque": _collect("list"),
    "threading.Thread": _thread,
    "threading.Timer": _thread,
    "multiprocessing.Process": _thread,
    "os.path.join": _fixed("str"),
    "os.environ.get": _fixed("str"),
    "os.getenv": _fixed("str"),
}

_NEW_CONTAINERS = {
    "collections.defaultdict": "dict",
    "collections.Counter": "dict",
    "queue.Queue": "list",
    "Queue.Queue": "list",
    "queue.LifoQueue": "list",
    "queue.PriorityQueue": "list",
    "multiprocessing.Queue": "list",
    "gevent.queue.Queue": "list",
}


def call_external(name: str, arguments: Arguments, calls: Calls) -> Value:
    """What a function of the standard library (or of any unseen package) gives."""
    model = _MODELS.get(name) or _MODELS.get(_aliases(name))
    if model is not None:
        return model(arguments, calls)
    kind = _NEW_CONTAINERS.get(name)
    if kind is not None:
        if name == "collections.defaultdict":
            return _made(kind, _default(arguments.get(0), calls), calls)
        return _made(kind, NOTHING, calls)
    if name.rpartition(".")[2] in ("Pool", "ThreadPool", "ProcessPoolExecutor", "ThreadPoolExecutor"):
        return frozenset({External(f"{name}()")})
    method = name.rpartition(".")[2]
    if method in _CALLBACKS:
        return _CALLBACKS[method](arguments, calls)
    for value in arguments.everything():
        calls.frame.alias(value)
    return UNKNOWN


def _default(factory: Value, calls: Calls) -> Value:
    """What a `defaultdict` makes for a missing key: containers of their own, whatever made them."""
    made = calls.call(factory, Arguments())
    return frozenset(
        Container(atom.kind, calls.node, "default") if isinstance(atom, Container) else atom for atom in made
    )


def _aliases(name: str) -> str:
    """six.moves and gevent offer the same functions under other names."""
    last = name.rpartition(".")[2]
    if name.startswith(("six.moves.", "future.builtins.", "past.builtins.")):
        return f"builtins.{last}"
    if name.startswith("gevent.") and last in ("spawn", "spawn_later"):
        return "gevent.spawn"
    return name


def _apply(arguments: Arguments, calls: Calls) -> Value:
    """`pool.apply_async(f, args, kwds)`."""
    sequence = arguments.get(1, "args") or NOTHING
    mapping = arguments.get(2, "kwds") or NOTHING
    return _result(_call_spread(arguments.get(0, "func"), sequence, mapping, calls), calls)


def _submit(arguments: Arguments, calls: Calls) -> Value:
    """`executor.submit(f, x)`, `gevent.spawn(f, x)`, `loop.call_soon(f, x)`."""
    rest = Arguments(arguments.positional[1:], arguments.keywords, arguments.starred, arguments.mappings)
    calls.frame.alias(arguments.get(0))
    return _result(calls.call(arguments.get(0), rest), calls)


def _result(value: Value, calls: Calls) -> Value:
    """A future: `.get()` and `.result()` give `value`."""
    return frozenset({Container("future", calls.node, 3)}) if _store(value, calls) else UNKNOWN


def _store(value: Value, calls: Calls) -> bool:
    if value:
        calls.frame.put(Container("future", calls.node, 3), value)
    return bool(value)


_CALLBACKS: dict[str, Model] = {
    "map": _map,
    "imap": _map,
    "imap_unordered": _map,
    "map_async": _map,
    "starmap": _map,
    "apply": _apply,
    "apply_async": _apply,
    "submit": _submit,
    "spawn": _submit,
    "run_in_executor": lambda arguments, calls: _submit(Arguments(arguments.positional[1:], arguments.keywords), calls),
}


def call_bound_external(method: BoundExternal, arguments: Arguments, calls: Calls) -> Value:
    """What a method of a container or a plain value gives, and what it puts into the container."""
    owner, name, frame = method.owner, method.name, calls.frame
    if isinstance(owner, Plain):
        return _plain_method(owner, name, calls)
    if owner.kind == "dict":
        return _dict_method(owner, name, arguments, calls)
    if name in ("append", "appendleft", "add", "put", "put_nowait", "push", "remove", "discard"):
        if name not in ("remove", "discard"):
            frame.put(owner, arguments.get(0, "item"))
        return NONE
    if name == "insert":
        frame.put(owner, arguments.get(1))
        return NONE
    if name in ("extend", "update", "extendleft"):
        frame.put(owner, iterate(arguments.get(0), calls.node, frame))
        return NONE
    if name == "sort":
        for key in (arguments.keywords.get("key", NOTHING), arguments.get(0)):
            calls.call(key, Arguments([frame.items(owner)]))
        return NONE
    if name in ("pop", "popleft", "get", "get_nowait", "result", "__next__", "next"):
        return frame.items(owner)
    if name in ("copy", "union", "difference", "intersection", "symmetric_difference"):
        others = join(NOTHING, *(iterate(value, calls.node, frame) for value in arguments.positional))
        return _made(owner.kind, join(frame.items(owner), others), calls)
    if name in ("index", "count"):
        return plain("int")
    if name == "reverse":
        return NONE
    return UNKNOWN


def _dict_method(owner: Container, name: str, arguments: Arguments, calls: Calls) -> Value:
    frame = calls.frame
    keys = frame.read(facts.key(owner.site, owner.level))
    if name in ("items", "iteritems", "viewitems"):
        pair = Container("tuple", calls.node, 1)
        frame.put(pair, keys or plain("str"), at=0)
        frame.put(pair, frame.items(owner), at=1)
        return _made("iter", frozenset({pair}), calls)
    if name in ("values", "itervalues", "viewvalues"):
        return _made("iter", frame.items(owner), calls)
    if name in ("keys", "iterkeys", "viewkeys"):
        return _made("iter", keys or plain("str"), calls)
    if name in ("get", "pop", "setdefault"):
        place = literal_of(arguments.get(0))
        if name == "setdefault":
            frame.put(owner, arguments.get(1), at=place)
        found = frame.at(owner, place) if place is not None else frame.items(owner)
        default = arguments.get(1) if len(arguments.positional) > 1 else (NONE if name == "get" else NOTHING)
        return join(found, default)
    if name == "popitem":
        pair = Container("tuple", calls.node, 1)
        frame.put(pair, frame.items(owner), at=1)
        return frozenset({pair})
    if name == "update":
        for source in (*arguments.positional, *arguments.mappings):
            update_dict(owner, source, calls.node, frame)
        for keyword, value in arguments.keywords.items():
            frame.put(owner, value, at=keyword)
        return NONE
    if name == "copy":
        made = Container("dict", calls.node)
        update_dict(made, frozenset({owner}), calls.node, frame)
        return frozenset({made})
    if name == "has_key":
        return plain("bool")
    return UNKNOWN


_SPLITTERS = {
    "split": "list",
    "rsplit": "list",
    "splitlines": "list",
    "partition": "tuple",
    "rpartition": "tuple",
}
_STRING_METHODS = {
    "encode": "bytes",
    "decode": "str",
    "startswith": "bool",
    "endswith": "bool",
    "isdigit": "bool",
    "find": "int",
    "rfind": "int",
    "index": "int",
    "count": "int",
}


def _plain_method(owner: Plain, name: str, calls: Calls) -> Value:
    if owner.type in ("str", "bytes") and name in _SPLITTERS:
        return _made(_SPLITTERS[name], plain(owner.type), calls)
    if owner.type in ("str", "bytes"):
        return plain(_STRING_METHODS.get(name, owner.type))
    return UNKNOWN
