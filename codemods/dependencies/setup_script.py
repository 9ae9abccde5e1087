"""setup.py (and noxfile.py): requirements in string literals, found with Python's own parser, edited in
place.

A literal with a version (`"boto>=2.0"`) is a requirement wherever it stands. A bare `"boto"` is one where the
list or the call around it has a name that says so; elsewhere (keywords, packages) it is a word.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from codemods.dependencies.items import Found, Item, Mention
from codemods.dependencies.requirement import parse_requirement, starts_like_boto
from codemods.dependencies.requirements_file import COMPUTED, FROM_URL, names_boto_url, read_requirements
from codemods.model import Span
from codemods.source import Source

_REQUIRES = re.compile(r"require|depend|install|extras|(?:^|_)(?:reqs?|deps?)(?:_|$)|tests?_req", re.IGNORECASE)
_OTHER = re.compile(
    r"^(?:keywords|packages|py_modules|name|description|long_description|classifiers|scripts|entry_points|url|author"
    r"|provides|obsoletes|package_data|package_dir|namespace_packages|platforms|exclude|include|where|version|license"
    r"|dependency_links|data_files|ext_modules|cmdclass|title|maintainer)$"
)
_LITERAL = re.compile(r"(?P<open>[uU]?(?P<quotes>\"\"\"|'''|\"|'))(?P<inner>.*)(?P=quotes)", re.DOTALL)
UNCLEAR = "If this asks for the package boto, ask for boto3."
PYTHON_2 = "This script is not valid Python 3, so it was not edited: ask for boto3 by hand."


def read_setup_script(path: str, text: str) -> Iterator[Found]:
    """The requirements in a script's string literals."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        for match in re.finditer(r"(?<=[\"'])boto(?![\w.-])[^\"'\n]*(?=[\"'])", text):
            yield Mention(Span(*match.span()), PYTHON_2)
        return
    source = Source(path, b"", text)
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and _names_a_package(node.value):
            yield from _read_literal(node, source, parents)


def _names_a_package(value: object) -> bool:
    return isinstance(value, str) and ("boto" in value.lower() or "moto" in value.lower())


Parents = dict[ast.AST, ast.AST]


def _read_literal(node: ast.Constant, source: Source, parents: Parents) -> Iterator[Found]:
    parent = parents[node]
    if isinstance(parent, ast.Dict) and node in parent.keys:
        return
    span = source.span(node)
    name = _context(node, parents)
    literal = _LITERAL.fullmatch(source.text[span.start : span.end])
    if isinstance(parent, ast.JoinedStr | ast.BinOp | ast.FormattedValue) or literal is None:
        if starts_like_boto(str(node.value)) and (_REQUIRES.search(name) or not _OTHER.match(name)):
            outer = source.span(parent) if isinstance(parent, ast.expr) else span
            yield Mention(outer, COMPUTED)
        return
    inner = literal["inner"]
    if "\\" in inner:
        if _REQUIRES.search(name) and re.search(r"(?<![\w.-])boto(?![\w.-])", inner):
            yield Mention(span, COMPUTED)
        return
    inner_start = span.start + len(literal["open"])
    if "\n" in inner:
        if _REQUIRES.search(name):
            yield from (_shifted(found, inner_start, span) for found in read_requirements(inner))
        return
    requirement = parse_requirement(inner.strip())
    if requirement is None:
        if _REQUIRES.search(name) or name == "dependency_links":
            if names_boto_url(inner):
                yield Mention(span, FROM_URL)
            elif starts_like_boto(inner) or (isinstance(parent, ast.Attribute) and "boto" in inner.split()):
                yield Mention(span, COMPUTED)
        return
    if not requirement.specifier and not requirement.is_direct:
        if _OTHER.match(name):
            return
        if not _REQUIRES.search(name):
            if requirement.key == "boto" and requirement.name == "boto" and not _is_import(parent):
                yield Mention(span, UNCLEAR)
            return
    opening, quotes = literal["open"], literal["quotes"]
    removal, addition = _in_list(node, parent, source)
    group = f"{source.span(parent).start}" if isinstance(parent, ast.expr) else f"{span.start}"
    yield Item(span, requirement, group, lambda new: f"{opening}{new}{quotes}", removal, addition)


def _context(node: ast.AST, parents: Parents) -> str:
    """The name that says what a literal is for: a keyword, a variable, a dict's key, a function called."""
    child: ast.AST = node
    while (parent := parents.get(child)) is not None:
        match parent:
            case ast.keyword(arg=str(name)):
                return name
            case ast.Assign(targets=[ast.Name(id=name), *_]) | ast.AnnAssign(target=ast.Name(id=name)):
                return name
            case ast.AugAssign(target=ast.Name(id=name)):
                return name
            case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=str(name)), value=value), *_]):
                return f"{ast.unparse(value)} {name}"
            case ast.Dict(keys=keys, values=values) if child in values:
                key = keys[values.index(child)]
                outer = _context(parent, parents)
                inner = key.value if isinstance(key, ast.Constant) else ""
                return outer if _REQUIRES.search(outer) else str(inner)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append" | "extend" | "insert" | "add")):
                return name
            case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)) if child in parent.args:
                return name
            case ast.FunctionDef(name=name):
                return name
            case ast.Compare():
                return "name"
        child = parent
    return ""


def _is_import(parent: ast.AST) -> bool:
    """`__import__("boto")`, `import_module("boto")`: a matter for the rewrite of code."""
    return isinstance(parent, ast.Call) and "import" in ast.unparse(parent.func)


def _in_list(node: ast.expr, parent: ast.AST, source: Source) -> tuple[Span, tuple[int, str, str] | None]:
    """What goes with an element of a list, and where another element would go."""
    span = source.span(node)
    if not isinstance(parent, ast.List | ast.Tuple | ast.Set):
        # A string alone, or the argument of append().
        return span, None
    elements = parent.elts
    index = elements.index(node)
    own_line = source.text[source.offset(node.lineno, 0) : span.start].isspace()
    separator = ", "
    if own_line:
        separator = f",{source.newline}{source.text[source.offset(node.lineno, 0) : span.start]}"
    if index + 1 < len(elements):
        removal = Span(span.start, source.span(elements[index + 1]).start)
    elif index > 0:
        removal = Span(source.span(elements[index - 1]).end, span.end)
    else:
        removal = span
    after_comma = re.match(r"\s*,[ \t]*(?:#[^\r\n]*)?(?=\r|\n)", source.text[span.end :])
    if own_line and after_comma:
        line_start = source.offset(node.lineno, 0)
        line_end = span.end + after_comma.end()
        removal = Span(line_start, line_end + len(re.match(r"\r\n|\r|\n", source.text[line_end:]).group()))  # type: ignore[union-attr]
    return removal, (span.end, separator, "")


def _shifted(found: Found, by: int, literal: Span) -> Found:
    """What was found in a literal of several lines, at its place in the file."""

    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    if not isinstance(found, Item):
        return replace(found, span=moved(found.span))
    addition = found.addition
    return replace(
        found,
        span=moved(found.span),
        removal=moved(found.removal),
        addition=(addition[0] + by, *addition[1:]) if addition else None,
        group=f"literal {literal.start}",
    )
