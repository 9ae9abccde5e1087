"""`boto3ify harden`: the rules for code that is already on boto3, alone."""

from __future__ import annotations

import argparse

from codemods.commands.migrate import finish
from codemods.commands.options import Subparsers, add_command, add_output, add_paths, run_over
from codemods.model import Status
from codemods.pipeline import harden, harden_text


def add_parser(commands: Subparsers[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command."""
    parser = add_command(
        commands,
        "harden",
        "make code that is already on boto3 resilient",
        "Timeouts, retries, pagination, TLS, credentials that expire: what makes clients fail in production. `migrate` "
        "applies these rules too; here they run alone, and uses of boto 2 are not looked at.",
        (
            "boto3ify harden src",
            "boto3ify harden src --write --report report",
            "boto3ify rules harden                          # what there is",
        ),
        run,
    )
    add_paths(parser)
    add_output(parser)
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Run the command; gives the exit code."""
    done = run_over(arguments, harden, harden_text)
    return finish(arguments, done, left=bool(done.count(Status.FLAGGED)))
