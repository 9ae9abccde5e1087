import boto
from boto.exception import (
    AWSConnectionError,
    InvalidUriError,
    ResumableUploadException,
    S3CopyError,
    S3DataError,
    S3PermissionsError,
    TooManyAuthHandlerReadyToAuthenticate,
)

bucket = boto.connect_s3().get_bucket("reports")
try:
    bucket.copy_key("a", "reports", "b")
except S3CopyError as e:
    print(e.status)
except S3DataError as e:
    print(e.reason)
except (S3PermissionsError, AWSConnectionError) as e:
    print(e.reason)
except TooManyAuthHandlerReadyToAuthenticate:
    pass
except (InvalidUriError, ResumableUploadException):
    pass
# ---- after ----
import sys
import boto3
from boto3.exceptions import Boto3Error, S3UploadFailedError
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, FlexibleChecksumError, NoCredentialsError

# emitted: S3_CONFIG, _copy_error, _get_bucket

s3 = boto3.client("s3", region_name="us-east-1", config=S3_CONFIG)
bucket = _get_bucket(s3, "reports")
try:
    s3.copy_object(
        Bucket=bucket,
        Key="a",
        CopySource={"Bucket": "reports", "Key": "b"},
        StorageClass="STANDARD",
        MetadataDirective="COPY",
    )
except _copy_error() as e:
    print(e.response["ResponseMetadata"]["HTTPStatusCode"])
except FlexibleChecksumError as e:
    print(str(e))
except (BotoCoreError, Boto3Error, ValueError) as e:
    print(str(e))
except NoCredentialsError:
    pass
except (ValueError, S3UploadFailedError, ClientError):
    pass
