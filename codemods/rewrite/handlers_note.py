"""What to know of handlers once all of them catch botocore's classes: which errors pass by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from codemods.model import FileResult, Finding, Status

RULE = "errors.transient"
_HANDLED = ("errors.BotoServerError", "errors.S3ResponseError", "errors.EC2ResponseError")
_TEXT = (
    "handlers catch ClientError now, whatever the service and the status. Worth another try, and tried again by the "
    "Config of each client: Throttling, ThrottlingException, RequestLimitExceeded, SlowDown, RequestTimeout, "
    "InternalError, 5xx, ConnectTimeoutError, ReadTimeoutError, EndpointConnectionError. Never: AccessDenied, "
    "InvalidGrantToken, ExpiredToken with the same credentials, NoCredentialsError, ParamValidationError"
)


def with_note(results: Iterable[FileResult]) -> list[FileResult]:
    """The results, with one finding for the first handler of the run."""
    noted: list[FileResult] = []
    done = False
    for result in sorted(results, key=lambda each: each.path):
        sites = [site for site in result.sites if site.rule in _HANDLED and site.status is not Status.FLAGGED]
        if sites and not done:
            done = True
            line = min(site.line for site in sites)
            result = replace(result, findings=(*result.findings, Finding(result.path, line, RULE, _TEXT)))
        noted.append(result)
    return noted
