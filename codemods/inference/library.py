"""Models of the standard library: what its functions do with the values that pass through them.

Only what moves boto 2 objects about is here; everything else gives "unknown".
"""

from __future__ import annotations

import re

from codemods.inference import facts, tasks
from codemods.inference.arguments import Arguments, Calls, Model, call_spread, made
from codemods.inference.builtin import (
    BUILTINS,
    collected,
    described,
    filtered,
    first_argument,
    fixed,
    import_module,
    mapped,
    new_dict,
    one_of,
    reduced,
    zipped,
)
from codemods.inference.exceptions import HANDLED
from codemods.inference.iteration import iterate
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    Container,
    External,
    Getter,
    Partial,
    Plain,
    Record,
    Value,
    join,
    literal_of,
)


def _chain(arguments: Arguments, calls: Calls) -> Value:
    items = [iterate(value, calls.node, calls.frame) for value in arguments.positional]
    for starred in arguments.starred:
        items.append(iterate(iterate(starred, calls.node, calls.frame), calls.node, calls.frame))
    return made("iter", join(NOTHING, *items), calls)


def _chain_from_iterable(arguments: Arguments, calls: Calls) -> Value:
    inner = iterate(arguments.get(0), calls.node, calls.frame)
    return made("iter", iterate(inner, calls.node, calls.frame), calls)


def _group_by(arguments: Arguments, calls: Calls) -> Value:
    items = iterate(arguments.get(0), calls.node, calls.frame)
    key = arguments.get(1, "key")
    pair = calls.frame.new("tuple", calls.node, 1)
    calls.frame.put(pair, calls.call(key, Arguments([items])) if key else items, at=0)
    calls.frame.put(pair, made("iter", items, calls, 2), at=1)
    return made("iter", frozenset({pair}), calls)


def _tuples_of_one(arguments: Arguments, calls: Calls) -> Value:
    """`combinations(items, 2)`: tuples whose every part is an item."""
    row = calls.frame.new("tuple", calls.node, 1)
    calls.frame.put(row, iterate(arguments.get(0), calls.node, calls.frame))
    return made("iter", frozenset({row}), calls)


def _tee(arguments: Arguments, calls: Calls) -> Value:
    copy = made("iter", iterate(arguments.get(0), calls.node, calls.frame), calls, 1)
    return made("tuple", copy, calls)


def _zip_longest(arguments: Arguments, calls: Calls) -> Value:
    filled = arguments.keywords.get("fillvalue", NONE)
    longest = [
        made("iter", join(iterate(v, calls.node, calls.frame), filled), calls, ("filled", index))
        for index, v in enumerate(arguments.positional)
    ]
    return zipped(Arguments(longest, {}, arguments.starred), calls)


def _star_map(arguments: Arguments, calls: Calls) -> Value:
    rows = iterate(arguments.get(1), calls.node, calls.frame)
    return made("iter", call_spread(arguments.get(0), rows, NOTHING, calls), calls)


def _repeat(arguments: Arguments, calls: Calls) -> Value:
    return made("iter", arguments.get(0), calls)


def _partial(arguments: Arguments, calls: Calls) -> Value:
    calls.frame.add(facts.called(calls.node), arguments.get(0))
    calls.frame.alias(arguments.get(0))
    return frozenset({Partial(calls.node)})


def _cmp_to_key(arguments: Arguments, calls: Calls) -> Value:
    """A key for sorting that calls the comparison with two items."""
    calls.frame.add(facts.called(calls.node), arguments.get(0, "mycmp"))
    calls.frame.alias(arguments.get(0, "mycmp"))
    return frozenset({Partial(calls.node, compares=True)})


def _attrgetter(arguments: Arguments, calls: Calls) -> Value:
    names = [literal_of(value) for value in arguments.positional]
    known = tuple(name for name in names if name is not None)
    if len(known) != len(names) or not known:
        return UNKNOWN
    return frozenset({Getter(calls.node, known)})


def _methodcaller(arguments: Arguments, calls: Calls) -> Value:
    name = literal_of(arguments.get(0))
    return UNKNOWN if name is None else frozenset({Getter(calls.node, (name,), calls=True)})


def _heap_pushed(arguments: Arguments, calls: Calls) -> Value:
    for atom in arguments.get(0):
        if isinstance(atom, Container):
            calls.frame.put(atom, arguments.get(1))
    return NONE


def _heap_replaced(arguments: Arguments, calls: Calls) -> Value:
    _heap_pushed(arguments, calls)
    return one_of(Arguments(arguments.positional[:1]), calls)


def _some_of(arguments: Arguments, calls: Calls) -> Value:
    """`heapq.nlargest(3, items)`."""
    return collected("list")(arguments.after(1), calls)


def _record(arguments: Arguments, calls: Calls) -> Value:
    """`namedtuple("Pair", "left right")`."""
    fields: list[str] = []
    for atom in arguments.get(1, "field_names"):
        if isinstance(atom, Plain) and atom.literal:
            fields += re.split(r"[\s,]+", atom.literal.strip())
        elif isinstance(atom, Container):
            for index in range(len(calls.frame.analysis.keys[atom.site, atom.level])):
                fields.append(literal_of(calls.frame.at(atom, index)) or "?")
    return frozenset({Record(calls.node, tuple(fields))}) if fields else UNKNOWN


def _namespace(arguments: Arguments, calls: Calls) -> Value:
    """An object that is only there for its attributes."""
    space = calls.frame.new("namespace", calls.node)
    for name, value in arguments.keywords.items():
        calls.frame.put(space, value, at=name)
    for mapping in arguments.mappings:
        for atom in mapping:
            if isinstance(atom, Container):
                for name in calls.frame.literal_keys(atom):
                    calls.frame.put(space, calls.frame.at(atom, name), at=name)
    return frozenset({space})


def _empty(kind: str) -> Model:
    def model(arguments: Arguments, calls: Calls) -> Value:
        return made(kind, NOTHING, calls)

    return model


def _default_dict(arguments: Arguments, calls: Calls) -> Value:
    """What a `defaultdict` makes for a missing key: containers of their own, whatever made them."""
    given = calls.call(arguments.get(0), Arguments())
    items = frozenset(
        calls.frame.new(atom.kind, calls.node, "default") if isinstance(atom, Container) else atom for atom in given
    )
    return made("dict", items, calls)


def _exc_info(arguments: Arguments, calls: Calls) -> Value:
    """Class, object and traceback of what is being handled; only the object is of interest."""
    return made("tuple", UNKNOWN | (calls.frame.env or {}).get(HANDLED, NOTHING), calls)


_MODELS: dict[str, Model] = {
    **{f"builtins.{name}": model for name, model in BUILTINS.items()},
    **tasks.FUNCTIONS,
    "functools.reduce": reduced,
    "functools.partial": _partial,
    "functools.partialmethod": _partial,
    "functools.cached_property": described,
    "functools.cmp_to_key": _cmp_to_key,
    "operator.attrgetter": _attrgetter,
    "operator.methodcaller": _methodcaller,
    "random.choice": one_of,
    "random.sample": collected("list"),
    "collections.OrderedDict": new_dict,
    "collections.defaultdict": _default_dict,
    "collections.Counter": _empty("dict"),
    "collections.deque": collected("queue"),
    "collections.namedtuple": _record,
    "types.SimpleNamespace": _namespace,
    "argparse.Namespace": _namespace,
    "threading.local": _namespace,
    "gevent.local.local": _namespace,
    "importlib.import_module": import_module,
    "sys.exc_info": _exc_info,
    "copy.copy": first_argument,
    "contextlib.closing": first_argument,
    "contextlib.nullcontext": first_argument,
    "weakref.proxy": first_argument,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chain_from_iterable,
    "itertools.groupby": _group_by,
    "itertools.imap": mapped,
    "itertools.ifilter": filtered,
    "itertools.ifilterfalse": filtered,
    "itertools.filterfalse": filtered,
    "itertools.izip": zipped,
    "itertools.product": zipped,
    "itertools.zip_longest": _zip_longest,
    "itertools.izip_longest": _zip_longest,
    "itertools.combinations": _tuples_of_one,
    "itertools.permutations": _tuples_of_one,
    "itertools.pairwise": _tuples_of_one,
    "itertools.starmap": _star_map,
    "itertools.tee": _tee,
    "itertools.repeat": _repeat,
    "itertools.islice": collected("iter"),
    "itertools.cycle": collected("iter"),
    "itertools.takewhile": filtered,
    "itertools.dropwhile": filtered,
    "heapq.heappush": _heap_pushed,
    "heapq.heappop": one_of,
    "heapq.heapreplace": _heap_replaced,
    "heapq.heappushpop": _heap_replaced,
    "heapq.nlargest": _some_of,
    "heapq.nsmallest": _some_of,
    "queue.Queue": _empty("queue"),
    "Queue.Queue": _empty("queue"),
    "queue.LifoQueue": _empty("queue"),
    "Queue.LifoQueue": _empty("queue"),
    "queue.PriorityQueue": _empty("queue"),
    "Queue.PriorityQueue": _empty("queue"),
    "queue.SimpleQueue": _empty("queue"),
    "asyncio.Queue": _empty("queue"),
    "multiprocessing.Queue": _empty("process queue"),
    "multiprocessing.JoinableQueue": _empty("process queue"),
    "gevent.queue.Queue": _empty("queue"),
    "gevent.queue.JoinableQueue": _empty("queue"),
    "eventlet.queue.Queue": _empty("queue"),
    "os.path.join": fixed("str"),
    "os.environ.get": fixed("str"),
    "os.getenv": fixed("str"),
}


def call_external(name: str, arguments: Arguments, calls: Calls) -> Value:
    """What a function of the standard library (or of any unseen package) gives."""
    model = _MODELS.get(name) or _MODELS.get(_aliases(name))
    if model is not None:
        return model(arguments, calls)
    last = name.rpartition(".")[2]
    if last in tasks.POOLS:
        return frozenset({External(f"{name}()")})
    if last in tasks.METHODS:
        return tasks.METHODS[last](arguments, calls)
    for value in arguments.everything():
        calls.frame.alias(value)
    return UNKNOWN


def _aliases(name: str) -> str:
    """six.moves and gevent offer the same functions under other names."""
    last = name.rpartition(".")[2]
    if name.startswith(("six.moves.", "future.builtins.", "past.builtins.")):
        return f"queue.{last}" if ".queue." in name else f"builtins.{last}"
    if name.startswith(("multiprocessing.dummy.", "gevent.threading.", "eventlet.green.threading.")):
        return f"threading.{last}" if last == "Thread" else name
    if name == "multiprocessing.dummy.Process":
        return "threading.Thread"
    return name
