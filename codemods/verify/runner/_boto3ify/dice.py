"""The program's own dice fall the same way in both runs.

boto 2 and botocore draw different numbers of random values (delays, request ids), so seeding everything would
not help: calls from the program's files get a generator of their own, the libraries keep theirs.
"""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from .calls import Program

SEED = 20
SHARED = (
    *("betavariate", "choice", "choices", "expovariate", "gauss", "getrandbits", "normalvariate", "randint"),
    *("random", "randrange", "sample", "seed", "shuffle", "triangular", "uniform"),
)


def pin_random(module: ModuleType, program: Program) -> None:
    """Pin the module-level functions of `random` for the program."""
    pinned = module.Random(SEED)
    for name in SHARED:
        setattr(module, name, _for_program(program, getattr(pinned, name), getattr(module, name)))


def pin_uuid(module: ModuleType, program: Program) -> None:
    """Pin `uuid.uuid4` for the program."""
    import random

    pinned = random.Random(SEED)

    def uuid4() -> Any:
        return module.UUID(int=pinned.getrandbits(128), version=4)

    vars(module)["uuid4"] = _for_program(program, uuid4, vars(module)["uuid4"])


def _for_program(program: Program, pinned: Callable[..., Any], real: Callable[..., Any]) -> Callable[..., Any]:
    def function(*args: Any, **kwargs: Any) -> Any:
        own = program.place(sys._getframe(1).f_code.co_filename)
        return (pinned if own else real)(*args, **kwargs)

    function.__name__ = real.__name__
    function.__doc__ = real.__doc__
    return function
