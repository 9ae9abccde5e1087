"""Helpers for what boto 2's exceptions told and botocore's ClientError tells elsewhere."""

import sys
from http.client import responses
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import botocore.session
from botocore.exceptions import ClientError


def _error_code(error):
    """The AWS error code of a ClientError; boto 2 named what HEAD, which has no body, tells by its status alone."""
    code = error.response.get("Error", {}).get("Code")
    if error.operation_name == "HeadBucket":
        return {"404": "NoSuchBucket", "403": "AccessDenied"}.get(code, code)
    return None if code in ("", str(error.response["ResponseMetadata"]["HTTPStatusCode"])) else code


def _error_message(error):
    """The message of a ClientError, empty where the answer had no body; the text of any other exception."""
    if not isinstance(error, ClientError):
        return str(error)
    details = error.response.get("Error", {})
    if error.operation_name == "HeadBucket":
        messages = {"404": "The specified bucket does not exist", "403": "Access Denied"}
        return messages.get(details.get("Code", ""), "")
    is_bare = details.get("Code") == str(error.response["ResponseMetadata"]["HTTPStatusCode"])
    return "" if is_bare else details.get("Message") or ""


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


def _error_args(error, name="S3ResponseError"):
    """The arguments that boto 2 gave its errors: status, reason and body."""
    if not isinstance(error, ClientError):
        return error.args
    return error.response["ResponseMetadata"]["HTTPStatusCode"], _reason(error), _error_body(error, name)


def _error_response(status, reason, body=None):
    """The response that a ClientError is made of, from what boto 2 made its errors of."""
    details = {}
    try:
        elements = list(ElementTree.fromstring(body or "<Error/>").iter())
    except ElementTree.ParseError:
        elements, details = [], {"Code": "", "Message": body}
    found = {element.tag.rpartition("}")[2]: element.text for element in elements if not len(element)}
    if "Code" in found:
        details = {"Code": found["Code"], "Message": found.get("Message", "")}
    request_id = found.get("RequestId", found.get("RequestID"))
    metadata = {"HTTPStatusCode": status, "RequestId": request_id, "Reason": reason}
    return {"Error": {"Code": str(status), "Message": reason or "", **details}, "ResponseMetadata": metadata}


def _create_error():
    """ClientError where a bucket is being reported to exist already, else no class at all: for an except clause."""
    error = sys.exc_info()[1]
    if not isinstance(error, ClientError) or error.operation_name not in ("CreateBucket", "s3"):
        return ()
    return (ClientError,) if error.response["ResponseMetadata"]["HTTPStatusCode"] == 409 else ()


def _copy_error():
    """ClientError where a copy failed after it began, which botocore takes for a 500, else no class at all."""
    error = sys.exc_info()[1]
    if not isinstance(error, ClientError) or error.operation_name not in ("CopyObject", "UploadPartCopy", "s3"):
        return ()
    return (ClientError,) if error.response["ResponseMetadata"]["HTTPStatusCode"] in (200, 500) else ()


def _is_error_of(error, service):
    """Is this an error that a service answered, but for a failure of its servers, or that the program made for it?"""
    if not isinstance(error, ClientError) or error.operation_name == service:
        return isinstance(error, ClientError)
    operations = botocore.session.get_session().get_service_model(service).operation_names
    failed = error.response["ResponseMetadata"]["HTTPStatusCode"] in (500, 502, 503, 504)
    return error.operation_name in operations and not failed


def _error_name(error):
    """The name of the class that boto 2 had for the errors of the service that answered."""
    names = {"s3": "S3ResponseError", "ec2": "EC2ResponseError"}
    return next((name for service, name in names.items() if _is_error_of(error, service)), "BotoServerError")


def _error_of(service):
    """ClientError while an error that this service answered is handled, else no class at all: for an except clause."""
    return (ClientError,) if _is_error_of(sys.exc_info()[1], service) else ()
