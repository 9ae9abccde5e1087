"""Headers that several calls share: boto 2 wrote into the dict that it was given, so that later calls sent more.

Facts: boto/s3/key.py (`set_contents_from_file`: policy, reduced_redundancy and encrypt_key become headers of the
caller's dict), boto/s3/bucket.py (`set_canned_acl`, `delete_keys`), boto/s3/connection.py (`create_bucket`).
"""

from __future__ import annotations

import ast

from codemods.code import Code
from codemods.inference.values import BotoMethod
from codemods.rewrite.order import enclosing_scope
from codemods.rewrite.render import Renderer

RULE = "s3.shared-headers"
_ARGUMENTS = frozenset({"policy", "reduced_redundancy", "encrypt_key"})
_METHODS = frozenset({"set_acl", "set_canned_acl", "delete_keys", "make_public"})


def shared_headers(node: ast.Call, renderer: Renderer) -> Code | None:
    """Points out a call whose headers boto 2 had added to in another call with the same dict."""
    name = _headers(node, renderer)
    if name is None:
        return None
    scope = enclosing_scope(node, renderer.draft.module)
    others = [
        other
        for other in ast.walk(scope)
        if isinstance(other, ast.Call) and other is not node and _headers(other, renderer) == name
    ]
    if any(_written(other) - _written(node) for other in others):
        message = (
            f"boto 2 also wrote the policy, the storage class or the encryption of other calls into {name}, and sent "
            "them here, too; on boto3 each call sends what it says: say here what is meant"
        )
        renderer.draft.find(node, RULE, message)
    return None


def _headers(node: ast.Call, renderer: Renderer) -> str | None:
    """The name of the dict that a call of one of boto 2's methods takes its headers from."""
    if not isinstance(node.func, ast.Attribute):
        return None
    given = [keyword.value for keyword in node.keywords if keyword.arg == "headers"]
    if node.func.attr.startswith("set_contents_from_"):
        given += node.args[1:2]
    names = [value.id for value in given if isinstance(value, ast.Name)]
    if not names or not any(isinstance(atom, BotoMethod) for atom in renderer.type_of(node.func)):
        return None
    return names[0]


def _written(node: ast.Call) -> set[str]:
    """What a call wrote into its headers."""
    assert isinstance(node.func, ast.Attribute)
    given = {
        keyword.arg
        for keyword in node.keywords
        if keyword.arg in _ARGUMENTS and not (isinstance(keyword.value, ast.Constant) and not keyword.value.value)
    }
    return {name for name in given if name} | ({node.func.attr} & _METHODS)
