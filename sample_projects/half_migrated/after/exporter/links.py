"""Links to exports for mails."""
import re
import string
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote
from botocore.config import Config
from botocore.exceptions import ClientError
import boto3

from exporter import settings

S3_CONFIG = Config(
    signature_version="s3v4",
    connect_timeout=10,
    read_timeout=70,
    retries={"total_max_attempts": 7, "mode": "standard"},
)


_IDLE_HEADERS = tuple("accept cache-control connection content- expect expires user-agent x-amz-content-".split())


def _header_text(value):
    """The value of a header as boto 2 sent it: all but printable ASCII is percent-encoded."""
    return quote(value if isinstance(value, bytes) else str(value), safe=string.punctuation + " ")


def _header_parameters(s3, operation, headers):
    """HTTP headers as the parameters of an operation that stand for them; idle ones are left out."""
    shapes = s3.meta.service_model.operation_model(operation).input_shape.members
    names = {shape.serialization.get("name", "").lower(): name for name, shape in shapes.items()}
    parameters, metadata = {}, {}
    for header, value in (headers or {}).items():
        lower = header.lower()
        name = names.get(lower)
        if value is None or lower == "content-length":
            continue
        if lower.startswith("x-amz-meta-"):
            metadata[header[len("x-amz-meta-") :]] = _header_text(value)
        elif name and shapes[name].serialization["location"] == "header":
            is_date = shapes[name].type_name == "timestamp"
            parameters[name] = parsedate_to_datetime(value) if is_date else _header_text(value)
        elif not lower.startswith(_IDLE_HEADERS):
            raise ValueError(f"boto3 has no parameter for the header {header} in {operation}")
    return {**parameters, "Metadata": metadata} if metadata and "Metadata" in shapes else parameters


def _response_parameters(response_headers):
    """Headers that the answer shall have: response-content-type becomes ResponseContentType."""
    return {name.title().replace("-", ""): value for name, value in (response_headers or {}).items()}


def _described(response):
    """What a HEAD or GET says of an object, as members of its key."""
    key = {name: value for name, value in response.items() if name not in ("Body", "ResponseMetadata")}
    key["Size"] = response["ContentLength"]
    if "ContentRange" in response:
        key["Size"] = int(response["ContentRange"].rpartition("/")[2])
    if "ExpiresString" in response:
        key["Expires"] = key.pop("ExpiresString")
    key["Metadata"] = {name: unquote(value) for name, value in response["Metadata"].items()}
    return key


def _get_key(s3, bucket, key_name):
    """The key of an object, or None if there is no such object; all other errors are raised."""
    try:
        response = s3.head_object(Bucket=bucket, Key=_key(key_name))
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise
    return {"StorageClass": "STANDARD", "Bucket": bucket, "Key": key_name, **_described(response)}


def _key(name):
    """An object's name as boto 2 put it into a URL: no slash in front, and never two in a row."""
    if isinstance(name, dict):
        name = name["Key"]
    if name is None:
        raise ValueError("the object has no name")
    if isinstance(name, bytes):
        name = name.decode("utf-8")
    return re.sub("/+", "/", str(name)).lstrip("/")


def _signed_url(s3, expires_in, bucket="", key="", headers=None, response_headers=None, version_id=None):
    """The URL of a request to an object, a bucket or the service, signed unless query_auth is False."""
    names = {"GET": "GetObject", "PUT": "PutObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
    if bucket and not key:
        names = {"GET": "HeadBucket", "PUT": "CreateBucket", "HEAD": "HeadBucket", "DELETE": "DeleteBucket"}
    elif not bucket:
        names = {"GET": "ListBuckets"}
    if "GET" not in names:
        raise ValueError("boto3 can sign no GET request for this")
    parameters = _header_parameters(s3, names["GET"], headers)
    parameters.update(_response_parameters(response_headers))
    if bucket:
        parameters["Bucket"] = bucket
    if key:
        parameters["Key"] = _key(key)
    if version_id:
        parameters["VersionId"] = version_id
    seconds = int(expires_in)
    if seconds > 604800:
        raise ValueError("A signed URL cannot be valid for more than seven days")
    operations = {name: operation for operation, name in s3.meta.method_to_api_mapping.items()}
    url = s3.generate_presigned_url(
        operations[names["GET"]], Params=parameters, ExpiresIn=seconds, HttpMethod="GET"
    )
    return url


def _generate_url(s3, key, expires_in, response_headers=None):
    """The URL of a request to an object, in the version that the key holds."""
    headers = {}
    return _signed_url(
        s3, expires_in, key["Bucket"], key["Key"], headers, response_headers, key.get("VersionId")
    )


DAY = 24 * 3600


def old_link(key_name):
    s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
    bucket = settings.EXPORTS
    key = _get_key(s3, bucket, key_name)
    if not key:
        return None
    return _generate_url(
        s3, key, DAY, response_headers={'response-content-type': 'application/octet-stream'}
    )


def new_link(key_name):
    client = boto3.client('s3', region_name=settings.REGION, config=S3_CONFIG)
    return client.generate_presigned_url('get_object', Params={'Bucket': settings.PARTNERS, 'Key': key_name},
                                         ExpiresIn=DAY)


def partner_files(customer):
    # resource, because Tom likes them better
    bucket = boto3.resource('s3', config=S3_CONFIG).Bucket(settings.PARTNERS)
    return [obj.key for obj in bucket.objects.filter(Prefix=customer + '/') if not obj.key.endswith('.keep')]
