"""The versions that migrated code needs, each with its reason."""

from __future__ import annotations

BOTO3 = "1.36"
"""The first boto3 whose botocore has all that the emitted code may use:
`Config(request_checksum_calculation=...)` and `response_checksum_validation` are of 1.36.0,
`Config(retries={"total_max_attempts": ...})` of 1.15, standard mode of
1.14, SigV4 for S3 far older. Source: the changelogs of botocore."""

MOTO = "5.0"
"""The first moto with `mock_aws`, and without `mock_s3` and its kin. Source: moto's changelog."""

PYTHON = (3, 8)
"""The oldest Python that boto3 1.36 runs on, and that emitted code is written for."""

CURRENT_PYTHON = (3, 10)
"""The oldest Python that current releases of boto3 (1.43 and later) run on. Source: boto3's
`python_requires`.
"""

OLD_PYTHONS = ("2.5", "2.6", "2.7", "3.0", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7")
"""All Pythons older than PYTHON that a project may claim."""
