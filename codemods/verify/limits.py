"""What a fake AWS cannot show: said in every report, and listed in docs/verify.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from codemods.verify.model import Call


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that stays open. `concerns` names services or calls ("ec2.RunInstances"); empty: all."""

    text: str
    concerns: frozenset[str] = frozenset()


LIMITS: tuple[Limit, ...] = (
    Limit("Signatures are seen, not checked: whether AWS takes them, and what credentials may do, is open."),
    Limit("Only what the command ran is compared: other branches, other data and other arguments are not."),
    Limit("The fake is never busy: throttling, retries and their delays are not exercised."),
    Limit("The fake is consistent at once: a read right after a write may see less on AWS."),
    Limit("Quotas and size limits of AWS are mostly not enforced by moto."),
    Limit("Time passes in the program alone: how long AWS takes for a call or a wait is not measured."),
    Limit("Where credentials and settings come from (profiles, roles, metadata) is replaced by the run."),
    Limit(
        "moto takes any number of keys in one DeleteObjects; S3 refuses more than 1000.",
        frozenset({"s3.DeleteObjects"}),
    ),
    Limit(
        "moto accepts a bucket from any regional endpoint; S3 redirects or refuses.",
        frozenset({"s3"}),
    ),
    Limit(
        "Names are certified as they are asked for: TLS to a bucket with dots in its name fails on AWS only.",
        frozenset({"s3"}),
    ),
    Limit(
        "A presigned URL is compared by what it names and when it ends; whether S3 honours it stays open.",
        frozenset({"s3"}),
    ),
    Limit(
        "Public access is not blocked and ACLs are not disabled; AWS does both for new buckets.",
        frozenset({"s3.PutBucketAcl", "s3.PutObjectAcl", "s3.CreateBucket", "s3.PutObject"}),
    ),
    Limit(
        "Instances, volumes and snapshots are ready at once: loops that wait end after the first look.",
        frozenset({"ec2"}),
    ),
    Limit(
        "moto starts instances of any image, type and zone, whether or not AWS would.",
        frozenset({"ec2.RunInstances", "ec2.RequestSpotInstances"}),
    ),
    Limit(
        "moto answers stop, start, reboot and terminate without ids by an empty list; EC2 refuses.",
        frozenset({"ec2.StopInstances", "ec2.StartInstances", "ec2.RebootInstances", "ec2.TerminateInstances"}),
    ),
    Limit(
        "moto lets a security group go that is still in use; EC2 refuses.",
        frozenset({"ec2.DeleteSecurityGroup"}),
    ),
    Limit(
        "moto changes two attributes of a VPC in one call; EC2 refuses.",
        frozenset({"ec2.ModifyVpcAttribute"}),
    ),
    Limit(
        "moto answers describe calls without a page size all at once, however much there is.",
        frozenset({"ec2"}),
    ),
    Limit(
        "moto answers boto 2's 2014 API version with today's fields: boto 2 may see more than on AWS.",
        frozenset({"ec2"}),
    ),
)


def limits(calls: Iterable[Call]) -> tuple[str, ...]:
    """The limits that concern a run."""
    made = {name for call in calls for name in (call.service, f"{call.service}.{call.operation}")}
    return tuple(limit.text for limit in LIMITS if not limit.concerns or limit.concerns & made)
