"""Types that the author wrote down: annotations, docstrings (Sphinx, epydoc, Google, NumPy), type comments, hints.

They count for parameters and returns of which the flow tells nothing.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from codemods.catalog.index import Catalog
from codemods.inference import facts
from codemods.inference.frame import Analysis, Frame
from codemods.inference.program import ModuleFile
from codemods.inference.scopes import parameters
from codemods.inference.values import NONE, NOTHING, Boto, BotoName, Container, Evidence, Other, Value

FunctionDef = ast.FunctionDef | ast.AsyncFunctionDef

_SPHINX_TYPE = re.compile(r"[:@]type\s+\*{0,2}(\w+)\s*:[ \t]*(.+)")
_SPHINX_PARAM = re.compile(r":param\s+([^\s:][^:]*?)\s+\*{0,2}(\w+)\s*:")
_SPHINX_RETURN = re.compile(r"[:@]r(?:type|eturn|eturns)\s*:[ \t]*(.+)")
_GOOGLE_ITEM = re.compile(r"^\s+\*{0,2}(\w+)\s*\(([^)]+)\)\s*:")
_NUMPY_ITEM = re.compile(r"^\s*\*{0,2}(\w+)\s*:\s*(\S.*)$")
_TYPE_COMMENT = re.compile(r"#\s*type:\s*(?!ignore)(.+?)\s*$")
_DOTTED = re.compile(r"[A-Za-z_][\w.]*")
_WRAPPED = re.compile(r"\b(?:typing\.)?(?:Optional|Final|ClassVar|Annotated)\[(.*)\]")
_MANY = re.compile(r"\[|\b(?:list|iterable|iterator|sequence|set|tuple|generator|resultset)s?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Declaration:
    """Type texts of one function by parameter; `returns` for what it gives."""

    parameters: dict[str, str] = field(default_factory=dict)
    returns: str = ""


def read_docstring(text: str) -> Declaration:
    """The types that a docstring names, as text."""
    types: dict[str, str] = {}
    for match in _SPHINX_PARAM.finditer(text):
        types[match[2]] = match[1]
    for match in _SPHINX_TYPE.finditer(text):
        types[match[1]] = match[2]
    returns = next((match[1] for match in _SPHINX_RETURN.finditer(text)), "")
    section = ""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        heading = line.strip().rstrip(":").lower()
        underlined = number + 1 < len(lines) and re.fullmatch(r"\s*-{3,}\s*", lines[number + 1]) is not None
        if heading in ("args", "arguments", "parameters", "returns", "return", "yields") and (
            line.strip().endswith(":") or underlined
        ):
            section = "numpy " + heading if underlined else "google " + heading
            continue
        if section.startswith("google a") or section == "google parameters":
            if item := _GOOGLE_ITEM.match(line):
                types.setdefault(item[1], item[2])
        elif section == "numpy parameters":
            if item := _NUMPY_ITEM.match(line):
                types.setdefault(item[1], item[2])
        elif "return" in section and line.strip() and not set(line.strip()) <= {"-"}:
            returns = returns or line.strip()
            section = ""
    return Declaration(types, returns)


def declare(analysis: Analysis) -> None:
    """Add what is declared to facts that the flow left empty."""
    analysis.trusts_declarations = True
    analysis.facts.wait(analysis.undeclared)
    for node, scope in analysis.scopes.items():
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        module = analysis.module_of[node]
        frame = Frame(analysis, node, module, scope, None)
        declaration = _all_of(node, module)
        for arg in parameters(node.args):
            about = facts.parameter(node, arg.arg)
            known = analysis.facts.read(about, None)
            if known - {Other.NONE}:
                continue
            value = NOTHING
            if arg.annotation is not None:
                value = value_of_text(annotation_text(arg.annotation), arg, frame)
            elif arg.arg in declaration.parameters:
                value = value_of_text(declaration.parameters[arg.arg], arg, frame)
            if value:
                analysis.give(node, arg.arg, value)
        returned = analysis.facts.read(facts.returned(node), None)
        text = annotation_text(node.returns) if node.returns is not None else declaration.returns
        if text and not any(isinstance(atom, Boto | Container) for atom in returned):
            value = value_of_text(text, node, frame)
            if value:
                analysis.facts.add(facts.returned(node), value)
                analysis.facts.add(facts.given(node, "return"), value)


def _all_of(node: FunctionDef, module: ModuleFile) -> Declaration:
    declaration = read_docstring(ast.get_docstring(node, clean=False) or "")
    parent = module.parents.get(node)
    if node.name == "__init__" and isinstance(parent, ast.ClassDef):
        of_class = read_docstring(ast.get_docstring(parent, clean=False) or "")
        declaration = Declaration({**of_class.parameters, **declaration.parameters}, declaration.returns)
    first = node.body[0].lineno if node.body else node.lineno
    for line in range(node.lineno, first + 1):
        match = _TYPE_COMMENT.search(module.source.line_text(line))
        if match is None:
            continue
        signature = re.fullmatch(r"\((.*)\)\s*->\s*(.+)", match[1])
        if signature:
            names = [arg.arg for arg in parameters(node.args)]
            texts = [text.strip() for text in signature[1].split(",")]
            if len(texts) == len(names) - 1:
                names = names[1:]
            declaration = Declaration(
                {**declaration.parameters, **dict(zip(names, texts, strict=False))},
                signature[2],
            )
        else:
            for arg in parameters(node.args):
                if arg.lineno == line:
                    declaration.parameters[arg.arg] = match[1]
    return declaration


def type_comment(node: ast.Assign, module: ModuleFile) -> str:
    """The text of `x = f()  # type: Bucket`; empty when there is none."""
    last = module.source.line_text(node.end_lineno or node.lineno)
    match = _TYPE_COMMENT.search(last) if "#" in last else None
    return match[1] if match is not None else ""


def annotation_text(annotation: ast.expr) -> str:
    """An annotation as text, out of its quotes if it has any."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return ast.unparse(annotation)


def value_of_text(text: str, site: ast.AST, frame: Frame, short_names: bool = False) -> Value:
    """The value that a type text stands for; nothing when it names no boto 2 class."""
    if not text:
        return NOTHING
    whole = text
    text = _WRAPPED.sub(r"\1", text.split(" -- ")[0])
    shorts = []
    for match in _DOTTED.finditer(text):
        short = _class_of(match[0].strip("."), frame, short_names)
        if short is not None and short not in shorts:
            shorts.append(short)
    if not shorts:
        return NOTHING
    objects: Value = frozenset(Boto(short, site, "declared", None, Evidence.DECLARED) for short in shorts)
    if _MANY.search(text):
        objects = frame.container("list", site, objects)
    if re.search(r"\bNone\b|\b[Oo]ptional\b", whole):
        objects = objects | NONE
    return objects


def _class_of(name: str, frame: Frame, short_names: bool) -> str | None:
    catalog: Catalog = frame.analysis.catalog
    known = catalog.class_named(name)
    if known is not None:
        return known.short
    if short_names:
        matches = [cls.short for cls in catalog.classes.values() if name in (cls.short, cls.name.rpartition(".")[2])]
        return matches[0] if len(matches) == 1 or name in matches else None
    head, _, rest = name.partition(".")
    owner = frame.scope.owner(head)
    if owner is None:
        return None
    for atom in frame.analysis.facts.read(facts.variable(owner.node, head), None):
        if isinstance(atom, BotoName):
            known = catalog.class_named(f"{atom.name}.{rest}" if rest else atom.name)
            if known is not None:
                return known.short
    return None
