"""The fake's process: `python -m codemods.verify.serve DESCRIPTOR DIRECTORY`. See `codemods.verify.fake`."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path

from botocore.loaders import JSONFileLoader

from codemods.verify import backend
from codemods.verify.certificates import Authority
from codemods.verify.clock import Clock
from codemods.verify.proxy import Proxy
from codemods.verify.state import StateReader


def main(descriptor: int, directory: Path) -> None:
    """Serve until the other end of the socket closes: no fake outlives the program that started it."""
    _read_models_once()
    questions = Connection(descriptor)
    backend.reset()
    clock = Clock()

    def answer(method: str, url: str, headers: Mapping[str, str], body: bytes) -> backend.Answer:
        clock.answers(method, url, headers, body)
        return backend.answer(method, url, headers, body)

    proxy = Proxy(Authority(directory), answer, backend.clear)
    state = StateReader()
    questions.send(proxy.port)
    while True:
        try:
            question, *rest = questions.recv()
        except EOFError:
            # Not sys.exit: threads of connections that are still open must not hold the process.
            os._exit(0)
        if question == "reset":
            proxy.take()
            backend.reset()
            clock.restart()
            questions.send(None)
        elif question == "take":
            questions.send(proxy.take())
        elif question == "state":
            questions.send(state.read(*rest))


def _read_models_once() -> None:
    """moto asks a dozen new sessions of botocore for the same models, and each would parse megabytes of JSON again."""
    load_file = functools.cache(functools.partial(JSONFileLoader.load_file, JSONFileLoader()))
    JSONFileLoader.load_file = lambda self, file_path: load_file(file_path)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
