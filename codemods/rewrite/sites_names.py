"""Sites where a member is named by a string: `getattr(key, "size")`, `hasattr`, `vars(instance)`."""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.catalog.schema import Flag, Form, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.emitted import common
from codemods.inference.attributes import is_attribute
from codemods.inference.values import Boto, Container, External, Other, literal_of, literals_of
from codemods.rewrite.feature_tests import is_listed_for_feature
from codemods.rewrite.once import allows_naming
from codemods.rewrite.render import Renderer, receivers
from codemods.rewrite.sites_calls import describe, telling_test
from codemods.rewrite.sites_reads import item_member
from codemods.rewrite.text import quoted

_NAMING = ("getattr", "hasattr", "setattr", "delattr", "vars", "dir")


def named_member(node: ast.Call, renderer: Renderer) -> Code | None:
    """A builtin that looks at members of a boto 2 object by name."""
    names = [atom.name for atom in renderer.type_of(node.func) if isinstance(atom, External)]
    builtin = names[0].removeprefix("builtins.") if len(names) == 1 else ""
    if builtin not in _NAMING or not node.args or names[0] != f"builtins.{builtin}":
        return None
    atoms, mixed, unknown = receivers(renderer.type_of(node.args[0]))
    if not atoms:
        return None
    has_default = len(node.args) == 3
    if builtin == "dir" and is_listed_for_feature(node, renderer):
        return None
    literal = literal_of(renderer.type_of(node.args[1])) if len(node.args) > 1 else None
    api, service, rule = describe(atoms, literal or builtin, renderer)
    catalog = renderer.draft.view.catalog
    shorts = sorted({atom.cls for atom in atoms})
    rows = [catalog.member(short, literal) for short in shorts] if literal else []
    if builtin == "hasattr" and rows and not mixed and all(atom.cls in catalog.classes for atom in atoms):
        known = all(row is not None for row in rows)
        if known and not unknown and Other.NONE in renderer.type_of(node.args[0]):
            subject = renderer.render(node.args[0])
            there = Rewrite(code(f"{subject.operand} is not None", subject, binding=Binding.LOOSE))
            return renderer.settle(node, api, service, rule, there)
        if (known and not unknown) or not any(row is not None for row in rows):
            return renderer.settle(
                node,
                api,
                service,
                rule,
                Rewrite(Code(str(known)), "boto 2's answer; one branch is dead now"),
            )
        told = None if known else _told_apart(node, str(literal), shorts, renderer)
        if told is not None:
            return renderer.settle(node, api, service, rule, told)
    if builtin == "hasattr" and literal and (mixed or unknown) and all(rows):
        kind = _is_an_object(node, literal, shorts, renderer)
        if kind is None:
            kind = _is_an_object(node, literal, shorts, renderer, among_all=True)
            if isinstance(kind, Rewrite):
                subject = renderer.render(node.args[0])
                text = f"{kind.code} or hasattr({subject}, {quoted(literal)})"
                kind = Rewrite(code(text, kind.code, subject, binding=Binding.LOOSE))
        if kind is not None:
            return renderer.settle(node, api, service, rule, kind)
    is_only_boto = not mixed and not (unknown and has_default)
    if builtin == "getattr" and literal and is_only_boto and all(row and is_attribute(row) for row in rows):
        outcome, notes = item_member(node.args[0], literal, shorts, renderer)
        return renderer.settle(node, api, service, rule, _unless_none(node, outcome, renderer), notes)
    if builtin == "getattr" and literal and not is_only_boto and has_default and all(rows):
        kind = _is_an_object(node, literal, shorts, renderer)
        default = renderer.render(node.args[2])
        if kind is None:  # something that nobody sees can arrive as well, and is asked as before
            kind = _is_an_object(node, literal, shorts, renderer, among_all=True)
            default = code(f"getattr({renderer.render(node.args[0])}, {quoted(literal)}, {default})", default)
        read, notes = item_member(node.args[0], literal, shorts, renderer)
        if isinstance(kind, Rewrite) and isinstance(read, Rewrite) and _may_stand_twice(node.args[0], renderer):
            text = f"{read.code.term} if {kind.code} else {default.term}"
            made = Rewrite(code(text, read.code, kind.code, default, binding=Binding.LOOSE), read.note)
            return renderer.settle(node, api, service, rule, made, notes)
    is_foreign = bool(rows) and not any(rows) and all(short in catalog.classes for short in shorts)
    is_defaulted = builtin == "getattr" and len(node.args) == 3 and not mixed
    if is_defaulted and literal and is_foreign and not _is_stored(literal, renderer):
        return renderer.settle(node, api, service, rule, Rewrite(renderer.render(node.args[2]), _NEVER))
    if builtin == "getattr" and literal and not mixed and len(node.args) == 3 and any(rows):
        defaulted = _or_default(node, literal, shorts, renderer)
        if defaulted is not None:
            return renderer.settle(node, api, service, rule, defaulted)
    is_named_once = isinstance(node.args[0], ast.Name | ast.Attribute)
    if builtin == "getattr" and len(node.args) == 2 and all(rows) and rows and not mixed and is_named_once:
        outcome, notes = item_member(node.args[0], str(literal), shorts, renderer)
        if isinstance(outcome, Rewrite):
            return renderer.settle(node, api, service, rule, outcome, notes)
    if builtin == "getattr" and literal is None and not mixed:
        chosen = _one_of_several(node, shorts, renderer)
        if chosen is not None:
            return renderer.settle(node, api, service, rule, chosen)
    renderer.settle(node, api, service, "named-member", Flag(_advice(builtin, atoms, literal)))
    return None


def _unless_none(node: ast.Call, outcome: Outcome, renderer: Renderer) -> Outcome:
    """`getattr(key, "size", 0)` of what may be None: None has no size, so it is the default then."""
    if not isinstance(outcome, Rewrite) or len(node.args) < 3 or Other.NONE not in renderer.type_of(node.args[0]):
        return outcome
    subject, default = renderer.render(node.args[0]), renderer.render(node.args[2])
    text = f"{default.term} if {subject.operand} is None else {outcome.code.term}"
    return replace(outcome, code=code(text, default, subject, outcome.code, binding=Binding.LOOSE))


def _may_stand_twice(node: ast.expr, renderer: Renderer) -> bool:
    """True for a name, and for an attribute that is no property which does something each time that it is read."""
    if isinstance(node, ast.Attribute):
        return node not in renderer.draft.view.analysis.computed and _may_stand_twice(node.value, renderer)
    return isinstance(node, ast.Name)


_NEVER = "boto 2's objects had no such attribute, and the program gives them none: this is the default"


def _is_stored(name: str, renderer: Renderer) -> bool:
    """True when the program stores such an attribute anywhere, in whatever."""
    return any(
        isinstance(node, ast.Attribute) and node.attr == name and isinstance(node.ctx, ast.Store)
        for module in renderer.draft.view.analysis.program.modules.values()
        for node in ast.walk(module.tree)
    )


def _told_apart(node: ast.Call, name: str, shorts: list[str], renderer: Renderer) -> Outcome | None:
    """`hasattr(entry, "size")`, where only some of the classes that can arrive have it: a test for the others."""
    catalog = renderer.draft.view.catalog
    known = [catalog.classes[short] for short in shorts]
    lacking = [cls for cls in known if catalog.member(cls.short, name) is None]
    tests = [telling_test(cls, known, node.args[0], renderer) for cls in lacking]
    if not all(tests):
        return None
    subject = renderer.render(node.args[0])
    negated = tests[0].replace(" in ", " not in ", 1) if len(tests) == 1 and tests[0].startswith('"') else ""
    return Rewrite(code(negated or f"not ({' or '.join(tests)})", subject, binding=Binding.LOOSE))


def _is_an_object(
    node: ast.Call, name: str, shorts: list[str], renderer: Renderer, among_all: bool = False
) -> Outcome | None:
    """`hasattr(pair, "delete")`, where texts and other plain values, which lack it, can arrive as well.

    With `among_all`, anything but another dict can.
    """
    value = renderer.type_of(node.args[0])
    _, others, unknown = receivers(value, name)
    classes = [renderer.draft.view.catalog.classes[short] for short in shorts]
    carried = {renderer.draft.view.styles.carries_client(cls) for cls in classes}
    is_record = all(cls.form is Form.RECORD for cls in classes)
    is_told = len(carried) == 1 and (is_record or carried == {True})
    if ((others or unknown) and not among_all) or not is_told:
        return None
    if any(isinstance(atom, Container) and atom.kind == "dict" for atom in value):
        return None
    kind = renderer.draft.imported("boto3.resources.base", "ServiceResource") if carried == {True} else Code("dict")
    subject = renderer.render(node.args[0])
    return Rewrite(code(f"isinstance({subject}, {kind})", subject, kind))


_MOST_NAMES = 24
"""How many names a table of members may have before it is more than a person wants to read."""


def _one_of_several(node: ast.Call, shorts: list[str], renderer: Renderer) -> Outcome | None:
    """`getattr(obj, name)` for a name that is one of a few known ones: a table of what they stand for."""
    asked = renderer.draft.view.analysis.forwarded.get(node, set())
    names = sorted(asked or literals_of(renderer.type_of(node.args[1])))
    has_default = len(node.args) == 3
    if not names or len(names) > _MOST_NAMES:
        return None
    catalog = renderer.draft.view.catalog
    having = {name: [short for short in shorts if catalog.member(short, name) is not None] for name in names}
    # A name that not all classes have goes with those that have it: only the chosen entry may look at the object.
    later = not has_default and not asked and any(0 < len(having[name]) < len(shorts) for name in names)
    entries: list[Code] = []
    for name in names:
        if has_default and not having[name]:
            continue
        outcome, _ = item_member(node.args[0], name, having[name] if later else shorts, renderer)
        if not isinstance(outcome, Rewrite):
            return outcome
        text = f"lambda: {outcome.code.term}" if later else outcome.code.text
        entries.append(code(f"{quoted(name)}: {text}", outcome.code))
    chosen = renderer.render(node.args[1])
    table = _table(entries, node.args[0], node, renderer)
    if asked:
        made = renderer.draft.call_helper(common._member, table, chosen)
        return Rewrite(made, "answers for the members that the program asks for")
    if not has_default:
        return Rewrite(code(f"{table}[{chosen}]{'()' if later else ''}", chosen, table))
    default = renderer.render(node.args[2])
    return Rewrite(code(f"{table}.get({chosen}, {default})", chosen, default, table))


def _table(entries: list[Code], subject: ast.expr, node: ast.Call, renderer: Renderer) -> Code:
    """The table of the entries, with an object that is more than a name evaluated once: the first entry names it.

    Of the entries that are lambdas only the chosen one looks at the object, and only when it is called.
    """
    at_once = [entry for entry in entries if ": lambda" not in entry.text]
    if isinstance(subject, ast.Name) or len(at_once) < 2 or node in renderer.draft.view.analysis.forwarded:
        return code(f"{{{', '.join(entry.text for entry in entries)}}}", *entries)
    text, name = renderer.render(subject).text, renderer.draft.names.free("item", "aws")
    named = {entry: entry.text.replace(text, name) for entry in at_once}
    if allows_naming(node, renderer.draft):
        named[at_once[0]] = at_once[0].text.replace(text, f"({name} := {text})", 1)
        return code(f"{{{', '.join(named.get(entry, entry.text) for entry in entries)}}}", *entries)
    inside = ", ".join(named.get(entry, entry.text) for entry in entries)
    return code(f"(lambda {name}: {{{inside}}})({text})", *entries)


def _or_default(node: ast.Call, name: str, shorts: list[str], renderer: Renderer) -> Outcome | None:
    """`getattr(obj, "name", default)`, where only some of the classes that can arrive have the attribute."""
    catalog = renderer.draft.view.catalog
    having = [short for short in shorts if (row := catalog.member(short, name)) is not None and is_attribute(row)]
    lacking = [catalog.classes[short] for short in shorts if short in catalog.classes and short not in having]
    if len(having) + len(lacking) != len(shorts) or not having or not lacking:
        return None
    read, _ = item_member(node.args[0], name, having, renderer)
    if not isinstance(read, Rewrite):
        return read
    known = [catalog.classes[short] for short in shorts]
    tests = [telling_test(cls, known, node.args[0], renderer) for cls in lacking]
    if not all(tests):
        return None
    default = renderer.render(node.args[2])
    text = f"{default.term} if {' or '.join(tests)} else {read.code.term}"
    return Rewrite(code(text, default, read.code, binding=Binding.LOOSE), read.note)


def _advice(builtin: str, atoms: list[Boto], literal: str | None) -> str:
    if builtin in ("vars", "dir"):
        return f"a {atoms[0].cls} is no object with boto 2's attributes any more; name the members that are wanted"
    if literal is not None:
        return f"write the access to {literal} out; not all that can arrive here has it, or it is a method"
    return f"the name is known only at run time; map the names that are used to the new members of a {atoms[0].cls}"
