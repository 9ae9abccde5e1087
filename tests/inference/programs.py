"""Small programs with the types that marked expressions must have.

A file in `ways/` holds many programs; each begins with `# ==== what it shows`, and `# ---- path.py` begins a further
module of it (the first is `main.py` unless the program begins with such a line). A marker at the end of a line,
`#? EXPRESSION: TYPES`, says what an expression of that line holds; several are parted by `;`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from codemods.catalog import catalog
from codemods.discover import Found, names_boto
from codemods.expand import next_files
from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile, Program
from codemods.inference.solve import complete, follow
from codemods.inference.values import (
    Boto,
    BotoMethod,
    BotoName,
    Class,
    Container,
    Evidence,
    Instance,
    Other,
    Plain,
    Value,
)
from codemods.source import Source

WAYS = Path(__file__).parent / "ways"


@dataclass(frozen=True)
class Way:
    """One program: its modules by path."""

    topic: str
    title: str
    modules: dict[str, str]

    def __str__(self) -> str:
        return f"{self.topic}: {self.title}"


def read_ways(path: Path) -> Iterator[Way]:
    """The programs of one file."""
    for part in re.split(r"^# ==== ", path.read_text(), flags=re.MULTILINE)[1:]:
        title, _, text = part.partition("\n")
        first, *more = re.split(r"^# ---- (\S+)\n", text, flags=re.MULTILINE)
        modules = {"main.py": first} if first.strip() else {}
        modules.update(zip(more[::2], more[1::2], strict=True))
        yield Way(path.stem, title, modules)


def analysed(modules: dict[str, str], hints: dict[str, str] | None = None) -> Analysis:
    """The analysis of a program as the pipeline makes it: files that name boto 2 first, then what they lead to."""
    found = [Found(path, text.encode()) for path, text in modules.items()]
    wanted, rest = [file for file in found if names_boto(file)], [file for file in found if not names_boto(file)]
    parsed: list[ModuleFile] = []
    while True:
        parsed += [_module(file, modules) for file in wanted]
        analysis = follow(Program(sorted(parsed, key=lambda module: module.key)), catalog())
        wanted = next_files(analysis, rest) or next_files(complete(analysis, hints or {}), rest)
        if not wanted:
            return analysis
        rest = [file for file in rest if file not in wanted]


def _module(file: Found, modules: dict[str, str]) -> ModuleFile:
    package: list[str] = []
    folder = PurePosixPath(file.path).parent
    while folder.name and f"{folder}/__init__.py" in modules:
        package.insert(0, folder.name)
        folder = folder.parent
    text = file.raw.decode()
    return ModuleFile(file.path, Source(file.path, file.raw, text, "utf-8"), ast.parse(text), tuple(package))


def wrong_types(modules: dict[str, str], hints: dict[str, str] | None = None) -> list[str]:
    """A line for each marked expression that does not have its type; raises when a marker marks nothing."""
    analysis = analysed(modules, hints)
    problems = []
    for path, text in modules.items():
        module = analysis.program.modules.get(path)
        for number, line in enumerate(text.splitlines(), 1):
            for expression, expected in _markers(line):
                if module is None:
                    problems.append(f"{path}: not read")
                    continue
                node = _node(module.tree, number, expression)
                found = names_of(analysis.type_of(node))
                if found != expected:
                    problems.append(f"{path}:{number}: {expression} is {show(found)}, not {show(expected)}")
    return problems


def _markers(line: str) -> Iterator[tuple[str, frozenset[str]]]:
    _, marker, text = line.partition("  #? ")
    for part in text.split(";") if marker else ():
        expression, _, types = part.strip().rpartition(": ")
        yield expression, frozenset(name.strip() for name in types.split("|"))


def _node(tree: ast.Module, line: int, expression: str) -> ast.AST:
    """The expression that a marker means: on its line, else the nearest above (a target of the loop around it)."""
    wanted = ast.unparse(ast.parse(expression, mode="eval"))
    found: tuple[int, bool, ast.AST] | None = None
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr | ast.arg) or node.lineno > line:
            continue
        if (node.arg if isinstance(node, ast.arg) else ast.unparse(node)) == wanted:
            is_read = not isinstance(getattr(node, "ctx", None), ast.Store)
            if found is None or (node.lineno, is_read) > found[:2]:
                found = node.lineno, is_read, node
    assert found is not None, f"line {line}: the marker's expression {expression!r} is not there"
    return found[2]


def names_of(value: Value) -> frozenset[str]:
    """Names for what a value holds; a type that does not come from the flow says how it is known."""
    return frozenset(_name(atom) for atom in value)


def _name(atom: object) -> str:
    match atom:
        case Boto(cls=cls, evidence=evidence):
            return cls if evidence is Evidence.FLOW else f"{cls} ({evidence.name.lower()})"
        case BotoMethod(owner=owner, name=name):
            return f"{owner.cls}.{name}()"
        case BotoName(name=name):
            return name
        case Plain(type=name):
            return name
        case Container(kind=kind):
            return kind
        case Class(node=node):
            return f"class {node.name}"
        case Instance(node=node):
            return node.name
        case Other.NONE:
            return "None"
        case Other.UNKNOWN:
            return "?"
    return type(atom).__name__.lower()


def show(names: frozenset[str]) -> str:
    """For messages."""
    return " | ".join(sorted(names)) or "nothing"
