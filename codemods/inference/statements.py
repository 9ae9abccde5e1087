"""What each kind of statement does to the names in scope."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from codemods.inference import facts
from codemods.inference.arguments import Arguments
from codemods.inference.attributes import PROPERTIES, decorators, get_attribute
from codemods.inference.calls import Caller
from codemods.inference.declared import annotation_text, type_comment, value_of_text
from codemods.inference.exceptions import (
    ANY_ERROR,
    HANDLED,
    exception_names,
    expected,
    expects_boto,
    is_broad,
    own_exceptions,
)
from codemods.inference.expressions import evaluate
from codemods.inference.fallbacks import boto_names, is_fallback
from codemods.inference.frame import Env, Frame, Loop, join_envs
from codemods.inference.imports import run_import, run_import_from
from codemods.inference.iteration import iterate
from codemods.inference.narrowing import narrow, switched
from codemods.inference.receivers import seed
from codemods.inference.scopes import Scope, parameters
from codemods.inference.targets import assign, bind_name
from codemods.inference.values import (
    NONE,
    NOTHING,
    UNKNOWN,
    Boto,
    Caught,
    Class,
    Container,
    Descriptor,
    External,
    Function,
    Instance,
    Partial,
    Plain,
    Value,
    join,
)

_MOST_ROUNDS = 4


def execute(body: list[ast.stmt], frame: Frame) -> None:
    """Run statements one after the other; `frame.env` is None once the rest cannot be reached."""
    for statement in body:
        if frame.env is None:
            return
        handler = _HANDLERS.get(type(statement))
        if handler is not None:
            handler(statement, frame)


def _assign(node: ast.Assign, frame: Frame) -> None:
    value = evaluate(node.value, frame)
    if value == UNKNOWN:
        value = value_of_text(type_comment(node, frame.module), node, frame) or value
    for target in node.targets:
        assign(target, value, frame)


def _annotated(node: ast.AnnAssign, frame: Frame) -> None:
    evaluate(node.annotation, frame)
    value = evaluate(node.value, frame) if node.value is not None else NOTHING
    if not value - UNKNOWN:
        value = value_of_text(annotation_text(node.annotation), node, frame) or value
    if value or node.value is not None:
        assign(node.target, value, frame)


def _augmented(node: ast.AugAssign, frame: Frame) -> None:
    added = evaluate(node.value, frame)
    load = _loaded(node.target)
    known = evaluate(load, frame)
    frame.note(node.target, known)
    containers = [atom for atom in known if isinstance(atom, Container)]
    for container in containers:
        frame.put(container, iterate(added, node, frame))
    if not containers:
        if any(isinstance(atom, Plain) and atom.type == "str" for atom in known):
            added = frozenset({Plain("str")})
        assign(node.target, join(known, added), frame)


def _loaded(target: ast.Name | ast.Attribute | ast.Subscript) -> ast.expr:
    """The same place, to be read. A copy for a name only: other targets are evaluated part by part anyway."""
    if isinstance(target, ast.Name):
        return ast.copy_location(ast.Name(target.id, ast.Load()), target)
    return target


def _expression(node: ast.Expr, frame: Frame) -> None:
    evaluate(node.value, frame)


def _return(node: ast.Return, frame: Frame) -> None:
    value = evaluate(node.value, frame) if node.value is not None else NONE
    if not frame.muted:
        frame.add(facts.returned(frame.unit), value)
    frame.env = None


def _raise(node: ast.Raise, frame: Frame) -> None:
    for part in (node.exc, node.cause):
        if part is not None:
            evaluate(part, frame)
    frame.env = None


def _if(node: ast.If, frame: Frame) -> None:
    evaluate(node.test, frame)
    chosen = switched(node.test, frame)
    before = _copy(frame.env)
    narrow(node.test, frame, True)
    _branch(node.body, chosen is False, frame)
    after_then = frame.env
    frame.env = before
    narrow(node.test, frame, False)
    _branch(node.orelse, chosen is True, frame)
    frame.env = join_envs([env for env in (after_then, frame.env) if env is not None])


def _branch(body: list[ast.stmt], is_out: bool, frame: Frame) -> None:
    """A branch of an `if`; one that is not taken is looked at all the same, but nothing comes out of it."""
    was = frame.muted
    frame.muted = was or is_out
    execute(body, frame)
    frame.muted = was
    if is_out:
        frame.env = None


def _copy(env: Env | None) -> Env | None:
    return dict(env) if env is not None else None


def _for(node: ast.For | ast.AsyncFor, frame: Frame) -> None:
    iterated = evaluate(node.iter, frame)

    def begin() -> None:
        assign(node.target, iterate(iterated, node.iter, frame), frame)

    _loop(node.body, node.orelse, frame, begin, lambda: None)


def _while(node: ast.While, frame: Frame) -> None:
    def begin() -> None:
        evaluate(node.test, frame)
        narrow(node.test, frame, True)

    def leave() -> None:
        evaluate(node.test, frame)
        narrow(node.test, frame, False)

    _loop(node.body, node.orelse, frame, begin, leave)


def _loop(
    body: list[ast.stmt],
    orelse: list[ast.stmt],
    frame: Frame,
    begin: Callable[[], None],
    leave: Callable[[], None],
) -> None:
    loop = Loop()
    frame.loops.append(loop)
    start = _copy(frame.env)
    for _ in range(_MOST_ROUNDS):
        frame.env = _copy(start)
        begin()
        execute(body, frame)
        ways = [env for env in (start, frame.env, *loop.continues) if env is not None]
        again = join_envs(ways)
        if again == start:
            break
        start = again
    frame.loops.pop()
    frame.env = _copy(start)
    leave()
    execute(orelse, frame)
    frame.env = join_envs([env for env in (frame.env, *loop.breaks) if env is not None])


def _break(node: ast.Break, frame: Frame) -> None:
    if frame.loops and frame.env is not None:
        frame.loops[-1].breaks.append(frame.env)
    frame.env = None


def _continue(node: ast.Continue, frame: Frame) -> None:
    if frame.loops and frame.env is not None:
        frame.loops[-1].continues.append(frame.env)
    frame.env = None


def _try(node: Any, frame: Frame) -> None:
    seen: list[Env] = [dict(frame.env)] if frame.env is not None else []
    for statement in node.body:
        execute([statement], frame)
        if frame.env is not None:
            seen.append(dict(frame.env))
    after_body = frame.env
    failing = join_envs(seen)
    ways: list[Env | None] = []
    for handler in node.handlers:
        frame.env = _copy(failing)
        _handler(handler, node.body, frame)
        ways.append(frame.env)
    frame.env = after_body
    execute(node.orelse, frame)
    ways.append(frame.env)
    frame.env = join_envs([env for env in ways if env is not None])
    if node.finalbody:
        reachable = frame.env is not None
        if not reachable:
            frame.env = _copy(failing)
        execute(node.finalbody, frame)
        if not reachable:
            frame.env = None


def _handler(handler: ast.ExceptHandler, body: list[ast.stmt], frame: Frame) -> None:
    caught: Value = UNKNOWN
    if handler.type is not None:
        value = evaluate(handler.type, frame)
        names = exception_names(value, frame)
        if names:
            caught = frozenset({Caught(frozenset(names))}) | own_exceptions(value, frame)
        elif is_broad(value) and expects_boto(handler, body, frame):
            caught = UNKNOWN | {Caught(frozenset({ANY_ERROR}))}
        else:
            caught = own_exceptions(value, frame) or UNKNOWN
    elif expects_boto(handler, body, frame):
        caught = UNKNOWN | {Caught(frozenset({ANY_ERROR}))}
    if frame.env is not None:
        frame.env[HANDLED] = caught
    if handler.name:
        frame.note(handler, caught)
        bind_name(handler.name, caught, frame)
    wanted = boto_names(body)
    execute([one for one in handler.body if not is_fallback(one, wanted)] if wanted else handler.body, frame)


def _with(node: ast.With | ast.AsyncWith, frame: Frame) -> None:
    for with_item in node.items:
        value = evaluate(with_item.context_expr, frame)
        entered: Value = expected(with_item.context_expr, frame)
        for atom in value if not entered else NOTHING:
            if isinstance(atom, Container) and atom.kind == "context":
                entered = join(entered, frame.items(Container("iter", atom.site, atom.level)))
            elif isinstance(atom, Instance):
                method = get_attribute(frozenset({atom}), "__enter__", with_item.context_expr, frame)
                call = frame.call_at(with_item.context_expr)
                entered = join(entered, Caller(frame, call).call(method, Arguments()))
            elif isinstance(atom, Boto | Container) or (isinstance(atom, External) and atom.name.endswith("()")):
                entered = entered | {atom}
            else:
                entered = join(entered, UNKNOWN)
        if with_item.optional_vars is not None:
            assign(with_item.optional_vars, entered, frame)
    before = _copy(frame.env)
    execute(node.body, frame)
    if frame.env is None and any(isinstance(inner, ast.Raise) for part in node.body for inner in ast.walk(part)):
        frame.env = before  # the context manager may keep the exception to itself


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, frame: Frame) -> None:
    plain: Value = frozenset({Function(node, None, frame.copy)})
    function = plain
    for decorator in reversed(node.decorator_list):
        function = _decorated(decorator, function, plain, frame)
    _defaults(node, frame)
    for annotation in (node.returns, *(arg.annotation for arg in parameters(node.args))):
        if annotation is not None:
            evaluate(annotation, frame)
    if "setter" in decorators(node):
        return
    bind_name(node.name, function, frame)
    if frame.copy is None:
        frame.analysis.facts.wait([node])


def _decorated(decorator: ast.expr, function: Value, plain: Value, frame: Frame) -> Value:
    """What a decorator makes of a function: what it returns where that can be seen, else the function itself."""
    value = evaluate(decorator, frame)
    given = Caller(frame, frame.call_at(decorator)).call(value, Arguments([function]))
    if not given and not any(isinstance(a, Class) for a in value) and not frame.analysis.trusts_declarations:
        frame.analysis.undeclared[frame.unit] = None
        return NOTHING  # the decorator was not looked at yet
    names = {atom.name.rpartition(".")[2] for atom in value if isinstance(atom, External)}
    if names & PROPERTIES and function != plain:
        frame.add(facts.called(decorator), function)
        return frozenset({Descriptor(decorator)})
    made = frozenset(atom for atom in given if isinstance(atom, Function | Partial))
    classes = [atom for atom in value if isinstance(atom, Class)]
    if classes and all(_only_describes(cls, frame) for cls in classes):
        frame.add(facts.called(decorator), function)
        return frozenset({Descriptor(decorator)})
    return made if made and not classes else function


def _only_describes(cls: Class, frame: Frame) -> bool:
    """True for a class whose objects stand for an attribute that the decorated function computes."""
    instance: Value = frozenset({Instance(cls.node)})
    has = {name: get_attribute(instance, name, cls.node, frame) for name in ("__get__", "__call__")}
    return bool(has["__get__"]) and not has["__call__"]


def _defaults(node: ast.FunctionDef | ast.AsyncFunctionDef, frame: Frame) -> None:
    args = node.args
    positional = [*args.posonlyargs, *args.args]
    for arg, default in zip(positional[len(positional) - len(args.defaults) :], args.defaults, strict=True):
        frame.analysis.give(node, arg.arg, evaluate(default, frame))
    for arg, kw_default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        if kw_default is not None:
            frame.analysis.give(node, arg.arg, evaluate(kw_default, frame))


def _class(node: ast.ClassDef, frame: Frame) -> None:
    for base in node.bases:
        value = evaluate(base, frame)
        frame.add(facts.bases(node), value)
        for atom in value:
            if isinstance(atom, Class):
                frame.add(facts.derived(atom.node), frozenset({Class(node)}))
    seed(node, frame)
    for keyword in node.keywords:
        evaluate(keyword.value, frame)
    for decorator in reversed(node.decorator_list):
        registers = evaluate(decorator, frame)
        Caller(frame, frame.call_at(decorator)).call(registers, Arguments([frozenset({Class(node)})]))
    scope: Scope = frame.analysis.scopes[node]
    execute(node.body, Frame(frame.analysis, frame.unit, frame.module, scope, {}, frame.copy))
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            frame.analysis.facts.wait([statement])
    bind_name(node.name, frozenset({Class(node)}), frame)


def _delete(node: ast.Delete, frame: Frame) -> None:
    for target in node.targets:
        if isinstance(target, ast.Name):
            if frame.env is not None:
                frame.env.pop(target.id, None)
        else:
            for child in ast.iter_child_nodes(target):
                if isinstance(child, ast.expr):
                    evaluate(child, frame)


def _assert(node: ast.Assert, frame: Frame) -> None:
    evaluate(node.test, frame)
    narrow(node.test, frame, True)
    if node.msg is not None:
        evaluate(node.msg, frame)


def _match(node: ast.Match, frame: Frame) -> None:
    evaluate(node.subject, frame)
    before = _copy(frame.env)
    ways: list[Env | None] = [before]
    for case in node.cases:
        frame.env = _copy(before)
        if case.guard is not None:
            evaluate(case.guard, frame)
        execute(case.body, frame)
        ways.append(frame.env)
    frame.env = join_envs([env for env in ways if env is not None])


_HANDLERS: dict[type[ast.stmt], Callable[[Any, Frame], None]] = {
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Expr: _expression,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.If: _if,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.Break: _break,
    ast.Continue: _continue,
    ast.Try: _try,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Import: run_import,
    ast.ImportFrom: run_import_from,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Delete: _delete,
    ast.Assert: _assert,
    ast.Match: _match,
}
if hasattr(ast, "TryStar"):
    _HANDLERS[ast.TryStar] = _try
