"""The command line: arguments in, pipeline, exit code out. No logic lives here.

Exit codes: 0 nothing is left to do; 1 uses of boto 2 are left for a person (or, with --check, something would
change); 2 the command was used wrongly, or a file could not be processed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from codemods import __version__
from codemods.config_files import BadSettings, load_settings
from codemods.diffs import diffs
from codemods.model import Level, Run
from codemods.pipeline import migrate, migrate_text
from codemods.report import UnwritableReport, headline, summary_lines, write_reports
from codemods.report.scan import scan_lines
from codemods.settings import Settings, Style
from codemods.terminal import Progress, write_diffs
from codemods.write import write_results

OK, LEFT, FAILED = 0, 1, 2


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
    except (BadSettings, UnwritableReport) as error:
        print(f"boto3ify: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        print("boto3ify: interrupted; every file is whole, old or new", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="boto3ify",
        description="Moves Python code from boto 2 to boto3: deterministic, offline, never running your code.",
        epilog="examples:\n  boto3ify scan .\n  boto3ify migrate .\n  boto3ify migrate . --write --report report",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"boto3ify {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_migrate(commands)
    _add_scan(commands)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - is standard input")
    parser.add_argument("--style", choices=[style.value for style in Style], help="how objects are represented")
    parser.add_argument("--only", metavar="RULE,...", help="apply these rules (or groups: s3, ec2.Volume) only")
    parser.add_argument("--skip", metavar="RULE,...", help="leave these rules out")
    parser.add_argument("--exclude", action="append", metavar="GLOB", help="leave these files out (may be repeated)")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to use; 0, the default, is one a core")
    parser.add_argument("--quiet", action="store_true", help="nothing on standard error but problems")


def _add_migrate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "migrate",
        help="show (or write) the migration as a diff",
        description="Shows a unified diff on standard output and a summary on standard error. Writes nothing "
        "unless told to.",
        epilog="examples:\n  boto3ify migrate src\n  boto3ify migrate src --patch boto3.patch\n"
        "  boto3ify migrate src --write --report report\n  boto3ify migrate src --check   # in CI",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_common(parser)
    parser.add_argument("--write", action="store_true", help="change the files")
    parser.add_argument("--patch", metavar="FILE", help="write the diff as a patch that `git apply` takes")
    parser.add_argument("--report", metavar="DIR", help="write report.html, report.md and report.json there")
    parser.add_argument("--check", action="store_true", help="show no diff; exit 1 if anything would change")
    parser.add_argument("--config-module", metavar="MODULE", help="put the Config and helpers into one shared module")
    parser.set_defaults(run=_migrate)


def _add_scan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "scan",
        help="what boto 2 is here, and what would become of it",
        description="Lists the uses of boto 2 per service and API. Changes nothing.",
        epilog="example:\n  boto3ify scan .",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_common(parser)
    parser.set_defaults(run=_scan)


def _settings(arguments: argparse.Namespace) -> Settings:
    first = arguments.paths[0]
    settings = load_settings(Path.cwd() if first == "-" else Path(first))
    if arguments.style:
        settings = replace(settings, style=Style(arguments.style))
    if arguments.only:
        settings = replace(settings, only=frozenset(arguments.only.split(",")))
    if arguments.skip:
        settings = replace(settings, skip=settings.skip | frozenset(arguments.skip.split(",")))
    if arguments.exclude:
        settings = replace(settings, exclude=(*settings.exclude, *arguments.exclude))
    if arguments.jobs is not None:
        settings = replace(settings, jobs=arguments.jobs)
    if getattr(arguments, "config_module", None):
        settings = replace(settings, config_module=arguments.config_module)
    return settings


def _run(arguments: argparse.Namespace) -> Run:
    settings = _settings(arguments)
    if "-" in arguments.paths:
        return migrate_text("-", sys.stdin.buffer.read(), settings)
    progress = Progress(arguments.quiet)
    try:
        return migrate(arguments.paths, settings, progress)
    finally:
        progress.end()


def _problems(run: Run) -> list[str]:
    findings = [*run.findings, *(finding for file in run.files for finding in file.findings)]
    return [
        f"{finding.path}{f':{finding.line}' if finding.line else ''}: {finding.message}"
        for finding in findings
        if finding.level is Level.ERROR
    ]


def _migrate(arguments: argparse.Namespace) -> int:
    run = _run(arguments)
    if "-" in arguments.paths and arguments.write:
        sys.stdout.buffer.write(run.files[0].after if run.files else b"")
    elif not arguments.check and not arguments.write:
        write_diffs(diffs(run.files), sys.stdout)
    if arguments.patch:
        Path(arguments.patch).write_bytes(b"".join(diffs(run.files)))
    problems = _problems(run)
    if arguments.write and "-" not in arguments.paths:
        problems += [f"{finding.path}: {finding.message}" for finding in write_results(run.files)]
    if arguments.report:
        write_reports(run, Path(arguments.report))
    for problem in problems:
        print(problem, file=sys.stderr)
    if not arguments.quiet:
        for line in (headline(run), *summary_lines(run)):
            print(line, file=sys.stderr)
    if problems:
        return FAILED
    would_change = arguments.check and any(file.changed for file in run.files)
    return LEFT if run.remaining or would_change else OK


def _scan(arguments: argparse.Namespace) -> int:
    run = _run(arguments)
    for line in scan_lines(run):
        print(line)
    problems = _problems(run)
    for problem in problems:
        print(problem, file=sys.stderr)
    return FAILED if problems else LEFT if run.sites else OK
