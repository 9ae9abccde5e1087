"""What callers may catch. Nobody outside of this package should see an exception of boto."""
from http.client import responses
from xml.sax.saxutils import escape
from botocore.exceptions import ClientError


def _error_code(error):
    """The AWS error code of a ClientError; boto 2 named what HEAD, which has no body, tells by its status alone."""
    code = error.response.get("Error", {}).get("Code")
    if error.operation_name == "HeadBucket":
        return {"404": "NoSuchBucket", "403": "AccessDenied"}.get(code, code)
    return None if code in ("", str(error.response["ResponseMetadata"]["HTTPStatusCode"])) else code


def _reason(error):
    """The HTTP reason phrase of a ClientError; the text of any other exception."""
    if not isinstance(error, ClientError):
        return str(error)
    metadata = error.response["ResponseMetadata"]
    return metadata.get("Reason") or responses.get(metadata["HTTPStatusCode"], "")


def _error_body(error, name="S3ResponseError"):
    """The parsed error of a ClientError, written as XML again; empty where the answer had no body."""
    details, metadata = error.response.get("Error", {}), error.response["ResponseMetadata"]
    if details.get("Code") in (None, str(metadata["HTTPStatusCode"])):
        return ""
    inside = "".join(f"<{tag}>{escape(str(value))}</{tag}>" for tag, value in details.items())
    request_id, host_id = metadata.get("RequestId") or "", metadata.get("HostId") or ""
    if name == "EC2ResponseError":
        xml = f"<Response><Errors><Error>{inside}</Error></Errors><RequestID>{request_id}</RequestID></Response>"
    else:
        xml = f"<Error>{inside}<RequestId>{request_id}</RequestId><HostId>{host_id}</HostId></Error>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'


def _error_text(error, name):
    """What boto 2 showed for an error: its class (`name`, or one of the program's own), status, reason and body."""
    if not isinstance(error, ClientError) or type(error).__str__ is not ClientError.__str__:
        return str(error)
    if not type(error).__module__.startswith("botocore"):
        name = type(error).__name__
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    return f"{name}: {status} {_reason(error)}\n{_error_body(error, name)}"


class MediaError(Exception):
    pass


class MediaNotFound(MediaError):
    pass


class MediaExists(MediaError):
    pass


def translate(error, name):
    """Our exception for one of boto's."""
    if isinstance(error, ClientError) and error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
        return MediaNotFound(name)
    if isinstance(error, ClientError):
        return MediaError('%s: %s (%s)' % (name, _error_code(error), error.response["ResponseMetadata"]["HTTPStatusCode"]))
    return MediaError('%s: %s' % (name, _error_text(error, "S3ResponseError")))
