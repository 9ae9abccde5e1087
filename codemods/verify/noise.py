"""Output that differs between two runs of the very same program says nothing about its migration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from codemods.verify.compare import Compared
from codemods.verify.model import Difference, Kind, Note

TEXT = frozenset({Kind.STDOUT, Kind.STDERR, Kind.FILE})


def only_text(differences: Sequence[Difference]) -> bool:
    """True when only what was printed or written differs: then look whether it is steady."""
    return bool(differences) and all(difference.kind in TEXT for difference in differences)


def without_noise(compared: Compared, noise: Sequence[Difference]) -> Compared:
    """The comparison without the lines that differ between two runs before; they become notes."""
    unsteady = {(d.kind, _title(d)): {detail.path for detail in d.details} for d in noise if d.kind in TEXT}
    kept: list[Difference] = []
    notes: list[Note] = []
    for difference in compared.differences:
        lines = unsteady.get((difference.kind, _title(difference)))
        if lines is None:
            kept.append(difference)
            continue
        rest = tuple(detail for detail in difference.details if detail.path not in lines)
        places = ", ".join(sorted(lines)) or "all"
        notes.append(Note(f"{_title(difference)}: not the same in two runs before either ({places})."))
        if rest:
            summary = difference.summary.rpartition(" ")[0].rpartition(" ")[0] + f" {rest[0].path}."
            kept.append(replace(difference, summary=summary, before=rest[0].before, after=rest[0].after, details=rest))
    return replace(compared, differences=tuple(kept), notes=(*compared.notes, *notes))


def _title(difference: Difference) -> str:
    """What the text is: a stream, or the file that the summary begins with."""
    return difference.summary.split(" ")[0] if difference.kind is Kind.FILE else difference.kind.value
