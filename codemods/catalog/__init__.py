"""The catalog: what stands in the place of each public name of boto 2, one table per service."""

from __future__ import annotations

import functools

from codemods.catalog.config import CONFIG
from codemods.catalog.connections import CONNECTIONS
from codemods.catalog.ec2 import EC2
from codemods.catalog.index import Catalog, Table
from codemods.catalog.logging import LOGGING
from codemods.catalog.s3 import S3
from codemods.catalog.utils import UTILS
from codemods.catalog.vpc import VPC

TABLES: tuple[Table, ...] = (*CONNECTIONS, *S3, *EC2, *VPC, *UTILS, *CONFIG, *LOGGING)
"""Every table; a new service is one more entry here."""


@functools.cache
def catalog() -> Catalog:
    """The whole catalog, ready for look-up."""
    return Catalog(TABLES)
