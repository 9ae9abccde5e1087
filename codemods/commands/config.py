"""`boto3ify config`: what a boto.cfg means on boto3."""

from __future__ import annotations

import argparse

from codemods.botoconfig import UnreadableConfig, convert_config, render
from codemods.botoconfig.files import read_text
from codemods.commands.exits import LEFT, OK, UsageError
from codemods.commands.options import Subparsers, add_command


def add_parser(commands: Subparsers[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command."""
    parser = add_command(
        commands,
        "config",
        "what a boto.cfg or ~/.boto means on boto3",
        "Prints what stands for each setting of a boto 2 configuration file on boto3, and which line it came from. "
        "Secrets are masked. Exit code 1 when a setting has no counterpart.",
        ("boto3ify config ~/.boto", "boto3ify config /etc/boto.cfg"),
        run,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="boto.cfg, ~/.boto, or what BOTO_CONFIG names")
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Run the command; gives the exit code. Raises UsageError when a file cannot be read."""
    complete = True
    for path in arguments.files:
        try:
            report = convert_config(path, read_text(path))
        except UnreadableConfig as error:
            raise UsageError(str(error)) from None
        except OSError as error:
            raise UsageError(f"{path} cannot be read ({error.strerror}); name a boto configuration file") from None
        print(render(report), end="")
        complete = complete and report.complete
    return OK if complete else LEFT
