"""A key of one region, a client of another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods.harden.clients import client_calls
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_ARN = re.compile(r"arn:[\w-]+:kms:([a-z0-9-]+):\d*:(key|alias)/")


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    regions: dict[ast.AST, str] = {}
    for call in client_calls(subject):
        region = subject.flow.literal(call.given("region_name"))
        if isinstance(region, str) and call.service == "kms":
            regions[call.node] = region
    for node in subject.calls if regions else ():
        if not isinstance(node.func, ast.Attribute):
            continue
        made = subject.flow.only(node.func.value, "client")
        if len(made) != 1 or next(iter(made)).node not in regions:
            continue
        region = regions[next(iter(made)).node]  # type: ignore[index]
        for keyword in node.keywords:
            value = subject.flow.literal(keyword.value)
            match = _ARN.match(value) if isinstance(value, str) else None
            if match is not None and match[1] != region:
                message = f"the key is in {match[1]} and the client in {region}: KMS answers NotFoundException"
                yield Hit(node, f"kms.{node.func.attr}", "kms", message)


RULE = Rule(
    "harden.kms.region",
    "The key's ARN and the client's region disagree",
    "KMS keys live in one region, and a client asks its own region only, whatever the ARN says. The call fails with "
    "NotFoundException.",
    "import boto3\n"
    "\n"
    'kms = boto3.client("kms", region_name="us-east-1")\n'
    'kms.encrypt(KeyId="arn:aws:kms:eu-west-1:111122223333:key/k", Plaintext=b"text")\n',
    'boto3.client("kms", region_name="eu-west-1").encrypt(KeyId="arn:aws:kms:eu-west-1:1:key/k", Plaintext=text)',
    _check,
)
