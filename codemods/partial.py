"""Did the run see the whole program, or a file of a package whose other modules use it, too?"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from codemods.inference.frame import Analysis
from codemods.model import Finding

RULE = "partial-program"


def partial_program(analysis: Analysis, tops: Iterable[str], seen: Iterable[str]) -> tuple[Finding, ...]:
    """A note for each file that was given alone while modules that it imports lie beside it, unread."""
    known = set(seen)
    findings = []
    for top in tops:
        path = PurePosixPath(top)
        if not Path(top).is_file():
            continue
        module = analysis.program.modules.get(str(path))
        missing = sorted(_beside(module.tree, path, module.package) - known) if module is not None else []
        others = sorted(_siblings(path) - known - set(missing)) if module is not None and module.package else []
        if missing or others:
            named = ", ".join(PurePosixPath(each).name for each in (missing or others)[:3])
            message = (
                f"only this file of the program was read, not {named}; what objects hold that come from there or go "
                "there is not known: run on the whole program"
            )
            findings.append(Finding(top, 0, RULE, message))
    return tuple(findings)


def _beside(tree: ast.Module, path: PurePosixPath, package: tuple[str, ...]) -> set[str]:
    """Files that the imports of a file name, as far as they are there."""
    root = path.parent
    for _ in package:
        root = root.parent
    found: set[str] = set()
    for node in ast.walk(tree):
        names: list[tuple[PurePosixPath, str]] = []
        if isinstance(node, ast.Import):
            names = [(root, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = root
            if node.level:
                base = path.parent
                for _ in range(node.level - 1):
                    base = base.parent
            dotted = node.module or ""
            names = [(base, dotted)] if dotted else []
            names += [(base, ".".join(filter(None, (dotted, alias.name)))) for alias in node.names]
        for base, dotted in names:
            for place in (base, path.parent):
                file = f"{place.joinpath(*dotted.split('.'))}.py"
                if Path(file).is_file():
                    found.add(file)
    return found - {str(path)}


def _siblings(path: PurePosixPath) -> set[str]:
    """The modules of the same package that import this one by name."""
    importing = set()
    for file in sorted(Path(path.parent).glob("*.py")):
        try:
            raw = file.read_bytes()
        except OSError:
            continue
        if b"import" in raw and path.stem.encode() in raw:
            importing.add(str(PurePosixPath(file)))
    return importing - {str(path)}
