"""Helpers for what boto 2's exceptions told and botocore's ClientError tells elsewhere."""

from http.client import responses


def _error_code(error):
    """The AWS error code of a ClientError, with HEAD's bare status (there is no body) named as boto 2 named it."""
    code = error.response.get("Error", {}).get("Code")
    if error.operation_name == "HeadBucket":
        return {"404": "NoSuchBucket", "403": "AccessDenied"}.get(code, code)
    if error.operation_name == "HeadObject" and str(code).isdigit():
        return None
    return code


def _reason(error):
    """The HTTP reason phrase of a ClientError."""
    return responses.get(error.response["ResponseMetadata"]["HTTPStatusCode"], "")
