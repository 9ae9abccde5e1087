"""Rules as text for a terminal: one line each, or in full with what the tool makes of an example."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator

from codemods.marked import MARKER
from codemods.model import Run
from codemods.pipeline import migrate_text
from codemods.rewrite.helpers import find_helper
from codemods.ruledoc.examples import example_of
from codemods.ruledoc.model import RuleDoc
from codemods.settings import Settings

_HELPER = re.compile(r"\b_[a-z]\w+(?=\()")


def one_line(rule: RuleDoc) -> str:
    """The id and what the rule does."""
    return f"{rule.id:<44} {rule.does}"


def in_full(rule: RuleDoc) -> Iterator[str]:
    """All that is known of a rule, as lines."""
    yield rule.id
    yield f"  about   {rule.about}"
    yield f"  does    {rule.does}"
    before = rule.before or example_of(rule.id)
    if not before:
        return
    run = migrate_text("example.py", before.encode(), Settings())
    pairs = list(_pairs(rule.id, run, before))
    for number, (old, new) in enumerate(pairs):
        yield "" if number == 0 else "  ..."
        yield from (f"  - {line}" for line in old)
        yield from (f"  + {line}" for line in new)
    if rule.after and any(MARKER in line for _, new in pairs for line in new):
        yield ""
        yield "  instead, for example"
        yield from (f"    {line}" for line in rule.after.splitlines())
    for name in sorted({name for _, new in pairs for line in new for name in _HELPER.findall(line)}):
        helper = find_helper(name)
        if helper is not None:
            yield ""
            yield from (f"      {line}" for line in helper.text.splitlines())


def _pairs(rule: str, run: Run, before: str) -> Iterator[tuple[list[str], list[str]]]:
    """The statements of the example that the rule is about, before and after."""
    after = run.files[0].after.decode()
    seen: set[int] = set()
    for site in run.sites:
        if site.rule == rule and site.line not in seen:
            seen.add(site.line)
            yield _statement(before, site.line), _statement(after, site.line_after)


def _statement(text: str, line: int) -> list[str]:
    """The lines of the statement at a line, of a compound one only the first, with the marker above it if any."""
    lines = text.splitlines()
    if not 0 < line <= len(lines):
        return []
    ends = [
        statement.end_lineno or line
        for statement in ast.walk(ast.parse(text))
        if isinstance(statement, ast.stmt) and statement.lineno == line and not hasattr(statement, "body")
    ]
    first = line
    while first > 1 and MARKER in lines[first - 2]:
        first -= 1
    return textwrap.dedent("\n".join(lines[first - 1 : max(ends, default=line)])).splitlines()
