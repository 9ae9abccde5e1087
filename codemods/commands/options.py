"""The options that all commands over a code base share, and how they become settings and a run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from codemods.commands.exits import UsageError
from codemods.config_files import load_settings
from codemods.model import Finding, Level, Run
from codemods.pipeline import Progress as OnProgress
from codemods.settings import Settings, Style
from codemods.terminal import Progress

Subparsers = argparse._SubParsersAction  # the type has no public name

STDIN = "-"


def add_command(
    commands: Subparsers[argparse.ArgumentParser],
    name: str,
    brief: str,
    description: str,
    examples: Sequence[str],
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """A subcommand's parser, with examples below its help."""
    parser = commands.add_parser(
        name,
        help=brief,
        description=description,
        epilog="examples:\n" + "\n".join(f"  {example}" for example in examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def add_paths(parser: argparse.ArgumentParser) -> None:
    """PATH... and what limits and shapes a run over them."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - is standard input")
    parser.add_argument("--style", choices=[style.value for style in Style], help="how objects are represented")
    parser.add_argument("--only", metavar="RULE,...", help="apply these rules (or groups: s3, ec2.Volume) only")
    parser.add_argument("--skip", metavar="RULE,...", help="leave these rules out")
    parser.add_argument("--exclude", action="append", metavar="GLOB", help="leave these files out (may be repeated)")
    language = parser.add_mutually_exclusive_group()
    language.add_argument(
        "--no-modernise", action="store_true", help="leave Python 2 files alone: they become findings"
    )
    language.add_argument(
        "--modernise-all", action="store_true", help="modernise Python 2 idioms also in files that happen to parse"
    )
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes to use; 0, the default, is one a core")
    parser.add_argument("--quiet", action="store_true", help="nothing on standard error but problems")


def add_output(parser: argparse.ArgumentParser) -> None:
    """What a run that changes files is to write."""
    parser.add_argument("--write", action="store_true", help="change the files")
    parser.add_argument("--patch", metavar="FILE", help="write the diff as a patch that `git apply` takes")
    parser.add_argument(
        "--python3-patch",
        metavar="FILE",
        help="write the step from Python 2 to 3 as a patch of its own; --patch then holds what comes after it",
    )
    parser.add_argument("--report", metavar="DIR", help="write report.html, report.md and report.json there")
    parser.add_argument("--check", action="store_true", help="show no diff; exit 1 if anything would change")


def settings(arguments: argparse.Namespace) -> Settings:
    """The project's settings, with what the command line says on top. Raises BadSettings, UsageError."""
    first = arguments.paths[0]
    if STDIN in arguments.paths and len(arguments.paths) > 1:
        raise UsageError("- (standard input) cannot be mixed with other paths; give one or the other")
    chosen = load_settings(Path.cwd() if first == STDIN else Path(first))
    if arguments.style:
        chosen = replace(chosen, style=Style(arguments.style))
    if arguments.only:
        chosen = replace(chosen, only=_names(arguments.only))
    if arguments.skip:
        chosen = replace(chosen, skip=chosen.skip | _names(arguments.skip))
    if arguments.exclude:
        chosen = replace(chosen, exclude=(*chosen.exclude, *arguments.exclude))
    if arguments.no_modernise:
        chosen = replace(chosen, modernise=False)
    if arguments.modernise_all:
        chosen = replace(chosen, modernise_all=True)
    if arguments.jobs is not None:
        chosen = replace(chosen, jobs=arguments.jobs)
    if getattr(arguments, "config_module", None):
        chosen = replace(chosen, config_module=arguments.config_module)
    return chosen


def run_over(
    arguments: argparse.Namespace,
    over_paths: Callable[[Sequence[str], Settings, OnProgress], Run],
    over_text: Callable[[str, bytes, Settings], Run],
) -> Run:
    """The run that the arguments ask for, with its progress on a terminal."""
    chosen = settings(arguments)
    if STDIN in arguments.paths:
        return over_text("stdin.py", sys.stdin.buffer.read(), chosen)
    progress = Progress(arguments.quiet)
    try:
        return over_paths(arguments.paths, chosen, progress)
    finally:
        progress.end()


def problems(run: Run) -> list[str]:
    """One line for each file that could not be processed."""
    findings = [*run.findings, *(finding for file in run.files for finding in file.findings)]
    return [problem(finding) for finding in findings if finding.level is Level.ERROR]


def problem(finding: Finding) -> str:
    """Where and what, as one line."""
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    return f"{place}: {finding.message}"


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(",") if name.strip())


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return number
