"""Shows characters that act instead of being seen: control characters, and those that reorder or hide text.

They come from the files that a report is about. A terminal would obey them, a page may not hold them, and code can be
made to look like other code with them (CVE-2021-42574).
"""

from __future__ import annotations

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: "\u2421"}
_C1 = {code: f"[U+{code:04X}]" for code in range(0x80, 0xA0)}
_REORDERING = {code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)}
_INVISIBLE = {code: f"[U+{code:04X}]" for code in (0x200B, 0x2028, 0x2029, 0xFEFF)}
_TABLE = {**_CONTROLS, **_C1, **_REORDERING, **_INVISIBLE}


def visible(text: str) -> str:
    """`text` with its control characters shown; tabs and line feeds stay."""
    return text.translate(_TABLE)
