"""KMS clients that the AWS Encryption SDK makes itself: their Config comes from the botocore session.

The providers take no client and no Config, but a `botocore_session`, and make their clients with
`boto3.session.Session(botocore_session=...).client("kms", ...)` (aws_encryption_sdk/key_providers/kms.py,
`add_regional_client`). botocore merges the session's default client config into the one that is given
(botocore/session.py, `create_client`), so `set_default_client_config` reaches those clients.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.code import Import
from codemods.harden.arguments import added, has_spread, keyword, replaced, shown
from codemods.harden.configs import good
from codemods.harden.constants import config_constant, config_imports, present_constant
from codemods.harden.made import Made
from codemods.harden.model import Constant, Hit, Need, Rule
from codemods.harden.subject import Subject
from codemods.model import Edit, Span, Status
from codemods.settings import Settings

_PACKAGE = "aws_encryption_sdk"
_PROVIDERS = frozenset(
    f"{prefix}.{name}"
    for prefix in (_PACKAGE, f"{_PACKAGE}.key_providers.kms")
    for name in (
        "StrictAwsKmsMasterKeyProvider",
        "DiscoveryAwsKmsMasterKeyProvider",
        "MRKAwareStrictAwsKmsMasterKeyProvider",
        "MRKAwareDiscoveryAwsKmsMasterKeyProvider",
    )
)
_KEYS = frozenset(f"{prefix}.KMSMasterKey" for prefix in (_PACKAGE, f"{_PACKAGE}.key_providers.kms"))
_MESSAGE = "the provider's KMS clients get timeouts and retries, by way of the session that they are made from"
_NO_CLIENT = (
    "a provider takes no {name}= (TypeError): give it botocore_session=, a session with set_default_client_config(...)"
)
_SESSION = (
    "the provider's KMS clients have botocore's defaults (60 s for each try): call "
    "set_default_client_config(Config(...)) on this session first"
)
_KEY = "the key makes a KMS client with defaults: give it client=boto3.client(..., config=...) of the key's region"


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in subject.calls:
        dotted = subject.flow.dotted(call.func)
        if dotted in _KEYS and not has_spread(call) and not keyword(call, "client") and not keyword(call, "config"):
            yield Hit(call, dotted, "kms", _KEY)
        if dotted not in _PROVIDERS or has_spread(call):
            continue
        wrong = keyword(call, "client") or keyword(call, "kms_client") or keyword(call, "client_config")
        if wrong is not None:
            yield Hit(call, dotted, "kms", _NO_CLIENT.format(name=wrong.arg))
        elif keyword(call, "config") is None:
            yield from _provider(subject, call, dotted, settings)


def _provider(subject: Subject, call: ast.Call, dotted: str, settings: Settings) -> Iterator[Hit]:
    session = keyword(call, "botocore_session")
    if session is None or (isinstance(session.value, ast.Constant) and session.value.value is None):
        name, needs = _kms_session(subject, call, settings)
        if session is None:
            edit = added(subject, call, f"botocore_session={name}()")
        else:
            edit = replaced(subject, session.value, f"{name}()")
        yield Hit(call, dotted, "kms", _MESSAGE, Status.REWRITTEN, (edit,), shown(subject, call, edit), needs)
        return
    made = subject.flow.only(session.value, "botocore_session")
    if not made or subject.mentions(r"\bset_default_client_config\b"):
        return
    if isinstance(session.value, ast.Call) and not session.value.args and not session.value.keywords:
        name, needs = _kms_session(subject, call, settings)
        edit = replaced(subject, session.value, f"{name}()")
        yield Hit(call, dotted, "kms", _MESSAGE, Status.REWRITTEN, (edit,), shown(subject, call, edit), needs)
        return
    statement = _assignment(subject, session.value, made)
    if statement is None:
        yield Hit(call, dotted, "kms", _SESSION)
        return
    config, needs = _config(subject, statement, settings)
    source = subject.module.source
    line = source.line_text(statement.lineno)
    indent = line[: len(line) - len(line.lstrip())]
    end = subject.span(statement).end
    text = f"{subject.segment(session.value)}.set_default_client_config({config})"
    edit = Edit(Span(end, end), f"{source.newline}{indent}{text}")
    yield Hit(call, dotted, "kms", _MESSAGE, Status.REWRITTEN, (edit,), text, needs)


def _assignment(subject: Subject, node: ast.expr, made: frozenset[Made]) -> ast.stmt | None:
    """The one statement `session = botocore.session.get_session()` that a name comes from."""
    calls = [each.node for each in made]
    if not isinstance(node, ast.Name) or len(calls) != 1 or not isinstance(calls[0], ast.Call):
        return None
    statement = subject.statement(calls[0])
    is_plain = isinstance(statement, ast.Assign) and statement.value is calls[0] and len(statement.targets) == 1
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    named = is_plain and isinstance(targets[0], ast.Name) and targets[0].id == node.id
    source = subject.module.source
    end = subject.span(statement).end
    alone = not source.line_text(source.line_of(end))[source.column_of(end) - 1 :].strip()
    return statement if named and alone and len(subject.flow.bindings(node)) == 1 else None


def _config(subject: Subject, node: ast.AST, settings: Settings) -> tuple[str, frozenset[Need]]:
    present = present_constant(subject, "kms", node)
    if present:
        return present, frozenset()
    name = subject.names.free("KMS_CONFIG", "2")
    needs: set[Need] = {config_constant(subject, name, good("kms", settings))}
    return name, frozenset(needs | config_imports(subject))


def _kms_session(subject: Subject, node: ast.AST, settings: Settings) -> tuple[str, frozenset[Need]]:
    """The function that makes sessions with a default Config, and what it needs."""
    if "_kms_session" in subject.names.existing_helpers:
        return "_kms_session", frozenset()
    config, needs = _config(subject, node, settings)
    name = subject.names.free("_kms_session", "2")
    text = (
        f"def {name}():\n"
        '    """A botocore session whose clients give up on a KMS that does not answer."""\n'
        "    session = botocore.session.Session()\n"
        f"    session.set_default_client_config({config})\n"
        "    return session"
    )
    return name, needs | {Constant(name, text), Import("botocore.session")}


RULE = Rule(
    "harden.encryption-sdk.timeouts",
    "The AWS Encryption SDK calls KMS without timeouts",
    "The providers of the AWS Encryption SDK make their KMS clients themselves, with botocore's defaults: a KMS that "
    "does not answer holds each encrypt and decrypt for minutes. They take no client and no Config; the default client "
    "config of their botocore session is what reaches those clients.",
    "import aws_encryption_sdk\n"
    "\n"
    'ARN = "arn:aws:kms:eu-west-1:111122223333:key/k"\n'
    "provider = aws_encryption_sdk.StrictAwsKmsMasterKeyProvider(key_ids=[ARN])\n",
    "StrictAwsKmsMasterKeyProvider(key_ids=[ARN], botocore_session=_kms_session())",
    _check,
)
