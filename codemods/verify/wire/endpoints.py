"""Host name -> service and region: the inverse of what both libraries do with their endpoint tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

AWS_HOST = re.compile(r"(?:[\w.-]+\.)?(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws)", re.IGNORECASE)
SUFFIX = re.compile(r"\.(amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws)$")
REGION = re.compile(r"[a-z]{2,4}(?:-[a-z]+)+-\d+")

# A bucket, if any, then s3 in all the spellings that AWS has had:
# https://docs.aws.amazon.com/general/latest/gr/s3.html and boto/endpoints.json.
S3 = re.compile(
    r"(?:(?P<bucket>.+)\.)?s3(?:[.-]accelerate|[.-]external-1|-fips)?(?:\.dualstack)?"
    r"(?:[.-](?P<region>[a-z]{2,4}(?:-[a-z]+)+-\d+))?"
)

# Endpoint prefixes (`endpointPrefix` in botocore's models) that are not the name of the service, and names
# that only boto 2's endpoint table knows. Prefixes that two services share are told apart by what is asked.
SERVICES: dict[str, tuple[str, ...]] = {
    "airflow": ("mwaa",),
    "api.ecr": ("ecr",),
    "cloudhsmv2": ("cloudhsmv2",),
    "ddb": ("dynamodb",),
    "elasticfilesystem": ("efs",),
    "elasticloadbalancing": ("elb", "elbv2"),
    "elasticmapreduce": ("emr",),
    "email": ("ses", "sesv2"),
    "monitoring": ("cloudwatch",),
    "queue": ("sqs",),
    "s3-control": ("s3control",),
    "states": ("stepfunctions",),
    "streams.dynamodb": ("dynamodbstreams",),
    "tagging": ("resourcegroupstaggingapi",),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a host name says: candidate services, region, and the S3 bucket in it ('' for path style)."""

    services: tuple[str, ...]
    region: str
    bucket: str = ""


def locate(host: str) -> Endpoint:
    """Read an AWS host name (with or without port)."""
    name = host.partition(":")[0].lower()
    suffix = SUFFIX.search(name)
    default = "cn-north-1" if name.endswith(".cn") else "us-east-1"
    stem = name[: suffix.start()] if suffix else name
    s3 = S3.fullmatch(stem)
    if s3:
        # The bucket as it was written: names are case-sensitive in a path, and legacy names may have
        # capitals.
        bucket = host[: len(s3["bucket"])] if s3["bucket"] else ""
        return Endpoint(("s3",), s3["region"] or default, bucket)
    labels = stem.split(".")
    regions = [label for label in labels if REGION.fullmatch(label)]
    if "us-gov" in labels:
        default = "us-gov-west-1"
    rest = [label for label in labels if label not in (*regions, "dualstack", "us-gov")]
    prefix = ".".join(rest).removesuffix("-fips")
    last = rest[-1] if rest else ""  # an account or a shard may stand before the service
    services = SERVICES.get(prefix) or SERVICES.get(last) or (prefix, last)
    return Endpoint(tuple(dict.fromkeys(services)), regions[0] if regions else default)
