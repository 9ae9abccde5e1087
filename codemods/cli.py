"""The command line: arguments in, exit code out.

Exit codes: 0 nothing is left to do; 1 uses of boto 2 are left for a person (or, with --check, something would
change); 2 the command was used wrongly, or a file could not be processed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from codemods import __version__
from codemods.commands import config, doctor, harden, migrate, rules, scan, verify
from codemods.commands.exits import FAILED, UsageError
from codemods.config_files import BadSettings
from codemods.report import UnwritableReport

INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if not hasattr(arguments, "run"):
        parser.print_help(sys.stderr)
        return FAILED
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except (BadSettings, UnwritableReport, UsageError) as error:
        print(f"boto3ify: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has had enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        print("boto3ify: interrupted; every file is whole, old or new", file=sys.stderr)
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="boto3ify",
        description="Moves Python code from boto 2 to boto3: deterministic, offline, never running your code.",
        epilog="examples:\n  boto3ify scan .\n  boto3ify migrate .\n  boto3ify migrate . --write --report report\n\n"
        "exit codes:\n  0  no use of boto 2 is left, or there is nothing to do\n"
        "  1  uses are left that a person must handle; with --check, something would change\n"
        "  2  the command was used wrongly, or a file could not be processed",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"boto3ify {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    for command in (scan, migrate, verify, harden, rules, config, doctor):
        command.add_parser(commands)
    return parser
