"""What a codemod cannot carry from Python 2 to 3 on its own: one row for each, with the sentence a user
reads.

`boto3ify rules` explains these ids; a finding's id never changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from codemods.model import Finding, Level


@dataclass(frozen=True, slots=True)
class Risk:
    """A row: a stable id, how much it matters, and one sentence in which `{}` stands for what was found."""

    id: str
    level: Level
    message: str


@dataclass(frozen=True, slots=True)
class Note:
    """`risk` on a 1-based line of some text; `subject` fills the sentence."""

    line: int
    risk: Risk
    subject: str = ""

    def finding(self, path: str, line: int) -> Finding:
        """This note as the finding for the user, on `line` of the file as the user has it."""
        return Finding(path, line, self.risk.id, self.risk.message.format(self.subject), self.risk.level)


_NOTE, _WARNING = Level.NOTE, Level.WARNING

# Numbers
DIVISION = Risk(
    "py2.division",
    _WARNING,
    "'{}' was floor division in Python 2 if both sides are integers: write // if it has to stay that.",
)
ROUND = Risk("py2.round", _NOTE, "'{}' was a float in Python 2; now it is an int, and round() takes halves to even.")

# Order
CMP_METHOD = Risk(
    "py2.cmp-method",
    _WARNING,
    "Python 3 never calls __cmp__: define __eq__ and __lt__ (functools.total_ordering).",
)
MIXED_ORDER = Risk(
    "py2.mixed-order",
    _WARNING,
    "'{}' orders values of different types: Python 2 allowed that, Python 3 raises TypeError.",
)
NEXT = Risk(
    "py2.next",
    _WARNING,
    "'{}' was left, as a class of this file has a method next(): write next(...) for an iterator.",
)
HASH = Risk(
    "py2.eq-without-hash",
    _NOTE,
    "Class {} defines __eq__ and no __hash__: in Python 3 its objects can be no dict keys or set members.",
)

# Text and bytes
TEXT_BYTES = Risk("py2.text-bytes", _WARNING, "'{}' mixes text and bytes, which are different types in Python 3.")
NEEDS_BYTES = Risk("py2.needs-bytes", _WARNING, "'{}' takes bytes in Python 3: encode text before it gets there.")
PROCESS_OUTPUT = Risk(
    "py2.process-output",
    _NOTE,
    "'{}' gives bytes in Python 3: decode them, or pass universal_newlines=True for text.",
)
CSV_BINARY = Risk(
    "py2.csv-binary",
    _WARNING,
    "The csv module needs a text file in Python 3: open it with newline='' and without 'b'.",
)
TEXT_CODEC = Risk("py2.text-codec", _WARNING, "'{}' is no text encoding in Python 3: use codecs, base64 or binascii.")
ENCODED_TEXT = Risk(
    "py2.encoded-text",
    _WARNING,
    "Every text is unicode now, so '{}' always runs and turns text into bytes: probably it can go.",
)
DECODED_TEXT = Risk(
    "py2.decoded-text", _WARNING, "'{}' fails in Python 3 when the value is text: probably the call can go."
)
STRING_IO = Risk("py2.string-io", _NOTE, "io.StringIO holds only text: for bytes (a downloaded object) use io.BytesIO.")
CONTENT_TEXT = Risk(
    "py2.content-text",
    _NOTE,
    "'{}' is read as UTF-8, as the program treats it as text: name another encoding where the objects have one.",
)
TRANSLATE = Risk(
    "py2.translate",
    _WARNING,
    "translate() of text takes one table in Python 3: str.maketrans(old, new, deleted).",
)
UNBUFFERED = Risk(
    "py2.unbuffered",
    _NOTE,
    "A text file cannot be unbuffered in Python 3: this one is written at every line end now.",
)
STDOUT_WRITER = Risk(
    "py2.stdout-writer", _WARNING, "'{}' writes bytes to a text stream: remove it, or wrap sys.stdout.buffer."
)
UNICODE_METHOD = Risk(
    "py2.unicode-method",
    _WARNING,
    "Python 3 never calls __unicode__: rename it to __str__, which has to return text.",
)

# Names
EXCEPT_NAME = Risk(
    "py2.except-name", _WARNING, "'{}' is used after its except block, at whose end Python 3 deletes it."
)
COMPREHENSION_NAME = Risk(
    "py2.comprehension-name", _WARNING, "'{}' was left behind by a list comprehension; in Python 3 it is not."
)
EXEC_LOCALS = Risk(
    "py2.exec-locals",
    _WARNING,
    "exec() in a function cannot change its local variables in Python 3: pass a namespace.",
)
KEYWORD = Risk(
    "py2.keyword",
    _WARNING,
    "'{0}' is a keyword now and became '{0}_' in this file: check callers and libraries.",
)
SIBLING_SCRIPT = Risk(
    "py2.sibling-import",
    _WARNING,
    "'{}' lies beside this file, where Python 3 does not look: import it by its full name.",
)
STAR_IN_FUNCTION = Risk("py2.import-star", _WARNING, "Python 3 refuses 'import *' inside a function.")
REMOVED = Risk("py2.removed", _WARNING, "'{}' is gone from Python 3 and has no plain successor.")

# Behaviour
STRING_EXCEPTION = Risk(
    "py2.string-exception",
    _WARNING,
    "No Python since 2.6 can raise a string; it became Exception(...), which no handler of it matches.",
)
PRINT_SPACE = Risk(
    "py2.print-space",
    _NOTE,
    "Python 2 wrote no space after an item that ends in a line break or tab; print() does.",
)
MAP_PADDING = Risk("py2.map-padding", _NOTE, "map() over several sequences stops at the shortest; it padded with None.")
FILTER_TYPE = Risk("py2.filter-type", _NOTE, "filter() over a text or a tuple gave that type; now it gives a list.")
URLOPEN = Risk(
    "py2.urlopen", _NOTE, "urllib.urlopen() returned on HTTP errors; urlopen() raises urllib.error.HTTPError."
)
EXIT_STATUS = Risk(
    "py2.exit-status",
    _NOTE,
    "getstatusoutput() gives the exit code; Python 2 gave the wait status (the code times 256).",
)

RISKS: tuple[Risk, ...] = tuple(value for value in dict(globals()).values() if isinstance(value, Risk))
"""Every row, in the order above."""
