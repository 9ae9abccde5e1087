"""Plans one file: decides every site, gathers the edits, and gives the text that they make."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from codemods.code import Code, Import, Need, SharedConfig
from codemods.inference.attributes import decorators
from codemods.inference.program import ModuleFile
from codemods.inference.scopes import parameters
from codemods.marked import first_line, markers_above
from codemods.model import Edit, Finding, Site, Span, Status
from codemods.rewrite.apply import apply
from codemods.rewrite.block import CONFIG_IMPORT, config_lines, helper_block, insertion, section_end, with_local_imports
from codemods.rewrite.comments import lost_comments
from codemods.rewrite.docstrings import docstring_edits
from codemods.rewrite.doubles import flag_doubles
from codemods.rewrite.draft import Decision, Draft, ProgramView
from codemods.rewrite.imports import (
    already_imported,
    boto_imports,
    edit_imports,
    edit_reexports,
    import_lines,
    is_standard_library,
    leftovers,
    remove_statement,
    standard_library_imports,
)
from codemods.rewrite.layout import fit, line_limit
from codemods.rewrite.leftovers import Leftover, mark_leftovers
from codemods.rewrite.markers import marker_edits, remove_markers
from codemods.rewrite.moto import moto_edits
from codemods.rewrite.names import Names
from codemods.rewrite.optional import edit_fallbacks, stand_in
from codemods.rewrite.render import Renderer
from codemods.rewrite.replacements import flag_replacements
from codemods.rewrite.rules import EXPRESSION_RULES
from codemods.rewrite.secrets import hard_coded
from codemods.rewrite.shared import from_module
from codemods.rewrite.sites_local import changed_item
from codemods.rewrite.sites_protocols import boto_value
from codemods.rewrite.sites_stores import assignment
from codemods.rewrite.switches import expiring_environment, removed_switch
from codemods.rewrite.text import child_expressions
from codemods.rewrite.waiters import offer_waiter


@dataclass(frozen=True)
class Planned:
    """One file's plan, carried out: its new text, and what happened to each site."""

    text: str
    sites: tuple[Site, ...]
    findings: tuple[Finding, ...]
    needs: frozenset[Need] = frozenset()


@dataclass(frozen=True)
class _Imported:
    """The edits of a file: blocks of imports, constants and helpers, and all others."""

    blocks: list[Edit]
    edits: list[Edit]


@dataclass(frozen=True)
class _Piece:
    """One edit with the code that it writes and the statement that it changes."""

    edit: Edit
    made: Code
    statement: ast.stmt


def plan(view: ProgramView, module: ModuleFile) -> Planned:
    """What becomes of one file. Raises ValueError when the result would not be valid Python (a bug of this tool)."""
    draft = Draft(view, module, Names(module))
    renderer = Renderer(draft, EXPRESSION_RULES, boto_value)
    pieces: list[_Piece] = []
    for statement in _statements(module.tree):
        pieces += _plan_statement(statement, draft, renderer)
    _make_hoisted(draft, renderer)
    flag_doubles(renderer)
    flag_replacements(renderer)
    edits = [_laid_out(piece, draft) for piece in pieces]
    edits += _hoists(draft)
    edits += docstring_edits(draft)
    mocks = moto_edits(draft)
    edits = [edit for edit in edits if not any(mock.span.contains(edit.span) for mock in mocks)] + mocks
    edits += [remove_statement(draft, statement) for statement in draft.removed]
    needs = set().union(*(piece.made.needs for piece in pieces), *(made.needs for _, _, made in draft.hoisted))
    try:
        rewritten = ast.parse(apply(draft.text, [*edits, *_hoists(draft, left=True)]))
        removed = set(draft.removed)
        edits += [*edit_reexports(draft, leftovers(rewritten)), *edit_fallbacks(draft, rewritten)]
        edits += [remove_statement(draft, statement) for statement in draft.removed - removed]
        rewritten = ast.parse(apply(draft.text, [*edits, *_hoists(draft, left=True)]))
        pieces = [replace(each, made=replace(each.made, needs=_here(each.made.needs, draft))) for each in pieces]
        imported = _with_imports(edits, set(_here(needs, draft)), pieces, rewritten, draft)
        edits = [*imported.blocks, *imported.edits]
        edits = [*imported.blocks, *lost_comments(edits, draft), *imported.edits, *_markers(draft, edits)]
        edits += _hoists(draft, left=True)  # below the marker that is meant for them
        text = apply(draft.text, edits)
        text, left = mark_leftovers(module.key, text, view.own_names)
        ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise ValueError(f"the planned text would not be valid Python ({error}); the file is left as it is") from error
    sites = (*_sites(draft, edits, text), *_leftover_sites(left, draft, edits, text))
    return Planned(text, sites, (*draft.findings, *hard_coded(module.source)), frozenset(needs))


def _here(needs: Iterable[Need], draft: Draft) -> frozenset[Need]:
    return frozenset(from_module(needs, draft))


def _statements(tree: ast.Module) -> list[ast.stmt]:
    found = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def _plan_statement(statement: ast.stmt, draft: Draft, renderer: Renderer) -> list[_Piece]:
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return []
    decided = set(draft.decisions)
    pieces: list[_Piece] = []
    expiring_environment(statement, renderer)
    if removed_switch(statement, renderer):
        return []
    if isinstance(statement, ast.While):
        offer_waiter(statement, draft)
    whole = assignment(statement, renderer) if isinstance(statement, ast.Assign) else None
    whole = whole or changed_item(statement, renderer) or stand_in(statement, renderer)
    if whole is not None:
        pieces.append(_Piece(Edit(draft.span(statement), whole.text), whole, statement))
    else:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            pieces += [_Piece(edit, Code(edit.text), statement) for edit in _new_parameters(statement, draft)]
        for child in child_expressions(statement):
            pieces += [_Piece(edit, made, statement) for edit, made in renderer.edits(child)]
    present = markers_above(draft.module.source, statement)
    if present:
        for site in set(draft.decisions) - decided:
            message = present[0].partition(":")[2].partition(" ")[2].strip() or "marked earlier"
            draft.decisions[site] = replace(
                draft.decisions[site], status=Status.FLAGGED, message=f"marked earlier: {message}", after=""
            )
        draft.removed.discard(statement)
        return []
    if statement in draft.removed:
        return []
    return pieces


def _new_parameters(function: ast.FunctionDef | ast.AsyncFunctionDef, draft: Draft) -> list[Edit]:
    """The clients that a private function takes now, before its own parameters."""
    names = draft.view.handover.parameters.get(function)
    if not names:
        return []
    text = ", ".join(names)
    positional = [*function.args.posonlyargs, *function.args.args]
    is_method = function in draft.view.analysis.class_of and "staticmethod" not in decorators(function)
    if is_method and positional:
        end = draft.span(positional[0]).end
        return [Edit(Span(end, end), f", {text}")]
    start = draft.text.index("(", draft.text.index(function.name, draft.span(function).start)) + 1
    return [Edit(Span(start, start), text + (", " if parameters(function.args) else ""))]


def _laid_out(piece: _Piece, draft: Draft) -> Edit:
    """The edit's text, broken over lines where it would be too long."""
    source = draft.module.source
    edit = piece.edit
    line = source.line_of(edit.span.start)
    content = source.line_text(line)
    indent = content[: len(content) - len(content.lstrip())]
    end_line = source.line_of(edit.span.end)
    trailing = len(source.line_text(end_line)) - (source.column_of(edit.span.end) - 1)
    if _in_string(edit.span, piece.statement, draft):
        return edit
    column = edit.span.start - source.line_starts[line - 1]
    return replace(edit, text=fit(edit.text, column, trailing, indent, line_limit(source.text), source.newline))


def _in_string(span: Span, statement: ast.stmt, draft: Draft) -> bool:
    return any(isinstance(node, ast.JoinedStr) and draft.span(node).contains(span) for node in ast.walk(statement))


def _make_hoisted(draft: Draft, renderer: Renderer) -> None:
    """Make every connection that is to get a name, also where the code that it stood in has no room for it now."""
    made = {statement for statement, _, _ in draft.hoisted}
    for node, (statement, _, _) in draft.view.reach.hoisted.items():
        if node in draft.module.parents and statement not in made:
            renderer.render(node)  # type: ignore[arg-type]


def _hoists(draft: Draft, left: bool = False) -> list[Edit]:
    """Statements that name a connection which was made and used in one expression; `left` to a person, or not."""
    edits = []
    source = draft.module.source
    for statement, name, made in draft.hoisted:
        if left is bool(made.needs):
            continue  # a client needs boto3
        number = first_line(statement)
        content = source.line_text(number)
        indent = content[: len(content) - len(content.lstrip())]
        text = fit(f"{name} = {made.text}", len(indent), 0, indent, line_limit(source.text), source.newline)
        start = source.line_starts[number - 1]
        edits.append(Edit(Span(start, start), f"{indent}{text}{source.newline}"))
    return edits


def _with_imports(
    edits: list[Edit], needs: set[Need], pieces: list[_Piece], rewritten: ast.Module, draft: Draft
) -> _Imported:
    """`edits`, and those that import and define what the new code needs. `rewritten` is what they make of the file."""
    rest = leftovers(rewritten)
    statements = boto_imports(draft.module)
    top = [statement for statement in statements if _function_around(statement, draft) is None]
    lazy = bool(statements) and not top
    helpers, helper_imports = helper_block(needs, draft, rewritten)
    if lazy:
        helpers = [with_local_imports(text, helper_imports) for text in helpers]
        local, outside = _local_lines(statements, pieces, draft)
        result = edits + edit_imports(draft, rest, local, rewritten)
        wanted = {need for piece in outside for need in piece.made.needs}
        return _inserted(result, wanted, set(), helpers, None, draft)
    anchor = top[0] if top else None
    nested = anchor is not None and not isinstance(draft.parent(anchor), ast.Module)
    if anchor is None:
        return _inserted(edits, needs, helper_imports, helpers, None, draft)
    imports = (_imports_of(needs, draft) | helper_imports) - already_imported(draft.module)
    beside = standard_library_imports(draft, imports)
    lines = import_lines(imports if beside is None else {need for need in imports if not is_standard_library(need)})
    config = config_lines(needs, draft)
    here: dict[ast.stmt, list[str]] = {anchor: [*lines, *(config if nested else [])]}
    fresh = {need.alias or need.bound for need in imports}  # what boto 2 had handed on under the same name: json
    result = edits + edit_imports(draft, replace(rest, names=rest.names - fresh), here, rewritten)
    place = _before_or_behind(_top_statement(anchor, draft), draft)
    block = insertion(draft, place, [], [] if nested else config, helpers)
    # The block leads: what stands at the same place, such as a connection that gets a name, relies on it.
    return _Imported([each for each in (beside, block) if each is not None], result)


def _before_or_behind(statement: ast.stmt, draft: Draft) -> int:
    """Where helpers go: behind the imports that a statement belongs to, but before one that also does the work."""
    inner = [node for node in ast.walk(statement) if isinstance(node, ast.stmt) and node is not statement]
    works = any(isinstance(node, ast.Expr | ast.For | ast.While | ast.With | ast.Return) for node in inner)
    if works or any(isinstance(node, ast.Assign) and not isinstance(node.value, ast.Constant) for node in inner):
        return draft.module.source.line_starts[first_line(statement) - 1]
    return section_end(draft, statement)


def _imports_of(needs: Iterable[Need], draft: Draft) -> set[Import]:
    imports = {need for need in needs if isinstance(need, Import)}
    if any(isinstance(need, SharedConfig) for need in needs):
        imports.add(draft.names.imported(CONFIG_IMPORT))
    return imports


def _inserted(
    edits: list[Edit],
    needs: set[Need],
    helper_imports: set[Import],
    helpers: list[str],
    anchor: ast.stmt | None,
    draft: Draft,
) -> _Imported:
    imports = (_imports_of(needs, draft) | helper_imports) - already_imported(draft.module)
    config = config_lines(needs, draft)
    block = insertion(draft, section_end(draft, anchor), import_lines(imports), config, helpers)
    return _Imported([] if block is None else [block], edits)


def _local_lines(
    statements: list[ast.Import | ast.ImportFrom], pieces: list[_Piece], draft: Draft
) -> tuple[dict[ast.stmt, list[str]], list[_Piece]]:
    """For files that import boto 2 only inside functions: the lines for each function, and the pieces elsewhere."""
    by_function: defaultdict[ast.AST, list[_Piece]] = defaultdict(list)
    homes: dict[ast.AST, ast.stmt] = {}
    for statement in statements:
        function = _function_around(statement, draft)
        assert function is not None
        homes.setdefault(function, statement)
    outside = []
    for piece in pieces:
        function = _function_around(piece.statement, draft)
        while function is not None and function not in homes:
            function = _function_around(function, draft)
        if function is None:
            outside.append(piece)
        else:
            by_function[function].append(piece)
    lines: dict[ast.stmt, list[str]] = {}
    for function, inside in by_function.items():
        needs = {need for piece in inside for need in piece.made.needs}
        lines[homes[function]] = [*import_lines(_imports_of(needs, draft)), *config_lines(needs, draft)]
    return lines, outside


def _function_around(node: ast.AST, draft: Draft) -> ast.AST | None:
    parent = draft.parent(node)
    while parent is not None and not isinstance(parent, ast.FunctionDef | ast.AsyncFunctionDef):
        parent = draft.parent(parent)
    return parent


def _top_statement(statement: ast.stmt, draft: Draft) -> ast.stmt:
    current: ast.AST = statement
    while not isinstance(draft.parent(current), ast.Module):
        parent = draft.parent(current)
        assert parent is not None
        current = parent
    assert isinstance(current, ast.stmt)
    return current


def _markers(draft: Draft, imports: list[Edit]) -> list[Edit]:
    wanted: defaultdict[ast.stmt | ast.ExceptHandler, list[str]] = defaultdict(list)
    for decision in draft.decisions.values():
        if decision.status is not Status.FLAGGED or decision.message.startswith(("marked earlier", "left alone")):
            continue
        if not isinstance(decision.node, ast.alias):  # imports carry their markers in their own edits
            wanted[_marked_statement(decision.node, draft)].append(f"{decision.rule} {decision.message}".strip())
    edits = marker_edits(draft, wanted)
    for statement in boto_imports(draft.module):
        if any(edit.span.contains(draft.span(statement)) and edit.text != draft.segment(statement) for edit in imports):
            edits += remove_markers(draft, statement)
    return edits


def _marked_statement(node: ast.AST, draft: Draft) -> ast.stmt | ast.ExceptHandler:
    """The statement (or except clause) whose line a marker can stand above: the first on its line."""
    statement = draft.statement(node)
    clause: ast.AST | None = node
    while clause is not None and clause is not statement:
        if isinstance(clause, ast.ExceptHandler):
            return clause
        clause = draft.parent(clause)
    current: ast.AST | None = statement
    while current is not None:
        if isinstance(current, ast.stmt):
            prefix = draft.text[draft.module.source.line_starts[current.lineno - 1] : draft.span(current).start]
            if not prefix.strip():
                return current
        current = draft.parent(current)
    return statement


def _sites(draft: Draft, edits: list[Edit], text: str) -> Iterable[Site]:
    source = draft.module.source
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    for decision in sorted(draft.decisions.values(), key=lambda d: (_start(d, draft), d.api, d.rule)):
        offset = _start(decision, draft)
        before = draft.segment(decision.node)
        if isinstance(decision.node, ast.ClassDef):
            before = before.partition("\n")[0].rstrip()
        yield Site(
            source.path,
            source.line_of(offset),
            source.column_of(offset),
            decision.api,
            decision.service,
            decision.status,
            decision.rule,
            decision.message,
            before,
            before if decision.status is Status.FLAGGED else decision.after,
            text.count("\n", 0, _moved(offset, ordered)) + 1,
        )


def _leftover_sites(left: list[Leftover], draft: Draft, edits: list[Edit], text: str) -> Iterable[Site]:
    """What no rule had an answer for, as sites of the original file."""
    if not left:
        return
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    source = draft.module.source
    moved = [text.count("\n", 0, _moved(start, ordered)) + 1 for start in source.line_starts]
    for leftover in left:
        original = max((number for number, line in enumerate(moved, 1) if line <= leftover.line), default=1)
        content = source.line_text(original).strip()
        yield Site(
            source.path,
            original,
            1,
            leftover.what,
            "boto",
            Status.FLAGGED,
            "leftover",
            leftover.message,
            content,
            content,
        )


def _start(decision: Decision, draft: Draft) -> int:
    return draft.span(decision.node).start


def _moved(offset: int, ordered: list[Edit]) -> int:
    """Where an offset of the original text lies after the edits."""
    shift = 0
    for edit in ordered:
        if edit.span.start > offset:
            break
        if edit.span.end > offset:
            return edit.span.start + shift
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return offset + shift
