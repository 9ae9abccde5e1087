"""All rules for code that is already on boto3: one explicit table, in the order in which they are applied."""

from __future__ import annotations

from codemods.harden.model import Rule
from codemods.harden.rules import (
    errors_expired,
    errors_head,
    pools_by_hand,
    pools_size,
    retries,
    timeouts_incomplete,
    timeouts_missing,
    timeouts_values,
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
    truncation.RULE,
    errors_head.RULE,
    errors_expired.RULE,
)
"""A rule sees what the ones before it have changed."""
