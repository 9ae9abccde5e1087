"""All rules for code that is already on boto3: one explicit table, in the order in which they are applied."""

from __future__ import annotations

from codemods.harden.model import Rule
from codemods.harden.rules import (
    clocks,
    credentials_assumed,
    credentials_copied,
    credentials_imds,
    encryption_api,
    encryption_timeouts,
    errors_expired,
    errors_head,
    kms_region,
    pools_by_hand,
    pools_size,
    retries,
    threads_default,
    timeouts_incomplete,
    timeouts_missing,
    timeouts_values,
    tls_endpoint,
    tls_use_ssl,
    tls_verify,
    truncation,
)

RULES: tuple[Rule, ...] = (
    timeouts_missing.RULE,
    timeouts_incomplete.RULE,
    timeouts_values.RULE,
    retries.MODE,
    retries.ATTEMPTS,
    pools_by_hand.RULE,
    pools_size.RULE,
    encryption_api.FUNCTIONS,
    encryption_api.PROVIDERS,
    encryption_timeouts.RULE,
    kms_region.RULE,
    tls_endpoint.RULE,
    tls_use_ssl.RULE,
    tls_verify.RULE,
    clocks.HANDLER,
    clocks.SIGNED_AT,
    clocks.TOO_LONG,
    credentials_copied.RULE,
    credentials_assumed.RULE,
    credentials_imds.RULE,
    truncation.RULE,
    errors_head.RULE,
    errors_expired.RULE,
    threads_default.SESSION,
    threads_default.RESOURCE,
)
"""A rule sees what the ones before it have changed."""
