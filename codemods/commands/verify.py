"""`boto3ify verify`: proof that the program still does the same; and the part of `migrate` that does it in one go."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from codemods.commands.exits import FAILED, LEFT, OK, UsageError
from codemods.commands.options import STDIN, Subparsers, add_command
from codemods.config_files import load_settings
from codemods.model import Run
from codemods.pipeline import migrate
from codemods.report import write_reports
from codemods.terminal import Progress

TIMEOUT = 300.0
EXAMPLES = (
    "boto3ify verify old new -- python main.py --dry-run",
    "boto3ify verify old new --setup aws.py --report report -- python -m pytest tests",
    "boto3ify verify v1 v2 --timeout 60 -- ./nightly.sh",
)
EXIT_CODES = """
exit codes:
  0  the calls, the end, the output, the files and the final state of the fake AWS are the same
  1  something differs
  2  the command was used wrongly, or the runs could not be compared"""


def add_parser(commands: Subparsers[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the command."""
    parser = add_command(
        commands,
        "verify",
        "run the program before and after against a fake AWS, and compare",
        "Runs COMMAND in a copy of BEFORE on boto 2 and in a copy of AFTER on boto3, each against a fake AWS of its "
        "own on this machine, and compares what they did. Neither folder is changed, and nothing reaches the real AWS.",
        EXAMPLES,
        run,
    )
    parser.epilog = f"{parser.epilog}\n{EXIT_CODES}"
    parser.usage = "boto3ify verify BEFORE AFTER [--setup FILE] [--report DIR] [--timeout S] -- COMMAND..."
    parser.add_argument("before", metavar="BEFORE", type=Path, help="the program on boto 2")
    parser.add_argument("after", metavar="AFTER", type=Path, help="the program on boto3")
    _add_run_options(parser)
    parser.add_argument("--report", metavar="DIR", type=Path, help="write report.html, .md and .json with the verdict")
    parser.add_argument("--quiet", action="store_true", help="no progress on standard error")
    _take_command(parser)
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Run the command; gives the exit code. Raises UsageError with one sentence."""
    before, after = arguments.before, arguments.after
    for tree in (before, after):
        if not tree.is_dir():
            raise UsageError(f"{tree} is not a folder; give the folder that holds the program")
    _check_command(arguments, "boto3ify verify old new -- python main.py")
    _check_extras()
    from codemods.verify.migration import with_after  # not before it is known that what it needs is installed

    progress = Progress(arguments.quiet)
    try:
        planned = with_after(migrate([str(before)], load_settings(before), progress), before, after)
        verdict = _verdict(arguments, planned, before, after, progress)
    finally:
        progress.end()
    said = show(verdict)
    if arguments.report:
        write_reports(planned, arguments.report, verdict=said)
        print(f"report    {arguments.report / 'report.html'}", file=sys.stderr)
    return int(verdict.exit_code)


def add_migrate_options(parser: argparse.ArgumentParser) -> None:
    """`migrate PATH... --verify [--setup FILE] [--timeout S] -- COMMAND...`, for the parser of `migrate`."""
    parser.add_argument(
        "--verify",
        action="store_true",
        help="run the command behind -- before and after on copies, against a fake AWS, and compare",
    )
    _add_run_options(parser)
    _take_command(parser)


def verify_planned(arguments: argparse.Namespace, planned: Run) -> Any | None:
    """The verdict on what `migrate` planned, before anything is written; None when it was not asked for.

    Raises UsageError. `show` prints it and gives what `write_reports` takes; `worst` joins the exit codes.
    """
    if not arguments.verify:
        return None
    if STDIN in arguments.paths:
        raise UsageError("--verify needs files to run; give a folder in place of - (standard input)")
    _check_command(arguments, "boto3ify migrate . --verify -- python main.py")
    _check_extras()
    from codemods.verify.migration import root_of  # as above

    progress = Progress(arguments.quiet)
    try:
        return _verdict(arguments, planned, root_of(arguments.paths), None, progress)
    finally:
        progress.end()


def show(verdict: Any) -> dict[str, Any]:
    """Print a verdict; gives it as `write_reports(..., verdict=)` takes it."""
    from codemods.verify.report import for_report, lines

    for line in lines(verdict):
        print(line)
    return for_report(verdict)


def worst(code: int, verdict: Any | None) -> int:
    """The exit code of a migration that was verified."""
    return max(code, OK if verdict is None else {0: OK, 1: LEFT}.get(verdict.exit_code, FAILED))


def _verdict(arguments: argparse.Namespace, planned: Run, root: Path, after: Path | None, progress: Progress) -> Any:
    from codemods.verify.migration import verify_run

    progress("verify", 0, 2)
    return verify_run(
        planned,
        root,
        arguments.command,
        after=after,
        setup=arguments.setup,
        timeout=arguments.timeout,
        progress=progress,
    )


def _add_run_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--setup", metavar="FILE", type=Path, help="Python file that prepares the fake AWS with boto3")
    parser.add_argument(
        "--timeout", metavar="S", type=_seconds, default=TIMEOUT, help="seconds for each run of the command (300)"
    )


def _take_command(parser: argparse.ArgumentParser) -> None:
    """Let the parser take all that stands behind `--` as the command, options of it and all.

    argparse has no positional that does so behind options: REMAINDER swallows them, and `*` is filled too early.
    """
    parse = parser.parse_known_args

    def parse_known_args(args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        given = list(args if args is not None else sys.argv[1:])
        end = given.index("--") if "--" in given else len(given)
        known, unknown = parse(given[:end], namespace)
        known.command = given[end + 1 :]
        return known, unknown

    parser.parse_known_args = parse_known_args  # type: ignore[method-assign]


def _check_command(arguments: argparse.Namespace, example: str) -> None:
    if not arguments.command:
        raise UsageError(f"there is no command to run; put it behind --, as in: {example}")
    if arguments.setup is not None and not arguments.setup.is_file():
        raise UsageError(f"the setup file {arguments.setup} does not exist; give a Python file that prepares the fake")


def _check_extras() -> None:
    """One sentence in place of an ImportError, or of a run that cannot work. Raises UsageError."""
    try:
        from codemods.verify import NotCompared
        from codemods.verify.conditions import check_python
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is not installed; run: pip install 'boto3ify[verify]'") from None
    try:
        check_python(sys.executable)
    except NotCompared as error:
        raise UsageError(str(error)) from None


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return seconds
