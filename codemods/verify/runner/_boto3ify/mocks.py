"""Tests that bring their own moto: their mocks become the fake of the run, emptied where a mock would begin.

An in-process mock would answer before any request is sent, and nothing could be compared. The names of moto 1
to 4 (`mock_s3`, `mock_ec2_deprecated`) are given back as well: boto 2 code has no others in its tests.
"""

import functools
import http.client
import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

# A host of our own behind the proxy (codemods/verify/proxy.py): a request to it empties the fake.
RESET = "http://reset.boto3ify.invalid/"


def replace(module: ModuleType, proxy: tuple[str, int]) -> None:
    """Let every `moto.mock_...` stand for the fake of the run."""
    depth = [0]

    def mock(target: Any = None, **_: Any) -> Any:
        context = _Mock(proxy, depth)
        return context if target is None else context(target)

    def missing(name: str) -> Any:
        if name.startswith("mock_"):
            return mock
        raise AttributeError(f"module 'moto' has no attribute {name!r}")

    vars(module).update({name: mock for name in vars(module) if name.startswith("mock_")})
    vars(module)["__getattr__"] = missing


class _Mock:
    """What `mock_s3()` gives: a context manager, a decorator of functions and classes, and start and stop."""

    def __init__(self, proxy: tuple[str, int], depth: list[int]) -> None:
        self._proxy = proxy
        self._depth = depth

    def start(self, reset: bool = True) -> None:
        """Begin; the outermost of several mocks starts with an empty AWS."""
        if not self._depth[0] and reset:
            connection = http.client.HTTPConnection(*self._proxy)
            connection.request("POST", RESET)
            connection.getresponse().read()
            connection.close()
        self._depth[0] += 1

    def stop(self) -> None:
        """End."""
        self._depth[0] -= 1

    def __enter__(self) -> "_Mock":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def __call__(self, target: Any) -> Any:
        if not inspect.isclass(target):
            return self._function(target)
        # moto starts anew for each test of a class, or before its setUp.
        names = ["setUp"] if hasattr(target, "setUp") else [n for n in dir(target) if n.startswith("test")]
        for name in names:
            setattr(target, name, self._function(getattr(target, name)))
        return target

    def _function(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            self.start()
            try:
                return function(*args, **kwargs)
            finally:
                self.stop()

        return wrapped
