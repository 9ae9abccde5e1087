"""The imports of a file: what is there already, where new ones go, and under what name a class is known."""

from __future__ import annotations

import ast

from codemods.code import Import
from codemods.harden.subject import Subject
from codemods.model import Edit, Span
from codemods.rewrite.imports import import_lines

CONFIG = Import("botocore.config", "Config")
_ROOTS = ("boto3", "botocore", "aws_encryption_sdk")


def already_imported(subject: Subject) -> set[Import]:
    """What the module's own statements import under its own name."""
    found: set[Import] = set()
    for statement in subject.module.tree.body:
        if isinstance(statement, ast.Import):
            found |= {Import(alias.name) for alias in statement.names if not alias.asname}
        elif isinstance(statement, ast.ImportFrom) and not statement.level:
            found |= {Import(statement.module or "", a.name) for a in statement.names if a.asname in (None, a.name)}
    return found


def _aws_import(statement: ast.AST) -> bool:
    if isinstance(statement, ast.Import):
        return any(alias.name.partition(".")[0] in _ROOTS for alias in statement.names)
    return isinstance(statement, ast.ImportFrom) and (statement.module or "").partition(".")[0] in _ROOTS


def anchor_of(subject: Subject) -> ast.stmt | None:
    """The first plain statement of the module that imports boto3 or the like."""
    return next((statement for statement in subject.module.tree.body if _aws_import(statement)), None)


def beside_aws_imports(subject: Subject, imports: set[Import]) -> Edit | None:
    """An edit that puts imports under the module's last one of boto3 and the like; None where it has none."""
    statements = [statement for statement in subject.module.tree.body if _aws_import(statement)]
    if not statements or not imports:
        return None
    source = subject.module.source
    end = subject.span(statements[-1]).end
    line_end = end + len(source.line_text(source.line_of(end))) - (source.column_of(end) - 1)
    return Edit(Span(line_end, line_end), "".join(f"{source.newline}{line}" for line in import_lines(imports)))


def lazy_import(subject: Subject, node: ast.AST) -> ast.stmt | None:
    """The import statement of boto3 that `node` relies on, where it stands in a function or in a `try`.

    Raises LookupError when it relies on none that runs before it for certain.
    """
    if anchor_of(subject) is not None:
        return None
    around = list(subject.parents(node))
    statements = [s for s in subject.nodes if isinstance(s, ast.Import | ast.ImportFrom) and _aws_import(s)]
    statements = [s for s in statements if not _for_types_only(subject, s)]
    inside = [s for s in statements if any(subject.function(s) is parent for parent in around)]
    found = [*inside, *(s for s in statements if subject.function(s) is None)]
    if not found:
        raise LookupError("boto3 is imported somewhere else")
    return found[0]


def _for_types_only(subject: Subject, statement: ast.stmt) -> bool:
    return any(isinstance(p, ast.If) and "TYPE_CHECKING" in ast.unparse(p.test) for p in subject.parents(statement))


def known_as(subject: Subject, *dotted: str) -> str:
    """The name under which the module's own statements import one of these; "" when none does."""
    for statement in subject.module.tree.body:
        if isinstance(statement, ast.ImportFrom) and not statement.level:
            for alias in statement.names:
                if f"{statement.module}.{alias.name}" in dotted:
                    return alias.asname or alias.name
        elif isinstance(statement, ast.Import):
            for alias in statement.names:
                for name in dotted:
                    module, _, rest = name.rpartition(".")
                    if alias.name == module:
                        return f"{alias.asname or alias.name}.{rest}"
    return ""


def config_class(subject: Subject) -> tuple[str, Import | None]:
    """How the file writes botocore's `Config`, and the import that this wants."""
    name = known_as(subject, "botocore.config.Config", "botocore.client.Config")
    if name:
        return name, None
    if subject.names.free("Config", "2") == "Config":
        return "Config", CONFIG
    return "botocore.config.Config", Import("botocore.config")
