"""HTTP requests read back into AWS calls, with botocore's models, whichever library sent them.

`reader.Reader.read` is the entry; the other modules undo one step of a serializer each.
"""

from codemods.verify.wire.reader import Reader

__all__ = ["Reader"]
