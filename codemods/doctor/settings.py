"""The checks of what boto3 takes from the environment and from files: region and credentials."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from urllib.parse import urlsplit

from botocore.credentials import Credentials
from botocore.exceptions import BotoCoreError
from botocore.httpsession import get_cert_path
from botocore.session import Session

from codemods.botoconfig.options import region_of_host
from codemods.doctor.check import Check, Verdict

_SOURCES = {
    "env": "environment variables",
    "shared-credentials-file": "~/.aws/credentials",
    "config-file": "~/.aws/config",
    "boto-config": "boto 2's own file (boto.cfg or ~/.boto)",
    "ec2-credentials-file": "the file that AWS_CREDENTIAL_FILE names",
    "iam-role": "the instance's role (metadata service)",
    "container-role": "the container's role",
    "assume-role": "a role that the profile assumes",
    "assume-role-with-web-identity": "a role with web identity",
    "custom-process": "the profile's credential_process",
    "sso": "AWS IAM Identity Center (SSO)",
    "login": "aws login",
}
"""botocore's names of its credential providers (botocore/credentials.py, METHOD), for people."""

_OLD_FILES = ("boto-config", "ec2-credentials-file")
_NEARLY_OVER = 15 * 60


def region_and_source(session: Session) -> tuple[str, str]:
    """The region that clients of this session get, and where it comes from; empty for none."""
    if region := session.get_config_variable("region", methods=("env",)):
        return str(region), "AWS_DEFAULT_REGION"
    if region := session.get_config_variable("region", methods=("config",)):
        return str(region), f"the profile {session.profile or 'default'} in ~/.aws/config"
    return "", ""


def check_region(session: Session, endpoint: str | None, environment: Mapping[str, str]) -> Check:
    """Is there a region, is it a real one, and does it fit the endpoint?"""
    try:
        region, source = region_and_source(session)
    except BotoCoreError as error:
        return Check("region", Verdict.FAIL, f"{error}.")
    if not region:
        other = ""
        if "AWS_REGION" in environment:
            other = " AWS_REGION is set, but boto3 reads AWS_DEFAULT_REGION."
        message = f"No region is set: clients without region_name raise NoRegionError.{other}"
        return Check("region", Verdict.WARN, message)
    known = {
        name
        for partition in session.get_available_partitions()
        for name in session.get_available_regions("ec2", partition)
    }
    if region not in known:
        return Check("region", Verdict.WARN, f"{region}, from {source}, is no region that botocore knows.")
    host = urlsplit(endpoint if "://" in endpoint else f"//{endpoint}").hostname if endpoint else None
    served = region_of_host(host) if host else None
    if served and served != region:
        message = f"{region}, from {source}, but the endpoint serves {served}: signatures would name the wrong one."
        return Check("region", Verdict.WARN, message)
    return Check("region", Verdict.OK, f"{region}, from {source}.")


def check_credentials(session: Session, now: Callable[[], float] = time.time) -> Check:
    """Where credentials come from and how long they last; never what they are."""
    try:
        credentials = session.get_credentials()
    except BotoCoreError as error:
        # Not the error's text: a credential_process may have put anything into it.
        message = f"The provider chain stopped with {type(error).__name__}: look at the profile and its files."
        return Check("credentials", Verdict.FAIL, message)
    if credentials is None:
        message = "None found, by none of botocore's providers: requests raise NoCredentialsError."
        return Check("credentials", Verdict.FAIL, message)
    source = f"From {_SOURCES.get(credentials.method, credentials.method)}"
    expiry = getattr(credentials, "_expiry_time", None)
    if expiry is not None:
        return _temporary(source, expiry, now)
    if credentials.method in _OLD_FILES:
        return Check("credentials", Verdict.WARN, f"{source}: move them to ~/.aws/credentials or use a role.")
    if _has_token(credentials):
        message = f"{source}, with a session token: they end within hours, and nothing renews them."
        return Check("credentials", Verdict.WARN, message)
    return Check("credentials", Verdict.OK, f"{source}.")


def _has_token(credentials: Credentials) -> bool:
    """Are these somebody's temporary credentials, copied to where they stand?"""
    static = credentials.method in ("env", "shared-credentials-file", "config-file")
    return static and bool(credentials.get_frozen_credentials().token)


def _temporary(source: str, expiry: datetime, now: Callable[[], float]) -> Check:
    left = expiry.timestamp() - now()
    when = f"{expiry.astimezone(timezone.utc):%Y-%m-%d %H:%M} UTC"
    if left <= 0:
        return Check("credentials", Verdict.FAIL, f"{source}: they ended at {when} and were not renewed.")
    minutes = f"in {left / 60:.0f} minutes" if left < 7200 else f"in {left / 3600:.0f} hours"
    message = f"{source}: they end at {when}, {minutes}; boto3 renews them."
    return Check("credentials", Verdict.WARN if left < _NEARLY_OVER else Verdict.OK, message)


def bundle_and_source(session: Session, environment: Mapping[str, str]) -> tuple[str, str]:
    """The certificates that boto3 trusts, and where it is told so (botocore/endpoint.py,
    `_get_verify_value`).
    """
    if bundle := session.get_config_variable("ca_bundle", methods=("env",)):
        return str(bundle), "the bundle in AWS_CA_BUNDLE"
    try:
        configured = session.get_config_variable("ca_bundle")
    except BotoCoreError:
        configured = None
    if configured:
        return str(configured), "the ca_bundle of the profile"
    if bundle := environment.get("REQUESTS_CA_BUNDLE"):
        return bundle, "the bundle in REQUESTS_CA_BUNDLE"
    return str(get_cert_path(True)), "boto3's own bundle"
