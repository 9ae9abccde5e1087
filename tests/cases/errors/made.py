from boto.exception import BotoClientError, NoAuthHandlerFound, S3ResponseError


class Gone(S3ResponseError):
    pass


class Odd(S3ResponseError):
    def __init__(self, status, reason, name):
        super(Odd, self).__init__(status, reason)
        self.name = name


def refuse(name):
    if name == "gone":
        raise Gone(410, "Gone")
    if name == "odd":
        raise Odd(409, "Conflict", name)
    if not name:
        raise BotoClientError("no name")
    if name == "nobody":
        raise NoAuthHandlerFound("nobody is here")
    error = S3ResponseError(404, "Not Found", "<Error><Code>NoSuchKey</Code></Error>")
    error.error_message = "no %s" % name
    raise error


try:
    refuse("x")
except Odd as e:
    print(e.status, e.name)
except Gone as e:
    print(e.status, e.reason)
# ---- after ----
from http.client import responses
from xml.etree import ElementTree
from boto3.exceptions import Boto3Error
from botocore.exceptions import ClientError, NoCredentialsError

# emitted: _reason, _error_response

class Gone(ClientError):
    pass


class Odd(ClientError):
    def __init__(self, status, reason, name):
        super(Odd, self).__init__(_error_response(status, reason), "s3")
        self.name = name


def refuse(name):
    if name == "gone":
        raise Gone(_error_response(410, "Gone"), "s3")
    if name == "odd":
        raise Odd(409, "Conflict", name)
    if not name:
        raise Boto3Error("no name")
    if name == "nobody":
        raise NoCredentialsError()
    error = ClientError(
        _error_response(404, "Not Found", "<Error><Code>NoSuchKey</Code></Error>"),
        "s3",
    )
    error.response["Error"]["Message"] = "no %s" % name
    raise error


try:
    refuse("x")
except Odd as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"], e.name)
except Gone as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"], _reason(e))
