"""Errors of clocks and expired credentials: a new client helps, giving up or trying the same one again does not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods.harden.handlers import code_tests
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_CODES = frozenset(
    {
        "InvalidSignatureException",
        "RequestTimeTooSkewed",
        "RequestExpired",
        "ExpiredToken",
        "ExpiredTokenException",
    }
)
_RENEWS = re.compile(
    r"refresh|renew|reconnect|reset|rebuild|recreate|(new|make|create|get|build|connect)_?.*(client|session|cred)"
)
_PERMANENT = re.compile(r"fatal|permanent|non_?retr|no_?retry|not_?retr|unrecoverable|hopeless|give_?up", re.IGNORECASE)
_TRANSIENT = re.compile(r"retr|transient|temporary", re.IGNORECASE)
_GIVES_UP = (
    "{code} is not permanent: the clock is off or the credentials have expired; make a new session and client and try "
    "once more before giving up"
)
_SAME = (
    "{code} comes again as long as the client signs with the same credentials and clock: make a new session and client "
    "before the next try"
)


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for test in code_tests(subject, subject.module.tree):
        expired = [str(code.value) for code in test.codes if code.value in _CODES]
        branch = _branch(subject, test.node) if expired else None
        if branch is None or _renews(subject, branch):
            continue
        message = _verdict(subject, branch) if subject.in_loop(test.node) else ""
        if message:
            yield Hit(test.node, "botocore.exceptions.ClientError", "errors", message.format(code=expired[0]))
    yield from _tables(subject)


def _branch(subject: Subject, node: ast.Compare) -> list[ast.stmt] | None:
    """What runs when the comparison holds."""
    child: ast.AST = node
    for parent in subject.parents(node):
        if isinstance(parent, ast.If):
            if child is not parent.test:
                return None
            negative = isinstance(node.ops[0], ast.NotEq | ast.NotIn)
            return parent.orelse if negative else parent.body
        if isinstance(parent, ast.stmt | ast.UnaryOp):
            return None
        child = parent
    return None


def _renews(subject: Subject, branch: list[ast.stmt]) -> bool:
    """True when a branch makes, or asks for, a new client, session or credentials."""
    for statement in branch:
        for node in ast.walk(statement):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if _RENEWS.search(name.lower()) or name in ("client", "resource", "Session", "assume_role"):
                    return True
            elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
                name = node.id if isinstance(node, ast.Name) else node.attr
                if re.search(r"client|session|conn|cred|s3|ec2|kms|sqs", name.lower()):
                    return True
    return False


def _verdict(subject: Subject, branch: list[ast.stmt]) -> str:
    nodes = [node for statement in branch for node in ast.walk(statement)]
    calls = [ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)]
    if any(isinstance(node, ast.Continue) for node in nodes) or any(name.endswith("sleep") for name in calls):
        return _SAME
    if any(isinstance(node, ast.Raise | ast.Return | ast.Break) for node in nodes) or any(
        name in ("sys.exit", "exit", "os._exit", "quit") for name in calls
    ):
        return _GIVES_UP
    return ""


def _tables(subject: Subject) -> Iterator[Hit]:
    """Sets of codes with a telling name: `PERMANENT_ERRORS = {"AccessDenied", "ExpiredToken"}`."""
    for node in subject.nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found = [n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and n.value in _CODES]
                if found and _PERMANENT.search(name):
                    yield Hit(node, name, "errors", _GIVES_UP.format(code=found[0]))
                elif found and _TRANSIENT.search(name):
                    yield Hit(node, name, "errors", _SAME.format(code=found[0]))
            case _:
                pass


RULE = Rule(
    "harden.errors.expired",
    "An expired signature is taken for permanent, or tried again with the same client",
    "InvalidSignatureException, RequestTimeTooSkewed, RequestExpired and ExpiredToken say that the clock is off by "
    "more than 5 (S3: 15) minutes or that temporary credentials have run out. Both pass: a new session reads new "
    "credentials and the clock gets set. Giving up turns a hiccup into an outage; looping with the same client "
    "repeats the error. `boto3ify doctor` checks the clock.",
    "import boto3\n"
    "from botocore.exceptions import ClientError\n"
    "\n"
    'sqs = boto3.client("sqs")\n'
    "\n"
    "\n"
    "def receive(url):\n"
    "    while True:\n"
    "        try:\n"
    "            return sqs.receive_message(QueueUrl=url)\n"
    "        except ClientError as error:\n"
    '            if error.response["Error"]["Code"] == "ExpiredToken":\n'
    "                continue\n"
    "            raise\n",
    'if code == "ExpiredToken" and first_try:\n    s3 = boto3.Session().client("s3", config=S3_CONFIG)\n    continue',
    _check,
)
