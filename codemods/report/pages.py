"""Renders the pages with Jinja: `report.html.j2` and `report.md.j2`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from codemods.report.view import View
from codemods.report.visible import visible

_PACKAGE = Path(__file__).resolve().parent.parent
_TEMPLATES = (_PACKAGE / "templates", _PACKAGE.parent / "templates")
"""Where the templates lie: in the package when it was installed from a wheel, beside it in a checkout (an editable
install is one). `PackageLoader` finds only the first: `package_dir` in setup.cfg maps the second to it."""


def render_html(view: View) -> str:
    """The report as one HTML page that needs nothing else."""
    return _environment().get_template("report.html.j2").render(view)


def render_markdown(view: View) -> str:
    """The report in GitHub's Markdown."""
    return _environment().get_template("report.md.j2").render(view)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=lambda name: name is not None and ".html" in name,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"md": md, "mdcode": mdcode, "mdfence": mdfence, "many": many}
    return environment


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def md(text: str) -> str:
    """Text that means itself in Markdown, on one line: in a paragraph, a list item or a cell."""
    escaped = re.sub(r"([\\`*_\[\]<>|~&#])", r"\\\1", " ".join(text.split()))
    # A list marker is one only at the start.
    return re.sub(r"^(?:([-+])|(\d+)([.)]))(?=\s|$)", _escaped_start, escaped)


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def mdcode(code: str) -> str:
    """A code span on one line, also in a cell of a table (where GitHub takes a backslash off each pipe)."""
    line = " ".join(code.split())
    if not line:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}".replace("|", "\\|")


def mdfence(lines: Iterable[str]) -> str:
    """A fence longer than any run of backticks in the lines that it goes around."""
    return "`" * max(3, 1 + max((len(run) for line in lines for run in re.findall("`+", line)), default=0))


def many(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
