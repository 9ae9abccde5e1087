"""`boto3ify migrate`: shows, writes, or checks the migration."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from codemods.commands import verify
from codemods.commands.exits import UsageError, outcome
from codemods.commands.options import STDIN, Subparsers, add_command, add_output, add_paths, problem, problems, run_over
from codemods.diffs import diffs
from codemods.model import FileResult, Run
from codemods.pipeline import migrate, migrate_text
from codemods.report import headline, summary_lines, write_reports
from codemods.report.summary import numbers
from codemods.terminal import write_diffs
from codemods.write import write_file, write_results


def add_parser(commands: Subparsers[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command."""
    parser = add_command(
        commands,
        "migrate",
        "show (or write) the migration as a diff",
        "Shows a unified diff on standard output and a summary on standard error. Writes nothing unless told to.",
        (
            "boto3ify migrate src",
            "boto3ify migrate src --patch boto3.patch",
            "boto3ify migrate src --write --report report",
            "boto3ify migrate src --check                   # in CI",
            "boto3ify migrate . --verify --report report -- python main.py",
            "boto3ify migrate - < old.py                    # one file, as a filter",
        ),
        run,
    )
    add_paths(parser)
    add_output(parser)
    verify.add_migrate_options(parser)
    parser.add_argument("--config-module", metavar="MODULE", help="put Config and helpers into this module of yours")
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Run the command; gives the exit code."""
    if arguments.command and not arguments.verify:
        raise UsageError("a command behind -- is only run with --verify; add it, or take the command away")
    done = run_over(arguments, migrate, migrate_text)
    verdict = verify.verify_planned(arguments, done)
    count = numbers(done)
    code = finish(arguments, done, left=bool(count.flagged or count.remaining), verdict=verdict)
    return verify.worst(code, verdict)


def finish(arguments: argparse.Namespace, done: Run, *, left: bool, verdict: Any | None = None) -> int:
    """Show and write what a run planned, as the arguments ask; gives the exit code.

    `left`: there is more to do for a person. `verdict` is what verify said of the run, for the report.
    Raises UnwritableReport, or UsageError when a patch cannot be written.
    """
    from_stdin = STDIN in arguments.paths
    if from_stdin and arguments.write:
        sys.stdout.buffer.write(done.files[0].after)
    elif not arguments.check and not arguments.write:
        write_diffs(diffs(done.files), sys.stdout)
    _write_patches(arguments, done)
    failed = problems(done)
    if arguments.write and not from_stdin:
        failed += [problem(finding) for finding in write_results(done.files)]
    said = None if verdict is None else verify.show(verdict)
    if arguments.report:
        write_reports(done, Path(arguments.report), verdict=said)
    for line in failed:
        print(line, file=sys.stderr)
    if not arguments.quiet:
        for line in (headline(done), *summary_lines(done)):
            print(line, file=sys.stderr)
        if arguments.report:
            print(f"report    {Path(arguments.report) / 'report.html'}", file=sys.stderr)
    return outcome(done, failed=bool(failed), left=left, check=arguments.check)


def _write_patches(arguments: argparse.Namespace, done: Run) -> None:
    files: tuple[FileResult, ...] = done.files
    if arguments.python3_patch:
        first = [replace(file, after=file.modernised) for file in files if file.modernised is not None]
        _write_patch(arguments.python3_patch, first)
        files = tuple(file if file.modernised is None else replace(file, before=file.modernised) for file in files)
    if arguments.patch:
        _write_patch(arguments.patch, files)


def _write_patch(name: str, files: list[FileResult] | tuple[FileResult, ...]) -> None:
    try:
        write_file(Path(name), b"".join(diffs(files)))
    except OSError as error:
        raise UsageError(f"{name} cannot be written ({error.strerror}); name another file") from None
