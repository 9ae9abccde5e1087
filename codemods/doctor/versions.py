"""The checks of what is installed."""

from __future__ import annotations

import platform
import ssl
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from codemods.dependencies import bounds
from codemods.dependencies.requirement import version_of
from codemods.doctor.check import Check, Verdict

_OPENSSL = (1, 1, 1)
"""urllib3 2, which botocore uses, refuses anything older."""


def check_versions(installed: Callable[[str], str] = version) -> tuple[Check, ...]:
    """Python, boto3 and botocore, OpenSSL, and whether boto 2 is still there."""
    return (_python(), _boto3(installed), _openssl(), _boto(installed))


def _python() -> Check:
    mine = platform.python_version()
    if version_of(mine) < bounds.CURRENT_PYTHON:
        oldest = ".".join(map(str, bounds.CURRENT_PYTHON))
        return Check("python", Verdict.WARN, f"{mine}: current releases of boto3 need {oldest} or later.")
    return Check("python", Verdict.OK, f"{mine}.")


def _boto3(installed: Callable[[str], str]) -> Check:
    try:
        boto3, botocore = installed("boto3"), installed("botocore")
    except PackageNotFoundError as error:
        return Check("boto3", Verdict.FAIL, f"{error.name} is not installed.")
    both = f"boto3 {boto3}, botocore {botocore}"
    if min(version_of(boto3), version_of(botocore)) < version_of(bounds.BOTO3):
        return Check("boto3", Verdict.FAIL, f"{both}: migrated code needs {bounds.BOTO3} or later of both.")
    if version_of(boto3)[:2] != version_of(botocore)[:2]:
        return Check("boto3", Verdict.WARN, f"{both}: these two do not belong together; install boto3 anew.")
    return Check("boto3", Verdict.OK, f"{both}.")


def _openssl() -> Check:
    if ssl.OPENSSL_VERSION_INFO[:3] < _OPENSSL:
        return Check("openssl", Verdict.FAIL, f"{ssl.OPENSSL_VERSION}: 1.1.1 or later is needed.")
    return Check("openssl", Verdict.OK, f"{ssl.OPENSSL_VERSION}.")


def _boto(installed: Callable[[str], str]) -> Check:
    try:
        boto = installed("boto")
    except PackageNotFoundError:
        return Check("boto", Verdict.OK, "boto 2 is not installed.")
    message = f"boto {boto} is still installed: uninstall it, so that a forgotten use fails early."
    return Check("boto", Verdict.WARN, message)
