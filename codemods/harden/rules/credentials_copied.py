"""Credentials that are taken out of a session and kept: they do not renew themselves any more."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods.harden.model import Hit, Rule
from codemods.harden.subject import Subject
from codemods.model import Edit, Span, Status
from codemods.settings import Settings

_PARTS = frozenset({"access_key", "secret_key", "token"})
_FROZEN = (
    "key, secret and token are read one by one, so a refresh in between mixes old and new: one frozen set does not"
)
_FLAG = "each read may see another refresh: read the parts from one get_credentials().get_frozen_credentials()"
_KEPT = (
    "credentials of a role expire within hours, and this copy is kept for ever: keep the session, and freeze its "
    "credentials for each use"
)


def _check(subject: Subject, settings: Settings) -> Iterator[Hit]:
    done: set[ast.AST] = set()
    for node in subject.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in _PARTS or not isinstance(node.ctx, ast.Load):
            continue
        made = subject.flow.only(node.value, "credentials", "frozen")
        if len(made) != 1:
            continue
        source = next(iter(made))
        if source.node in done or not isinstance(source.node, ast.Call):
            continue
        if source.kind == "credentials":
            done.add(source.node)
            if len(_parts_read(subject, node)) > 1:
                yield _unfrozen(subject, source.node, node)
        elif _is_kept(subject, node):
            done.add(source.node)
            yield Hit(node, "botocore.credentials", "credentials", _KEPT)


def _unfrozen(subject: Subject, call: ast.Call, read: ast.Attribute) -> Hit:
    """Freezes the credentials where they are made, if all uses only read the three parts."""
    api = "botocore.credentials.Credentials"
    parent = subject.parent(call)
    named = isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name)
    if not named or not isinstance(parent, ast.Assign) or not isinstance(parent.targets[0], ast.Name):
        return Hit(read, api, "credentials", _FLAG)
    name = parent.targets[0]
    home = subject.flow.home(name)
    uses = [n for n in ast.walk(home) if isinstance(n, ast.Name) and n.id == name.id] if home is not None else []
    loads = [use for use in uses if isinstance(use.ctx, ast.Load)]
    plain = all(isinstance(p := subject.parent(use), ast.Attribute) and p.attr in _PARTS for use in loads)
    if not plain or len(uses) != len(loads) + 1 or isinstance(home, ast.Module) or len(loads) < 2:
        return Hit(read, api, "credentials", _KEPT if isinstance(home, ast.Module) else _FLAG)
    end = subject.span(call).end
    edit = Edit(Span(end, end), ".get_frozen_credentials()")
    after = f"{subject.segment(call)}{edit.text}"
    return Hit(call, api, "credentials", _FROZEN, Status.REVIEW, (edit,), after)


def _parts_read(subject: Subject, read: ast.Attribute) -> set[str]:
    """Which parts the code around a read takes out of unfrozen credentials: one alone cannot disagree with others."""
    reads = [n for n in ast.walk(subject.scope(read)) if isinstance(n, ast.Attribute) and n.attr in _PARTS]
    return {each.attr for each in reads if subject.flow.only(each.value, "credentials")}


def _is_kept(subject: Subject, node: ast.AST) -> bool:
    """True when what is read is stored in a module's name or an attribute."""
    statement = subject.statement(node)
    if not isinstance(statement, ast.Assign):
        return False
    targets = [each for target in statement.targets for each in getattr(target, "elts", [target])]
    return subject.function(node) is None or any(isinstance(target, ast.Attribute) for target in targets)


RULE = Rule(
    "harden.credentials.copied",
    "Credentials are copied out of a session",
    "Credentials of a role, a container or an instance are renewed by botocore behind get_credentials(). Reading "
    ".access_key, .secret_key and .token one after the other can straddle a renewal, and copies that are kept expire "
    "within hours. get_frozen_credentials() gives a consistent set for one use.",
    "import boto3\n"
    "\n"
    "\n"
    "def keys():\n"
    "    creds = boto3.Session().get_credentials()\n"
    "    return creds.access_key, creds.secret_key, creds.token\n",
    "creds = session.get_credentials().get_frozen_credentials()\nauth = AWS4Auth(creds.access_key, ...)",
    _check,
)
