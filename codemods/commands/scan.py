"""`boto3ify scan`: the inventory."""

from __future__ import annotations

import argparse
import sys

from codemods.commands.exits import FAILED, LEFT, OK
from codemods.commands.options import Subparsers, add_command, add_paths, problems, run_over
from codemods.pipeline import migrate, migrate_text
from codemods.report.scan import scan_lines


def add_parser(commands: Subparsers[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command."""
    parser = add_command(
        commands,
        "scan",
        "what boto 2 is here, and what would become of it",
        "Lists the uses of boto 2 per service and API, and what `migrate` would do with them. Changes nothing.",
        ("boto3ify scan .", "boto3ify scan src scripts --exclude 'vendor/*'"),
        run,
    )
    add_paths(parser)
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Run the command; gives the exit code."""
    done = run_over(arguments, migrate, migrate_text)
    for line in scan_lines(done):
        print(line)
    failed = problems(done)
    for line in failed:
        print(line, file=sys.stderr)
    return FAILED if failed else LEFT if done.sites else OK
