"""HEAD requests have no body, so their errors have no code but the status."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.handlers import CodeTest, calls_in, catches_client_error, code_tests
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.model import Edit, Span, Status
from codemods.rewrite.text import quoted
from codemods.settings import Settings

_HEAD = frozenset({"head_object", "head_bucket", "download_file", "download_fileobj"})
"""Operations that send a HEAD request first; a download asks for the size (s3transfer/download.py)."""
_GET = frozenset({"get_object", "get_object_acl", "get_object_tagging", "copy_object"})
_STATUS = {"NoSuchKey": "404", "NoSuchBucket": "404", "AccessDenied": "403", "Forbidden": "403", "NotFound": "404"}
_MISSING = ("NoSuchKey", "NoSuchBucket")


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for node in subject.nodes:
        if not isinstance(node, ast.Try):
            continue
        names = {_operation(subject, call) for call in calls_in(node.body)} - {""}
        if not names or not (names <= _HEAD | {"load"} or names <= _GET):
            continue
        head = not names <= _GET
        for handler in node.handlers:
            if head:
                yield from _modelled(subject, handler, names)
            if catches_client_error(subject, handler):
                yield from _compared(subject, handler, names, head)


def _operation(subject: Subject, call: ast.Call) -> str:
    """The S3 operation that a call is; "" for calls of something else."""
    if not isinstance(call.func, ast.Attribute):
        return ""
    name = call.func.attr
    if name in _HEAD | _GET:
        return name
    made = subject.flow.only(call.func.value, "resource_object")
    if name == "load" and made and all(each.service == "s3" for each in made):
        return name
    made = subject.flow.values(call)
    return next((each.name for each in made if each.kind == "response" and each.service == "s3"), "")


def _modelled(subject: Subject, handler: ast.ExceptHandler, names: set[str]) -> Iterator[Hit]:
    """`except s3.exceptions.NoSuchKey` around a HEAD, which never raises it."""
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    for each in caught:
        if isinstance(each, ast.Attribute) and each.attr in _MISSING and ast.unparse(each.value).endswith("exceptions"):
            name = min(names)
            message = f'{name} never raises {each.attr}, for a HEAD has no body: catch ClientError, compare with "404"'
            yield Hit(each, f"s3.{name}", "s3", message)


def _compared(subject: Subject, handler: ast.ExceptHandler, names: set[str], head: bool) -> Iterator[Hit]:
    tests = list(code_tests(subject, handler))
    seen = {code.value for test in tests for code in test.codes}
    name = min(names)
    for test in tests:
        for code in test.codes:
            value = code.value
            if value in (404, 403):
                text = quoted(str(value))
                message = f"an error's code is text, so it never equals the number {value}"
                edit = Edit(subject.span(code), text)
                yield Hit(test.node, f"s3.{name}", "s3", message, Status.REVIEW, (edit,), text)
            elif head and value in _STATUS and _STATUS[str(value)] not in seen:
                missing = _STATUS[str(value)]
                message = f'a HEAD has no body, so the code of its error is "{missing}": {name} never says {value}'
                yield _accepting(subject, test, code, missing, name, message)
                seen.add(missing)
            elif not head and value == "404" and not seen & set(_MISSING):
                message = f'{name} says NoSuchKey; "404" is what a HEAD says'
                yield _accepting(subject, test, code, "NoSuchKey", name, message)


def _accepting(subject: Subject, test: CodeTest, code: ast.Constant, more: str, name: str, message: str) -> Hit:
    """The comparison, with one more code that counts."""
    literal, span = subject.segment(code), subject.span(code)
    new = quoted(more) if literal.startswith('"') else f"'{more}'"
    if isinstance(test.node.ops[0], ast.In | ast.NotIn):
        edit = Edit(Span(span.start, span.start), f"{new}, ")
        return Hit(test.node, f"s3.{name}", "s3", message, Status.REVIEW, (edit,), f"{new}, {literal}")
    code_node = test.node.left if test.node.comparators[0] is code else test.node.comparators[0]
    operator = "in" if isinstance(test.node.ops[0], ast.Eq) else "not in"
    text = f"{subject.segment(code_node)} {operator} ({new}, {literal})"
    return Hit(test.node, f"s3.{name}", "s3", message, Status.REVIEW, (Edit(subject.span(test.node), text),), text)


RULE = Rule(
    "harden.errors.head-code",
    "An error of a HEAD request is compared with a code that it never has",
    "S3 answers HEAD requests (head_object, head_bucket, Object.load, and the one that each download makes first) "
    "without a body, so the error's code is the HTTP status: '404', not NoSuchKey. A handler that waits for "
    "NoSuchKey never runs, and what was meant as `missing` is raised as an error. The comparison gets the code that "
    "comes.",
    "import boto3\n"
    "from botocore.exceptions import ClientError\n"
    "\n"
    's3 = boto3.client("s3")\n'
    "\n"
    "\n"
    "def exists(key):\n"
    "    try:\n"
    '        s3.head_object(Bucket="mine", Key=key)\n'
    "    except ClientError as error:\n"
    '        if error.response["Error"]["Code"] == "NoSuchKey":\n'
    "            return False\n"
    "        raise\n"
    "    return True\n",
    'except ClientError as e:\n    if e.response["Error"]["Code"] in ("404", "NoSuchKey"):\n        return None',
    _check,
    in_tests=True,
)
