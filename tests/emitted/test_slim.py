"""Helpers that are cut down to what a file asks of them: they still parse, still do the same, and say no more."""

from __future__ import annotations

import ast
import builtins
import inspect
from collections.abc import Callable
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from codemods.code import Helper, HelperFunction
from codemods.emitted import s3_acl, s3_headers, s3_keys, s3_listing, s3_writing
from codemods.rewrite.helpers import closure, emitted_modules, imports_of
from codemods.rewrite.slim import _GIVES_NOTHING, slim
from codemods.settings import Style
from tests.helpers import migrated


def _every_helper() -> list[HelperFunction]:
    return [
        value
        for module in emitted_modules()
        for value in vars(module).values()
        if inspect.isfunction(value) and value.__module__ == module.__name__
    ]


def slimmed(function: HelperFunction, text: str) -> tuple[str, set[str]]:
    """What stands in a file that has only the code `text`, and the names that it imports."""
    sources = closure([Helper(function)])
    made = slim(sources, ast.parse(text), {source.name: source.name for source in sources})
    imports = {need.statement for source in made for need in imports_of(source)}
    return "\n\n\n".join(source.text for source in made), imports


def plain_call(function: HelperFunction) -> str:
    """A call with nothing but what has to be given."""
    needed = [p.name for p in inspect.signature(function).parameters.values() if p.default is p.empty and p.kind == 1]
    return f"{function.__name__}({', '.join(needed)})"


def _unknown(text: str, imported: set[str]) -> set[str]:
    """The names that a text loads and nothing defines."""
    tree = ast.parse("\n".join(imported) + "\n" + text)
    known = set(dir(builtins))
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.arg(arg=name) | ast.ExceptHandler(name=str(name)):
                known.add(name)
            case ast.alias(name=name, asname=asname):
                known.add((asname or name).partition(".")[0])
            case ast.Name(id=name, ctx=ast.Store()):
                known.add(name)
            case _:
                pass
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - known


@pytest.mark.parametrize("function", _every_helper(), ids=lambda function: function.__name__)
def test_every_helper_stays_whole(function: HelperFunction) -> None:
    for text in (plain_call(function), function.__name__):
        made, imported = slimmed(function, text)
        assert _unknown(made, imported) <= {"self"}
        tree = ast.parse(made)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                _all_bound(node)


def _all_bound(function: ast.FunctionDef) -> None:
    """No local name is read that nothing binds in the function, now that parameters went."""
    stored = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    changed = {
        node.target.id
        for node in ast.walk(function)
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
    }
    assigned = {
        target.id
        for node in ast.walk(function)
        for target in ast.walk(node)
        if not isinstance(node, ast.AugAssign | ast.FunctionDef)
        and isinstance(target, ast.Name)
        and isinstance(target.ctx, ast.Store)
        and isinstance(node, ast.Assign | ast.For | ast.With | ast.comprehension)
    }
    arguments = {arg.arg for arg in ast.walk(function) if isinstance(arg, ast.arg)}
    outer = {name for node in ast.walk(function) if isinstance(node, ast.Nonlocal) for name in node.names}
    assert stored & changed <= assigned | arguments | outer


def test_a_function_that_is_handed_on_keeps_all() -> None:
    made, _ = slimmed(s3_keys._get_key, "found = map(_get_key, names)")
    assert "response_headers=None" in made


def test_what_is_given_anywhere_stays() -> None:
    made, _ = slimmed(s3_keys._get_key, "_get_key(c, b, k)\n_get_key(c, b, k, version_id=v)")
    assert "def _get_key(s3, bucket, key_name, version_id=None):" in made


def test_arguments_put_together_at_run_time_keep_all() -> None:
    made, _ = slimmed(s3_keys._get_key, "_get_key(c, b, k, **options)")
    assert "response_headers=None" in made


def test_a_plain_look_up_is_short() -> None:
    made, _ = slimmed(s3_keys._get_key, "_get_key(c, b, k)")
    assert len(made.splitlines()) < 35
    assert "response = s3.head_object(Bucket=bucket, Key=_key(key_name))" in made


def test_a_plain_listing_is_short() -> None:
    made, _ = slimmed(s3_listing._keys, "for key in _keys(c, b): pass")
    assert made.splitlines()[2:] == [
        '    for page in s3.get_paginator("list_objects").paginate(Bucket=bucket):',
        '        for found in page.get("Contents", []):',
        '            yield {"Bucket": bucket, **found}',
    ]


def test_a_plain_upload_sends_the_same() -> None:
    made, imported = slimmed(s3_writing._put_string, "_put_string(s3, key, 'x')")
    space: dict[str, Any] = {}
    exec("\n".join(imported) + "\n" + made, space)
    sent: list[dict[str, Any]] = []
    for put in (s3_writing._put_string, space["_put_string"]):
        sent.append(_sent(put))
    assert sent[0] == sent[1]


def _sent(put: Callable[..., Any]) -> dict[str, Any]:
    client = boto3.client("s3", "us-east-1", aws_access_key_id="k", aws_secret_access_key="s")
    seen: dict[str, Any] = {}
    client.meta.events.register("provide-client-params.s3.PutObject", lambda params, **_: seen.update(params))
    with Stubber(client) as stub:
        stub.add_response("put_object", {"ETag": '"e"'})
        key = {"Bucket": "b", "Key": "//a//b", "Metadata": {"Cache-Control": "no-cache", "colour": "blue"}}
        assert put(client, key, "x") == 1
    return {**seen, "key": key}


@pytest.mark.parametrize("name", sorted(_GIVES_NOTHING))
def test_what_is_said_to_give_nothing_does(name: str) -> None:
    function: Any = getattr(s3_headers, name)
    client = boto3.client("s3", "us-east-1", aws_access_key_id="k", aws_secret_access_key="s")
    nothing: Any
    for nothing in (None, {}):
        arguments = {"s3": client, "operation": "PutObject", _GIVES_NOTHING[name]: nothing}
        taken = inspect.signature(function).parameters
        assert function(**{key: value for key, value in arguments.items() if key in taken}) == {}


def test_what_is_passed_on_by_any_name_stays() -> None:
    text, _ = slimmed(s3_acl._add_user_grant, "_add_user_grant(s3, bucket, 'READ', user)")
    assert "_given(Type='CanonicalUser', ID=" in text.replace('"', "'")


def test_a_table_keeps_what_the_file_asks_for() -> None:
    text = migrated(
        "import boto\n\n\nclass Store(object):\n    def __init__(self, name):\n"
        "        self.bucket = boto.connect_s3().get_bucket(name)\n\n"
        "    def sizes(self):\n        return [key.size for key in self.bucket.list()]\n",
        style=Style.RESOURCE,
    )
    assert '_IDENTIFIERS = {\n    "Object": ["Bucket", "Key"],\n}\n' in text
