"""`boto3ify doctor`: is this machine fit to sign requests?"""

from __future__ import annotations

import argparse

from codemods.commands.exits import UsageError
from codemods.commands.options import Subparsers, add_command
from codemods.doctor import diagnose, exit_code, render


def add_parser(commands: Subparsers[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command."""
    parser = add_command(
        commands,
        "doctor",
        "clock, region, credentials, TLS and versions of this machine",
        "Checks what requests with SigV4 need: one line a check, never a secret. Exit code 1 when a check fails.",
        ("boto3ify doctor", "boto3ify doctor --endpoint https://s3.eu-central-1.amazonaws.com"),
        run,
    )
    parser.add_argument("--endpoint", metavar="URL", help="the endpoint to ask; by default that of STS in your region")
    parser.add_argument("--timeout", type=float, default=5.0, metavar="S", help="seconds to wait for it (default 5)")
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Run the command; gives the exit code. Raises UsageError."""
    endpoint = arguments.endpoint
    if endpoint is not None and not endpoint.startswith(("http://", "https://")):
        raise UsageError(f"--endpoint {endpoint} is not a URL; write it with its scheme, such as https://{endpoint}")
    checks = diagnose(endpoint, timeout=arguments.timeout)
    print(render(checks), end="")
    return exit_code(checks)
