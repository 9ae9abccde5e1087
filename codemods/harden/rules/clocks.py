"""Signatures that are stale when they are used: slow imports of Lambda functions, local time, links for too long."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods.harden.arguments import keyword
from codemods.harden.clients import client_calls
from codemods.harden.given import argument
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import FunctionDef, Subject
from codemods.settings import Settings

_SLOW = re.compile(
    r"^(time\.sleep|requests\.(get|post|put)|urllib\.request\.(urlopen|urlretrieve)|subprocess\.\w+|os\.system|"
    r"tarfile\.open|zipfile\.ZipFile|pickle\.load|joblib\.load|torch\.load)$"
)
_SLOW_METHODS = frozenset({"download_file", "download_fileobj", "extractall"})
_AFTER = (
    "a client made at import after slow work ({work}): a frozen or slow start can leave its credentials and signatures "
    "behind the clock; make it before that, or in the handler when it is first needed"
)
_SIGNED_AT = re.compile(r"%Y%m%dT%H%M%SZ$")
_LOCAL_TIME = "a time with a Z at its end is in UTC, and this is local time: signatures made with it are off by hours"
_WEEK = 7 * 24 * 3600
_TOO_LONG = "Signature Version 4 allows 7 days (604800 s) at most: AWS refuses this link when it is used"


def _handler(subject: Subject, settings: Settings) -> Iterator[Hit]:
    if not any(_is_handler(statement) for statement in subject.module.tree.body):
        return
    slow = ""
    clients = {call.node: call for call in client_calls(subject)}
    for statement in subject.module.tree.body:
        if isinstance(statement, FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom) or _is_main(statement):
            continue
        for call in [node for node in ast.walk(statement) if isinstance(node, ast.Call)]:
            if call in clients and slow:
                made = clients[call]
                yield Hit(call, f"boto3.{made.kind}", made.service or "boto3", _AFTER.format(work=slow))
        slow = slow or _slow_work(subject, statement)


def _is_handler(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.FunctionDef):
        return False
    names = [arg.arg for arg in statement.args.args]
    return (
        len(names) == 2 and names[0].strip("_") in ("event", "evt", "e") and names[1].strip("_") in ("context", "ctx")
    )


def _is_main(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)


def _slow_work(subject: Subject, statement: ast.stmt) -> str:
    for call in [node for node in ast.walk(statement) if isinstance(node, ast.Call)]:
        if _SLOW.match(subject.flow.dotted(call.func)):
            return ast.unparse(call.func)
        if isinstance(call.func, ast.Attribute) and call.func.attr in _SLOW_METHODS:
            return call.func.attr
    return ""


def _signed_at(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in subject.calls:
        match call:
            case ast.Call(func=ast.Attribute(value=moment, attr="strftime"), args=[form]):
                pattern = subject.flow.literal(form)
                if isinstance(pattern, str) and _SIGNED_AT.search(pattern) and _is_local_time(subject, moment):
                    yield Hit(call, "datetime.now", "clock", _LOCAL_TIME)
            case _:
                pass


def _is_local_time(subject: Subject, node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        bindings = subject.flow.bindings(node)
        node = bindings[0].node if len(bindings) == 1 and isinstance(bindings[0].node, ast.expr) else node
    if not isinstance(node, ast.Call) or node.args or node.keywords:
        return False
    return subject.flow.dotted(node.func) in ("datetime.datetime.now", "datetime.datetime.today")


def _too_long(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in subject.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in (
            "generate_presigned_url",
            "generate_presigned_post",
        ):
            given = keyword(call, "ExpiresIn")
            node = given.value if given is not None else argument(call, "ExpiresIn", 2)
            seconds = subject.flow.literal(node)
            if isinstance(seconds, int) and not isinstance(seconds, bool) and seconds > _WEEK:
                yield Hit(call, f"boto3.{call.func.attr}", "s3", _TOO_LONG)


HANDLER = Rule(
    "harden.clocks.handler",
    "A Lambda function makes its client after slow work at import",
    "What a Lambda function does at import runs once, and the environment may be frozen right after it. Credentials "
    "that a client resolved before a long download, and anything that was signed then, are old when the handler runs.",
    "import boto3\n"
    "import requests\n"
    "\n"
    'MODEL = requests.get("https://example.com/model", timeout=60).content\n'
    's3 = boto3.client("s3")\n'
    "\n"
    "\n"
    "def handler(event, context):\n"
    '    s3.put_object(Bucket="mine", Key="model", Body=MODEL)\n',
    's3 = boto3.client("s3")\nmodel = load(requests.get(URL).content)\n\ndef handler(event, context): ...',
    _handler,
)
SIGNED_AT = Rule(
    "harden.clocks.local-time",
    "A signing time is made from local time",
    "X-Amz-Date and policy dates end in Z and mean UTC. datetime.now() without a time zone is right on servers that "
    "run in UTC and gives RequestTimeTooSkewed everywhere else.",
    'from datetime import datetime\n\nimport boto3\n\nstamp = datetime.now().strftime("%Y%m%dT%H%M%SZ")\n',
    'datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")',
    _signed_at,
)
TOO_LONG = Rule(
    "harden.clocks.presigned",
    "A presigned URL is to live for more than 7 days",
    "Signature Version 4 refuses links that are valid for more than 604800 seconds; with temporary credentials they "
    "end with the session, after hours. Version 2 had no such limit.",
    "import boto3\n"
    "\n"
    's3 = boto3.client("s3")\n'
    'link = s3.generate_presigned_url("get_object", Params={"Bucket": "mine", "Key": "k"}, ExpiresIn=30 * 24 * 3600)\n',
    's3.generate_presigned_url("get_object", Params=params, ExpiresIn=7 * 24 * 3600)',
    _too_long,
)
