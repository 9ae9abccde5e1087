"""Threads, pools, futures and event loops: what they call, with which arguments, and where the result comes out."""

from __future__ import annotations

from codemods.inference import facts
from codemods.inference.arguments import Arguments, Calls, Model, call_spread, made
from codemods.inference.exceptions import ANY_ERROR, EXCEPTION, calls_boto
from codemods.inference.iteration import iterate
from codemods.inference.values import (
    NOTHING,
    UNKNOWN,
    BotoMethod,
    Caught,
    Class,
    Container,
    External,
    Function,
    Getter,
    Instance,
    Partial,
    Value,
    join,
)


def _thread(arguments: Arguments, calls: Calls) -> Value:
    """`Thread(target=f, args=(...), kwargs={...})` and its relatives call f with those arguments."""
    target = arguments.get(1, "target") or arguments.keywords.get("function", NOTHING)
    sequence = arguments.keywords.get("args") or (arguments.get(2) if len(arguments.positional) > 2 else NOTHING)
    call_spread(target, sequence, arguments.keywords.get("kwargs", NOTHING), calls)
    return UNKNOWN


def _thread_started(arguments: Arguments, calls: Calls) -> Value:
    """`start_new_thread(f, args)`."""
    call_spread(arguments.get(0, "function"), arguments.get(1, "args"), arguments.get(2, "kwargs"), calls)
    return UNKNOWN


def _mapped(arguments: Arguments, calls: Calls) -> Value:
    """`pool.map(f, items)`: f gets the items one by one, and what it gives comes out in a list."""
    items = [iterate(value, calls.node, calls.frame) for value in arguments.positional[1:]]
    calls.frame.alias(arguments.get(0, "func"))
    return made("iter", calls.call(arguments.get(0, "func"), Arguments(items)), calls)


def _star_mapped(arguments: Arguments, calls: Calls) -> Value:
    rows = iterate(arguments.get(1, "iterable"), calls.node, calls.frame)
    return made("iter", call_spread(arguments.get(0, "func"), rows, NOTHING, calls), calls)


def _applied(arguments: Arguments, calls: Calls) -> Value:
    """`pool.apply_async(f, args, kwds)`."""
    given = call_spread(arguments.get(0, "func"), arguments.get(1, "args"), arguments.get(2, "kwds"), calls)
    calls.call(arguments.get(3, "callback"), Arguments([given]))
    return _future(given, calls)


def _submitted(arguments: Arguments, calls: Calls) -> Value:
    """`executor.submit(f, x)`, `gevent.spawn(f, x)`."""
    calls.frame.alias(arguments.get(0))
    future = _future(calls.call(arguments.get(0), arguments.after(1)), calls)
    calls.frame.add(facts.entry(calls.node, 3, EXCEPTION), _raised(arguments.get(0), calls))
    return future


def _raised(called: Value, calls: Calls) -> Value:
    """What `future.exception()` gives, as far as it may be boto 2's."""
    asks = any(
        isinstance(atom, BotoMethod) or (isinstance(atom, Function) and calls_boto([atom.node], calls.frame))
        for atom in called
    )
    return frozenset({Caught(frozenset({ANY_ERROR}))}) if asks else NOTHING


def _submitted_second(arguments: Arguments, calls: Calls) -> Value:
    """`loop.run_in_executor(executor, f, x)`, `gevent.spawn_later(3, f, x)`."""
    return _submitted(arguments.after(1), calls)


def _future(value: Value, calls: Calls) -> Value:
    """A future: `.get()`, `.result()` and `await` give `value`."""
    return made("future", value, calls, 3)


def _all_of(arguments: Arguments, calls: Calls) -> Value:
    """`as_completed(futures)`, `gevent.joinall(jobs)`."""
    return made("iter", iterate(arguments.get(0), calls.node, calls.frame), calls)


def _done_and_not(arguments: Arguments, calls: Calls) -> Value:
    """`concurrent.futures.wait(futures)`: those that are done, and the others."""
    given = made("set", iterate(arguments.get(0), calls.node, calls.frame), calls)
    pair = calls.frame.new("tuple", calls.node, 1)
    calls.frame.put(pair, given, at=0)
    calls.frame.put(pair, given, at=1)
    return frozenset({pair})


def awaited(value: Value, frame_items: object) -> Value:
    """What `await` and `loop.run_until_complete` give: the content of a future, anything else itself."""
    assert callable(frame_items)
    return join(
        NOTHING,
        *(
            frame_items(atom) if isinstance(atom, Container) and atom.kind == "future" else frozenset({atom})
            for atom in value
        ),
    )


def _awaited(arguments: Arguments, calls: Calls) -> Value:
    return awaited(arguments.get(0), calls.frame.items)


def _gathered(arguments: Arguments, calls: Calls) -> Value:
    """`asyncio.gather(*coroutines)`: a list of what they give."""
    row = calls.frame.new("tuple", calls.node, 1)
    for index, value in enumerate(arguments.positional):
        calls.frame.put(row, awaited(value, calls.frame.items), at=index)
    for starred in arguments.starred:
        calls.frame.put(row, awaited(iterate(starred, calls.node, calls.frame), calls.frame.items))
    return frozenset({row})


FUNCTIONS: dict[str, Model] = {
    "threading.Thread": _thread,
    "threading.Thread.__init__": _thread,
    "threading.Timer": _thread,
    "multiprocessing.Process": _thread,
    "multiprocessing.Process.__init__": _thread,
    "_thread.start_new_thread": _thread_started,
    "thread.start_new_thread": _thread_started,
    "concurrent.futures.as_completed": _all_of,
    "concurrent.futures.wait": _done_and_not,
    "gevent.joinall": _all_of,
    "gevent.iwait": _all_of,
    "asyncio.run": _awaited,
    "asyncio.wait_for": _awaited,
    "asyncio.shield": _awaited,
    "asyncio.create_task": _awaited,
    "asyncio.ensure_future": _awaited,
    "asyncio.gather": _gathered,
    "asyncio.as_completed": _all_of,
    "asyncio.to_thread": _submitted,
}

METHODS: dict[str, Model] = {
    "map": _mapped,
    "imap": _mapped,
    "imap_unordered": _mapped,
    "map_async": _mapped,
    "starmap": _star_mapped,
    "starmap_async": _star_mapped,
    "apply": _applied,
    "apply_async": _applied,
    "submit": _submitted,
    "spawn": _submitted,
    "deferToThread": _submitted,
    "call_soon": _submitted,
    "call_soon_threadsafe": _submitted,
    "call_later": _submitted_second,
    "callLater": _submitted_second,
    "spawn_later": _submitted_second,
    "run_in_executor": _submitted_second,
    "run_until_complete": _awaited,
    "create_task": _awaited,
}
"""Methods of pools, executors, loops and hubs, whatever package they are from."""

POOLS = frozenset(
    "Pool ThreadPool ProcessPoolExecutor ThreadPoolExecutor Executor GreenPool Group TaskGroup".split(),
)


def call_method_of_unknown(name: str, arguments: Arguments, calls: Calls) -> Value | None:
    """`pool.apply_async(f, (x,))` where nobody can see what `pool` is: it still calls f of the program with x."""
    if name == "set_defaults":  # of argparse or optparse
        for option, value in arguments.keywords.items():
            if any(isinstance(atom, Function | Class | Instance | Partial) for atom in value):
                calls.frame.add(facts.parsed(option), value)
        return None
    model = METHODS.get(name)
    if model is None:
        return None
    callables = Function | BotoMethod | Partial | Getter | External
    given = [atom for value in (*arguments.positional[:2], arguments.get(9, "func")) for atom in value]
    if model is not _awaited and not any(isinstance(atom, callables) for atom in given):
        return None
    return model(arguments, calls)
