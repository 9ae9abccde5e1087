"""A Config that says something else, and nothing about timeouts or retries."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.arguments import added, shown
from codemods.harden.clients import client_calls, has_default_config
from codemods.harden.configs import good, known
from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.model import Status
from codemods.settings import Settings


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    lacking: dict[ast.Call, tuple[set[str], set[str]]] = {}
    for call in client_calls(subject):
        given = call.given("config")
        config = known(subject.flow, given) if given is not None else None
        if config is None or not config.missing or has_default_config(subject, call):
            continue
        missing, services = lacking.setdefault(config.calls[0], (set(), set()))
        missing.update(config.missing)
        services.add(call.service)
    for node, (missing, services) in lacking.items():
        values = max((good(service, settings) for service in services), key=lambda each: each.read_timeout)
        texts = [f"{name}={text}" for name, text in values.keywords().items() if name in missing]
        edit = added(subject, node, *texts)
        names = " and ".join(sorted(name.replace("_", " ") for name in missing))
        message = f"the Config said nothing about {names}; what it says stays"
        service = min(services) or "boto3"
        after = shown(subject, node, edit)
        yield Hit(node, "botocore.config.Config", service, message, Status.REWRITTEN, (edit,), after)


RULE = Rule(
    "harden.timeouts.incomplete",
    "A Config has no timeouts or no retries",
    "A Config that sets a signature or an addressing style only leaves botocore's defaults for the rest: 60 s to "
    "connect, 60 s for each read, retries in legacy mode. What is missing is added; what is there is never changed.",
    "import boto3\n"
    "from botocore.config import Config\n"
    "\n"
    's3 = boto3.client("s3", config=Config(signature_version="s3v4"))\n',
    'Config(signature_version="s3v4", connect_timeout=5, read_timeout=60, retries={"mode": "standard"})',
    _check,
)
