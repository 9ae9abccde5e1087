"""All checks, in the order in which a person would ask."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping

from botocore.exceptions import BotoCoreError
from botocore.session import Session

from codemods.doctor.check import Check
from codemods.doctor.network import check_network
from codemods.doctor.settings import bundle_and_source, check_credentials, check_region, region_and_source
from codemods.doctor.versions import check_versions

_FALLBACK_REGION = "us-east-1"


def diagnose(
    endpoint: str | None = None,
    *,
    session: Session | None = None,
    environment: Mapping[str, str] = os.environ,
    timeout: float = 5.0,
    now: Callable[[], float] = time.time,
) -> tuple[Check, ...]:
    """Check this machine and its way to an endpoint, by default that of STS in the region that is set.

    One request goes to the endpoint (a second and third one when TLS fails), unsigned; botocore may ask the
    metadata service for credentials.
    """
    session = session or Session()
    bundle, bundle_source = bundle_and_source(session, environment)
    return (
        *check_versions(),
        check_region(session, endpoint, environment),
        check_credentials(session, now),
        *check_network(endpoint or _default_endpoint(session), bundle, bundle_source, timeout, now),
    )


def _default_endpoint(session: Session) -> str:
    try:
        region = region_and_source(session)[0] or _FALLBACK_REGION
        return str(session.create_client("sts", region_name=region).meta.endpoint_url)
    except (BotoCoreError, ValueError):
        return f"https://sts.{_FALLBACK_REGION}.amazonaws.com"
