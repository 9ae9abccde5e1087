"""What tests of the migration share: run it on text, and show the result without the helper functions' bodies."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from codemods.catalog import catalog
from codemods.model import FileResult, Finding, Run, Site
from codemods.pipeline import migrate, migrate_text
from codemods.rewrite.helpers import emitted_modules
from codemods.rewrite.run_notes import NOTES
from codemods.settings import Settings, Style

CASES = Path(__file__).parent / "cases"
MARKER = "# ---- after ----\n"


def run_text(text: str, *, style: Style = Style.AUTO, path: str = "case.py") -> Run:
    """The run over one file, given as text."""
    return migrate_text(path, text.encode(), Settings(style=style))


def findings_here(text: str) -> list[Finding]:
    """The findings of one file, without what is said once for every program."""
    once = {note.rule for note in NOTES}
    return [finding for finding in run_text(text).files[0].findings if finding.rule not in once]


def migrated(text: str, *, style: Style = Style.AUTO) -> str:
    """The whole migrated text of one file."""
    run = run_text(text, style=style)
    return run.files[0].after.decode() if run.files else text


def sites(text: str, *, style: Style = Style.AUTO) -> list[Site]:
    """The sites of one file."""
    return list(run_text(text, style=style).sites)


def run_files(folder: Path, files: dict[str, str], *, settings: Settings | None = None) -> dict[str, FileResult]:
    """Write `files` below `folder` and give the results by relative path."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    run = migrate([str(folder)], settings or Settings())
    return {str(Path(result.path).relative_to(folder)): result for result in run.files}


def brief(text: str) -> str:
    """A migrated text with each emitted helper and Config shortened to its name, for reading."""
    names = {name for module in emitted_modules() for name in vars(module)}
    tree = ast.parse(text)
    lines = text.splitlines(keepends=True)
    emitted: list[str] = []
    for statement in reversed(tree.body):
        name = _defined(statement)
        if name is None or not (name.removesuffix("_aws") in names or re.fullmatch(r"(S3|EC2|VPC)_CONFIG", name)):
            continue
        if isinstance(statement, ast.FunctionDef | ast.ClassDef) or name.isupper() or name.startswith("_"):
            first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", []))])
            del lines[first - 1 : statement.end_lineno]
            emitted.insert(0, name)
            position = first - 1
    if not emitted:
        return text
    before, after = "".join(lines[:position]).rstrip("\n"), "".join(lines[position:]).lstrip("\n")
    shortened = f"{before}\n\n# emitted: {', '.join(emitted)}\n\n{after}"
    return re.sub(r"\n{4,}", "\n\n\n", shortened)


def _defined(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return statement.name
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return None


def read_case(path: Path) -> tuple[str, str]:
    """The two halves of a case file."""
    before, _, after = path.read_text().partition(MARKER)
    return before.rstrip("\n") + "\n", after


__all__ = ["CASES", "MARKER", "brief", "catalog", "migrated", "read_case", "run_files", "run_text", "sites"]
