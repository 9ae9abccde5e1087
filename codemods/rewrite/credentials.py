"""The credentials of a client: handed over as they were, but for those that run out and that boto3 refreshes."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping

from codemods.catalog import credentials as catalogued
from codemods.catalog.schema import Argument, Form
from codemods.code import Code, code
from codemods.rewrite.draft import Draft
from codemods.rewrite.member_use import MemberUse
from codemods.rewrite.new_client import NewClient
from codemods.rewrite.origins import Origin, Origins
from codemods.rewrite.render import Renderer, receivers

_OF_METADATA = {
    "aws_access_key_id": "AccessKeyId",
    "aws_secret_access_key": "SecretAccessKey",
    "security_token": "Token",
}
"""The members of the credentials that the instance metadata service gives, by boto 2's arguments."""


RUN_OUT = "credentials of the instance run out, so they are not handed over: boto3 finds and refreshes them itself"
MAY_RUN_OUT = (
    "these can be the instance's credentials, which run out: hand none over in that case, and boto3 finds and "
    "refreshes them itself"
)


def from_metadata(given: Mapping[str, ast.expr], way: tuple[object, ...], draft: Draft) -> bool | None:
    """Do credentials come from the instance metadata service, as its answer names them? None for some of them.

    `way`: to the credential in each of the expressions, where they are dicts of all of them.
    """
    origins = Origins(draft.view.analysis)
    parts = {name: node for name, node in given.items() if name in _OF_METADATA}
    members = {
        name: {
            _member(origin)
            for origin in origins.of(node, draft.module, (name,) if way else ())
            if not (isinstance(origin.node, ast.Constant) and origin.node.value is None)
        }
        for name, node in parts.items()
    }
    if len(parts) >= 2 and all(found == {_OF_METADATA[name]} for name, found in members.items()):
        return True
    return None if any(_OF_METADATA[name] in found for name, found in members.items()) else False


def _member(origin: Origin) -> object:
    """The member of the service's answer that an origin is; "" for whatever does not come from the service."""
    text = origin.module.source.text
    is_asked = any(word in text for word in ("get_instance_metadata", "169.254.169.254", "security-credentials"))
    return origin.way[-1] if origin.way and is_asked else ""


def expiring_spread(keyword: ast.keyword, names: Collection[str], draft: Draft) -> bool | None:
    """Is all that a `**mapping` with these keys gives credentials of the instance? None where it may be."""
    found = from_metadata(dict.fromkeys(names or _OF_METADATA, keyword.value), ("",), draft)
    return found if names and set(names) <= set(_OF_METADATA) else None if found else found


def credentials(arguments: dict[str, Argument], client: NewClient, use: MemberUse) -> None:
    """Hand keys, token and profile over under boto3's names."""
    expiring = from_metadata({name: argument.node for name, argument in arguments.items()}, (), use.draft)
    if expiring:
        client.notes.append(RUN_OUT)
        return
    if expiring is None:
        client.notes.append(MAY_RUN_OUT)
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
