"""The `Config` constants of a module: those that it has, and new ones."""

from __future__ import annotations

import ast

from codemods.code import Import
from codemods.harden.configs import Good, known
from codemods.harden.imports import config_class
from codemods.harden.model import Constant
from codemods.harden.subject import Subject

_PLAIN = frozenset({"connect_timeout", "read_timeout", "retries", "max_pool_connections"})


def constant_name(service: str) -> str:
    """What the constant for a service is called."""
    return f"{service.upper().replace('-', '_')}_CONFIG"


def present_constant(subject: Subject, service: str, node: ast.AST) -> str:
    """A constant that can be used at `node`: it says all that is needed, and nothing but that and the signature."""
    for statement in subject.module.tree.body:
        if statement.lineno >= subject.statement(node).lineno and subject.function(node) is None:
            break
        if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
            continue
        name = statement.targets[0]
        if name.id not in (constant_name(service), "AWS_CONFIG", "BOTO_CONFIG"):
            continue
        config = known(subject.flow, statement.value)
        if config is None or config.missing or len(subject.flow.bindings(name)) != 1:
            continue
        signature = subject.flow.literal(config.keywords.get("signature_version"))
        if set(config.keywords) - _PLAIN <= {"signature_version"} and signature in (None, "s3v4"):
            return name.id
    return ""


def config_constant(subject: Subject, name: str, values: Good) -> Constant:
    """A new constant."""
    config, _ = config_class(subject)
    lines = "".join(f"    {keyword}={value},\n" for keyword, value in values.keywords().items())
    return Constant(name, f"{name} = {config}(\n{lines})")


def config_imports(subject: Subject) -> set[Import]:
    """What a new constant wants imported."""
    _, wanted = config_class(subject)
    return {wanted} if wanted is not None else set()
