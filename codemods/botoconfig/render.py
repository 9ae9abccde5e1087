"""A ConfigReport as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from codemods.botoconfig.convert import ConfigReport, Entry
from codemods.botoconfig.files import Setting
from codemods.botoconfig.options import Fate, Place

_HEADINGS = {
    Place.CONFIG_FILE: "In ~/.aws/config",
    Place.CREDENTIALS_FILE: "In ~/.aws/credentials (masked here: copy the values yourself)",
    Place.ENVIRONMENT: "Or in the environment",
    Place.CONFIG_ARGUMENT: "In code, as arguments of botocore.config.Config(...)",
    Place.CLIENT_ARGUMENT: "In code, as arguments of boto3.client(...)",
}


def render(report: ConfigReport) -> str:
    """The report as text: what to write where, and then what a person should know of each setting."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: ConfigReport) -> Iterator[str]:
    yield f"# {report.path} on boto3"
    for place, heading in _HEADINGS.items():
        entries = [entry for entry in report.entries if entry.place is place]
        if entries:
            yield ""
            yield f"# {heading}"
            yield from _section(place, entries)
    if report.remarks:
        yield ""
        yield "# Setting by setting"
        for remark in report.remarks:
            sign = "!" if remark.fate is Fate.LOST else " "
            yield f"{sign} {_sources(remark.sources)}: {remark.message}"
        if not report.complete:
            yield ""
            yield "# ! marks settings that have no counterpart: boto3 will not know of them."
    for note in report.notes:
        yield ""
        yield f"# {note.path}:{note.line}: {note.message}"


def _section(place: Place, entries: list[Entry]) -> Iterator[str]:
    for scope in sorted({entry.scope for entry in entries}):
        mine = [entry for entry in entries if entry.scope == scope]
        if place in (Place.CONFIG_FILE, Place.CREDENTIALS_FILE):
            yield _header(place, scope)
            for entry in mine:
                # A comment of its own line: the parser of these files takes one behind a value as part of it.
                yield f"# {_sources(entry.sources)}"
                yield entry.text
        else:
            comma = "" if place is Place.ENVIRONMENT else ","
            suffix = f" for {scope}" if scope else ""
            yield from (f"{entry.text}{comma}  # {_sources(entry.sources)}{suffix}" for entry in mine)


def _header(place: Place, profile: str) -> str:
    named = place is Place.CONFIG_FILE and profile != "default"
    return f"[profile {profile}]" if named else f"[{profile}]"


def _sources(settings: tuple[Setting, ...]) -> str:
    places: dict[str, list[str]] = {}
    for setting in settings:
        places.setdefault(f"[{setting.section}]", []).append(f"{setting.option} ({setting.where})")
    return "; ".join(f"{section} {', '.join(options)}" for section, options in places.items())
