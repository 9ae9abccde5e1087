"""What the libraries log themselves is no behaviour of the program, and differs between them: it is not written.

boto 2 logs every answer that is an error (boto/connection.py), botocore logs where it found credentials. A program
whose format names no logger shows such lines as its own.
"""

from types import ModuleType
from typing import Any

LIBRARIES = frozenset({"boto", "boto3", "botocore", "s3transfer", "urllib3"})


def quieten(module: ModuleType) -> None:
    """Drop the records of the libraries' loggers, unless the program gave them a handler of their own."""
    handle = module.Logger.handle

    def handle_own(self: Any, record: Any) -> None:
        if self.name.partition(".")[0] not in LIBRARIES or _has_own_handler(self):
            handle(self, record)

    module.Logger.handle = handle_own


def _has_own_handler(logger: Any) -> bool:
    """True when somebody asked for what this library says: its own handlers do nothing, by name and by deed."""
    while logger is not None and logger.parent is not None:
        if any(type(handler).__name__ != "NullHandler" for handler in logger.handlers):
            return True
        logger = logger.parent
    return False
