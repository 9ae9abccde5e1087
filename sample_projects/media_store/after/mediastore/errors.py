"""What callers may catch. Nobody outside of this package should see an exception of boto."""
from botocore.exceptions import ClientError


def _error_code(error):
    """The AWS error code of a ClientError; boto 2 named what HEAD, which has no body, tells by its status alone."""
    code = error.response.get("Error", {}).get("Code")
    if error.operation_name == "HeadBucket":
        return {"404": "NoSuchBucket", "403": "AccessDenied"}.get(code, code)
    return None if code in ("", str(error.response["ResponseMetadata"]["HTTPStatusCode"])) else code


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
    return MediaError('%s: %s' % (name, error))
