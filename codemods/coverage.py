"""How much of boto 2 is automatic: counted from the catalog, as the README's table and as docs/coverage.md.

`python -m codemods.coverage` prints both, so that the documents can be brought up to date; a test holds them to it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from codemods.catalog import catalog
from codemods.catalog.errors import ERRORS
from codemods.catalog.schema import BotoClass, Manual, Member
from codemods.inference.attributes import is_attribute

_PARSING = frozenset({"startElement", "endElement", "to_xml"})

FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("S3 connection", ("s3.Connection",)),
    ("S3 bucket", ("s3.Bucket",)),
    ("S3 key", ("s3.Key",)),
    ("S3 listings, versions, multipart", ("s3.Prefix", "s3.DeleteMarker", "s3.MultiPart", "s3.Part", "s3.Complete")),
    (
        "S3 storage URIs, KeyFile, resumable transfers",
        ("s3.StorageUri", "s3.BucketStorageUri", "s3.FileStorageUri", "s3.KeyFile", "s3.Resumable", "s3.ByteTran"),
    ),
    ("S3 ACL, CORS, lifecycle, logging, tags, website", ("s3.",)),
    ("EC2 connection", ("ec2.Connection",)),
    ("EC2 instances, reservations, images", ("ec2.Instance", "ec2.Reservation", "ec2.Image")),
    ("EC2 volumes and snapshots", ("ec2.Volume", "ec2.Snapshot", "ec2.Attachment")),
    ("EC2 security groups, keys, addresses", ("ec2.SecurityGroup", "ec2.KeyPair", "ec2.Address", "ec2.IPPermissions")),
    ("EC2 everything else", ("ec2.",)),
    ("VPC", ("vpc.",)),
    ("boto's own machinery: make_request, auth, hosts, proxies", ("ec2.QueryConnection",)),
)
"""Rows of the README's table: a title, and prefixes of short class names; the first row that fits takes a class."""


MOST_USED = (
    *("get_bucket get_key create_bucket name size key bucket list new_key set_contents_from_string lookup".split()),
    *("get_contents_as_string delete close set_contents_from_filename delete_key get_contents_to_filename".split()),
    *("set_acl get_contents_to_file last_modified exists generate_url complete_upload".split()),
    *("initiate_multipart_upload cancel_upload upload_part_from_file set_contents_from_file etag version_id".split()),
    *("get_versioning_status get_all_buckets copy_key configure_versioning get_all_keys get_location".split()),
    *("delete_keys read get_policy set_metadata get_metadata get_acl make_public set_canned_acl".split()),
    *("get_all_multipart_uploads copy".split()),
)
"""The members of S3 objects that real code uses most, counted over 33 code bases."""
_S3_OBJECTS = ("s3.Connection", "s3.Bucket", "s3.Key", "s3.MultiPartUpload")


@dataclass
class Count:
    """How many members of some classes are automatic, and which are left to a person."""

    methods: int = 0
    methods_by_hand: int = 0
    attributes: int = 0
    attributes_by_hand: int = 0

    def add(self, row: Member) -> None:
        """Count one row."""
        by_hand = isinstance(row, Manual)
        if is_attribute(row):
            self.attributes += 1
            self.attributes_by_hand += by_hand
        else:
            self.methods += 1
            self.methods_by_hand += by_hand

    def cells(self) -> str:
        """Two table cells: automatic of all."""
        return (
            f"{self.methods - self.methods_by_hand} of {self.methods} | "
            f"{self.attributes - self.attributes_by_hand} of {self.attributes}"
        )


def _is_machinery(short: str, row: Member) -> bool:
    """True for what every connection inherits (boto/connection.py), and for how hosts and paths are put together."""
    inherited = catalog().members("ec2.QueryConnection")
    return short.endswith("CallingFormat") or (short == "s3.Connection" and row.name in inherited)


def _public(cls: BotoClass) -> Iterable[Member]:
    for row in cls.members:
        if row.name not in _PARSING and not (row.name.startswith("_") and row.name != "__init__"):
            yield row


def _family(short: str) -> str | None:
    """The row that counts a class: named exactly, by a prefix of its name, or by its service."""
    for title, names in sorted(FAMILIES, key=lambda family: family is not FAMILIES[-1]):
        for name in names:
            exact = name.endswith(("Connection", "s3.Bucket", "s3.Key"))
            if short == name or (not exact and short.startswith(name)):
                return title
    return None


def readme_table() -> str:
    """The table of the README: what is automatic and what is not, by family."""
    counts = {title: Count() for title, _ in FAMILIES}
    for short, cls in catalog().classes.items():
        title = _family(short)
        if title is not None:
            for row in _public(cls):
                counts[FAMILIES[-1][0] if _is_machinery(short, row) else title].add(row)
    lines = ["| boto 2 | methods automatic | attributes automatic |", "|---|---|---|"]
    lines += [f"| {title} | {counts[title].cells()} |" for title, _ in FAMILIES]
    caught = sum(bool(row.becomes) for row in ERRORS.values())
    lines.append(f"| exceptions in `except` clauses | {caught} of {len(ERRORS)} | |")
    automatic = sum(all(not isinstance(row, Manual) for row in _rows(name)) for name in MOST_USED)
    lines.append(
        f"| the {len(MOST_USED)} members of S3 objects that real code uses most | {automatic} of {len(MOST_USED)} | |"
    )
    return "\n".join(lines)


def _rows(name: str) -> list[Member]:
    found = [catalog().member(short, name) for short in _S3_OBJECTS]
    return [row for row in found if row is not None]


def by_hand_page() -> str:
    """docs/coverage.md: every name that is left to a person, with the sentence that the tool gives."""
    lines = [
        "# What boto3ify leaves to you",
        "",
        "Generated from the catalog by `python -m codemods.coverage`. Everything that boto 2 offers for S3, EC2 and",
        "VPC and that is not listed here is rewritten. What is listed is marked in your code with a TODO and this",
        "sentence.",
    ]
    for _, cls in sorted(catalog().classes.items()):
        manual = [row for row in _public(cls) if isinstance(row, Manual)]
        if manual:
            lines += ["", f"## {cls.name}", "", *(f"- `{row.name}`: {row.advice}" for row in manual)]
    for name, module in sorted(catalog().modules.items()):
        manual = [row for row in module.members if isinstance(row, Manual) and row.advice != "make a boto3 client"]
        if manual:
            lines += ["", f"## {name}", "", *(f"- `{row.name}`: {row.advice}" for row in manual)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(f"{readme_table()}\n\n{by_hand_page()}")
