"""Programs that Python 3 can parse and never run: they import what it does not have, and with nothing to fall back on.

Only imports at the top level of a module count: one inside of `try` or `if` is the author's own way to support both.
Modules whose names a program may well have given to one of its own (`commands`, `exceptions`, `user`) do not count.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection

MODULES = frozenset(
    """
    BaseHTTPServer CGIHTTPServer ConfigParser Cookie HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer
    SocketServer StringIO __builtin__ anydbm cPickle cStringIO cookielib copy_reg htmlentitydefs httplib
    robotparser urllib2 urlparse xmlrpclib
    """.split()
)
NAMES = {
    "itertools": frozenset("ifilter ifilterfalse imap izip izip_longest".split()),
    "urllib": frozenset(
        """
        FancyURLopener URLopener pathname2url quote quote_plus unquote unquote_plus url2pathname urlencode
        urlopen urlretrieve
        """.split()
    ),
}
"""What a module that is still there has no more."""

_MENTIONED = re.compile(rf"^(?:import|from)\b[^\n]*\b(?:{'|'.join(sorted({*MODULES, *NAMES}))})\b", re.MULTILINE)


def imports_what_is_gone(text: str, beside: Collection[str] = ()) -> bool:
    """True when a text that Python 3 can parse fails there as soon as it is imported.

    `beside` are the modules in the same folder: an import of one of them is no import of Python 2's.
    """
    if not _MENTIONED.search(text):
        return False
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(_is_gone(statement, beside) for statement in tree.body)


def _is_gone(statement: ast.stmt, beside: Collection[str]) -> bool:
    match statement:
        case ast.Import(names=aliases):
            return any(alias.name in MODULES and alias.name not in beside for alias in aliases)
        case ast.ImportFrom(module=str(module), names=aliases, level=0):
            names = NAMES.get(module, frozenset())
            return module not in beside and (module in MODULES or any(alias.name in names for alias in aliases))
        case _:
            return False
