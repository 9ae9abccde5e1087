"""Sites without a name: loops over boto 2 objects, `in`, `len`, `[...]`, truth, and objects turned into text."""

from __future__ import annotations

import ast
from dataclasses import replace

from codemods.catalog.others import advice_for
from codemods.catalog.schema import BotoClass, Field, Flag, Form, Idiom, Outcome, Rewrite
from codemods.code import Binding, Code, code
from codemods.inference.values import Boto, BotoName, Container, External, Value
from codemods.rewrite.error_texts import shown_error
from codemods.rewrite.formatted import is_formatted
from codemods.rewrite.iterated import is_iterated
from codemods.rewrite.members import call_member, text_of
from codemods.rewrite.once import once
from codemods.rewrite.render import Renderer, attempt, receivers
from codemods.rewrite.sites_calls import combine, describe, mixture, telling_test
from codemods.rewrite.sites_handed import handed_on


def boto_value(node: ast.expr, renderer: Renderer) -> Code | None:
    """A boto 2 object where it is iterated or turned into text."""
    atoms, _, _ = receivers(renderer.type_of(node))
    if not atoms:
        return shown_error(node, renderer)
    if is_iterated(node, renderer.draft):
        return _protocol(node, node, "__iter__", [], renderer)
    if is_formatted(node, renderer):
        return _as_text(node, renderer)
    return handed_on(node, renderer)


def contains(node: ast.Compare, renderer: Renderer) -> Code | None:
    """`name in connection`, `key in bucket`."""
    if len(node.ops) != 1 or not isinstance(node.ops[0], ast.In | ast.NotIn):
        return None
    made = _protocol(node, node.comparators[0], "__contains__", [node.left], renderer)
    if made is not None and isinstance(node.ops[0], ast.NotIn):
        return code(f"not {made.term}", made, binding=Binding.LOOSE)
    return made


_TWICE = "give what is looped over a name on a line of its own: boto3 needs it twice here"
_ASSERTED = {"assertIn": "assertTrue", "assertNotIn": "assertFalse"}


def asserted_in(node: ast.Call, renderer: Renderer) -> Code | None:
    """`self.assertIn(name, bucket)`: the test of `in` that it makes, asserted."""
    func = node.func
    if not isinstance(func, ast.Attribute) or func.attr not in _ASSERTED or len(node.args) < 2:
        return None
    made = _protocol(node, node.args[1], "__contains__", [node.args[0]], renderer)
    if made is None:
        return None
    owner = renderer.render(func.value)
    rest = [renderer.render(argument) for argument in (*node.args[2:], *(keyword.value for keyword in node.keywords))]
    inside = ", ".join(part.text for part in (made, *rest))
    return code(f"{owner.operand}.{_ASSERTED[func.attr]}({inside})", owner, made, *rest)


def length(node: ast.Call, renderer: Renderer) -> Code | None:
    """`len(obj)`."""
    if not (isinstance(node.func, ast.Name) and node.func.id == "len" and len(node.args) == 1):
        return None
    return _protocol(node, node.args[0], "__len__", [], renderer)


def item(node: ast.Subscript, renderer: Renderer) -> Code | None:
    """`obj[x]`, read."""
    if not isinstance(node.ctx, ast.Load) or isinstance(node.slice, ast.Slice):
        return None
    return _protocol(node, node.value, "__getitem__", [node.slice], renderer)


def _protocol(
    node: ast.expr, receiver: ast.expr, name: str, arguments: list[ast.expr], renderer: Renderer
) -> Code | None:
    value = renderer.type_of(receiver)
    atoms, mixed, _ = receivers(value, name)
    if not atoms:
        return None
    api, service, rule = describe(atoms, name, renderer)
    catalog = renderer.draft.view.catalog
    shorts = sorted({atom.cls for atom in atoms})
    rows = {short: catalog.member(short, name) for short in shorts}
    if any(short not in catalog.classes for short in shorts):
        renderer.flag(node, api, service, "other-services", advice_for(shorts[0]))
        return None
    if all(row is None for row in rows.values()):
        return None
    if mixed:
        renderer.flag(node, api, service, "mixed-types", mixture(value, renderer))
        return None
    call = ast.copy_location(ast.Call(func=receiver, args=arguments, keywords=[]), node)
    outcomes: list[tuple[BotoClass, Outcome, list[str]]] = []
    for short in shorts:
        row, cls = rows[short], catalog.classes[short]
        if row is None:
            renderer.flag(node, api, service, rule, f"a {cls.short} had no {name} in boto 2")
            return None
        if isinstance(row, Field):
            return None
        use = renderer.use(node, name, receiver, cls)
        if receiver is node:
            use.render = lambda inner: _plain(inner, node, renderer)
        use.result_used = True
        outcomes.append((cls, attempt(lambda row=row, use=use: call_member(row, use, call)), use.notes))  # type: ignore[misc]
    outcome, notes = combine(outcomes, receiver, renderer) if receiver is not node else _same(outcomes)
    if isinstance(outcome, Rewrite) and receiver is node and outcome.code.text == renderer.draft.segment(node):
        return None
    if isinstance(outcome, Rewrite) and receiver is node:
        wanted = shorts[0].rpartition(".")[2].lower()
        made = once(outcome.code, [renderer.render_unwrapped(node)], wanted, node, renderer.draft)
        outcome = Flag(_TWICE) if made is None else replace(outcome, code=made)
    return renderer.settle(node, api, service, rule, outcome, notes)


def _same(outcomes: list[tuple[BotoClass, Outcome, list[str]]]) -> tuple[Outcome, list[str]]:
    notes = [note for _, _, more in outcomes for note in more]
    first = outcomes[0][1]
    texts = {str(outcome.code) if isinstance(outcome, Rewrite) else "" for _, outcome, _ in outcomes}
    if len(texts) > 1:
        return Flag("this can be objects of several classes, which need different code on boto3"), notes
    return first, notes


def _plain(inner: ast.expr, node: ast.expr, renderer: Renderer) -> Code:
    """The code of `node` itself when a protocol wraps it: whatever its own rule makes of it."""
    return renderer.render_unwrapped(inner) if inner is node else renderer.render(inner)


def represented(node: ast.Call, renderer: Renderer) -> Code | None:
    """`repr(obj)`, which boto 2 gave without the quotes of a string."""
    if not (isinstance(node.func, ast.Name) and node.func.id == "repr" and len(node.args) == 1):
        return None
    return _as_text(node.args[0], renderer) if receivers(renderer.type_of(node.args[0]))[0] else None


def _as_text(node: ast.expr, renderer: Renderer) -> Code | None:
    value = renderer.type_of(node)
    atoms, mixed, _ = receivers(value)
    shorts = sorted({atom.cls for atom in atoms})
    catalog = renderer.draft.view.catalog
    api, service, rule = describe(atoms, "__str__", renderer)
    if any(short not in catalog.classes for short in shorts):
        renderer.flag(node, api, service, "other-services", advice_for(shorts[0]))
        return None
    if any(catalog.classes[short].form is Form.CLIENT for short in shorts):
        return None
    if mixed or len(shorts) != 1:
        renderer.flag(node, api, service, "mixed-types", mixture(value, renderer))
        return None
    cls = catalog.classes[shorts[0]]
    use = renderer.use(node, "__str__", node, cls)
    use.render = lambda inner: _plain(inner, node, renderer)
    row = catalog.member(cls.short, "__str__")
    if isinstance(row, Idiom):
        call = ast.copy_location(ast.Call(func=node, args=[], keywords=[]), node)
        return renderer.settle(node, api, service, rule, attempt(lambda: call_member(row, use, call)), use.notes)
    text = attempt(lambda: _text_outcome(cls, use.member(""), text_of(cls, use)))
    return renderer.settle(node, api, service, rule, text, use.notes)


def _text_outcome(cls: BotoClass, record: Code, text: Code | None) -> Outcome:
    if text is None:
        return Rewrite(code(record.operand, record), f"a {cls.short} is shown as a dict now; name the members to show")
    return Rewrite(text)


def is_instance(node: ast.Call, renderer: Renderer) -> Code | None:
    """`isinstance(x, Key)`."""
    if not (isinstance(node.func, ast.Name) and node.func.id == "isinstance" and len(node.args) == 2):
        return None
    subject, classes = node.args[0], node.args[1]
    analysis = renderer.draft.view.analysis
    catalog = renderer.draft.view.catalog
    names: list[str] = []
    others = False
    for atom in _opened(renderer.type_of(classes), analysis.facts):
        if isinstance(atom, BotoName):
            names.append(atom.name)
        elif not isinstance(atom, Container):
            others = True
    wanted = [catalog.class_named(name) for name in names]
    known = [cls for cls in wanted if cls is not None]
    if not known:
        return None
    api, service, rule = f"{known[0].name}", known[0].service, f"{known[0].short}.isinstance"
    if others or len(known) != len(wanted) or all(cls.stands_for_nothing for cls in known):
        return None  # each class is a site of its own
    outcome = _instance_test(subject, known, renderer)
    return renderer.settle(node, api, service, rule, outcome)


def _opened(value: Value, known_facts: object) -> list[object]:
    from codemods.inference import facts
    from codemods.inference.facts import Facts

    assert isinstance(known_facts, Facts)
    atoms: list[object] = list(value)
    for atom in value:
        if isinstance(atom, Container):
            atoms += known_facts.read(facts.item(atom.site, atom.level), None)
    return [atom for atom in atoms if not isinstance(atom, External)] + [
        atom for atom in atoms if isinstance(atom, External)
    ]


def _instance_test(subject: ast.expr, wanted: list[BotoClass], renderer: Renderer) -> Outcome:
    """A test that tells the wanted classes from the others that can arrive."""
    catalog = renderer.draft.view.catalog
    rendered = renderer.render(subject)
    possible = {atom.cls for atom in renderer.type_of(subject) if isinstance(atom, Boto)}
    inside = {short for short in possible if any(catalog.is_subclass(short, cls.short) for cls in wanted)}
    styles = renderer.draft.view.styles
    tests = [
        cls.test.format(styles.record(cls, rendered.operand)) for cls in wanted if cls.test and cls.short in possible
    ]
    if len(tests) == len(inside) and tests:
        return Rewrite(code(" or ".join(tests), rendered, binding=Binding.LOOSE))
    outside = [catalog.classes[short] for short in sorted(possible - inside) if short in catalog.classes]
    if inside and outside and all(cls.test for cls in outside):
        negated = " or ".join(cls.test.format(styles.record(cls, rendered.operand)) for cls in outside)
        return Rewrite(code(f"not ({negated})", rendered, binding=Binding.LOOSE))
    if inside and outside:
        return _told_apart(subject, inside, outside, renderer)
    if not inside and any(cls.form is Form.CLIENT for cls in outside) and wanted[0].form is not Form.CLIENT:
        return Flag("what arrives here is a client now; test for what the code needs of it")
    if all(styles.carries_client(cls) for cls in wanted):
        return Rewrite(
            code(f'hasattr({rendered.operand}, "meta")', rendered),
            "tells boto3's resource objects from other things, not one kind of them from another",
        )
    if all(cls.form is Form.RECORD for cls in wanted):
        return Rewrite(
            code(f"isinstance({rendered}, dict)", rendered),
            "tells dicts from other things, not one kind of dict from another",
        )
    if all(cls.form is Form.NAME for cls in wanted):
        return Rewrite(code(f"isinstance({rendered}, str)", rendered), "a bucket is its name now: any str passes")
    if all(cls.form is Form.CLIENT for cls in wanted):
        base = renderer.draft.imported("botocore.client", "BaseClient")
        return Rewrite(code(f"isinstance({rendered}, {base})", rendered, base), "a client of any service passes")
    return Flag("a client is made at run time and has no class to test for; test for what the code needs of it")


def _told_apart(subject: ast.expr, inside: set[str], outside: list[BotoClass], renderer: Renderer) -> Outcome:
    """A test for the classes `inside`, where those `outside` can arrive as well, and perhaps something else."""
    catalog, styles = renderer.draft.view.catalog, renderer.draft.view.styles
    wanted = [catalog.classes[short] for short in sorted(inside)]
    rendered = renderer.render(subject)
    tests = [telling_test(cls, [*wanted, *outside], subject, renderer) for cls in wanted]
    others = [telling_test(cls, [*wanted, *outside], subject, renderer) for cls in outside]
    if all(tests):
        text = " or ".join(tests)
    elif all(others):
        negated = others[0].replace(" in ", " not in ", 1) if len(others) == 1 and others[0].startswith('"') else ""
        text = negated or f"not ({' or '.join(others)})"
    else:
        names = " or ".join(cls.short for cls in (*wanted, *outside))
        return Flag(f"this can be {names}, which are of one type now: test for a member that only one of them has")
    kinds = {styles.carries_client(cls) for cls in (*wanted, *outside)}
    if all(isinstance(atom, Boto) for atom in renderer.type_of(subject)) or len(kinds) != 1:
        return Rewrite(code(text, rendered, binding=Binding.LOOSE))
    kind = f'hasattr({rendered.operand}, "meta")' if kinds == {True} else f"isinstance({rendered}, dict)"
    text = f"({text})" if " or " in text else text
    return Rewrite(code(f"{kind} and {text}", rendered, binding=Binding.LOOSE))
