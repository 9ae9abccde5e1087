"""Sites where a format string names members: `"{0.id} is {0.state}".format(instance)`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from codemods.catalog.errors import ErrorRow
from codemods.catalog.schema import Flag, Outcome, Rewrite
from codemods.code import Code, code
from codemods.inference import facts
from codemods.inference.values import Boto, Container, Function, Instance, Value, literal_of, literals_of
from codemods.rewrite.error_values import READ, is_own, read_error, rows_caught
from codemods.rewrite.errors import API
from codemods.rewrite.format_fields import fields_of, renumbered
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe
from codemods.rewrite.sites_reads import item_member

_FIRST = re.compile(r"\.([A-Za-z_]\w*)(.*)", re.DOTALL)
_ADVICE = "the format string reads members of a boto 2 object: give them to format() as values of their own"


def formatted_members(node: ast.Call, renderer: Renderer) -> Code | None:
    """A call of a literal's `format` that reads members of boto 2 objects: they become arguments of their own."""
    if not (isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
        return None
    literal = node.func.value
    texts = literals_of(renderer.type_of(literal))
    if any(isinstance(arg, ast.Starred) for arg in node.args) or any(keyword.arg is None for keyword in node.keywords):
        return None
    fields = [field for text in sorted(texts) for field in fields_of(text, node) or []]
    reading = [(arg, rest) for arg, rest in fields if rest.startswith(".") and _is_moved(arg, rest, renderer)]
    if not reading:
        return None
    api, service, rule = _described(*reading[0], renderer)
    if isinstance(literal, ast.Constant):
        outcome, notes = _written_out(literal, str(literal.value), fields, node, renderer)
    else:
        outcome, notes = _in_namespaces(texts, node, renderer)
    made = renderer.settle(node, api, service, rule, outcome, notes)
    return made if isinstance(outcome, Rewrite) else None


def _is_moved(arg: ast.expr, rest: str, renderer: Renderer) -> bool:
    """Does a field read what is different on boto3: of a boto 2 object, or of an error?"""
    return _holds_boto(arg, renderer) or bool(_errors_read(arg, rest, renderer))


def _errors_read(arg: ast.expr, rest: str, renderer: Renderer) -> list[ErrorRow]:
    """The errors of boto 2 that a field reads an attribute of."""
    value, first = renderer.type_of(arg), _FIRST.match(rest)
    if first is None or first[1] not in READ or is_own(first[1], value, renderer):
        return []
    return rows_caught(value, renderer)


def _described(arg: ast.expr, rest: str, renderer: Renderer) -> tuple[str, str, str]:
    """The api, the service and the rule id of what a field reads."""
    atoms, first = receivers(renderer.type_of(arg))[0], _FIRST.match(rest)
    member = first[1] if first is not None else ""
    rows = _errors_read(arg, rest, renderer)
    if rows:
        return f"{API}.{rows[0].name}.{member}", "errors", f"errors.{member}"
    return describe(atoms, member, renderer) if atoms else ("format", "ec2", "named-member")


def _holds_boto(node: ast.expr, renderer: Renderer) -> bool:
    """Can the argument be a boto 2 object, or an object of the program that keeps one?"""
    known = renderer.draft.view.analysis.facts

    def inside(value: Value, depth: int) -> bool:
        for atom in value:
            if isinstance(atom, Boto):
                return True
            if isinstance(atom, Container) and depth and inside(known.read(facts.item(atom.site, atom.level), None), 0):
                return True
        return False

    value = renderer.type_of(node)
    records = frozenset(atom for atom in value if isinstance(atom, Boto | Container))
    return inside(records, 1) or any(isinstance(atom, Instance) and _keeps_boto(atom, renderer) for atom in value)


def _keeps_boto(atom: Instance, renderer: Renderer) -> bool:
    known = renderer.draft.view.analysis.facts
    return any(
        isinstance(kept, Boto)
        for inner in ast.walk(atom.node)
        if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store)
        for kept in known.read(facts.attribute(atom.node, inner.attr), None)
    )


def _written_out(
    literal: ast.Constant, text: str, fields: list[tuple[ast.expr, str]], node: ast.Call, renderer: Renderer
) -> tuple[Outcome, list[str]]:
    """The call with one argument for each field, in the order of the fields."""
    shown = {id(arg) for arg, _ in fields}
    repeated = [arg for arg, _ in fields if not isinstance(arg, ast.Name | ast.Constant)]
    unused = [arg for arg in (*node.args, *(keyword.value for keyword in node.keywords)) if id(arg) not in shown]
    if unused or len(repeated) != len({id(arg) for arg in repeated}):
        return Flag(_ADVICE), []
    given: list[Code] = []
    notes: list[str] = []
    rests: list[str] = []
    for arg, rest in fields:
        first = _FIRST.fullmatch(rest)
        read = _member_read(arg, first, rest, renderer) if first is not None else None
        if first is None or read is None:
            given.append(renderer.render(arg))
            rests.append(rest)
            continue
        outcome, more = read
        if not isinstance(outcome, Rewrite):
            return outcome, more
        given.append(outcome.code)
        rests.append(first[2])
        notes += more
    template = renumbered(renderer.render(literal).text, text, rests)
    if template is None:
        return Flag(_ADVICE), []
    inside = ", ".join(part.text for part in given)
    return Rewrite(code(f"{template}.format({inside})", *given)), notes


def _member_read(
    arg: ast.expr, first: re.Match[str], rest: str, renderer: Renderer
) -> tuple[Outcome, list[str]] | None:
    """What a field's first member is on boto3; None where it stays what it is."""
    value = renderer.type_of(arg)
    rows = _errors_read(arg, rest, renderer)
    read = read_error(first[1], renderer.render_unwrapped(arg), rows, value, renderer) if rows else None
    if read is not None:
        return read, [read.note] if isinstance(read, Rewrite) and read.note else []
    if not _holds_boto(arg, renderer):
        return None
    atoms, mixed, _ = receivers(value)
    if not atoms or mixed or "." in first[2]:
        return Flag(_ADVICE), []
    return item_member(arg, first[1], sorted({atom.cls for atom in atoms}), renderer)


def _in_namespaces(texts: Iterable[str], node: ast.Call, renderer: Renderer) -> tuple[Outcome, list[str]]:
    """The call of a template that stands elsewhere."""
    given, notes = _namespaces(texts, node, renderer)
    if isinstance(given, Flag):
        return given, notes
    func = renderer.render(node.func)
    return Rewrite(code(f"{func}({', '.join(part.text for part in given)})", func, *given)), notes


def _namespaces(texts: Iterable[str], node: ast.Call, renderer: Renderer) -> tuple[list[Code] | Flag, list[str]]:
    """The arguments for templates: in place of an object, its members under the names that are asked for."""
    asked: dict[ast.expr, dict[str, Code]] = {}
    whole: set[ast.expr] = set()
    notes: list[str] = []
    for text in sorted(texts):
        for arg, rest in fields_of(text, node) or []:
            first = _FIRST.fullmatch(rest)
            read = _member_read(arg, first, rest, renderer) if first is not None else None
            if first is None or read is None:
                whole.add(arg)
                continue
            outcome, more = read
            if not isinstance(outcome, Rewrite):
                return outcome if isinstance(outcome, Flag) else Flag(_ADVICE), more
            asked.setdefault(arg, {})[first[1]] = outcome.code
            notes += more
    if whole & set(asked):
        return Flag(_ADVICE), []
    namespace = renderer.draft.imported("types", "SimpleNamespace")
    given: list[Code] = []
    for arg in (*node.args, *(keyword.value for keyword in node.keywords)):
        if arg in asked:
            members = ", ".join(f"{name}={made.term}" for name, made in asked[arg].items())
            given.append(code(f"{namespace}({members})", namespace, *asked[arg].values()))
        else:
            given.append(renderer.render(arg))
    names = ["" for _ in node.args] + [f"{keyword.arg}=" for keyword in node.keywords]
    return [code(name + part.text, part) for name, part in zip(names, given, strict=True)], notes


def forwarded_format(node: ast.Call, renderer: Renderer) -> Code | None:
    """`say("{0.name}", bucket)`, where the program's `say` gives all that it gets to `format`."""
    index = next((i for i, arg in enumerate(node.args) if literal_of(renderer.type_of(arg)) is not None), -1)
    text = literal_of(renderer.type_of(node.args[index])) if index >= 0 else None
    if text is None or "." not in text or not _formats_the_rest(renderer.type_of(node.func)):
        return None
    rest = [*node.args[index + 1 :], *(keyword.value for keyword in node.keywords)]
    if any(isinstance(arg, ast.Starred) for arg in rest) or any(keyword.arg is None for keyword in node.keywords):
        return None
    call = ast.Call(func=node.args[index], args=node.args[index + 1 :], keywords=node.keywords)
    fields = fields_of(text, call) or []
    reading = [(arg, shown) for arg, shown in fields if shown.startswith(".") and _is_moved(arg, shown, renderer)]
    if not reading:
        return None
    given, notes = _namespaces([text], call, renderer)
    api, service, rule = _described(*reading[0], renderer)
    if isinstance(given, Flag):
        renderer.settle(node, api, service, rule, given, notes)
        return None
    parts = [renderer.render(arg) for arg in (node.func, *node.args[: index + 1])]
    inside = ", ".join(part.text for part in (*parts[1:], *given))
    return renderer.settle(node, api, service, rule, Rewrite(code(f"{parts[0]}({inside})", *parts, *given)), notes)


def _formats_the_rest(called: Value) -> bool:
    """Does a function of the program hand its `*args` to `format`?"""
    functions = [atom.node for atom in called if isinstance(atom, Function)]
    return bool(functions) and len(functions) == len(called) and all(_formats(node.args, node) for node in functions)


def _formats(args: ast.arguments, function: ast.AST) -> bool:
    calls = [inner for inner in ast.walk(function) if isinstance(inner, ast.Call)]
    return args.vararg is not None and any(
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "format"
        and any(
            isinstance(arg, ast.Starred) and isinstance(arg.value, ast.Name) and arg.value.id == args.vararg.arg
            for arg in call.args
        )
        for call in calls
    )
