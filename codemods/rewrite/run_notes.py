"""What to know once for a whole program: about its handlers, and about where its clients find credentials."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from codemods.model import FileResult, Finding, Site, Status


@dataclass(frozen=True, slots=True)
class Note:
    """One finding for the first of the sites that it is about."""

    rule: str
    is_about: Callable[[Site], bool]
    text: str


_HANDLED = ("errors.BotoServerError", "errors.S3ResponseError", "errors.EC2ResponseError")
_OF_A_SERVICE = ("errors.S3ResponseError", "errors.EC2ResponseError")
_CONNECTIONS = ("s3.connection", "ec2.connection")

NOTES = (
    Note(
        "errors.transient",
        lambda site: site.rule in _HANDLED,
        "handlers catch ClientError now, whatever the service and the status. Worth another try, and tried again by "
        "the Config of each client: Throttling, ThrottlingException, RequestLimitExceeded, SlowDown, RequestTimeout, "
        "InternalError, 5xx, ConnectTimeoutError, ReadTimeoutError, EndpointConnectionError. Never: AccessDenied, "
        "InvalidGrantToken, ExpiredToken with the same credentials, NoCredentialsError, ParamValidationError",
    ),
    # boto/exception.py, BotoServerError.__str__; botocore/exceptions.py, ClientError.MSG_TEMPLATE.
    Note(
        "errors.text",
        lambda site: site.rule in (*_HANDLED, "errors.__str__"),
        "texts that the program makes of errors begin as boto 2's did (class, status, reason), with the XML written "
        "anew from what botocore parsed of it; what only goes into a log is botocore's own sentence now, 'An error "
        "occurred (NoSuchKey) when calling the GetObject operation: ...': adapt what searches the logs",
    ),
    # boto/connection.py, AWSAuthConnection._mexe: what is left after the last retry.
    Note(
        "errors.exhausted",
        lambda site: site.rule in _OF_A_SERVICE,
        "boto 2 raised a plain BotoServerError for a 5xx answer that stayed after the last retry, so that handlers of "
        "S3ResponseError and EC2ResponseError did not see it; ClientError is raised for it, and they catch it now",
    ),
    # boto/provider.py, Provider.get_credentials; botocore/credentials.py, create_credential_resolver.
    Note(
        "credentials.chain",
        lambda site: site.rule in _CONNECTIONS and "aws_access_key_id=" not in site.after,
        "clients look for credentials in more places than boto 2 did: after the environment also roles to assume, SSO "
        "and processes named in ~/.aws/config (and in AWS_SHARED_CREDENTIALS_FILE), and the role of a container before "
        "that of the machine, so that a program on ECS may run as somebody else; boto.cfg is not read, also not for "
        "[loggers] (see `boto3ify config`). See with `aws sts get-caller-identity`",
    ),
    # boto/connection.py, DEFAULT_CA_CERTS_FILE; botocore/httpsession.py, get_cert_path.
    Note(
        "connections.trust",
        lambda site: site.rule in _CONNECTIONS,
        "clients trust botocore's certificates; AWS_CA_BUNDLE or verify= names others. A bucket whose name has dots or "
        "upper-case letters is asked for in the path of the URL, since no certificate covers such a host name",
    ),
)


def with_notes(results: Iterable[FileResult]) -> list[FileResult]:
    """The results, each note once, at the first place of the run that it is about."""
    noted = sorted(results, key=lambda each: each.path)
    for note in NOTES:
        for index, result in enumerate(noted):
            lines = [s.line for s in result.sites if s.status is not Status.FLAGGED and note.is_about(s)]
            if lines:
                finding = Finding(result.path, min(lines), note.rule, note.text)
                noted[index] = replace(result, findings=(*result.findings, finding))
                break
    return noted
