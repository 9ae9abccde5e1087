"""input() evaluated what the user typed; raw_input() is what is called input() now."""

from __future__ import annotations

from collections.abc import Iterator

from codemods.modernise.module import Module, Rewrite


def evaluated_input(module: Module) -> Iterator[Rewrite]:
    """Wrap input(...) in eval(...), as it was."""
    for call in module.calls():
        around = module.parents[call]
        if module.builtin(call.func, "input") and not module.builtin(getattr(around, "func", around), "eval"):
            yield module.wrap(call, "eval(")
