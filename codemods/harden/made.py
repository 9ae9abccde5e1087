"""What the flow analysis knows of an object: which call made it, and what that gives."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """An object that the call `node` makes. `kind` is one of the words above; `service` is "" where not known.

    `kind` "response" is what an operation of a client gives: `name` is the method, `service` the client's; it is
    "likely_response" when only names say so, such as those in `anything.client("s3").list_objects_v2()`.
    """

    kind: str
    service: str = ""
    node: ast.AST | None = None
    name: str = ""


UNKNOWN = Made("unknown")


Values = frozenset[Made]


NOTHING: Values = frozenset()


ANYTHING: Values = frozenset({UNKNOWN})
