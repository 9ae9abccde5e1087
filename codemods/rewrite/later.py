"""Can a place in the program run after another one, on the same object?

This is what lets `if instance.state == "running": instance.stop()` become a plain call: the state is read before the
call alone, so nobody sees that the record does not follow. The answer is yes unless the opposite is sure.
"""

from __future__ import annotations

import ast

from codemods.inference.frame import Analysis
from codemods.inference.program import ModuleFile
from codemods.inference.scopes import parameters
from codemods.inference.values import botos
from codemods.rewrite.order import around, dominates, own_nodes

Births = frozenset[ast.AST | None]
_FunctionDef = ast.FunctionDef | ast.AsyncFunctionDef
_Region = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.For | ast.AsyncFor | ast.While
_DEPTH = 3
"""How many calls are followed between the two places."""


class Order:
    """Answers for one program."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def may_follow(self, place: ast.AST, action: ast.Call, births: Births, refreshed_by: str = "") -> bool:
        """Can `place` run after `action` on an object made at one of `births`, and not refreshed in between?"""
        if self._refreshed(place, action, refreshed_by):
            return False
        return not self._surely_not_after(place, action, births, _DEPTH)

    def _module(self, node: ast.AST) -> ModuleFile | None:
        return next((m for m in self._analysis.program.modules.values() if node in m.parents), None)

    def _surely_not_after(self, place: ast.AST, action: ast.AST, births: Births, depth: int) -> bool:
        module = self._module(action)
        if module is None or self._module(place) is not module:
            return depth > 0 and self._lifted(place, action, births, depth)
        mine, theirs = _function(action, module), _function(place, module)
        if mine is not theirs:
            return depth > 0 and self._lifted(place, action, births, depth)
        if not _leads_away(place, action, module):
            return False
        common = next(node for node in around(action, module) if node in around(place, module))
        if isinstance(common, ast.For | ast.AsyncFor) and common.iter in around(place, module):
            common = module.parents[common]  # what it loops over is not read again in the loop
        names = self._names(action, births, mine or module.tree)
        return self._is_another_object_next_time(common, names, births, module, depth)

    def _lifted(self, place: ast.AST, action: ast.AST, births: Births, depth: int) -> bool:
        """The same question for the calls that lead to the one place or to the other."""
        for node, other, is_action in ((action, place, True), (place, action, False)):
            module = self._module(node)
            function = _function(node, module) if module is not None else None
            calls = self._calls(function)
            pairs = [(other, call) if is_action else (call, other) for call in calls]
            if pairs and all(self._surely_not_after(first, second, births, depth - 1) for first, second in pairs):
                return True
        return False

    def _calls(self, function: ast.AST | None) -> list[ast.Call]:
        """All calls that enter a function; none when some may be unknown."""
        if not isinstance(function, _FunctionDef) or function in self._analysis.aliased or function.decorator_list:
            return []
        return list(self._analysis.callers.get(function, {}))

    def _names(self, action: ast.AST, births: Births, scope: ast.AST) -> set[str]:
        """The names through which `action` gets at the object, and those that they were made from."""
        if not isinstance(action, ast.Call):
            return set()
        parts = [action.func, *action.args, *(keyword.value for keyword in action.keywords)]
        if isinstance(action.func, ast.Attribute):
            parts[0] = action.func.value
        about = [part for part in parts if births & {atom.birth for atom in botos(self._analysis.type_of(part))}]
        names = {name for part in about for name in _names_in(part)}
        sources = [(set(_names_in(target)), set(_names_in(value))) for target, value in _bindings(scope)]
        while grown := {name for targets, values in sources if targets & names for name in values} - names:
            names |= grown
        return names

    def _is_another_object_next_time(
        self, common: ast.AST, names: set[str], births: Births, module: ModuleFile, depth: int
    ) -> bool:
        """Whatever repeats both places, works on an object of its own each time."""
        for region in around(common, module):
            if not isinstance(region, _Region):
                continue
            if isinstance(region, ast.For | ast.AsyncFor) and names & set(_names_in(region.target)):
                continue
            if all(birth is not None and self._made_inside(birth, region, depth) for birth in births):
                return True
            if not isinstance(region, _FunctionDef):
                return False
            calls = self._calls(region)
            if len(calls) != 1 or depth == 0:
                return False
            outer = self._module(calls[0])
            is_given = bool(names & {argument.arg for argument in parameters(region.args)})
            if outer is None:
                return False
            around_it = _function(calls[0], outer) or outer.tree
            given = self._names(calls[0], births, around_it) if is_given else set()
            return self._is_another_object_next_time(calls[0], given, births, outer, depth - 1)
        return True

    def _made_inside(self, birth: ast.AST, region: ast.AST, depth: int) -> bool:
        """Each run of `region` makes the object anew."""
        module = self._module(birth)
        if module is None or not isinstance(birth, ast.Call):
            return False
        statement = next((node for node in around(birth, module) if isinstance(node, ast.stmt)), None)
        if isinstance(statement, ast.Assign) and not all(isinstance(t, ast.Name) for t in statement.targets):
            return False
        chain = around(birth, module)
        if region in chain:
            return not (isinstance(region, ast.For | ast.AsyncFor) and region.iter in chain)
        function = _function(birth, module)
        if depth == 0 or function is None or any(isinstance(node, ast.Global) for node in ast.walk(function)):
            return False
        calls = self._calls(function)
        return bool(calls) and all(self._made_inside(call, region, depth - 1) for call in calls)

    def _refreshed(self, place: ast.AST, action: ast.Call, method: str) -> bool:
        """A call of `method` on the same object surely runs between the two."""
        module = self._module(action)
        if not method or module is None or not isinstance(action.func, ast.Attribute):
            return False
        function = _function(action, module)
        if function is not _function(place, module):
            return False
        subject = ast.unparse(action.func.value)
        for node in ast.walk(function or module.tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == method
                and ast.unparse(node.func.value) == subject
                and _position(action) < _position(node) < _position(place)
            ):
                runs = next(n for n in around(node, module) if isinstance(n, ast.stmt))
                while_test = isinstance(runs, ast.While) and node in set(ast.walk(runs.test))
                simple = not isinstance(runs, ast.If | ast.While | ast.For | ast.Try | ast.With)
                if (while_test or simple) and (dominates(runs, place, module) or runs in around(place, module)):
                    return True
        return False


def _function(node: ast.AST, module: ModuleFile) -> ast.AST | None:
    return next(
        (outer for outer in around(node, module)[1:] if isinstance(outer, _FunctionDef | ast.Lambda)),
        None,
    )


def _position(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


_COMPOUND = (
    ast.If | ast.For | ast.AsyncFor | ast.While | ast.With | ast.AsyncWith | ast.Try | ast.ExceptHandler | ast.Module
)


def _leads_away(place: ast.AST, action: ast.AST, module: ModuleFile) -> bool:
    """In one run of the code around both, `place` does not come after `action`."""
    of_action, of_place = around(action, module), around(place, module)
    index = next(i for i, node in enumerate(of_action) if node in of_place)
    common = of_action[index]
    if not isinstance(common, _COMPOUND | _FunctionDef):
        return False  # in one statement: the order of the text is not that of the run
    if _position(place) < _position(action):
        return True
    below, beside = of_action[index - 1], of_place[of_place.index(common) - 1]
    if isinstance(common, ast.If) and below in common.body and beside in common.orelse:
        return True
    return not isinstance(common, ast.Try) and any(
        _leaves(step, of_action[number + 1 : index], module)
        for number, step in enumerate(of_action[: index - 1])
        if isinstance(step, ast.stmt)
    )


def _leaves(statement: ast.stmt, outer: list[ast.AST], module: ModuleFile) -> bool:
    """The block of `statement` ends by leaving the blocks `outer`, with all that would come after them."""
    if any(isinstance(block, ast.Try) for block in outer):
        return False
    if isinstance(statement, ast.Return | ast.Raise):
        return True
    parent = module.parents.get(statement)
    in_loop = any(isinstance(block, ast.For | ast.AsyncFor | ast.While) for block in outer)
    for name in ("body", "orelse", "finalbody"):
        block = getattr(parent, name, [])
        if isinstance(block, list) and statement in block:
            rest = block[block.index(statement) + 1 :]
            jumps = ast.Return | ast.Raise if in_loop else ast.Return | ast.Raise | ast.Continue | ast.Break
            return any(isinstance(after, jumps) for after in rest)
    return False


def _names_in(tree: ast.AST) -> list[str]:
    return [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]


def _bindings(scope: ast.AST) -> list[tuple[ast.expr, ast.expr]]:
    """What binds names in a scope: targets with the expressions that they are bound to, or loop over."""
    found: list[tuple[ast.expr, ast.expr]] = []
    for node in own_nodes(scope):
        if isinstance(node, ast.Assign):
            found += [(target, node.value) for target in node.targets]
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            found.append((node.target, node.iter))
    return found
