"""`boto3ify doctor`: is this machine fit to sign requests? Clock, region, endpoint, credentials, TLS and
versions.

`diagnose` checks, `render` writes one line a check, `exit_code` sums up. No line ever holds a secret.
"""

from codemods.doctor.check import Check, Verdict, exit_code, render
from codemods.doctor.diagnosis import diagnose

__all__ = ["Check", "Verdict", "diagnose", "exit_code", "render"]
