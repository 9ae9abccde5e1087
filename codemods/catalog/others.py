"""boto 2's services that are not converted: what they are called on boto3, for the sentence that a person reads.

Sources: the packages of boto 2.49 (boto/__init__.py, `connect_*`), and the names of botocore's services.
"""

from __future__ import annotations

from codemods import service_models

_RENAMED = {
    "autoscale": "autoscaling",
    "awslambda": "lambda",
    "beanstalk": "elasticbeanstalk",
    "cloudsearch2": "cloudsearch",
    "cognito": "cognito-identity",
    "configservice": "config",
    "dynamodb2": "dynamodb",
    "ec2containerservice": "ecs",
}
_GONE = {
    "fps": "Amazon has ended this service",
    "gs": "Google Storage is not AWS's: use google-cloud-storage",
    "mashups": "it was built on boto 2 itself",
    "manage": "it was built on boto 2 itself",
    "services": "it was built on boto 2 itself",
    "pyami": "it was built on boto 2 itself",
    "roboto": "it was built on boto 2 itself",
}
_WITHIN = ("autoscale", "elb", "cloudwatch")
"""Packages of their own inside of boto.ec2."""


def other_service(dotted: str) -> str:
    """The service of a dotted boto 2 name outside of the catalog: `sqs` for `boto.sqs.connect_to_region`."""
    parts = dotted.split(".")
    if parts[1:2] == ["ec2"] and parts[2:3] and parts[2] in _WITHIN:
        return parts[2]
    return (parts[1] if len(parts) > 1 else parts[0]).removeprefix("connect_")


def advice_for(dotted: str) -> str:
    """One sentence for a person who has to port a use of such a service."""
    service = other_service(dotted)
    outside = f"boto 2's {service} is outside of what boto3ify converts"
    if service in _GONE:
        return f"{outside}: {_GONE[service]}"
    name = _RENAMED.get(service, service)
    if name in service_models.services():
        return f"{outside}; port it by hand to boto3.client({name!r})"
    return f"{outside}; look for what takes its place in boto3's documentation"
