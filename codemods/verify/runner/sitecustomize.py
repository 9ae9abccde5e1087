"""Runs at the start of every Python that a verified command starts: repairs, guards and call sites.

Python imports this by its name (https://docs.python.org/3/library/site.html); another sitecustomize further
down the path is run afterwards, as Python would have done without us.
"""

import importlib.machinery
import importlib.util
import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))


def _start() -> None:
    from _boto3ify import boto2, calls, dice, guard, hooks, log, mocks, presigned, quiet

    tree = os.environ["BOTO3IFY_TREE"]
    proxy = (os.environ["BOTO3IFY_PROXY_HOST"], int(os.environ["BOTO3IFY_PROXY_PORT"]))
    program = calls.Program(tree, proxy)
    log.write("loaded", sys.executable)
    guard.install()
    hooks.after_import(
        {
            "boto.connection": boto2.repair,
            "boto.s3.connection": presigned.by_boto2,
            "botocore.signers": presigned.by_boto3,
            "http.client": program.mark_requests,
            "logging": quiet.quieten,
            "moto": lambda module: mocks.replace(module, proxy),
            "concurrent.futures.thread": program.follow_executors,
            "threading": program.follow_threads,
            "random": lambda module: dice.pin_random(module, program),
            "uuid": lambda module: dice.pin_uuid(module, program),
        }
    )
    if "BOTO3IFY_LINES" in os.environ:
        program.watch(os.environ["BOTO3IFY_LINES"])
    _offer_tree(tree)


def _offer_tree(tree: str) -> None:
    """Let the tree win over an installed copy of a package, and the standard library over the tree."""
    first_installed = next(
        (i for i, entry in enumerate(sys.path) if entry.endswith(("site-packages", "dist-packages"))),
        len(sys.path),
    )
    wanted = [tree, os.path.join(tree, "src")]
    sys.path[first_installed:first_installed] = [path for path in wanted if os.path.isdir(path)]


def _run_the_shadowed_one() -> None:
    rest = [entry for entry in sys.path if os.path.abspath(entry) != _HERE]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", rest)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


if "BOTO3IFY_TREE" in os.environ:
    _start()
_run_the_shadowed_one()
