"""Syntax that Python 3 cannot read, as fissix fixers: fissix's own where they keep behaviour and layout,
ours elsewhere.

Not used although fissix has them: everything that needs to know what a name is bound to (unicode, urllib,
dict, map, ...). That is done on Python's own tree in `codemods.modernise.rules`, once the text parses.
"""

from __future__ import annotations

from typing import Any

from codemods.modernise.engine import FixExec, FixNe, FixRepr
from codemods.modernise.syntax.excepts import FixExceptTarget
from codemods.modernise.syntax.keywords import FixKeywordNames
from codemods.modernise.syntax.lambdas import FixTupleLambda
from codemods.modernise.syntax.literals import FixEscapes, FixNumbers, FixRawUnicode
from codemods.modernise.syntax.membership import FixMembership
from codemods.modernise.syntax.parameters import FixTupleParameters
from codemods.modernise.syntax.parens import FixBareTuple
from codemods.modernise.syntax.prints import FixPrintStatement
from codemods.modernise.syntax.raises import FixRaiseStatement

FIXERS: tuple[type[Any], ...] = (
    FixTupleLambda,
    FixTupleParameters,
    FixNumbers,
    FixNe,
    FixRepr,
    FixRawUnicode,
    FixEscapes,
    FixKeywordNames,
    FixBareTuple,
    FixExceptTarget,
    FixExec,
    FixMembership,
    FixPrintStatement,
    FixRaiseStatement,
)
