"""A boto.cfg that lies in the code base: what the migration report says about it."""

from __future__ import annotations

import posixpath

from codemods.botoconfig.convert import convert_config
from codemods.botoconfig.files import UnreadableConfig
from codemods.botoconfig.options import Fate
from codemods.model import Finding, Level

RULES = {
    "config.boto-cfg": "Settings in boto 2's configuration file, which boto3 does not read.",
    "config.credentials": "Credentials in a file of the code base.",
}

_SECRETS = ("aws_access_key_id", "aws_secret_access_key", "aws_security_token", "proxy_pass")


def is_boto_config(path: str) -> bool:
    """Is this, by its name, a configuration file of boto 2?"""
    return posixpath.basename(path.replace("\\", "/")) in ("boto.cfg", ".boto")


def config_findings(path: str, text: str) -> tuple[Finding, ...]:
    """One finding for each thing that a configuration file says; no values, so no secrets."""
    try:
        report = convert_config(path, text)
    except UnreadableConfig as error:
        return (Finding(path, 1, "config.boto-cfg", str(error), Level.WARNING),)
    findings = []
    for remark in report.remarks:
        first = min(remark.sources, key=lambda setting: setting.line)
        if first.path != path:
            continue
        options = ", ".join(setting.option for setting in remark.sources)
        level = Level.WARNING if remark.fate is Fate.LOST else Level.NOTE
        message = f"[{first.section}] {options}: {remark.message} `boto3ify config {path}` prints the equivalent."
        findings.append(Finding(path, first.line, "config.boto-cfg", message, level))
        findings += [
            Finding(path, setting.line, "config.credentials", _exposed(setting.option), Level.WARNING)
            for setting in remark.sources
            if setting.option in _SECRETS and setting.value
        ]
    return tuple(sorted(findings, key=lambda finding: (finding.line, finding.rule)))


def _exposed(option: str) -> str:
    return f"{option} stands in a file of the code base: take it out, and give the program a role or a profile."
