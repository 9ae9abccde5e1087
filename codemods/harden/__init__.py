"""Rules for code that is already on boto3: timeouts, retries, TLS, credentials, pages. `RULES` holds them all.

`harden_source` runs them over one file, `harden_results` over those of a run.
"""

from codemods.harden.engine import Hardened, harden_source
from codemods.harden.rules import RULES
from codemods.harden.run import harden_results, unreadable

__all__ = ["RULES", "Hardened", "harden_results", "harden_source", "unreadable"]
