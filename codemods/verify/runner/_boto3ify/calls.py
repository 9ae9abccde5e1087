"""Which line of the program made a request: an unsigned header that the proxy takes off again.

SigV4 and boto 2's SigV2 sign the headers that they name, so one header more at the last moment changes no
signature. Work that a library hands to its own threads (s3transfer) counts for the line that asked for it.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any
from urllib.parse import quote

from . import log

HEADER = "X-Boto3ify-Call"
MAX_FRAMES = 12

# Decorators of the libraries: the function that the program called is the one they wrap.
WRAPPERS = ("botocore.context", "functools", "contextlib")


class Program:
    """The program under the tree: which code is its own, and where it stands when a library acts for it."""

    def __init__(self, tree: str, proxy: tuple[str, int]) -> None:
        self._tree = tree
        self._proxy = proxy
        self._places: dict[str, str] = {}
        self._task = threading.local()

    def place(self, filename: str) -> str:
        """The path below the tree, or '' for a file that is not the program's own."""
        known = self._places.get(filename)
        if known is None:
            path = os.path.normpath(os.path.join(self._tree, filename))
            inside = path.startswith(self._tree + os.sep) and "site-packages" not in path
            known = self._places[filename] = os.path.relpath(path, self._tree) if inside else ""
        return known

    def origin(self) -> dict[str, Any]:
        """The program's own frames, innermost first, the library function it called, and its thread."""
        frames: list[str] = []
        via = ""
        below: FrameType | None = None
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and len(frames) < MAX_FRAMES:
            place = self.place(frame.f_code.co_filename)
            if place:
                if not frames and below is not None:
                    via = f"{below.f_globals.get('__name__', '')}.{below.f_code.co_name}"
                frames.append(f"{place}:{frame.f_lineno}")
            if frame.f_globals.get("__name__") not in WRAPPERS:
                below = frame
            frame = frame.f_back
        thread = threading.current_thread()
        if not frames:
            inherited = getattr(self._task, "origin", None) or getattr(thread, "_boto3ify", None)
            if inherited is not None:
                return dict(inherited)
        worker = thread is not threading.main_thread()
        return {"pid": os.getpid(), "worker": worker, "frames": frames, "via": via}

    def mark_requests(self, module: ModuleType) -> None:
        """Make `http.client` add the header to what goes to the proxy: both libraries pass there."""
        end_headers = module.HTTPConnection.endheaders

        def endheaders(connection: Any, *args: Any, **kwargs: Any) -> Any:
            if (connection.host, connection.port) == self._proxy:
                connection.putheader(HEADER, quote(json.dumps(self.origin(), separators=(",", ":"))))
            return end_headers(connection, *args, **kwargs)

        module.HTTPConnection.endheaders = endheaders

    def follow_executors(self, module: ModuleType) -> None:
        """Tasks of a pool belong to the line that submitted them, unless they run code of the program."""
        submit = module.ThreadPoolExecutor.submit

        def submit_with_origin(pool: Any, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
            return submit(pool, self._carrying(self.origin(), fn), *args, **kwargs)

        module.ThreadPoolExecutor.submit = submit_with_origin

    def _carrying(self, origin: dict[str, Any], function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            self._task.origin = origin
            try:
                return function(*args, **kwargs)
            finally:
                self._task.origin = None

        return run

    def follow_threads(self, module: ModuleType) -> None:
        """The same for threads whose target is a library function."""
        start = module.Thread.start

        def start_with_origin(thread: Any) -> None:
            thread._boto3ify = {**self.origin(), "worker": True}
            start(thread)

        module.Thread.start = start_with_origin

    def watch(self, lines_file: str) -> None:
        """Write down which of the wanted lines run: a site without a request leaves no other trace."""
        with open(lines_file, encoding="utf-8") as file:
            wanted = {path: set(lines) for path, lines in json.load(file).items()}

        tracers: dict[str, Any] = {}  # file name as code objects have it -> what follows the lines of its functions

        def on_call(frame: FrameType, event: str, arg: object) -> Any:
            # Every call of every function of the libraries comes here: no more than one look-up for them.
            filename = frame.f_code.co_filename
            if filename not in tracers:
                tracers[filename] = on_line if self.place(filename) in wanted else None
            return tracers[filename]

        def on_line(frame: FrameType, event: str, arg: object) -> Any:
            place = self.place(frame.f_code.co_filename)
            rest = wanted[place]
            if event == "line" and frame.f_lineno in rest:
                rest.discard(frame.f_lineno)
                log.write("ran", place, frame.f_lineno)
            if not rest:
                tracers[frame.f_code.co_filename] = None
                return None
            return on_line

        threading.settrace(on_call)
        sys.settrace(on_call)
