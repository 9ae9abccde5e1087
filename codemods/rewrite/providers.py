"""`connection.provider`: what boto 2 kept the names of its headers in. On AWS they are constants."""

from __future__ import annotations

import ast

from codemods.catalog.schema import Remove, Rewrite
from codemods.code import Code
from codemods.inference.attributes import PROVIDER
from codemods.inference.values import BotoName, is_google
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe

_HEADERS = {
    "header_prefix": '"x-amz-"',
    "metadata_prefix": '"x-amz-meta-"',
    "acl_header": '"x-amz-acl"',
    "auth_header": '"AWS"',
    "copy_source_header": '"x-amz-copy-source"',
    "copy_source_version_id": '"x-amz-copy-source-version-id"',
    "copy_source_range_header": '"x-amz-copy-source-range"',
    "date_header": '"x-amz-date"',
    "delete_marker": '"x-amz-delete-marker"',
    "metadata_directive_header": '"x-amz-metadata-directive"',
    "security_token_header": '"x-amz-security-token"',
    "resumable_upload_header": "None",
    "server_side_encryption_header": '"x-amz-server-side-encryption"',
    "storage_class_header": '"x-amz-storage-class"',
    "version_id": '"x-amz-version-id"',
    "mfa_header": '"x-amz-mfa"',
    "restore_header": '"x-amz-restore"',
    "name": '"aws"',
}
"""`HeaderInfoMap["aws"]` of boto/provider.py, by the attributes that `configure_headers` makes of it."""


def provider_header(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`provider.acl_header`, of a provider that is asked for nothing else."""
    if not isinstance(node.ctx, ast.Load) or node.attr not in _HEADERS or not _is_provider(node.value, renderer):
        return None
    source = node.value if isinstance(node.value, ast.Attribute) else _assigned(node.value, renderer)
    if source is None or not _of_aws(source, renderer):
        return None
    outcome = Rewrite(Code(_HEADERS[node.attr]))
    return renderer.settle(node, f"{PROVIDER}.{node.attr}", "s3", "s3.Connection.provider", outcome, is_name=True)


def provider_kept(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`provider = connection.provider` where only names of headers are read from it: nothing is left to keep."""
    statement = renderer.draft.parent(node)
    if node.attr != "provider" or not isinstance(statement, ast.Assign) or not _of_aws(node, renderer):
        return None
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is node:
            function = _function(node, renderer)
            if function is None or not _reads_headers(name, function, renderer):
                return None
        case _:
            return None
    atoms, _, _ = receivers(renderer.type_of(node.value), "provider")
    api, service, _ = describe(atoms, "provider", renderer)
    renderer.draft.removed.add(statement)
    return renderer.settle(node, api, service, "s3.Connection.provider", Remove())


def _is_provider(node: ast.expr, renderer: Renderer) -> bool:
    return BotoName(PROVIDER) in renderer.type_of(node)


def _of_aws(node: ast.Attribute, renderer: Renderer) -> bool:
    """Is this the provider of objects of AWS only? Google's has headers of its own."""
    value = renderer.type_of(node.value)
    atoms, mixed, _ = receivers(value, "provider")
    return bool(atoms) and not mixed and not any(is_google(atom) for atom in value)


def _assigned(node: ast.expr, renderer: Renderer) -> ast.Attribute | None:
    """Where the variable got its provider, when that is one place of the same function."""
    function = _function(node, renderer)
    if not isinstance(node, ast.Name) or function is None:
        return None
    stores = [
        statement.value
        for statement in ast.walk(function)
        if isinstance(statement, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == node.id for target in statement.targets)
    ]
    return stores[0] if len(stores) == 1 and isinstance(stores[0], ast.Attribute) else None


def _reads_headers(name: str, function: ast.AST, renderer: Renderer) -> bool:
    uses = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == name]
    reads = [node for node in uses if isinstance(node.ctx, ast.Load)]
    parents = [renderer.draft.parent(node) for node in reads]
    return len(uses) == len(reads) + 1 and all(
        isinstance(parent, ast.Attribute) and isinstance(parent.ctx, ast.Load) and parent.attr in _HEADERS
        for parent in parents
    )


def _function(node: ast.AST, renderer: Renderer) -> ast.AST | None:
    current = renderer.draft.parent(node)
    while current is not None and not isinstance(current, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module):
        current = renderer.draft.parent(current)
    return current
