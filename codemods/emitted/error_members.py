"""Helpers for attributes of boto 2's exceptions that the program names by a string."""

from botocore.exceptions import ClientError

from codemods.emitted.errors import _error_body, _error_code, _error_message, _reason


def _error_members(error):
    """The attributes that boto 2's errors had, by name; those of any other exception."""
    own = {name: value for name, value in vars(error).items() if name not in ("response", "operation_name")}
    if not isinstance(error, ClientError):
        return own
    metadata = error.response["ResponseMetadata"]
    members = {
        "status": metadata["HTTPStatusCode"],
        "reason": _reason(error),
        "body": _error_body(error),
        "request_id": metadata.get("RequestId"),
        "error_code": _error_code(error),
        "message": _error_message(error),
        "box_usage": None,
    }
    return {**members, **own}


def _error_member(error, name, *default):
    """getattr(error, name), with the names that boto 2's errors had."""
    if not isinstance(error, ClientError):
        return getattr(error, name, *default)
    members = _error_members(error)
    members = {"code": members["error_code"], "error_message": members["message"], **members}
    return members[name] if name in members else getattr(error, name, *default)
