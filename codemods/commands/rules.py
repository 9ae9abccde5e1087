"""`boto3ify rules`: what the tool knows, rule by rule."""

from __future__ import annotations

import argparse
import difflib

from codemods.commands.exits import OK, UsageError
from codemods.commands.options import Subparsers, add_command
from codemods.ruledoc import all_rules, in_full, one_line, rules_below

IN_FULL = 12
"""Up to this many rules are shown with their examples; a larger group is a list."""


def add_parser(commands: Subparsers[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command."""
    parser = add_command(
        commands,
        "rules",
        "every rule, what it does, before and after",
        "Without ID: every rule in one line. With the id of a rule: what it does, with an example before and after. "
        "With the name of a group (s3, s3.Key, errors, py2): its rules.",
        ("boto3ify rules", "boto3ify rules s3.Bucket.get_key", "boto3ify rules errors"),
        run,
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="the id of a rule, or the name of a group")
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Run the command; gives the exit code. Raises UsageError for an id that does not exist."""
    found = rules_below(arguments.id) if arguments.id else list(all_rules().values())
    if not found:
        near = difflib.get_close_matches(arguments.id, all_rules(), 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "`boto3ify rules` lists them all"
        raise UsageError(f"there is no rule {arguments.id}; {hint}")
    if len(found) > IN_FULL:
        for rule in found:
            print(one_line(rule))
        return OK
    for number, rule in enumerate(found):
        for line in (*([""] if number else []), *in_full(rule)):
            print(line)
    return OK
