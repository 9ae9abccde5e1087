"""The texts in a program that name loggers of boto 2, wherever `logging.getLogger` gets them from.

`for name in ("boto", "requests")`, a table of names and levels, an argument of a function, a constant.
"""

from __future__ import annotations

import ast

from codemods.catalog.logging import logger_names
from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.values import External
from codemods.rewrite.origins import Origins

_TAKE_NAMES = frozenset({External("logging.getLogger"), External("logging.Filter")})


def named_loggers(analysis: Analysis) -> frozenset[ast.Constant]:
    """The constants that are boto 2's names of loggers."""
    origins = Origins(analysis)
    return frozenset(
        origin.node
        for module in analysis.program.modules.values()
        for name in _asked_for(module, analysis)
        for origin in origins.of(name, module)
        if isinstance(origin.node, ast.Constant) and is_of_boto(origin.node.value) and not origin.way
    )


def is_of_boto(value: object) -> bool:
    """Is this the name of one of boto 2's loggers?"""
    return isinstance(value, str) and bool(logger_names(value))


def _asked_for(module: ModuleFile, analysis: Analysis) -> list[ast.expr]:
    return [
        node.args[0]
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and len(node.args) == 1 and analysis.type_of(node.func) & _TAKE_NAMES
    ]
