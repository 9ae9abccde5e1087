"""Which HTTP method a presigned URL is for: it stands in the signature alone, so the libraries are asked."""

from types import ModuleType
from typing import Any

from . import log


def by_boto2(module: ModuleType) -> None:
    """Follow `boto.s3.connection.S3Connection.generate_url`, which keys and buckets call as well."""
    generate = module.S3Connection.generate_url

    def generate_url(self: Any, expires_in: Any, method: Any, *args: Any, **kwargs: Any) -> Any:
        url = generate(self, expires_in, method, *args, **kwargs)
        log.write("presigned", str(method), str(url))
        return url

    module.S3Connection.generate_url = generate_url


def by_boto3(module: ModuleType) -> None:
    """Follow `botocore.signers.RequestSigner.generate_presigned_url`, which clients call."""
    generate = module.RequestSigner.generate_presigned_url

    def generate_presigned_url(self: Any, request_dict: Any, *args: Any, **kwargs: Any) -> Any:
        url = generate(self, request_dict, *args, **kwargs)
        log.write("presigned", str(request_dict["method"]), str(url))
        return url

    module.RequestSigner.generate_presigned_url = generate_presigned_url
