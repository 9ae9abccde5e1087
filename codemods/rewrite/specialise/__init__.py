"""Cuts the emitted helpers down to what the file at hand asks of them.

A helper knows all that boto 2 knew: headers, progress callbacks, versions. A file mostly gives a name. So parameters
that no call gives are taken for what they default to, and what follows from that is taken out of the helper's text.
What the helper does for these calls stays the same; `fold` holds the few laws of Python that this rests on.
"""

from codemods.rewrite.specialise.specialise import specialised

__all__ = ["specialised"]
