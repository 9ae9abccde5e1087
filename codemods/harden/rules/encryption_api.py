"""What version 2 of the AWS Encryption SDK took away: functions of the module, and providers without a mode.

Facts: aws_encryption_sdk/__init__.py and key_providers/kms.py of 1.9, 2.4, 3.3 and 4.0.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.code import Import
from codemods.harden.arguments import has_spread, keyword
from codemods.harden.model import Constant, Hit, Need, Rule
from codemods.harden.subject import Subject
from codemods.model import Edit, Status
from codemods.settings import Settings

PACKAGE = "aws_encryption_sdk"
_FUNCTIONS = tuple(f"{PACKAGE}.{name}" for name in ("encrypt", "decrypt", "stream"))
_PROVIDERS = (f"{PACKAGE}.KMSMasterKeyProvider", f"{PACKAGE}.key_providers.kms.KMSMasterKeyProvider")
_CLIENT = "ENCRYPTION_CLIENT"
_POLICY = (
    "the module's functions are gone since 2.0; this client writes and reads as they did: raise the commitment policy "
    "to REQUIRE_ENCRYPT_ALLOW_DECRYPT when all readers are on 1.7 or newer"
)
_STRICT = (
    "KMSMasterKeyProvider is gone since 2.0; the strict provider uses these keys only, also to decrypt, and then wants "
    "ARNs of keys and no aliases"
)
_DISCOVERY = (
    "KMSMasterKeyProvider is gone since 2.0; the discovery provider decrypts with any key of any account: give it a "
    "discovery_filter"
)
_NOT_ARN = (
    "KMSMasterKeyProvider is gone since 2.0, and StrictAwsKmsMasterKeyProvider decrypts with ARNs of keys only: write "
    "these key ids as arn:aws:kms:...:key/..."
)
_BY_HAND = (
    "KMSMasterKeyProvider is gone since 2.0: use StrictAwsKmsMasterKeyProvider(key_ids=[...]), or "
    "DiscoveryAwsKmsMasterKeyProvider to decrypt only"
)


def _functions(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in subject.calls:
        dotted = subject.flow.dotted(call.func)
        if dotted not in _FUNCTIONS:
            continue
        name = dotted.rpartition(".")[2]
        edits = (Edit(subject.span(call.func), f"{_CLIENT}.{name}"), *_import_edits(subject, dotted))
        after = f"{_CLIENT}.{name}{subject.text[subject.span(call.func).end : subject.span(call).end]}"
        policy = f"{PACKAGE}.CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT"
        text = f"{_CLIENT} = {PACKAGE}.EncryptionSDKClient(\n    commitment_policy={policy},\n)"
        needs: set[Need] = {Import(PACKAGE)}
        if not _has_client(subject):
            needs.add(Constant(_CLIENT, text))
        yield Hit(call, dotted, "kms", _POLICY, Status.REVIEW, edits, after, frozenset(needs))


def _has_client(subject: Subject) -> bool:
    return any(
        isinstance(target, ast.Name) and target.id == _CLIENT
        for statement in subject.module.tree.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
    )


def _import_edits(subject: Subject, dotted: str, new: str = "") -> Iterator[Edit]:
    """Takes a name out of a `from` import of the module, or puts another in its place."""
    package, _, name = dotted.rpartition(".")
    for statement in subject.nodes:
        if not isinstance(statement, ast.ImportFrom) or statement.module != package:
            continue
        alias = next((each for each in statement.names if each.name == name), None)
        if alias is None:
            continue
        start = subject.span(alias)
        if new:
            yield Edit(start, new)
            continue
        gone = [each for each in statement.names if f"{package}.{each.name}" in _FUNCTIONS]
        kept = [subject.segment(each) for each in statement.names if each not in gone]
        text = f"from {package} import {', '.join(kept)}" if kept else f"import {package}"
        yield Edit(subject.span(statement), text)


def _providers(subject: Subject, settings: Settings) -> Iterator[Hit]:
    for call in subject.calls:
        dotted = subject.flow.dotted(call.func)
        if dotted not in _PROVIDERS:
            continue
        keys = keyword(call, "key_ids")
        if has_spread(call) or keyword(call, "config") is not None or call.args:
            yield Hit(call, dotted, "kms", _BY_HAND)
        elif keys is not None and any(not text.startswith("arn:") for text in _literals(subject, keys.value)):
            yield Hit(call, dotted, "kms", _NOT_ARN)
        elif keys is None and subject.mentions(r"\badd_master_key"):
            yield Hit(call, dotted, "kms", _BY_HAND)
        else:
            name = "StrictAwsKmsMasterKeyProvider" if keys is not None else "DiscoveryAwsKmsMasterKeyProvider"
            message = _STRICT if keys is not None else _DISCOVERY
            yield _renamed(subject, call, dotted, name, message)


def _renamed(subject: Subject, call: ast.Call, dotted: str, name: str, message: str) -> Hit:
    end = subject.span(call.func).end
    start = end - len("KMSMasterKeyProvider")
    if isinstance(call.func, ast.Name) and call.func.id != "KMSMasterKeyProvider":
        return Hit(call, dotted, "kms", _BY_HAND)
    whole = subject.span(call.func)
    edits = [Edit(type(whole)(start, end), name)]
    if isinstance(call.func, ast.Name):
        edits += _import_edits(subject, dotted, name)
    after = f"{subject.text[whole.start : start]}{name}{subject.text[end : subject.span(call).end]}"
    return Hit(call, dotted, "kms", message, Status.REVIEW, tuple(edits), after)


def _literals(subject: Subject, node: ast.expr) -> list[str]:
    if isinstance(node, ast.Name):
        bindings = subject.flow.bindings(node)
        node = bindings[0].node if len(bindings) == 1 and isinstance(bindings[0].node, ast.expr) else node
    elements = node.elts if isinstance(node, ast.List | ast.Tuple | ast.Set) else [node]
    values = [subject.flow.literal(element) for element in elements]
    return [value for value in values if isinstance(value, str)]


FUNCTIONS = Rule(
    "harden.encryption-sdk.functions",
    "aws_encryption_sdk.encrypt() and decrypt() are gone",
    "Since 2.0 the AWS Encryption SDK has no encrypt, decrypt and stream of the module: an EncryptionSDKClient carries "
    "the commitment policy. The client that is put in writes messages that version 1 can read and reads both kinds, as "
    "the functions did; it is the first step of AWS's own migration guide.",
    "import aws_encryption_sdk\n"
    "\n"
    "\n"
    "def seal(text, provider):\n"
    "    return aws_encryption_sdk.encrypt(source=text, key_provider=provider)[0]\n",
    "ENCRYPTION_CLIENT.encrypt(source=text, key_provider=provider)",
    _functions,
    in_tests=True,
)
PROVIDERS = Rule(
    "harden.encryption-sdk.providers",
    "KMSMasterKeyProvider is gone",
    "Since 2.0 a provider is either strict (it uses the keys that it was given, to encrypt and to decrypt) or "
    "discovers the key from the message (to decrypt only). With key_ids it becomes the strict one, without any the "
    "discovering one.",
    "import aws_encryption_sdk\n"
    "\n"
    'provider = aws_encryption_sdk.KMSMasterKeyProvider(key_ids=["arn:aws:kms:eu-west-1:111122223333:key/k"])\n',
    "StrictAwsKmsMasterKeyProvider(key_ids=[ARN])",
    _providers,
    in_tests=True,
)
