#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Naïve."""
from __future__ import annotations

import boto3  # the new one

naïve = boto3.client("s3")
# ---- after ----
#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Naïve."""
from __future__ import annotations

import boto3  # the new one
from botocore.config import Config

S3_CONFIG = Config(
    connect_timeout=5,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 5},
)

naïve = boto3.client("s3", config=S3_CONFIG)
