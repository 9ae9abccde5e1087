"""A file's bytes and text, and the way back: encoding, byte order mark and line endings survive.

Everything after this module works on `Source.text`, which has the file's own line endings, and on character offsets.
"""

from __future__ import annotations

import ast
import bisect
import io
import re
import tokenize
from dataclasses import dataclass, field
from functools import cached_property

from codemods.model import Span

BOM = b"\xef\xbb\xbf"


class UnreadableSource(ValueError):
    """The bytes are no text that Python could read; the message is one sentence for the user."""


@dataclass(frozen=True)
class Source:
    """A Python file as text. `raw` are the bytes it came from (or would be written as)."""

    path: str
    raw: bytes
    text: str = field(repr=False)
    encoding: str = "utf-8"

    @classmethod
    def decode(cls, path: str, raw: bytes) -> Source:
        """Read `raw` as Python would: byte order mark, coding cookie, else UTF-8.

        Raises UnreadableSource when that fails, or when the bytes are plainly not text.
        """
        if b"\0" in raw:
            raise UnreadableSource("is binary data, not Python source; left alone")
        try:
            encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
            text = raw.decode(encoding)
            if text.encode(encoding) != raw:
                raise UnreadableSource(f"does not survive a round trip through its encoding {encoding}; left alone")
        except SyntaxError as error:
            raise UnreadableSource(f"has an encoding that Python does not know ({error.msg}); left alone") from None
        except UnicodeError:
            raise UnreadableSource(
                f"is not valid {encoding}; add a coding line or convert it, then run again"
            ) from None
        return cls(path, raw, text, encoding)

    def encode(self, text: str) -> bytes:
        """`text` as bytes in this file's encoding. Raises UnreadableSource when a character does not fit."""
        try:
            return text.encode(self.encoding)
        except UnicodeError:
            raise UnreadableSource(f"cannot hold the new text in its encoding {self.encoding}") from None

    @cached_property
    def newline(self) -> str:
        """The line ending that the file uses most, `\\n` for a file without any."""
        windows = self.text.count("\r\n")
        unix = self.text.count("\n") - windows
        old_mac = self.text.count("\r") - windows
        return max((unix, "\n"), (windows, "\r\n"), (old_mac, "\r"), key=lambda pair: pair[0])[1]

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character; lines end where Python's tokenizer ends them."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    def offset(self, line: int, utf8_column: int) -> int:
        """The offset of a position as `ast` gives it: 1-based line, column in UTF-8 bytes."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        content = self.text[start:end]
        if content.isascii():
            return start + utf8_column
        return start + len(content.encode("utf-8")[:utf8_column].decode("utf-8"))

    def span(self, node: ast.expr | ast.stmt | ast.excepthandler | ast.arg | ast.keyword | ast.alias) -> Span:
        """Where `node` stands. For a decorated definition this starts at `def` or `class`, as in `ast`."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        return Span(
            self.offset(node.lineno, node.col_offset),
            self.offset(node.end_lineno, node.end_col_offset),
        )

    def line_of(self, offset: int) -> int:
        """The 1-based line that `offset` lies in."""
        return bisect.bisect_right(self.line_starts, offset)

    def column_of(self, offset: int) -> int:
        """The 1-based column, in characters, of `offset`."""
        return offset - self.line_starts[self.line_of(offset) - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a 1-based line, without its line ending."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
