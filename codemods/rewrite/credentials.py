"""The credentials of a client: handed over as they were, but for those that run out and that boto3 refreshes."""

from __future__ import annotations

import ast

from codemods.catalog import credentials as catalogued
from codemods.catalog.schema import Argument, Form
from codemods.code import Code, code
from codemods.rewrite.draft import Draft
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.new_client import NewClient
from codemods.rewrite.order import enclosing_scope
from codemods.rewrite.render import Renderer, receivers

_OF_METADATA = {
    "aws_access_key_id": "AccessKeyId",
    "aws_secret_access_key": "SecretAccessKey",
    "security_token": "Token",
}
"""The members of the credentials that the instance metadata service gives, by boto 2's arguments."""


def _from_metadata(arguments: dict[str, Argument], use: MemberUse) -> bool:
    """Do all the credentials come from the instance metadata service, as its answer names them?"""
    given = [name for name in _OF_METADATA if name in arguments]
    text = use.draft.text
    is_known = "security_token" in given or "get_instance_metadata" in text or "169.254.169.254" in text
    return (
        is_known
        and len(given) >= 2
        and all(_member_read(arguments[name].node, use.draft) == _OF_METADATA[name] for name in given)
    )


def _member_read(node: ast.expr, draft: Draft) -> object:
    """The literal key that an expression reads from a dict: of `creds["Token"]`, or of a name that it was given."""
    match node:
        case (
            ast.Subscript(slice=ast.Constant(value=key))
            | ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value=key), *_])
        ):
            return key
        case ast.Name(id=name):
            function = enclosing_scope(node, draft.module)
            stores = [
                inner.value
                for inner in ast.walk(function)
                if isinstance(inner, ast.Assign)
                and any(isinstance(target, ast.Name) and target.id == name for target in inner.targets)
            ]
            return _member_read(stores[0], draft) if len(stores) == 1 and stores[0] is not node else None
    return None


def credentials(arguments: dict[str, Argument], client: NewClient, use: MemberUse) -> None:
    """Hand keys, token and profile over under boto3's names."""
    if _from_metadata(arguments, use):
        client.notes.append(
            "credentials of the instance run out, so they are not handed over: boto3 finds and refreshes them itself"
        )
        return
    for name, keyword in (
        ("aws_access_key_id", "aws_access_key_id"),
        ("aws_secret_access_key", "aws_secret_access_key"),
        ("security_token", "aws_session_token"),
    ):
        if name in arguments:
            client.keywords[keyword] = arguments[name].code
    if ("aws_access_key_id" in arguments) != ("aws_secret_access_key" in arguments):
        client.notes.append(
            "only half of the credentials is given: boto 2 took the other half from its configuration, boto3 refuses"
        )
    profile = arguments.get("profile_name")
    if profile is not None:
        session = use.imported("boto3")
        client.session = code(f"{session}.session.Session(profile_name={profile.code})", session, profile.code)
        client.notes.append(
            "a profile now wins over AWS_ACCESS_KEY_ID in the environment (in boto 2 the environment won), and boto3 "
            "raises ProfileNotFound for an unknown one"
        )


def provided(node: ast.Attribute, renderer: Renderer) -> Code | None:
    """`connection.provider.access_key`: what the connection itself offers by another name."""
    provider = node.value
    if not isinstance(provider, ast.Attribute) or provider.attr != "provider" or node.attr not in catalogued.PARTS:
        return None
    atoms, mixed, _ = receivers(renderer.type_of(provider.value), "provider")
    names = {atom.cls for atom in atoms}
    if mixed or len(names) != 1 or not isinstance(node.ctx, ast.Load):
        return None
    cls = renderer.draft.view.catalog.classes[names.pop()]
    if cls.form is not Form.CLIENT:
        return None
    use = renderer.use(node, node.attr, provider.value, cls)
    outcome = catalogued.read_credential(node.attr, use)
    api = f"{cls.name}.provider.{node.attr}"
    return renderer.settle(node, api, cls.service, f"{cls.short}.provider", outcome, is_name=True)
