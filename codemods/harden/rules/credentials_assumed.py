"""The credentials of an assumed role are kept for longer than they are valid."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.clients import client_calls
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_KEYS = frozenset({"AccessKeyId", "SecretAccessKey", "SessionToken"})
_MESSAGE = (
    "the credentials of assume_role expire (after an hour, unless told otherwise) and this {kind} is kept: name the "
    "role in a profile (role_arn, source_profile), which renews them"
)


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    if not subject.mentions(r"\bassume_role(_with_\w+)?\b"):
        return
    if subject.mentions(r"RefreshableCredentials|create_from_metadata|AssumeRoleCredentialFetcher"):
        return
    made = [(call.node, call.kind) for call in client_calls(subject)]
    for node, kind in (*made, *((call, "session") for call in _sessions(subject))):
        if _is_assumed(node) and _is_kept(subject, node):
            yield Hit(node, "sts.assume_role", "sts", _MESSAGE.format(kind=kind))


def _sessions(subject: Subject) -> Iterator[ast.Call]:
    for call in subject.calls:
        if subject.flow.dotted(call.func) in ("boto3.Session", "boto3.session.Session"):
            yield call


def _is_assumed(call: ast.Call) -> bool:
    """True when the keys that a call is given come out of a response of STS, by their names."""
    given = [keyword.value for keyword in call.keywords if (keyword.arg or "").startswith("aws_")]
    return any(isinstance(n, ast.Constant) and n.value in _KEYS for value in given for n in ast.walk(value))


def _is_kept(subject: Subject, call: ast.Call) -> bool:
    """True when the object lives on: in the module, in an attribute, in a global."""
    statement = subject.statement(call)
    function = subject.function(call)
    if function is None:
        return isinstance(statement, ast.Assign) and not _runs_once(subject)
    if not isinstance(statement, ast.Assign):
        return False
    names = {target.id for target in statement.targets if isinstance(target, ast.Name)}
    kept = {n for node in ast.walk(function) if isinstance(node, ast.Global) for n in node.names}
    return any(isinstance(t, ast.Attribute | ast.Subscript) for t in statement.targets) or bool(names & kept)


def _runs_once(subject: Subject) -> bool:
    """True for a script: a module without functions, which is over before an hour is."""
    return not any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in subject.module.tree.body)


RULE = Rule(
    "harden.credentials.assumed",
    "The credentials of an assumed role are kept for ever",
    "sts.assume_role gives credentials for an hour. A client or session that is made from them once and kept (in a "
    "module, on an object) fails with ExpiredToken from then on. A profile with role_arn, or botocore's "
    "RefreshableCredentials, renews them.",
    "import boto3\n"
    "\n"
    "\n"
    "class Audit:\n"
    "    def __init__(self, role):\n"
    '        creds = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName="audit")["Credentials"]\n'
    "        self.session = boto3.Session(\n"
    '            aws_access_key_id=creds["AccessKeyId"],\n'
    '            aws_secret_access_key=creds["SecretAccessKey"],\n'
    '            aws_session_token=creds["SessionToken"],\n'
    "        )\n",
    'self.s3 = boto3.Session(profile_name="audit").client("s3")  # the profile names role_arn',
    _check,
)
