"""Boto 2 objects that are handed to code which the tool cannot see: file readers, other processes, anything else."""

from __future__ import annotations

import ast

from codemods.catalog.schema import BotoClass, Flag, Form, Outcome, Rewrite
from codemods.code import Code, code
from codemods.emitted import s3_reading
from codemods.inference.values import Boto, External, Function, Other
from codemods.model import Status
from codemods.rewrite.draft import Decision
from codemods.rewrite.once import once
from codemods.rewrite.render import Renderer, attempt, receivers
from codemods.rewrite.sites_calls import describe
from codemods.rewrite.styles import client_service

_READERS = frozenset(
    """
    json.load simplejson.load pickle.load cPickle.load marshal.load yaml.load yaml.safe_load shutil.copyfileobj
    gzip.GzipFile gzip.open bz2.open bz2.BZ2File lzma.open tarfile.open zipfile.ZipFile io.BufferedReader
    io.TextIOWrapper codecs.EncodedFile csv.reader csv.DictReader PIL.Image.open Image.open pandas.read_csv
    xml.etree.ElementTree.parse lxml.etree.parse plistlib.load configparser.ConfigParser.read_file
    """.split()
)
"""Functions that read from the file object they are given: boto 2's keys were such objects."""

_HARMLESS = ("builtins.", "logging.", "itertools.", "functools.", "operator.", "collections.", "copy.copy", "time.")
_PROCESSES = ("multiprocessing.Process", "multiprocessing.Pool", "multiprocessing.Queue", "pickle.dump", "cPickle.dump")
_EXECUTORS = ("ProcessPoolExecutor", "joblib.", "celery.")


def handed_on(node: ast.expr, renderer: Renderer) -> Code | None:
    """A boto 2 object as an argument of a call to unseen code."""
    call, index = _call_around(node, renderer)
    if call is None:
        return None
    atoms, mixed, _ = receivers(renderer.type_of(node))
    catalog = renderer.draft.view.catalog
    classes = [catalog.classes[atom.cls] for atom in atoms if atom.cls in catalog.classes]
    if not classes or len(classes) != len(atoms):
        return None
    callee = renderer.type_of(call.func)
    names = [atom.name for atom in callee if isinstance(atom, External)]
    if any(name in _READERS for name in names) and not mixed and all(cls.short == "s3.Key" for cls in classes):
        return _as_file(node, index, names[0], classes[0], renderer)
    if any(name.startswith(_PROCESSES) or any(part in name for part in _EXECUTORS) for name in names):
        return _to_process(node, atoms, classes, renderer)
    if (names and not any(name.startswith(_HARMLESS) for name in names)) or (
        Other.UNKNOWN in callee and not any(isinstance(atom, Function) for atom in callee)
    ):
        _to_anywhere(node, atoms, classes[0], names, renderer)
    return None


def _call_around(node: ast.expr, renderer: Renderer) -> tuple[ast.Call | None, int]:
    parent = renderer.draft.parent(node)
    if isinstance(parent, ast.keyword):
        outer = renderer.draft.parent(parent)
        return (outer, -1) if isinstance(outer, ast.Call) else (None, -1)
    if isinstance(parent, ast.Call) and node in parent.args:
        return parent, parent.args.index(node)
    return None, -1


def _as_file(node: ast.expr, index: int, reader: str, cls: BotoClass, renderer: Renderer) -> Code | None:
    if reader == "shutil.copyfileobj" and index == 1:
        renderer.flag(
            node, f"{cls.name}.write", "s3", "s3.Key.write", "a key cannot be written to; upload the data instead"
        )
        return None
    use = renderer.use(node, "read", node, cls)
    use.render = lambda inner: renderer.render_unwrapped(inner) if inner is node else renderer.render(inner)

    def opened() -> Outcome:
        whole = use.call(s3_reading._body, use.client(), use.member(""))
        made = once(whole, [renderer.render_unwrapped(node)], "key", node, renderer.draft)
        if made is None:
            return Flag("give this object a name on a line of its own: boto3 needs it twice here")
        return Rewrite(made)

    outcome = attempt(opened)
    return renderer.settle(node, f"{cls.name}.read", "s3", "s3.Key.read", outcome, use.notes)


def _to_process(node: ast.expr, atoms: list[Boto], classes: list[BotoClass], renderer: Renderer) -> Code | None:
    """boto 2's objects could be pickled; clients and resource objects cannot."""
    carried = [cls for cls in classes if cls.form is Form.CLIENT or renderer.draft.view.styles.carries_client(cls)]
    if not carried:
        return None
    api, service, _ = describe(atoms, "__reduce__", renderer)
    advice = f"a {carried[0].short} is a boto3 client or resource now and cannot go to another process; hand over names"
    return renderer.settle(node, api, service, "crosses-process", Flag(advice))


def _to_anywhere(node: ast.expr, atoms: list[Boto], cls: BotoClass, names: list[str], renderer: Renderer) -> None:
    api, _, _ = describe(atoms, "__class__", renderer)
    form = {Form.CLIENT: "a boto3 client", Form.NAME: "the name"}.get(cls.form, "a dict with botocore's members")
    where = names[0].removeprefix("builtins.") if names else "code that the tool cannot see"
    message = f"goes to {where}, which gets {form} now"
    renderer.draft.decide(
        Decision(
            node, api, client_service(cls.service), Status.REVIEW, "handed-on", message, renderer.draft.segment(node)
        )
    )


def closed_at_end(node: ast.Call, renderer: Renderer) -> Code | None:
    """`closing(key)`: nothing is open in what stands for a key, so there is nothing to close at the end."""
    names = {atom.name for atom in renderer.type_of(node.func) if isinstance(atom, External)}
    if names != {"contextlib.closing"} or len(node.args) != 1:
        return None
    atoms, mixed, _ = receivers(renderer.type_of(node.args[0]))
    classes = [renderer.draft.view.catalog.classes.get(atom.cls) for atom in atoms]
    if mixed or not classes or any(cls is None or cls.form is Form.CLIENT for cls in classes):
        return None
    subject = renderer.render_unwrapped(node.args[0])
    context = renderer.draft.imported("contextlib", "nullcontext")
    return code(f"{context}({subject})", context, subject)
