"""Instance metadata read by hand, without the session token that IMDSv2 wants."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.settings import Settings

_ADDRESS = re.compile(r"(https?://|^|\s)(169\.254\.169\.254|\[fd00:ec2::254\])(?=/|$|\s)")
_CURL = re.compile(r"\b(curl|wget)\b.*169\.254\.169\.254|169\.254\.169\.254/(latest|\d{4}-)")
_TOKEN = r"(?i)x-aws-ec2-metadata-token"
_MESSAGE = (
    "reads instance metadata without a session token, which IMDSv2 refuses: PUT /latest/api/token first and send it as "
    "X-aws-ec2-metadata-token"
)
_CREDENTIALS = (
    "reads the instance's credentials by hand, without a session token and without renewing them: let boto3 find them "
    "(boto3.client(...) without keys)"
)


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    if subject.mentions(_TOKEN):
        return
    for node in subject.strings:
        text = str(node.value)
        if not (_CURL.search(text) or (_ADDRESS.search(text) and "http" in text)):
            continue
        where = subject.parent(node) if isinstance(subject.parent(node), ast.JoinedStr) else node
        message = _CREDENTIALS if "security-credentials" in text else _MESSAGE
        yield Hit(where or node, "ec2.metadata", "ec2", message)


RULE = Rule(
    "harden.credentials.imds",
    "Instance metadata is read without a token",
    "http://169.254.169.254 answers requests without a session token only while IMDSv1 is allowed, which new accounts "
    "and images no longer do; then the code gets 401. Credentials that are read there by hand also expire. boto3 does "
    "all of this itself; for other metadata ask for a token first.",
    "import requests\n"
    "\n"
    'zone = requests.get("http://169.254.169.254/latest/meta-data/placement/availability-zone").text\n',
    'token = requests.put("http://169.254.169.254/latest/api/token", headers=TTL, timeout=2).text\n'
    'requests.get("http://169.254.169.254/latest/meta-data/instance-id", headers={HEADER: token}, timeout=2).text',
    _check,
)
