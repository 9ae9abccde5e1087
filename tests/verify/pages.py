"""The parts of docs/verify.md that are made from data: `python -m tests.verify.pages` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from codemods.verify import rules
from codemods.verify.limits import LIMITS
from tests.verify.planted import FAULTS

PAGE = Path(__file__).parents[2] / "docs" / "verify.md"


def blocks() -> dict[str, str]:
    """Markdown for each marked place of the page."""
    return {
        "operations": _table(
            ("service", "is compared as", "the same"),
            ((service, new, old) for (service, old), new in rules.SAME_OPERATION.items()),
        ),
        "transport": _table(
            ("service", "parameters that are left out"),
            ((service, ", ".join(sorted(names))) for service, names in rules.TRANSPORT.items()),
        ),
        "defaults": _table(
            ("call", "parameter", "default"),
            (
                (f"{service}.{operation}", path, repr(value))
                for (service, operation), values in rules.DEFAULTS.items()
                for path, value in values.items()
            ),
        ),
        "probes": _list(
            [f"`{service}.{operation}`" for service, operation in sorted(rules.PROBES)]
            + [
                f"`{service}.{operation}` inside of `{function}`"
                for service, operation, function in sorted(rules.INNER_CALLS)
            ]
        ),
        "narrowed": _list(
            f"`{service}.{operation}` inside of `{function}`: `{name}`"
            for (service, operation, function), name in rules.NARROWED.items()
        ),
        "confirmation": _list(
            f"`{service}.{operation}`: {', '.join(sorted(names))}"
            for (service, operation), names in rules.CONFIRMATION.items()
        ),
        "limits": _list(
            limit.text + (f" ({', '.join(sorted(limit.concerns))})" if limit.concerns else "") for limit in LIMITS
        ),
        "faults": _table(
            ("planted fault", "first difference"),
            ((fault.name, fault.seen) for fault in FAULTS if fault.seen),
        ),
        "missed": _table(
            ("planted fault", "why it is not seen"),
            ((fault.name, fault.missed) for fault in FAULTS if fault.missed),
        ),
    }


def filled(page: str) -> str:
    """The page with every marked place made anew."""
    for name, text in blocks().items():
        place = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end -->)", re.DOTALL)
        page, count = place.subn(lambda match, text=text: match[1] + text + match[2], page)
        assert count == 1, f"docs/verify.md has no place for {name}"
    return page


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text()))
