"""Runs the rules over one file: first all that they change, one rule after the other, then what is left to a person."""

from __future__ import annotations

import ast
import functools
import inspect
import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from codemods.code import Helper, Import
from codemods.harden import lines
from codemods.harden.imports import already_imported, anchor_of, beside_aws_imports
from codemods.harden.model import Constant, Hit, Need, Rule
from codemods.harden.subject import Subject
from codemods.inference.program import ModuleFile
from codemods.model import Edit, Site
from codemods.rewrite.apply import apply
from codemods.rewrite.block import insertion, section_end
from codemods.rewrite.helpers import closure, emitted_modules, imports_of
from codemods.rewrite.imports import import_lines, is_standard_library
from codemods.rewrite.markers import marker_edits
from codemods.settings import Settings
from codemods.source import Source

_ROUNDS = 3  # a change of one rule can give another one something to do; more rounds than this were never needed


@dataclass(frozen=True)
class Hardened:
    """What became of one file. `origins` are the original lines of the new text's lines, 0 for new ones."""

    text: str
    sites: tuple[Site, ...]
    origins: Sequence[int]


def harden_source(source: Source, rules: Iterable[Rule], settings: Settings) -> Hardened:
    """Apply the rules to one file. Raises SyntaxError when the text does not parse."""
    chosen = [rule for rule in rules if settings.enabled(rule.id)]
    sites: list[Site] = []
    subject = _subject(source)
    origins: Sequence[int] = lines.same(source.text)
    if not any(ast.iter_child_nodes(subject.module.tree)):
        return Hardened(source.text, (), origins)
    for _ in range(_ROUNDS):
        before = subject.text
        for rule in chosen:
            subject, origins, made = _change(subject, rule, settings, origins)
            sites += made
        if subject.text == before:
            break
    subject, origins, flagged = _mark(subject, chosen, settings, origins)
    now = lines.forward(origins)
    found = sorted({*sites, *flagged}, key=lambda site: (site.line, site.column, site.rule, site.message))
    return Hardened(subject.text, tuple(_placed(site, now) for site in found), origins)


def _subject(source: Source) -> Subject:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source.text)
    return Subject(ModuleFile(source.path, source, tree))


def _hits(subject: Subject, rule: Rule, settings: Settings) -> list[Hit]:
    if subject.is_test and not rule.in_tests:
        return []
    if rule.id not in subject.memo:
        subject.memo[rule.id] = [hit for hit in rule.check(subject, settings) if not _in_helper(subject, hit.node)]
    found: list[Hit] = subject.memo[rule.id]
    return found


def _in_helper(subject: Subject, node: ast.AST) -> bool:
    """True inside of a helper function that this tool wrote: it is as it should be."""
    scope = subject.scope(node)
    if not isinstance(scope, ast.FunctionDef):
        return False
    text = _helper_docstrings().get(re.sub(r"_aws\d*$", "", scope.name))
    return text is not None and ast.get_docstring(scope) == text


@functools.cache
def _helper_docstrings() -> dict[str, str]:
    named = {name: made for module in emitted_modules() for name, made in vars(module).items()}
    return {name: inspect.getdoc(made) or "" for name, made in named.items() if inspect.isfunction(made)}


def _change(
    subject: Subject, rule: Rule, settings: Settings, origins: Sequence[int]
) -> tuple[Subject, Sequence[int], list[Site]]:
    hits = [hit for hit in _hits(subject, rule, settings) if hit.edits]
    if not hits:
        return subject, origins, []
    edits = list(dict.fromkeys(edit for hit in hits for edit in hit.edits))
    needs: set[Need] = set().union(*(hit.needs for hit in hits))
    edits += _blocks(subject, needs)
    text = apply(subject.text, edits)
    sites = [_site(subject, rule, hit, origins) for hit in hits]
    source = subject.module.source
    changed = _subject(Source(source.path, source.raw, text, source.encoding))
    return changed, lines.after_edits(subject.text, edits, origins), sites


def _blocks(subject: Subject, needs: set[Need]) -> list[Edit]:
    """Imports beside the file's own of boto3, and constants and helpers after all imports."""
    sources = closure(need for need in needs if isinstance(need, Helper))
    more = {need for source in sources for need in imports_of(source)}
    imports = {*more, *(need for need in needs if isinstance(need, Import))} - already_imported(subject)
    constants = sorted((need for need in needs if isinstance(need, Constant)), key=lambda need: need.name)
    present = subject.names.existing_helpers
    helpers = [source.text for source in sources if source.name not in present]
    helpers += [constant.text for constant in constants if constant.text.startswith("def ")]
    config = "\n".join(constant.text for constant in constants if not constant.text.startswith("def "))
    beside = beside_aws_imports(subject, {need for need in imports if not is_standard_library(need)})
    rest = {need for need in imports if beside is None or is_standard_library(need)}
    offset = section_end(subject, anchor_of(subject))
    block = insertion(subject, offset, import_lines(rest), config.splitlines(), helpers)
    return [edit for edit in (beside, block) if edit is not None]


def _mark(
    subject: Subject, rules: Sequence[Rule], settings: Settings, origins: Sequence[int]
) -> tuple[Subject, Sequence[int], list[Site]]:
    wanted: defaultdict[ast.stmt, list[str]] = defaultdict(list)
    sites = []
    for rule in rules:
        for hit in _hits(subject, rule, settings):
            if not hit.edits:
                wanted[_marked_statement(subject, hit.node)].append(f"{rule.id} {hit.message}")
                sites.append(_site(subject, rule, hit, origins))
    edits = marker_edits(subject, dict(wanted))
    if not edits:
        return subject, origins, sites
    source = subject.module.source
    text = apply(subject.text, edits)
    marked = _subject(Source(source.path, source.raw, text, source.encoding))
    return marked, lines.after_edits(subject.text, edits, origins), sites


def _marked_statement(subject: Subject, node: ast.AST) -> ast.stmt:
    """The statement whose line a comment can stand above: the first on its line, and no `elif`."""
    if isinstance(node, ast.ExceptHandler):
        node = next(parent for parent in subject.parents(node) if isinstance(parent, ast.stmt))
    statement = subject.statement(node)
    starts = subject.module.source.line_starts
    parent = subject.parent(statement)
    blocks: list[list[ast.stmt]] = [getattr(parent, name, []) for name in ("body", "orelse", "finalbody")]
    beside = next((block for block in blocks if isinstance(block, list) and statement in block), [])
    same_line = [each for each in beside if each.lineno == statement.lineno]
    for candidate in (*same_line, statement, *(p for p in subject.parents(statement) if isinstance(p, ast.stmt))):
        before = subject.text[starts[candidate.lineno - 1] : subject.span(candidate).start]
        if not before.strip() and not subject.text.startswith("elif", subject.span(candidate).start):
            return candidate
    return statement


def _site(subject: Subject, rule: Rule, hit: Hit, origins: Sequence[int]) -> Site:
    source = subject.module.source
    start = subject.span(hit.node).start
    before = subject.segment(hit.node)
    line = source.line_of(start)
    origin = next((origins[number - 1] for number in range(line, 0, -1) if origins[number - 1]), 1)
    return Site(
        source.path,
        origin,
        source.column_of(start),
        hit.api,
        hit.service,
        hit.status,
        rule.id,
        hit.message,
        before,
        hit.after if hit.edits else before,
    )


def _placed(site: Site, now: dict[int, int]) -> Site:
    return replace(site, line_after=now.get(site.line, site.line))
